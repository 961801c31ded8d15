/** Sends an answer, damaged as the fault says. */
import type { ServerResponse } from 'node:http';
import { attribute, encodeAnswer, TAG, type WireAttribute, type WireRequest } from './codec';
import type { FakeFault } from './model';
import type { Reply } from './operations';

/** Sixteen bytes with a length that sends a reader into an endless loop if it takes lengths as signed numbers. */
const NEGATIVE_LENGTH = Buffer.from([2, 0, 0, 0, 0, 0, 0, 1, 4, 0x44, 0, 1, 0x61, 0xff, 0xfa, 3]);

/** Names and syntaxes from the future (RFC 8010 §3.5.2: skip them). */
const STRANGE_ATTRIBUTES: readonly WireAttribute[] = [
  attribute(TAG.keyword, 'x-hologram-supported', 'yes', 'no'),
  attribute(0x3f, 'x-strange-syntax', Buffer.from('AB')),
  attribute(0x7f, 'x-extended-syntax', Buffer.from([0x40, 0, 0, 1, 9, 9])),
  attribute(TAG.noValue, 'x-nothing', Buffer.alloc(0)),
  attribute(TAG.textWithLanguage, 'x-text', Buffer.from([0, 2, 0x65, 0x6e, 0, 2, 0x68, 0x69])),
  attribute(TAG.dateTime, 'x-date', Buffer.alloc(11)),
  attribute(TAG.beginCollection, 'x-collection', [attribute(TAG.integer, 'printer-state', 5)]),
];

/** Timers that end with the server. */
export class Timers {
  private readonly running = new Set<NodeJS.Timeout>();

  later(delayMs: number, action: () => void): void {
    this.running.add(setTimeout(action, delayMs));
  }

  repeat(delayMs: number, action: () => void): void {
    this.running.add(setInterval(action, delayMs));
  }

  clear(): void {
    this.running.forEach((timer) => clearInterval(timer));
    this.running.clear();
  }
}

export function bodyOf(request: WireRequest, reply: Reply, fault: FakeFault | undefined): Buffer {
  const isWrongId = fault?.kind === 'wrong-request-id';
  const strange = fault?.kind === 'unknown-attributes' ? STRANGE_ATTRIBUTES : [];
  const version = request.version[0] > 2 || request.version[0] < 1 ? ([2, 0] as const) : request.version;
  return encodeAnswer(version, reply.status, request.requestId + (isWrongId ? 1 : 0), [
    {
      tag: TAG.operationGroup,
      attributes: [
        attribute(TAG.charset, 'attributes-charset', 'utf-8'),
        attribute(TAG.naturalLanguage, 'attributes-natural-language', 'en'),
      ],
    },
    ...(reply.groups ?? []).map(({ tag, attributes }) => ({ tag, attributes: [...strange, ...attributes] })),
  ]);
}

export function respond(response: ServerResponse, body: Buffer, fault: FakeFault | undefined, timers: Timers): void {
  response.setHeader('content-type', 'application/ipp');
  switch (fault?.kind) {
    case 'cut':
    case 'cut-mid-document':
      response.socket?.destroy();
      return;
    case 'silent':
      return;
    case 'slow':
      timers.later(fault.delayMs, () => response.end(body));
      return;
    case 'drip':
      response.write('.');
      timers.repeat(fault.delayMs, () => response.write('.'));
      return;
    case 'garbage':
      response.end(Buffer.from(Array.from({ length: 997 }, (_, index) => (index * 7919) % 251)));
      return;
    case 'negative-length':
      response.end(withNegativeLength(body));
      return;
    case 'not-http':
      response.socket?.end('SSH-2.0-OpenSSH_9.2\r\n');
      return;
    case 'truncated':
      if (fault.where === 'ipp') {
        response.end(body.subarray(0, body.length - 3));
        return;
      }
      response.setHeader('content-length', body.length);
      response.write(body.subarray(0, body.length - 3), () => response.socket?.destroy());
      return;
    case 'oversized':
      response.end(Buffer.concat([body, Buffer.alloc(fault.bytes)]));
      return;
    default:
      response.end(body);
  }
}

/** An answer to the same request: bytes 4 to 7 are its number. */
function withNegativeLength(body: Buffer): Buffer {
  const spoilt = Buffer.from(NEGATIVE_LENGTH);
  body.copy(spoilt, 4, 4, 8);
  return spoilt;
}
