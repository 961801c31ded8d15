/** Every trouble has words for the person and for staff, in the order in which troubles are told. */
import { expect, it } from 'vitest';
import { FAILED_WHYS, PRINT_FAILURES, TROUBLES, UNKNOWN_WHYS } from '../../src/printer';
import { wordsOf, type PrintScene } from '../../src/renderer/logic/print-scene';
import { words } from './kiosk';

const KEYS: readonly string[] = [...new Set([...TROUBLES, ...FAILED_WHYS, ...UNKNOWN_WHYS, ...PRINT_FAILURES])];

function keysOf(table: string): readonly string[] {
  return Object.keys(words)
    .filter((key) => key.startsWith(`${table}.`))
    .map((key) => key.slice(table.length + 1));
}

it.each(['printer.reason', 'printer.staff'])('%s has words for each, and for nothing else', (table) => {
  expect([...keysOf(table)].sort()).toEqual([...KEYS].sort());
  expect(keysOf(table).slice(0, TROUBLES.length)).toEqual(TROUBLES);
});

it('what is for staff alone says nothing else to a patient than that help is needed', () => {
  for (const key of ['paper-low', 'ink-low', 'nearly-full', 'wear', 'scanner', 'news']) {
    expect(words[`printer.reason.${key}`]).toBe(words['printer.reason.other']);
    expect(words[`printer.staff.${key}`]).not.toBe(words['printer.staff.other']);
  }
});

it('each scene of the printing screen has words, also for a reason that nobody knows', () => {
  const reasons = [null, 'from-the-future', ...KEYS];
  const scenes: readonly PrintScene[] = [
    ...(['idle', 'queued', 'sending', 'waking'] as const).map((phase) => ({ kind: 'on-the-way', phase }) as const),
    ...(['sent', 'handed-over', 'saved'] as const).map((phase) => ({ kind: 'out', phase }) as const),
    ...reasons.flatMap((reason): readonly PrintScene[] => [
      { kind: 'attention', reason },
      { kind: 'nothing-came', reason },
      ...(['failed', 'cancelled', 'unknown'] as const).map((phase) => ({ kind: 'trouble', phase, reason }) as const),
    ]),
    ...['busy', 'too-many-reprints', 'not-made', 'not-delivered', 'from-the-future', null].map(
      (why) => ({ kind: 'refused', why }) as const,
    ),
  ];
  for (const scene of scenes) {
    const { title, reason, staff } = wordsOf(scene, words);
    for (const key of [title, reason, staff]) if (key !== null) expect(words[key], key).toMatch(/\w/);
  }
  expect(wordsOf({ kind: 'attention', reason: 'from-the-future' }, words)).toMatchObject({
    reason: 'printer.reason.other',
    staff: 'printer.staff.other',
  });
});
