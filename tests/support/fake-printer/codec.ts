/**
 * The printer's side of IPP (RFC 8010 §3), independent of `src/printer` so that both do not share a mistake. Requests are
 * read strictly: what a lenient printer would accept is a violation here.
 */

export const TAG = {
  operationGroup: 0x01,
  jobGroup: 0x02,
  end: 0x03,
  printerGroup: 0x04,
  unsupportedGroup: 0x05,
  subscriptionGroup: 0x06,
  eventGroup: 0x07,
  noValue: 0x13,
  integer: 0x21,
  boolean: 0x22,
  enum: 0x23,
  octetString: 0x30,
  dateTime: 0x31,
  resolution: 0x32,
  rangeOfInteger: 0x33,
  beginCollection: 0x34,
  textWithLanguage: 0x35,
  endCollection: 0x37,
  text: 0x41,
  name: 0x42,
  keyword: 0x44,
  uri: 0x45,
  uriScheme: 0x46,
  charset: 0x47,
  naturalLanguage: 0x48,
  mimeMediaType: 0x49,
  memberName: 0x4a,
} as const;

export type WireValue = string | number | boolean | readonly [number, number] | Buffer | readonly WireAttribute[];

export interface WireAttribute {
  readonly tag: number;
  readonly name: string;
  readonly values: readonly WireValue[];
}

export interface WireGroup {
  readonly tag: number;
  readonly attributes: readonly WireAttribute[];
}

export interface WireRequest {
  readonly version: readonly [number, number];
  readonly operation: number;
  readonly requestId: number;
  readonly groups: readonly WireGroup[];
  readonly data: Buffer;
}

export function attribute(tag: number, name: string, ...values: readonly WireValue[]): WireAttribute {
  return { tag, name, values };
}

export function encodeAnswer(
  version: readonly [number, number],
  status: number,
  requestId: number,
  groups: readonly WireGroup[],
): Buffer {
  const head = Buffer.alloc(8);
  head.writeUInt8(version[0], 0);
  head.writeUInt8(version[1], 1);
  head.writeUInt16BE(status, 2);
  head.writeInt32BE(requestId, 4);
  const parts = groups.flatMap((group) => [Buffer.of(group.tag), ...group.attributes.map(encodeAttribute)]);
  return Buffer.concat([head, ...parts, Buffer.of(TAG.end)]);
}

/** An attribute without values is not sent: the printer does not report it. */
function encodeAttribute({ tag, name, values }: WireAttribute): Buffer {
  return Buffer.concat(values.map((value, index) => encodeValue(tag, index === 0 ? name : '', value)));
}

function encodeValue(tag: number, name: string, value: WireValue): Buffer {
  if (tag !== TAG.beginCollection) return encodeField(tag, name, payload(tag, value));
  if (!isCollection(value)) throw new TypeError(`${name} is not a collection`);
  const members = value.flatMap((member) => [
    encodeField(TAG.memberName, '', Buffer.from(member.name)),
    ...member.values.map((inner) => encodeValue(member.tag, '', inner)),
  ]);
  const nothing = Buffer.alloc(0);
  return Buffer.concat([encodeField(tag, name, nothing), ...members, encodeField(TAG.endCollection, '', nothing)]);
}

function encodeField(tag: number, name: string, value: Buffer): Buffer {
  const nameLength = Buffer.alloc(2);
  nameLength.writeUInt16BE(Buffer.byteLength(name));
  const valueLength = Buffer.alloc(2);
  valueLength.writeUInt16BE(value.length);
  return Buffer.concat([Buffer.of(tag), nameLength, Buffer.from(name), valueLength, value]);
}

function payload(tag: number, value: WireValue): Buffer {
  if (Buffer.isBuffer(value)) return value;
  if (typeof value === 'string') return Buffer.from(value);
  if (typeof value === 'boolean') return Buffer.of(value ? 1 : 0);
  if (typeof value === 'number') return integers(value);
  if (tag === TAG.rangeOfInteger && !isCollection(value)) return integers(value[0], value[1]);
  throw new TypeError(`no way to write a value of tag 0x${tag.toString(16)}`);
}

function integers(...numbers: readonly number[]): Buffer {
  const bytes = Buffer.alloc(4 * numbers.length);
  numbers.forEach((number, index) => bytes.writeInt32BE(number, 4 * index));
  return bytes;
}

function isCollection(value: WireValue): value is readonly WireAttribute[] {
  return Array.isArray(value) && value.every((member) => typeof member === 'object');
}

/** @throws RangeError if the bytes are not an IPP request */
export function decodeRequest(bytes: Buffer): WireRequest {
  const groups: { tag: number; attributes: { tag: number; name: string; values: WireValue[] }[] }[] = [];
  let at = 8;
  for (;;) {
    const tag = bytes.readUInt8(at);
    at += 1;
    if (tag === TAG.end) break;
    if (tag < 0x10) {
      groups.push({ tag, attributes: [] });
      continue;
    }
    const name = take().toString('utf8');
    const value = readValue(tag, take());
    const attributes = groups.at(-1)?.attributes;
    if (attributes === undefined) throw new RangeError('attribute outside a group');
    if (name !== '') attributes.push({ tag, name, values: [value] });
    else if (attributes.length === 0) throw new RangeError('value without an attribute');
    else attributes.at(-1)?.values.push(value);
  }
  return {
    version: [bytes.readUInt8(0), bytes.readUInt8(1)],
    operation: bytes.readUInt16BE(2),
    requestId: bytes.readInt32BE(4),
    groups,
    data: bytes.subarray(at),
  };

  function take(): Buffer {
    const length = bytes.readUInt16BE(at);
    const end = at + 2 + length;
    if (end > bytes.length) throw new RangeError('request ends too early');
    const field = bytes.subarray(at + 2, end);
    at = end;
    return field;
  }
}

function readValue(tag: number, field: Buffer): WireValue {
  switch (tag) {
    case TAG.integer:
    case TAG.enum:
      if (field.length !== 4) throw new RangeError('integer is not four bytes');
      return field.readInt32BE(0);
    case TAG.boolean:
      if (field.length !== 1) throw new RangeError('boolean is not one byte');
      return field.readUInt8(0) === 1;
    case TAG.rangeOfInteger:
      if (field.length !== 8) throw new RangeError('range is not eight bytes');
      return [field.readInt32BE(0), field.readInt32BE(4)];
    default:
      return tag >= TAG.text && tag <= TAG.memberName ? field.toString('utf8') : Buffer.from(field);
  }
}
