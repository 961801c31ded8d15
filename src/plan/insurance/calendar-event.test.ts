import fc from 'fast-check';
import { expect, it } from 'vitest';
import { calendarEvent } from './calendar-event';

const EVENT = { date: '2027-05-01', title: 'Last day for my papers', madeOn: '2026-11-23' };
/** What a reader of the format sees: folded lines put together again (RFC 5545 §3.1). */
const unfolded = (text: string): readonly string[] => text.replaceAll('\r\n ', '').split('\r\n');

it('is one whole-day event of the last day', () => {
  expect(unfolded(calendarEvent(EVENT))).toEqual([
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Homeward//EN',
    'BEGIN:VEVENT',
    'UID:20270501@homeward.invalid',
    'DTSTAMP:20261123T000000Z',
    'DTSTART;VALUE=DATE:20270501',
    'SUMMARY:Last day for my papers',
    'TRANSP:TRANSPARENT',
    'END:VEVENT',
    'END:VCALENDAR',
    '',
  ]);
});

it('ends every line with CR and LF, and has neither alone', () => {
  const text = calendarEvent({ ...EVENT, title: 'one\ntwo\r\nthree' });
  expect(text.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/);
  expect(unfolded(text)).toContain('SUMMARY:one\\ntwo\\nthree');
});

it('escapes the signs of the format', () => {
  expect(unfolded(calendarEvent({ ...EVENT, title: 'a, b; c\\d' }))).toContain('SUMMARY:a\\, b\\; c\\\\d');
});

it('has no line over 75 octets, and loses nothing by folding, in any script', () => {
  const titles = fc.string({ unit: 'grapheme', minLength: 1, maxLength: 300 });
  fc.assert(
    fc.property(titles, (title) => {
      const text = calendarEvent({ ...EVENT, title });
      for (const line of text.split('\r\n')) expect(new TextEncoder().encode(line).length).toBeLessThanOrEqual(75);
      const summary = unfolded(text).find((line) => line.startsWith('SUMMARY:')) ?? '';
      const said = summary.slice('SUMMARY:'.length).replace(/\\([\\;,n])/g, (_, sign) => (sign === 'n' ? '\n' : sign));
      expect(said).toBe(title.replace(/\r\n|\r/g, '\n'));
    }),
  );
});

it('tells nothing of the person: two people with one last day have the same entry', () => {
  expect(calendarEvent(EVENT)).toBe(calendarEvent({ ...EVENT }));
  expect(calendarEvent(EVENT)).toMatch(/^UID:\d{8}@homeward\.invalid\r$/m);
});
