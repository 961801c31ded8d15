/** What must be true of the words of a plan, whoever it is for: each text is checked once, in both voices. */
import type { Guide, Text, Voice } from '../../guide/model';
import { say } from '../../guide/text';
import type { Invariant } from './invariants';

type WordRule = Pick<Invariant, 'id' | 'says' | 'source' | 'holdsFor'>;

const EMERGENCY: WordRule = {
  id: 'emergency',
  says: 'The emergency line stands on every plan and names 911.',
  source: 'docs/design/product.md "Promises" (9)',
  holdsFor: 'every',
};
const CAREGIVER: WordRule = {
  id: 'caregiver',
  says: 'Where the pages are for somebody else, no text but a step says "your" and means the patient.',
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
export const WORD_RULES: readonly WordRule[] = [
  EMERGENCY,
  CAREGIVER,
  NEVER_LATE,
  LETTER_WINS,
  SOURCE,
  TEN_DAYS,
  MUST_ASK,
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
      const said = formatOpen(text, voice);
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
    check(CAREGIVER, text, (said) => !/\byours?\b/i.test(said), ['other']);
    check(NEVER_LATE, text, (said) => !/too late/i.test(said));
  }
  for (const state of ['by', 'soon'] as const) {
    check(LETTER_WINS, guide.words[`plan.dates.${state}`] ?? '', (said) => /letter if that is earlier/.test(said));
  }
  check(NEVER_LATE, guide.words['plan.dates.past'] ?? '', (said) => /call today.*late appeals/i.test(said));
  for (const { id, levels, dates } of guide.ladders) {
    for (const date of dates) {
      if (date.id === 'keep-care') check(TEN_DAYS, date.text, (said) => /^If this letter cuts care/.test(said));
    }
    if (id !== 'part-d-drug') continue;
    const lines = [...dates.map(({ text }) => text), ...levels.flatMap(({ name, about }) => [name, about])];
    for (const text of lines) check(MUST_ASK, text, (said) => !/by itself|plan sends/i.test(said));
  }
  return found.filter(({ rule }) => holdsFor === 'this' || rule.holdsFor === 'every');
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

/** A text in one voice, with its parameters left as they are. */
function formatOpen(text: Text, voice: Voice): string {
  const names = [...text.matchAll(/\{([^{}|]*)\}/g)].map(([, name = '']) => [name, `{${name}}`] as const);
  return say(text, voice, Object.fromEntries(names));
}
