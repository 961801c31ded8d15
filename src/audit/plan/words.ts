/** What must be true of the words of a plan, whoever it is for: each text is checked once, in both voices. */
import type { Guide, Text, Voice } from '../../guide/model';
import type { Invariant } from './invariants';
import { otherQuestions, reasonsWithoutWords, unsaidClaims, withoutWhatFollows } from './pages';
import { sayOpen } from './rules';

type WordRule = Pick<Invariant, 'id' | 'says' | 'source' | 'holdsFor'>;

const EMERGENCY: WordRule = {
  id: 'emergency',
  says: 'The emergency line stands on every plan and names 911.',
  source: 'docs/design/product.md "Promises" (9)',
  holdsFor: 'every',
};
const CAREGIVER: WordRule = {
  id: 'caregiver',
  says: 'Where the pages are for somebody else, no text but a step says "your" and means the patient; none says "my" or "am I", in quotes too.',
  source: 'docs/design/product.md "Because, voice, help"',
  holdsFor: 'every',
};
const NEVER_LATE: WordRule = {
  id: 'never-too-late',
  says: 'Nothing says "too late": a day that has passed says to call today and ask about late appeals.',
  source: 'docs/evidence/coverage-facts.md §5; docs/design/product.md "Dates"',
  holdsFor: 'every',
};
const LETTER_WINS: WordRule = {
  id: 'letter-wins',
  says: 'A computed date is never the last word: "or the date in your letter if that is earlier".',
  source: 'docs/evidence/coverage-facts.md §1 (12); docs/design/product.md "Promises" (5)',
  holdsFor: 'every',
};
const SOURCE: WordRule = {
  id: 'date-source',
  says: 'Every rule that computes a date names its source.',
  source: 'docs/design/product.md "Promises" (5)',
  holdsFor: 'every',
};
const TEN_DAYS: WordRule = {
  id: 'ten-days',
  says: 'The Medicaid 10-day line speaks only to people whose care is being cut.',
  source: 'docs/evidence/coverage-facts.md §5 (f), A9; docs/design/product.md "Dates"',
  holdsFor: 'every',
};
const MUST_ASK: WordRule = {
  id: 'must-ask',
  says: 'No words on a drug ladder say that the plan sends the case on.',
  source: 'docs/evidence/coverage-facts.md §4.1 (d, e)',
  holdsFor: 'every',
};
const RULES = 'docs/design/product.md "Rules that hold for every person"';
function ruleOf(number: number, name: string, says: string): WordRule {
  return { id: `rule-${number}-${name}`, says, source: `${RULES} ${number}`, holdsFor: 'this' };
}
const THIS_WEEK = ruleOf(1, 'this-week', '"Best: send it this week" stands before the last safe day to mail it.');
const NIGHT_LINE = ruleOf(3, 'night-line', 'Page 1 has a line for nights and weekends.');
const MAY_HAVE_PASSED = ruleOf(
  5,
  'may',
  'A line that may have run out says "may" and "call today", for the 10 days of Medicaid too, never "has passed".',
);
const SIGNED = ruleOf(
  7,
  'signed',
  'A page that a person signs says urgent, a reason, a stage or a level only to who said so, and never that no reason was seen.',
);
const IN_HAND = ruleOf(8, 'in-hand', 'Nothing that page 1 says names another page.');
const RUN_OUT = ruleOf(
  9,
  'run-out',
  'The page of the wait and the page of the no say what follows when the time limit of the plan has run out, wherever that is confirmed.',
);
const OWN_LETTER = ruleOf(
  13,
  'own-letter',
  'A yes taken back, "out of network", another place and another reason each have words of their own on the page of the no and in the letter.',
);
const VOICE = ruleOf(
  14,
  'voice',
  "Where the pages are for somebody else, no step speaks of the reader's own doctor, plan, letter, case or insurance.",
);
const SAME_QUESTIONS = ruleOf(
  14,
  'same-questions',
  'The questions before leaving have the same words on the screen and on their page.',
);
export const WORD_RULES: readonly WordRule[] = [
  EMERGENCY,
  CAREGIVER,
  NEVER_LATE,
  LETTER_WINS,
  SOURCE,
  TEN_DAYS,
  MUST_ASK,
  THIS_WEEK,
  NIGHT_LINE,
  MAY_HAVE_PASSED,
  SIGNED,
  IN_HAND,
  RUN_OUT,
  OWN_LETTER,
  VOICE,
  SAME_QUESTIONS,
];
const VOICES: readonly Voice[] = ['me', 'other'];

