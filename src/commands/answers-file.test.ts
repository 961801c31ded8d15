import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readAnswersFile } from './answers-file';

test('a single answer needs no list, and optional fields have defaults', () => {
  const text = '{"today": "2026-11-23", "answers": {"who": "me", "treatment": ["antibiotics", "tpn"]}}';
  expect(readAnswersFile(text)).toEqual({
    ok: true,
    file: {
      today: '2026-11-23',
      answers: { who: ['me'], treatment: ['antibiotics', 'tpn'] },
      state: null,
      letterDate: null,
      helpers: [],
      englishCopy: false,
    },
  });
});

test.each([
  ['', 'the file', 'write JSON'],
  ['{"today": "2026-11-23", "answers": {"who": "me"},}', 'the file', 'write JSON'],
  ['[]', 'the file', 'write one object'],
  ['null', 'the file', 'write one object'],
  ['{"answers": {}}', 'today', 'add it'],
  ['{"today": "2026-11-23"}', 'answers', 'add it'],
  ['{"today": 20261123, "answers": {}}', 'today', 'write a date of the calendar'],
  ['{"today": "2026-02-30", "answers": {}}', 'today', 'write a date of the calendar'],
  ['{"today": "23.11.2026", "answers": {}}', 'today', 'write a date of the calendar'],
  ['{"today": "2026-11-23", "answers": {}, "letterDate": "2026-13-01"}', 'letterDate', 'like "2026-11-02"'],
  ['{"today": "2026-11-23", "answers": []}', 'answers', 'write {"question": answer'],
  ['{"today": "2026-11-23", "answers": {"who": 1}}', 'answers.who', 'write one answer id in quotes'],
  ['{"today": "2026-11-23", "answers": {}, "sate": "TX"}', 'sate', 'remove it, or use one of: today, answers, state'],
  ['{"today": "2026-11-23", "answers": {}, "state": 5}', 'state', 'write two letters in quotes'],
  ['{"today": "2026-11-23", "answers": {}, "helpers": "case-manager"}', 'helpers', 'write a list'],
  ['{"today": "2026-11-23", "answers": {}, "englishCopy": "no"}', 'englishCopy', 'write true or false'],
])('%s names %s and says: %s', (text, place, fix) => {
  const reading = readAnswersFile(text);
  expect(reading).toMatchObject({ ok: false, problem: { place } });
  expect(!reading.ok && reading.problem.fix).toContain(fix);
});

test('no file content makes it throw', () => {
  fc.assert(
    fc.property(fc.oneof(fc.string(), fc.json()), (text) => {
      expect(typeof readAnswersFile(text).ok).toBe('boolean');
    }),
  );
});
