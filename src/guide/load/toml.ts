import { parse, TomlError } from 'smol-toml';
import * as v from 'valibot';
import type { Problem } from '../problems';
import { tomlLines } from '../toml-lines';

/** A TOML file that keeps its lines, so that a later check can point into it. */
export interface TomlFile<Value> {
  readonly file: string;
  readonly value: Value;
  lineOf(path: string): number | null;
}

/**
 * Parses one file of content against its schema.
 * @returns null when it is bad; what is wrong is added to `problems`
 */
export function readToml<Schema extends v.GenericSchema>(
  files: ReadonlyMap<string, string>,
  file: string,
  schema: Schema,
  problems: Problem[],
): TomlFile<v.InferOutput<Schema>> | null {
  const text = files.get(file);
  if (text === undefined) {
    problems.push({
      file,
      line: null,
      field: null,
      cause: 'the file is missing.',
      mend: 'put it back from the packaged content.',
    });
    return null;
  }
  let raw: unknown;
  try {
    raw = parse(text);
  } catch (error) {
    if (!(error instanceof TomlError)) throw error;
    problems.push({
      file,
      line: error.line,
      field: null,
      cause: `this is not TOML: ${firstLine(error.message)}.`,
      mend: 'check quotes, brackets and equals signs on this line and the one before.',
    });
    return null;
  }
  const lineOf = linesOfToml(text);
  const checked = v.safeParse(schema, raw);
  if (!checked.success) {
    for (const issue of checked.issues) {
      const path = v.getDotPath(issue) ?? '';
      problems.push({
        file,
        line: lineOf(path),
        field: path === '' ? null : path,
        cause: causeOf(issue),
        mend: mendOf(issue),
      });
    }
    return null;
  }
  return { file, value: checked.output, lineOf };
}

/** Where a field stands in a TOML text, by dotted path. */
export function linesOfToml(text: string): (path: string) => number | null {
  const lines = tomlLines(text);
  return (path) => nearestLine(lines, path);
}

/** The line of the key, or of the nearest table around it. */
function nearestLine(lines: ReadonlyMap<string, number>, path: string): number | null {
  const keys = path.split('.');
  while (keys.length > 0) {
    const line = lines.get(keys.join('.'));
    if (line !== undefined) return line;
    keys.pop();
  }
  return null;
}

function firstLine(message: string): string {
  return (message.split('\n')[0] ?? message).replace(/^Invalid TOML document: /, '');
}

function causeOf(issue: v.BaseIssue<unknown>): string {
  if (issue.received === 'undefined') return 'this field is missing.';
  if (issue.expected === 'never') return 'this field is not known here.';
  return `found ${issue.received}, expected ${issue.expected ?? 'something else'}.`;
}

function mendOf(issue: v.BaseIssue<unknown>): string {
  if (issue.received === 'undefined') return 'add it; the neighbours show how.';
  if (issue.expected === 'never') return 'check the spelling, or take it out.';
  return 'write it the way the neighbours do.';
}
