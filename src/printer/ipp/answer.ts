import type { Result } from '../../basics/result';
/**
 * Reads an IPP answer (RFC 8010 §3). We do not use the parser of @sealsystems/ipp 2.8.2: it reads lengths as signed
 * numbers, so sixteen bad bytes from a printer send it, and the whole kiosk, into an endless loop. It also loses its place
 * at an unknown value syntax, which RFC 8010 §3.5.2 says to skip.
 */

/** `null` is a value that we do not use: out-of-band, date, collection, unknown syntax. */
export type IppValue = string | number | boolean | IppRange | null;

export interface IppRange {
  readonly lower: number;
  readonly upper: number;
}

export type IppAttributes = ReadonlyMap<string, readonly IppValue[]>;

export interface IppAnswer {
  readonly version: string;
  readonly status: number;
  readonly requestId: number;
  readonly groups: readonly { readonly tag: number; readonly attributes: IppAttributes }[];
}

/** Delimiter tags (RFC 8010 §3.5.1). */
export const JOB_GROUP = 0x02;
export const PRINTER_GROUP = 0x04;
export const SUBSCRIPTION_GROUP = 0x06;
export const EVENT_GROUP = 0x07;
const END_OF_ATTRIBUTES = 0x03;
const LAST_DELIMITER = 0x0f;

/** Value tags (RFC 8010 §3.5.2). */
const INTEGER = 0x21;
const BOOLEAN = 0x22;
const ENUM = 0x23;
const OCTET_STRING = 0x30;
const RANGE_OF_INTEGER = 0x33;
const BEGIN_COLLECTION = 0x34;
const TEXT_WITH_LANGUAGE = 0x35;
const NAME_WITH_LANGUAGE = 0x36;
const END_COLLECTION = 0x37;
const FIRST_STRING = 0x41;
const LAST_STRING = 0x49;

class Malformed extends Error {}

/** The answer, or a sentence about what is wrong with the bytes. Never throws, and reads each byte once. */
export function readAnswer(bytes: Uint8Array): Result<IppAnswer, string> {
  try {
    return { ok: true, value: read(bytes) };
  } catch (error) {
    if (error instanceof Malformed) return { ok: false, error: error.message };
    throw error;
  }
}

function read(bytes: Uint8Array): IppAnswer {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let at = 0;

  const version = `${readByte()}.${readByte()}`;
  const status = readLength();
  const requestId = view.getInt32(take(4));
  const groups: { tag: number; attributes: Map<string, IppValue[]> }[] = [];
  let values: IppValue[] | null = null;
  let depth = 0;

  for (;;) {
    const tag = readByte();
    if (tag <= LAST_DELIMITER) {
      if (depth > 0) throw new Malformed('a collection is not closed');
      if (tag === END_OF_ATTRIBUTES) return { version, status, requestId, groups };
      groups.push({ tag, attributes: new Map() });
      values = null;
    } else {
      readAttribute(tag);
    }
  }

  function readAttribute(tag: number): void {
    const name = readText(readLength());
    const length = readLength();
    const start = take(length);
    if (name !== '') values = startAttribute(name);
    if (values === null) throw new Malformed('a value has no attribute');
    // The members of a collection are skipped.
    if (depth === 0) values.push(decode(tag, start, length));
    if (tag === BEGIN_COLLECTION) depth += 1;
    if (tag === END_COLLECTION) {
      if (depth === 0) throw new Malformed('a collection ends that was not open');
      depth -= 1;
    }
  }

  /** If a name appears twice, its first values count. */
  function startAttribute(name: string): IppValue[] {
    if (depth > 0) throw new Malformed('a collection is not closed');
    const group = groups.at(-1);
    if (group === undefined) throw new Malformed('an attribute is in no group');
    const fresh: IppValue[] = [];
    if (!group.attributes.has(name)) group.attributes.set(name, fresh);
    return fresh;
  }

  function decode(tag: number, start: number, length: number): IppValue {
    if (tag === INTEGER || tag === ENUM) {
      mustBe(4, length);
      return view.getInt32(start);
    }
    if (tag === BOOLEAN) {
      mustBe(1, length);
      return view.getUint8(start) !== 0;
    }
    if (tag === RANGE_OF_INTEGER) {
      mustBe(8, length);
      return { lower: view.getInt32(start), upper: view.getInt32(start + 4) };
    }
    if (tag === TEXT_WITH_LANGUAGE || tag === NAME_WITH_LANGUAGE) return withoutLanguage(start, length);
    // `printer-input-tray` is text in an octet string (PWG 5100.13).
    if (tag === OCTET_STRING || (tag >= FIRST_STRING && tag <= LAST_STRING)) return textAt(start, length);
    return null;
  }

  /** Length and language, length and text. Some printers (HP) get this wrong, and no decision depends on it. */
  function withoutLanguage(start: number, length: number): string | null {
    if (length < 4) return null;
    const textStart = start + 2 + view.getUint16(start);
    if (textStart + 2 > start + length) return null;
    const textLength = view.getUint16(textStart);
    return textStart + 2 + textLength === start + length ? textAt(textStart + 2, textLength) : null;
  }

  function readByte(): number {
    return view.getUint8(take(1));
  }

  function readLength(): number {
    return view.getUint16(take(2));
  }

  function readText(length: number): string {
    return textAt(take(length), length);
  }

  function textAt(start: number, length: number): string {
    return Buffer.from(bytes.buffer, bytes.byteOffset + start, length).toString('utf8');
  }

  /** Moves past the next `length` bytes and returns where they start. @throws Malformed if there are too few */
  function take(length: number): number {
    const start = at;
    if (start + length > bytes.byteLength) throw new Malformed('the answer ends too early');
    at = start + length;
    return start;
  }
}

function mustBe(expected: number, length: number): void {
  if (length !== expected) throw new Malformed(`a value has ${length} bytes instead of ${expected}`);
}

/** The attributes of the first group of a kind; empty if there is no such group. */
export function groupOf(answer: IppAnswer, tag: number): IppAttributes {
  return groupsOf(answer, tag)[0] ?? new Map();
}

/** All groups of a kind: one per job in Get-Jobs, one per event in Get-Notifications. */
export function groupsOf(answer: IppAnswer, tag: number): readonly IppAttributes[] {
  return answer.groups.filter((group) => group.tag === tag).map(({ attributes }) => attributes);
}

export function stringsOf(attributes: IppAttributes, name: string): readonly string[] {
  return (attributes.get(name) ?? []).filter((value) => typeof value === 'string');
}

export function integersOf(attributes: IppAttributes, name: string): readonly number[] {
  return (attributes.get(name) ?? []).filter((value) => typeof value === 'number');
}
