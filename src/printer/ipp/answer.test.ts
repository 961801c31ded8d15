import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { attribute, encodeAnswer, TAG } from '../../../tests/support/fake-printer/codec';
import { groupOf, integersOf, JOB_GROUP, PRINTER_GROUP, readAnswer, stringsOf } from './answer';

const SAMPLE = encodeAnswer([2, 0], 0x0001, 7, [
  { tag: TAG.operationGroup, attributes: [attribute(TAG.charset, 'attributes-charset', 'utf-8')] },
  {
    tag: TAG.printerGroup,
    attributes: [
      attribute(TAG.enum, 'printer-state', 4),
      attribute(TAG.keyword, 'printer-state-reasons', 'media-empty-warning', 'toner-low-report'),
      attribute(TAG.rangeOfInteger, 'copies-supported', [1, 99]),
      attribute(TAG.boolean, 'printer-is-accepting-jobs', false),
      attribute(TAG.text, 'printer-info', 'Étage 2'),
      attribute(TAG.textWithLanguage, 'printer-location', Buffer.from([0, 2, 0x66, 0x72, 0, 2, 0x68, 0x69])),
      attribute(TAG.textWithLanguage, 'printer-message', Buffer.from([0, 99, 0x66, 0x72, 0, 2])),
      attribute(TAG.noValue, 'printer-nothing', Buffer.alloc(0)),
      attribute(0x3f, 'from-the-future', Buffer.from('ABC')),
      attribute(TAG.beginCollection, 'media-col-default', [
        attribute(TAG.beginCollection, 'media-size', [attribute(TAG.integer, 'x-dimension', 21590)]),
        attribute(TAG.keyword, 'media-type', 'stationery'),
      ]),
      attribute(TAG.keyword, 'media-supported', 'iso_a4_210x297mm'),
      attribute(TAG.keyword, 'media-supported', 'second-time'),
    ],
  },
]);

describe('readAnswer', () => {
  it('reads every kind of value and skips what it does not need', () => {
    const read = readAnswer(SAMPLE);
    if (!read.ok) throw new Error(read.error);
    expect(read.value).toMatchObject({ version: '2.0', status: 1, requestId: 7 });
    expect(Object.fromEntries(groupOf(read.value, PRINTER_GROUP))).toEqual({
      'printer-state': [4],
      'printer-state-reasons': ['media-empty-warning', 'toner-low-report'],
      'copies-supported': [{ lower: 1, upper: 99 }],
      'printer-is-accepting-jobs': [false],
      'printer-info': ['Étage 2'],
      'printer-location': ['hi'],
      'printer-message': [null],
      'printer-nothing': [null],
      'from-the-future': [null],
      'media-col-default': [null],
      'media-supported': ['iso_a4_210x297mm'],
    });
    expect(groupOf(read.value, JOB_GROUP).size).toBe(0);
    expect(stringsOf(groupOf(read.value, PRINTER_GROUP), 'printer-state')).toEqual([]);
    expect(integersOf(groupOf(read.value, PRINTER_GROUP), 'printer-state')).toEqual([4]);
  });

  it('refuses a good answer that is cut off, wherever it is cut', () => {
    for (let length = 0; length < SAMPLE.length; length += 1) {
      expect(readAnswer(SAMPLE.subarray(0, length)).ok, `${length} bytes`).toBe(false);
    }
  });

  it('always ends, with a value or an error, for any bytes', () => {
    const head = fc.constant(Buffer.from([2, 0, 0, 0, 0, 0, 0, 1, 4]));
    const body = fc.uint8Array({ maxLength: 400 });
    fc.assert(fc.property(head, body, (start, rest) => void readAnswer(Buffer.concat([start, rest]))));
    fc.assert(
      fc.property(fc.nat(SAMPLE.length - 1), fc.nat(255), (place, byte) => {
        const spoilt = Buffer.from(SAMPLE);
        spoilt[place] = byte;
        readAnswer(spoilt);
      }),
      { numRuns: 2000 },
    );
  });

  it.each([
    ['a length that is -6 as a signed number', [4, 0x44, 0, 1, 0x61, 0xff, 0xfa, 3], 'ends too early'],
    ['an attribute outside a group', [0x44, 0, 1, 0x61, 0, 1, 0x62, 3], 'in no group'],
    ['a value before any attribute', [4, 0x44, 0, 0, 0, 1, 0x62, 3], 'no attribute'],
    ['an integer of three bytes', [4, 0x21, 0, 1, 0x61, 0, 3, 1, 2, 3, 3], '3 bytes instead of 4'],
    ['a boolean of two bytes', [4, 0x22, 0, 1, 0x61, 0, 2, 1, 1, 3], '2 bytes instead of 1'],
    ['a collection left open', [4, 0x34, 0, 1, 0x61, 0, 0, 3], 'not closed'],
    [
      'a collection left open by the next attribute',
      [4, 0x34, 0, 1, 0x61, 0, 0, 0x44, 0, 1, 0x62, 0, 0, 3],
      'not closed',
    ],
    ['a collection closed twice', [4, 0x44, 0, 1, 0x61, 0, 0, 0x37, 0, 0, 0, 0, 3], 'not open'],
  ])('refuses %s', (_name, bytes, cause) => {
    const read = readAnswer(Buffer.from([2, 0, 0, 0, 0, 0, 0, 1, ...bytes]));
    expect(read).toEqual({ ok: false, error: expect.stringContaining(cause) });
  });
});