/** Texts of the guide that break a rule. Rules about English words are asked of English only. */
export function checkWords(
  guide: Guide,
  holdsFor: Invariant['holdsFor'],
): readonly { readonly rule: WordRule; readonly detail: string }[] {
  const found: { rule: WordRule; detail: string }[] = [];
  const check = (rule: WordRule, text: Text, holds: (said: string) => boolean, voices = VOICES): void => {
    for (const voice of voices) {
      const said = sayOpen(text, voice);
      if (!holds(said)) found.push({ rule, detail: said });
    }
  };
  check(EMERGENCY, guide.words['plan.emergency'] ?? '', (said) => said.includes('911'));
  for (const ladder of guide.ladders) {
    for (const { add, source, id } of ladder.dates) {
      if (add !== null && source === '') found.push({ rule: SOURCE, detail: `${ladder.id} ${id}` });
    }
  }
  if (guide.language !== 'en') return found;

  const texts = textsOf(guide);
  for (const text of texts) {
    check(CAREGIVER, text, (said) => !/\b(yours?|my|am i)\b/i.test(said), ['other']);
    check(NEVER_LATE, text, (said) => !/too late/i.test(said));
  }
  for (const state of ['by', 'soon'] as const) {
    check(LETTER_WINS, guide.words[`plan.dates.${state}`] ?? '', (said) =>
      /letter if that is (earlier|sooner)/.test(said),
    );
  }
  check(NEVER_LATE, guide.words['plan.dates.past'] ?? '', (said) =>
    /may be the last day.*call today.*still appeal/i.test(said),
  );
  for (const { id, levels, dates } of guide.ladders) {
    for (const date of dates) {
      if (date.id === 'keep-care')
        check(TEN_DAYS, date.text, (said) => /^(If this letter cuts care|Does it cut care)/.test(said));
    }
    if (id !== 'part-d-drug') continue;
    const lines = [...dates.map(({ text }) => text), ...levels.flatMap(({ name, about }) => [name, about])];
    for (const text of lines) check(MUST_ASK, text, (said) => !/by itself|plan sends/i.test(said));
  }
  const report = (rule: WordRule, details: readonly string[]): void => {
    for (const detail of details) found.push({ rule, detail });
  };
  check(THIS_WEEK, guide.words['plan.dates.send-by'] ?? '', (said) => /^best: .*this week\..*\{date\}/i.test(said));
  check(THIS_WEEK, guide.words['plan.dates.send-by-none'] ?? '', (said) => /this week/i.test(said));
  check(NIGHT_LINE, guide.words['paper.plan.nights'] ?? '', (said) => /night.*weekend/i.test(said));
  check(MAY_HAVE_PASSED, guide.words['plan.dates.past-care-cut'] ?? '', (said) =>
    /may still be able to keep it if it has not stopped\. call today/i.test(said),
  );
  check(MAY_HAVE_PASSED, guide.words['plan.dates.none-care-cut'] ?? '', (said) =>
    /may have only \{days\} days\. call today/i.test(said),
  );
  for (const text of textsOfPageOne(guide)) {
    check(MAY_HAVE_PASSED, text, (said) => !/has passed|too late/i.test(said));
    check(IN_HAND, text, (said) => !/\bpages?\b|\bD\d\d\b/i.test(said));
  }
  for (const { text, why } of guide.steps) {
    for (const each of [text, why])
      check(VOICE, each, (said) => !/\b(yours?(?! next step)|my|am i)\b/i.test(said), ['other']);
  }
  report(SIGNED, unsaidClaims(guide));
  report(RUN_OUT, withoutWhatFollows(guide));
  report(OWN_LETTER, reasonsWithoutWords(guide));
  report(SAME_QUESTIONS, otherQuestions(guide));
  return found.filter(({ rule }) => holdsFor === 'this' || rule.holdsFor === 'every');
}

/** What page 1 says: it must be enough alone. */
function textsOfPageOne(guide: Guide): readonly Text[] {
  return [
    ...guide.messages.map(({ text }) => text),
    ...guide.steps.flatMap(({ text, why }) => [text, why]),
    ...guide.overlays.map(({ short }) => short),
    ...guide.ladders.flatMap(({ dates }) => dates.map(({ text }) => text)),
    ...Object.entries(guide.words).flatMap(([key, text]) => (/^plan\.(dates\.|emergency$)/.test(key) ? [text] : [])),
  ];
}

/** Every text of a plan in which "you" means the patient. */
function textsOf(guide: Guide): readonly Text[] {
  return [
    ...guide.messages.map(({ text }) => text),
    ...guide.overlays.flatMap(({ title, short, parts }) => [title, short, ...parts.map(({ text }) => text)]),
    ...guide.complaints.map(({ text }) => text),
    ...guide.help.flatMap(({ title, outcomes }) => [title, ...outcomes.map(({ reason }) => reason)]),
    ...guide.people.flatMap(({ name, does }) => [name, does]),
    ...guide.ladders.flatMap(({ name, letterWords, levels, dates }) => [
      name,
      letterWords ?? '',
      ...levels.flatMap((level) => [level.name, level.about]),
      ...dates.map(({ text }) => text),
    ]),
    ...Object.entries(guide.words).flatMap(([key, text]) => (key.startsWith('plan.dates.') ? [text] : [])),
  ];
}
