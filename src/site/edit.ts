/**
 * Changes one setting in the text of a `site.toml`: only its value changes, and the hospital's comments and layout stay.
 * Pure; `node/files.ts` saves the text.
 */
import type { Problem } from '../basics/problem';
import type { Result } from '../basics/result';
import { parseToml, tomlComments, tomlPlaces, type TomlPlace } from '../basics/toml';
import { tomlLiteral } from './literal';
import { isTable, rawValue, readSite, valueFaults, type Table } from './read';
import { groupOf, ROWS, type Row } from './settings';

export interface Change {
  /** A key of the table of settings: `screen.width_px`. */
  readonly key: string;
  /** The new value; null removes the setting, so that its default applies. */
  readonly value: unknown;
}

/**
 * The text with this one change.
 * @param file how problems name it
 * @returns problems where the value does not fit, where the text is not TOML, and where the change cannot be made without
 *   losing something of the file (a comment inside a list, an inline table): then a person edits it
 */
export function editSite(file: string, text: string, change: Change): Result<string, readonly Problem[]> {
  const row = ROWS.find(({ setting }) => setting.key === change.key);
  if (row === undefined) {
    return refused({ file, line: null, field: change.key, cause: 'there is no such setting.', fix: 'name another.' });
  }
  const faults = change.value === null ? [] : valueFaults(row, change.value);
  if (faults.length > 0) {
    const error = faults.map(({ key, cause, fix }) => ({ file, line: null, field: key, cause, fix }));
    return { ok: false, error };
  }
  const before = parseToml(text);
  if (!before.ok) return { ok: false, error: readSite(file, text).problems };
  const edited = edit(text, row, change.value);
  if (edited === null || !isOnlyChange(text, edited, { row, value: change.value })) {
    return refused({
      file,
      line: before.value.lineOf(change.key),
      field: change.key,
      cause: 'it cannot be changed here without losing a comment or the layout.',
      fix: 'change it by hand, or write it as in build/site.example.toml.',
    });
  }
  const known = new Set(readSite(file, text).problems.map(({ field }) => field));
  const problems = readSite(file, edited).problems.filter(({ field }) => !known.has(field));
  return problems.length > 0 ? { ok: false, error: problems } : { ok: true, value: edited };
}

function refused(problem: Problem): Result<never, readonly Problem[]> {
  return { ok: false, error: [problem] };
}

function edit(text: string, row: Row, value: unknown): string | null {
  const { key, oldKey } = row.setting;
  const tables = Array.isArray(value) ? value.filter(isTable) : [];
  const first = tomlPlaces(text).get(`${key}.0`);
  const hasTables = first !== undefined && text[first.keyStart] === '[';
  if (tables.length > 0 ? first === undefined || hasTables : hasTables) return editTables(text, key, tables);
  const renamed = oldKey === undefined ? text : rename(text, oldKey, nameOf(key));
  return setKey(renamed, { table: groupOf(row.setting), name: nameOf(key) }, value);
}

/** Edits `[[key]]` tables one by one, so that comments beside those that stay are kept. */
function editTables(text: string, key: string, wanted: readonly Table[]): string | null {
  const places = tomlPlaces(text);
  const count = countTables(places, key);
  let edited: string | null = text;
  for (let index = count - 1; index >= wanted.length && edited !== null; index -= 1) {
    edited = removeTable(edited, `${key}.${index}`);
  }
  wanted.slice(0, count).forEach((table, index) => {
    const path = `${key}.${index}`;
    const names = new Set([...Object.keys(table), ...namesIn(places, path)]);
    for (const name of names) {
      if (edited !== null) edited = setKey(edited, { table: path, name }, table[name] ?? null);
    }
  });
  for (const table of wanted.slice(count)) {
    if (edited !== null) edited = appendTable(edited, key, table);
  }
  return edited;
}

function countTables(places: ReadonlyMap<string, TomlPlace>, key: string): number {
  let count = 0;
  while (places.has(`${key}.${count}`)) count += 1;
  return count;
}

function namesIn(places: ReadonlyMap<string, TomlPlace>, path: string): readonly string[] {
  const start = `${path}.`;
  return [...places.keys()].filter((key) => key.startsWith(start)).map((key) => key.slice(start.length));
}

function removeTable(text: string, path: string): string | null {
  let edited: string | null = text;
  for (const name of namesIn(tomlPlaces(text), path)) {
    if (edited !== null) edited = setKey(edited, { table: path, name }, null);
  }
  const header = edited === null ? undefined : tomlPlaces(edited).get(path);
  if (edited === null || header === undefined) return null;
  const end = edited.indexOf(']]', header.keyStart) + 2;
  return cut(edited, header.keyStart, end);
}

function appendTable(text: string, key: string, table: Table): string {
  const pairs = Object.entries(table).map(([name, value]) => `${name} = ${tomlLiteral(value)}`);
  const block = [`[[${key}]]`, ...pairs];
  const last = countTables(tomlPlaces(text), key) - 1;
  const end = last < 0 ? text.length : endOfTable(text, `${key}.${last}`);
  return insertLines(text, end, ['', ...block]);
}

interface KeyPlace {
  /** Dotted path of the table that the key is in; null above all tables. */
  readonly table: string | null;
  readonly name: string;
}

