/**
 * The one reader of TOML. Values come from smol-toml, which is fast (28 ms for all content, against 165 ms); places of
 * keys come from toml-eslint-parser, which runs only to point at a problem or to edit a file.
 */
import { parse, TomlError } from 'smol-toml';
import { parseTOML, type AST } from 'toml-eslint-parser';
import type { Result } from './result';

export interface TomlDocument {
  readonly value: Readonly<Record<string, unknown>>;
  /**
   * The line of a key, counted from 1, by its dotted path: `screen.diagonal_inch`, `unit_contacts.1.phone`. Where the
   * key is not in the text, the line of the nearest table around it; null where there is none.
   */
  readonly lineOf: LineOf;
}
export type LineOf = (path: string) => number | null;

/** Why a text is not TOML. */
export interface TomlFailure {
  readonly line: number;
  readonly cause: string;
}

/** The place of a key and its value in a text: offsets in characters, the line counted from 1. */
export interface TomlPlace {
  readonly line: number;
  readonly keyStart: number;
  readonly valueStart: number;
  readonly valueEnd: number;
}

/** Deeper than any content or setting needs. A deeper text is refused before a schema descends into it. */
const MAX_DEPTH = 32;

/** Parses a text. Dates of TOML's own kind stay as smol-toml makes them; content and settings write dates as strings. */
export function parseToml(text: string): Result<TomlDocument, TomlFailure> {
  let value: Record<string, unknown>;
  try {
    value = parse(text);
  } catch (error) {
    if (!(error instanceof TomlError)) throw error;
    const [message = ''] = error.message.split('\n');
    return { ok: false, error: { line: error.line, cause: message.replace(/^Invalid TOML document: /, '') } };
  }
  const deepest = deepestKey(value);
  if (deepest !== null) {
    const line = nearestLine(tomlPlaces(text), deepest) ?? 1;
    return { ok: false, error: { line, cause: `tables are nested more than ${MAX_DEPTH} deep` } };
  }
  return { ok: true, value: { value, lineOf: lineFinder(text) } };
}

/** Finds lines of keys; the text is parsed at the first question. A text that is not TOML has no places. */
export function lineFinder(text: string): LineOf {
  let places: ReadonlyMap<string, TomlPlace> | null = null;
  return (path) => {
    places ??= tomlPlaces(text);
    return nearestLine(places, path);
  };
}

/** The place of every key and table of a text, by dotted path. Empty for a text that is not TOML. */
export function tomlPlaces(text: string): ReadonlyMap<string, TomlPlace> {
  const places = new Map<string, TomlPlace>();
  let program: AST.TOMLProgram;
  try {
    program = parseTOML(text);
  } catch {
    return places;
  }
  const waiting: { readonly node: AST.TOMLNode; readonly path: string }[] = [{ node: program.body[0], path: '' }];
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    const { node, path } = next;
    switch (node.type) {
      case 'TOMLTable': {
        const own = node.resolvedKey.join('.');
        notePrefixes(node.resolvedKey, node);
        for (const child of node.body) waiting.push({ node: child, path: own });
        break;
      }
      case 'TOMLKeyValue': {
        const keys = [...(path === '' ? [] : path.split('.')), ...node.key.keys.map(nameOf)];
        notePrefixes(keys, node.key, node.value);
        waiting.push({ node: node.value, path: keys.join('.') });
        break;
      }
      case 'TOMLArray':
        node.elements.forEach((element, index) => {
          note(`${path}.${index}`, element, element);
          waiting.push({ node: element, path: `${path}.${index}` });
        });
        break;
      case 'TOMLTopLevelTable':
      case 'TOMLInlineTable':
        for (const child of node.body) waiting.push({ node: child, path });
        break;
      default:
        break;
    }
  }
  return places;

  /** A header `[a.b]` and a key `a.b = 1` also give the place of `a`, unless `a` has one of its own. */
  function notePrefixes(keys: readonly (string | number)[], at: AST.TOMLNode, value: AST.TOMLNode = at): void {
    if (keys.length > MAX_DEPTH) return note(keys.slice(0, MAX_DEPTH).join('.'), at, value);
    for (let length = 1; length <= keys.length; length += 1) note(keys.slice(0, length).join('.'), at, value);
  }

  function note(path: string, at: AST.TOMLNode, value: AST.TOMLNode): void {
    const line = at.loc.start.line;
    const known = places.get(path);
    if (known !== undefined && known.line <= line) return;
    places.set(path, { line, keyStart: at.range[0], valueStart: value.range[0], valueEnd: value.range[1] });
  }
}

/** A comment of a text, without its `#`: offsets in characters. */
export interface TomlComment {
  readonly start: number;
  readonly text: string;
}

/** The comments of a text, in its order. None for a text that is not TOML. */
export function tomlComments(text: string): readonly TomlComment[] {
  try {
    return parseTOML(text).comments.map(({ range, value }) => ({ start: range[0], text: value.trimEnd() }));
  } catch {
    return [];
  }
}

function nameOf(key: AST.TOMLBare | AST.TOMLQuoted): string {
  return key.type === 'TOMLBare' ? key.name : key.value;
}

function nearestLine(places: ReadonlyMap<string, TomlPlace>, path: string): number | null {
  const keys = path.split('.');
  while (keys.length > 0) {
    const place = places.get(keys.join('.'));
    if (place !== undefined) return place.line;
    keys.pop();
  }
  return null;
}

/** The path of the first table that lies too deep, without walking further down. */
function deepestKey(value: Readonly<Record<string, unknown>>): string | null {
  const waiting: { readonly value: unknown; readonly path: readonly string[] }[] = [{ value, path: [] }];
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    if (typeof next.value !== 'object' || next.value === null) continue;
    if (next.path.length > MAX_DEPTH) return next.path.slice(0, MAX_DEPTH).join('.');
    for (const [key, child] of Object.entries(next.value)) waiting.push({ value: child, path: [...next.path, key] });
  }
  return null;
}
