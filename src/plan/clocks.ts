/** How long the law lets the person's own plans take for a first answer, in words (coverage-facts §3). */
import type { DecisionClock, DecisionLimit, Guide } from '../guide/model';
import type { Parameters } from '../guide/text';
import type { AnswerSet, ClocksView } from './model';

const HOURS_IN_DAY = 24;

/** `word`: fills a text of `[clocks]` in plan.toml; `labelOf`: the words of an answer to `insurance`. */
export interface ClockWords {
  readonly word: (key: string, parameters?: Parameters) => string;
  readonly labelOf: (insurance: string) => string;
}

/** A line for each plan; one with no confirmed time says to ask. Nothing for somebody with no insurance. */
export function viewClocks(
  guide: Guide,
  answers: AnswerSet,
  path: readonly string[],
  { word, labelOf }: ClockWords,
): ClocksView {
  const named = path.includes('who-said-no') ? (answers['who-said-no'] ?? []) : [];
  const payers = named.length === 0 || named.includes('unsure') ? (answers['insurance'] ?? []) : named;
  const timed = payers
    .filter((payer) => payer !== 'none')
    .map((payer) => ({ payer, clocks: guide.clocks[payer] ?? [] }));
  if (timed.every(({ clocks }) => clocks.length === 0)) {
    return { intro: null, lines: timed.length === 0 ? [] : [{ plan: null, text: word('ask') }] };
  }
  return {
    intro: word('intro'),
    lines: timed.map(({ payer, clocks }) => ({
      plan: labelOf(payer),
      text: clocks.length === 0 ? word('ask') : sayClocks(clocks, word),
    })),
  };
}

/** "Care: 7 days; if urgent, 72 hours (3 days). A Part B drug, a Part D drug: …": equal times are said once. */
function sayClocks(clocks: readonly DecisionClock[], word: ClockWords['word']): string {
  const pieces: { what: string; readonly times: string }[] = [];
  for (const { covers, standard, urgent } of clocks) {
    const slow = sayLimit(standard, word);
    const fast = sayLimit(urgent, word);
    const times = slow === fast ? slow : `${slow}; ${word('urgent', { time: fast })}`;
    const what = covers === 'any' ? '' : word(covers);
    const same = pieces.find((piece) => piece.times === times);
    if (same === undefined) pieces.push({ what, times });
    else same.what += `, ${what}`;
  }
  const said = pieces.map(({ what, times }) => (what === '' ? `${times}.` : `${what}: ${times}.`));
  // The law lets a plan take more time for care, never for a drug (coverage-facts §3, "Extension").
  if (clocks.some(({ covers }) => covers === 'any' || covers === 'care')) said.push(word('more-time'));
  return said.join(' ');
}

function sayLimit({ count, unit }: DecisionLimit, word: ClockWords['word']): string {
  if (unit === 'days') return word('days', { count });
  return count === HOURS_IN_DAY ? word('one-day', { count }) : word('hours', { count, days: count / HOURS_IN_DAY });
}
