import * as v from 'valibot';
import type { Problem } from '../../basics/problem';
import { parseToml, type LineOf } from '../../basics/toml';
import type { Withheld } from '../evidence';
import type { ContentFiles } from './files';

/** Reports a problem of one file: its field, what is wrong, how to fix it. */
export type Report = (field: string, cause: string, fix: string) => void;

/** A parsed file. It keeps its lines, so that a later check can point into it. */
export interface TomlFile<Value> {
  readonly file: string;
  readonly value: Value;
  readonly lineOf: LineOf;
  readonly report: Report;
}

export interface ReadingRequest {
  readonly language: string;
  /** ISO date: contacts and rules expire. */
  readonly today: string;
}

/** One pass over a content folder for one guide and one language. Collects problems and withheld facts. */
export interface Reading extends ReadingRequest {
  readonly files: ContentFiles;
  /** The id of the guide. */
  readonly guide: string;
  /**
   * Parses a file against its schema, once. Later calls for the same file return the same result.
   * @returns null if the file is bad; its problems have been reported
   */
  parse<Schema extends v.GenericSchema>(path: string, schema: Schema): TomlFile<v.InferOutput<Schema>> | null;
  report(problem: Problem): void;
  /** Notes a fact that may not reach a patient. */
  withhold(fact: Withheld): void;
  readonly problems: readonly Problem[];
  readonly withheld: readonly Withheld[];
}

export function openReading(files: ContentFiles, guide: string, { language, today }: ReadingRequest): Reading {
  const problems: Problem[] = [];
  const withheld: Withheld[] = [];
  const parsed = new Map<string, TomlFile<unknown> | null>();
  return {
    files,
    guide,
    language,
    today,
    problems,
    withheld,
    report: (problem) => void problems.push(problem),
    withhold: (fact) => void withheld.push(fact),
    parse<Schema extends v.GenericSchema>(path: string, schema: Schema) {
      if (!parsed.has(path)) parsed.set(path, parseFile(path, schema));
      return (parsed.get(path) ?? null) as TomlFile<v.InferOutput<Schema>> | null;
    },
  };

  function parseFile(file: string, schema: v.GenericSchema): TomlFile<unknown> | null {
    const text = files.get(file);
    if (text === undefined) {
      const fix = 'put it back from the packaged content.';
      problems.push({ file, line: null, field: null, cause: 'the file is missing.', fix });
      return null;
    }
    const toml = parseToml(text);
    if (!toml.ok) {
      const { line, cause } = toml.error;
      const fix = 'check quotes, brackets and equals signs on this line and the one before.';
      problems.push({ file, line, field: null, cause: `this is not TOML: ${cause}.`, fix });
      return null;
    }
    const { value, lineOf } = toml.value;
    const checked = v.safeParse(schema, value);
    if (checked.success) {
      const report: Report = (field, cause, fix) => {
        problems.push({ file, line: lineOf(field), field, cause, fix });
      };
      return { file, value: checked.output, lineOf, report };
    }
    for (const issue of checked.issues) {
      const path = v.getDotPath(issue) ?? '';
      const field = path === '' ? null : path;
      problems.push({ file, line: lineOf(path), field, cause: causeOf(issue), fix: fixOf(issue) });
    }
    return null;
  }
}

function causeOf(issue: v.BaseIssue<unknown>): string {
  if (issue.received === 'undefined') return 'this field is missing.';
  if (issue.expected === 'never') return 'this field is not known here.';
  return `found ${issue.received}, expected ${issue.expected ?? 'something else'}.`;
}

function fixOf(issue: v.BaseIssue<unknown>): string {
  if (issue.received === 'undefined') return 'add it; the neighbors show how.';
  if (issue.expected === 'never') return 'check the spelling, or remove it.';
  return 'write it the way the neighbors do.';
}
