/** Settings from the text of a `site.toml`. Pure: files are read in `node/files.ts`. */
import * as v from 'valibot';
import type { Problem } from '../basics/problem';
import { parseToml } from '../basics/toml';
import { DEFAULT_SITE, groupOf, GROUPS, ROWS, siteFrom, valueIn, type Row, type Site } from './settings';

export interface SiteReading {
  /** Always complete: a setting that is wrong keeps its default. */
  readonly site: Site;
  readonly problems: readonly Problem[];
  /** Old names that still work. They change nothing. */
  readonly hints: readonly Problem[];
  /** Nothing of the file could be used. */
  readonly isBroken: boolean;
}

/** The settings of a kiosk without a settings file. */
export const NO_FILE: SiteReading = { site: DEFAULT_SITE, problems: [], hints: [], isBroken: false };

/**
 * Reads the text of a `site.toml`.
 * @param file how problems name it
 */
export function readSite(file: string, text: string): SiteReading {
  const parsed = parseToml(text.replace(/^\uFEFF/, ''));
  if (!parsed.ok) {
    return brokenSite({
      file,
      line: parsed.error.line,
      field: null,
      cause: `this is not TOML: ${parsed.error.cause}.`,
      fix: 'correct the line; build/site.example.toml shows how each setting is written.',
    });
  }
  const { value: raw, lineOf } = parsed.value;
  const faults = [...unknownKeys(raw)];
  const hints: Fault[] = [];
  const values = new Map<Row, unknown>();
  for (const row of ROWS) {
    const written = writtenValue(raw, row);
    if (written.isOld) hints.push(oldName(row));
    if (written.value === undefined) continue;
    const result = v.safeParse(row.setting.schema, written.value);
    if (result.success) values.set(row, result.output);
    else faults.push(...result.issues.map((issue) => faultOf(written.key, issue)));
  }
  const site = withGroupChecks(values, faults);
  const place = ({ key, cause, fix }: Fault): Problem => ({ file, line: lineOf(key), field: key, cause, fix });
  return { site, problems: faults.map(place), hints: hints.map(place), isBroken: false };
}

/** When the file itself cannot be used, nothing is known of the printer either, so nothing is printed. */
export function brokenSite(problem: Problem): SiteReading {
  const site = siteFrom(({ setting }) => setting.ifBroken ?? setting.default);
  return { site, problems: [problem], hints: [], isBroken: true };
}

/**
 * Whether a value may be written for a setting.
 * @returns what is wrong with it, or null
 */
export function valueFaults(row: Row, value: unknown): readonly Fault[] {
  const result = v.safeParse(row.setting.schema, value);
  return result.success ? [] : result.issues.map((issue) => faultOf(row.setting.key, issue));
}

/** Something wrong with a key of the file, before it is known in which line it is. */
export interface Fault {
  readonly key: string;
  readonly cause: string;
  readonly fix: string;
}

/** A table of the file as it was parsed. */
export type Table = Readonly<Record<string, unknown>>;

/** A group that fails its check keeps its defaults; rows with `ifBroken` take that value at any fault in their group. */
function withGroupChecks(values: ReadonlyMap<Row, unknown>, faults: Fault[]): Site {
  const valueOf = (row: Row): unknown => (values.has(row) ? values.get(row) : row.setting.default);
  const read = siteFrom(valueOf);
  const bad = new Set<string>();
  for (const [name, { check }] of Object.entries(GROUPS)) {
    const fault = check?.(read) ?? null;
    if (fault === null) continue;
    faults.push(fault);
    bad.add(name);
  }
  const faulty = new Set(faults.map(({ key }) => key.split('.')[0] ?? ''));
  return siteFrom((row) => {
    const group = groupOf(row.setting) ?? '';
    if (faulty.has(group) && row.setting.ifBroken !== undefined) return row.setting.ifBroken;
    return bad.has(group) ? row.setting.default : valueIn(read, row);
  });
}

/** What the file says for a row, under its own name or its old one. */
function writtenValue(
  raw: Table,
  { setting }: Row,
): { readonly key: string; readonly value: unknown; readonly isOld: boolean } {
  const { key, oldKey } = setting;
  const value = rawValue(raw, key);
  const old = oldKey === undefined ? undefined : rawValue(raw, oldKey);
  const isOld = old !== undefined;
  return value === undefined && isOld ? { key: oldKey ?? key, value: old, isOld } : { key, value, isOld };
}

function oldName({ setting: { key, oldKey = '' } }: Row): Fault {
  const name = nameOf(key);
  return {
    key: oldKey,
    cause: `this is the old name of "${name}"; it still works.`,
    fix: `write ${name} instead.`,
  };
}

/** The value of a dotted key; undefined where the file has none. */
export function rawValue(raw: Table, key: string): unknown {
  const [first = '', second] = key.split('.');
  const value = ownValue(raw, first);
  if (second === undefined) return value;
  return isTable(value) ? ownValue(value, second) : undefined;
}

function ownValue(raw: Table, name: string): unknown {
  return Object.hasOwn(raw, name) ? raw[name] : undefined;
}

export function isTable(value: unknown): value is Table {
  return typeof value === 'object' && value !== null && !Array.isArray(value) && !(value instanceof Date);
}

const KNOWN_KEYS: ReadonlySet<string> = new Set(
  ROWS.flatMap(({ setting: { key, oldKey } }) => (oldKey === undefined ? [key] : [key, oldKey])),
);
const TOP_NAMES: readonly string[] = [...new Set(ROWS.map(({ setting: { key } }) => key.split('.')[0] ?? ''))];

function* unknownKeys(raw: Table): Generator<Fault> {
  for (const [name, value] of Object.entries(raw)) {
    if (KNOWN_KEYS.has(name)) continue;
    if (!TOP_NAMES.includes(name)) {
      const fix = `remove it, or use one of: ${TOP_NAMES.join(', ')}.`;
      yield { key: name, cause: 'there is no such setting.', fix };
    } else if (!isTable(value)) {
      yield { key: name, cause: `${show(value)} is not a group of settings.`, fix: `write it as a table: [${name}].` };
    } else {
      for (const inner of Object.keys(value)) {
        const key = `${name}.${inner}`;
        if (!KNOWN_KEYS.has(key)) yield { key, cause: 'there is no such setting.', fix: 'remove it, or fix its name.' };
      }
    }
  }
}

/** @param key of the setting that the issue was found in */
function faultOf(key: string, issue: v.BaseIssue<unknown>): Fault {
  const inner = v.getDotPath(issue);
  const place = inner === null ? key : `${key}.${inner}`;
  if (issue.type === 'strict_object' && issue.expected === 'never') {
    return { key: place, cause: 'there is no such setting.', fix: 'remove it, or fix its name.' };
  }
  if (issue.type === 'strict_object' && issue.received === 'undefined') {
    return { key: place, cause: 'it is missing.', fix: 'add it; build/site.example.toml shows how.' };
  }
  if (issue.type === 'strict_object') {
    return {
      key: place,
      cause: `${show(issue.input)} is not a group of settings.`,
      fix: `write it as a table: [[${key}]].`,
    };
  }
  return { key: place, cause: `${show(issue.input)} does not fit.`, fix: `${issue.message}.` };
}

function nameOf(key: string): string {
  return key.split('.').at(-1) ?? key;
}

function show(input: unknown): string {
  const text = JSON.stringify(input) ?? String(input);
  return text.length > 60 ? `${text.slice(0, 60)}…` : text;
}
