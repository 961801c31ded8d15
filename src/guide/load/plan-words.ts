import { checkSlots } from './checks';
import type { ContentParts } from './parse';

type PlanWords = ContentParts['planWords'];
type Table = Readonly<Record<string, string>>;

/** The slots that the program fills in the plan's fixed words, by table and key (src/plan/view.ts). */
const SLOTS: Readonly<Record<string, Readonly<Record<string, readonly string[]>>>> = {
  because: { line: ['answers'] },
  dates: {
    by: ['what', 'date'],
    soon: ['what', 'date'],
    past: ['what', 'date'],
    'past-care-cut': ['what'],
    'none-care-cut': ['what', 'days'],
    none: ['what'],
    'send-by': ['date'],
    'check-it-arrived': ['date'],
  },
  freshness: { 'as-of': ['month'], checked: ['month'] },
  clocks: {
    urgent: ['time'],
    care: ['time'],
    'part-b-drug': ['time'],
    'part-d-drug': ['time'],
    drug: ['time'],
    days: ['count'],
    'one-day': ['count'],
    hours: ['count', 'days'],
  },
};

/** The plan's fixed words as `plan.…`, next to the words of the screens. */
export function resolvePlanWords({ value: words, report }: PlanWords): Table {
  checkSlots(words.emergency.text, 'emergency.text', report);
  checkSlots(words['state-note'].text, 'state-note.text', report, ['state']);
  const { actors, because, dates, freshness, clocks } = words;
  const tables = Object.entries({ actors, because, dates, freshness, clocks }).flatMap(([table, texts]) =>
    Object.entries<string>(texts).map(([key, text]): readonly [string, string] => {
      return [`plan.${table}.${key}`, checkSlots(text, `${table}.${key}`, report, SLOTS[table]?.[key])];
    }),
  );
  return {
    'plan.emergency': words.emergency.text,
    'plan.state-note': words['state-note'].text,
    ...Object.fromEntries(tables),
  };
}
