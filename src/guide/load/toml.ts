import * as v from 'valibot';
import type { Problem } from '../../basics/problem';
import { parseToml } from '../../basics/toml';

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
      fix: 'put it back from the packaged content.',
    });
    return null;
  }
  const parsed = parseToml(text);
  if (!parsed.ok) {
    problems.push({
      file,
      line: parsed.error.line,
      field: null,
      cause: `this is not TOML: ${parsed.error.cause}.`,
      fix: 'check quotes, brackets and equals signs on this line and the one before.',
    });
    return null;
  }
  const { value: raw, lineOf } = parsed.value;
  const checked = v.safeParse(schema, raw);
  if (!checked.success) {
    for (const issue of checked.issues) {
      const path = v.getDotPath(issue) ?? '';
      problems.push({
        file,
        line: lineOf(path),
        field: path === '' ? null : path,
        cause: causeOf(issue),
        fix: fixOf(issue),
      });
    }
    return null;
  }
  return { file, value: checked.output, lineOf };
}

function causeOf(issue: v.BaseIssue<unknown>): string {
  if (issue.received === 'undefined') return 'this field is missing.';
  if (issue.expected === 'never') return 'this field is not known here.';
  return `found ${issue.received}, expected ${issue.expected ?? 'something else'}.`;
}

function fixOf(issue: v.BaseIssue<unknown>): string {
  if (issue.received === 'undefined') return 'add it; the neighbours show how.';
  if (issue.expected === 'never') return 'check the spelling, or take it out.';
  return 'write it the way the neighbours do.';
}