/** Sets, adds or (null) removes one key. Returns null when that would lose a comment. */
function setKey(text: string, { table, name }: KeyPlace, value: unknown): string | null {
  const path = table === null ? name : `${table}.${name}`;
  const places = tomlPlaces(text);
  const place = places.get(path);
  if (place !== undefined) {
    const holdsComment = tomlComments(text).some(({ start }) => start > place.valueStart && start < place.valueEnd);
    if (holdsComment) return null;
    if (value === null) return cut(text, place.keyStart, place.valueEnd);
    return text.slice(0, place.valueStart) + tomlLiteral(value) + text.slice(place.valueEnd);
  }
  if (value === null) return text;
  const pair = `${name} = ${tomlLiteral(value)}`;
  if (table === null) return insertLines(text, endOfTopLevel(text, places), [pair]);
  const header = places.get(table);
  if (header === undefined) return insertLines(text, text.length, ['', `[${table}]`, pair]);
  // `screen.width_px = 1080` above all tables makes a table too; another key of it is written the same way.
  const isHeader = text[header.keyStart] === '[';
  return insertLines(text, endOfTable(text, table), [isHeader ? pair : `${table}.${pair}`]);
}

/** The end of the line where a table's last key ends, or its header. */
function endOfTable(text: string, table: string): number {
  const places = tomlPlaces(text);
  const header = places.get(table)?.keyStart ?? text.length;
  const ends = [...places].filter(([path]) => path.startsWith(`${table}.`)).map(([, place]) => place.valueEnd);
  return endOfLine(text, Math.max(header, ...ends));
}

/** The end of the line where the last key above all tables ends; the start of the text where there is none. */
function endOfTopLevel(text: string, places: ReadonlyMap<string, TomlPlace>): number {
  const headers = [...places.values()].filter(({ keyStart }) => text[keyStart] === '[').map((place) => place.keyStart);
  const firstHeader = Math.min(text.length, ...headers);
  const ends = [...places.values()].filter(
    ({ valueEnd, keyStart }) => keyStart < firstHeader && valueEnd <= firstHeader,
  );
  return ends.length === 0 ? 0 : endOfLine(text, Math.max(...ends.map(({ valueEnd }) => valueEnd)));
}

function endOfLine(text: string, offset: number): number {
  const end = text.indexOf('\n', offset);
  return end < 0 ? text.length : end + 1;
}

/** @param offset the start of a line, or the end of the text */
function insertLines(text: string, offset: number, lines: readonly string[]): string {
  const newline = text.includes('\r\n') ? '\r\n' : '\n';
  const before = text.slice(0, offset);
  const isAtLineStart = before === '' || before.endsWith('\n');
  return `${before}${isAtLineStart ? '' : newline}${lines.join(newline)}${newline}${text.slice(offset)}`;
}

/** Removes the text between two offsets, and the whole line when nothing else is on it. */
function cut(text: string, start: number, end: number): string {
  const lineStart = text.lastIndexOf('\n', start - 1) + 1;
  const lineEnd = endOfLine(text, end);
  const rest = text.slice(lineStart, start) + text.slice(end, lineEnd);
  return text.slice(0, lineStart) + (rest.trim() === '' ? '' : rest.trimStart()) + text.slice(lineEnd);
}

function rename(text: string, oldKey: string, name: string): string {
  const place = tomlPlaces(text).get(oldKey);
  if (place === undefined) return text;
  const key = text.slice(place.keyStart, place.valueStart);
  const renamed = key.replace(new RegExp(`${nameOf(oldKey)}(?=["']?\\s*=\\s*$)`), name);
  return text.slice(0, place.keyStart) + renamed + text.slice(place.valueStart);
}

function nameOf(key: string): string {
  return key.split('.').at(-1) ?? key;
}

/** The change is in it, everything else reads as before, and no comment is lost. */
function isOnlyChange(text: string, edited: string, change: { readonly row: Row; readonly value: unknown }): boolean {
  const before = parseToml(text);
  const after = parseToml(edited);
  if (!before.ok || !after.ok) return false;
  const { key, oldKey } = change.row.setting;
  const rest = (value: unknown): string => canonical(value, new Set([key, oldKey]));
  const commentsOf = (toml: string): string => JSON.stringify(tomlComments(toml).map((comment) => comment.text));
  return (
    rest(before.value.value) === rest(after.value.value) &&
    isWritten(rawValue(after.value.value, key), change.value) &&
    commentsOf(text) === commentsOf(edited)
  );
}

/** A list of tables that is empty is not written at all. */
function isWritten(raw: unknown, value: unknown): boolean {
  if (raw === undefined) return value === null || (Array.isArray(value) && value.length === 0);
  return canonical(raw) === canonical(value);
}

/** Text that is the same for the same values, without these keys and without tables that hold nothing. */
function canonical(value: unknown, without: ReadonlySet<string | undefined> = new Set(), path = ''): string {
  if (!isTable(value)) return JSON.stringify(value, (_, inner: unknown) => (isTable(inner) ? sorted(inner) : inner));
  const pairs = Object.keys(value)
    .sort()
    .filter((name) => !without.has(path + name))
    .map((name) => [name, canonical(value[name], without, `${path}${name}.`)] as const)
    .filter(([, text]) => text !== '{}');
  return `{${pairs.map(([name, text]) => `${JSON.stringify(name)}:${text}`).join()}}`;
}

function sorted(table: Table): Table {
  return Object.fromEntries(Object.entries(table).sort(([a], [b]) => (a < b ? -1 : 1)));
}
