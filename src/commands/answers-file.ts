/** The shape of the answers file of `npm run packet` (docs/packet.md). Whether the answers fit together is checked in src/plan. */
import * as v from 'valibot';
import { isCalendarDate } from '../basics/calendar';
import type { InputProblem } from '../plan';

const answer = v.union(
  [v.string(), v.array(v.string('write each answer in quotes'))],
  'write one answer id in quotes, or a list of them, like ["antibiotics"]',
);

const isoDate = (example: string) => {
  const fix = `write a date of the calendar in quotes, like "${example}"`;
  return v.pipe(v.string(fix), v.check(isCalendarDate, fix));
};
const WRITE_ANSWERS = 'write {"question": answer, …}';
const WRITE_FILE = 'write one object, like {"today": "2026-11-23", "answers": {"who": "me"}}';

const schema = v.strictObject(
  {
    today: isoDate('2026-11-23'),
    answers: v.pipe(
      v.unknown(),
      v.check((value) => !Array.isArray(value), WRITE_ANSWERS),
      v.record(v.string(), answer, WRITE_ANSWERS),
    ),
    state: v.optional(v.nullable(v.string('write two letters in quotes, like "TX", or null')), null),
    letterDate: v.optional(v.nullable(isoDate('2026-11-02')), null),
    helpers: v.optional(v.array(v.string('write each in quotes'), 'write a list, like ["case-manager"]'), []),
    englishCopy: v.optional(v.boolean('write true or false'), false),
  },
  WRITE_FILE,
);

export interface AnswersFile {
  readonly today: string;
  /** A single answer is a list of one. */
  readonly answers: Readonly<Record<string, readonly string[]>>;
  readonly state: string | null;
  readonly letterDate: string | null;
  readonly helpers: readonly string[];
  readonly englishCopy: boolean;
}

export type AnswersReading =
  { readonly ok: true; readonly file: AnswersFile } | { readonly ok: false; readonly problem: InputProblem };

/** Reads the text of an answers file. Checks only its shape. */
export function readAnswersFile(text: string): AnswersReading {
  let raw: unknown;
  try {
    raw = JSON.parse(text);
  } catch (error) {
    const cause = error instanceof Error ? error.message.replace(/\s+/g, ' ') : 'unreadable';
    return bad('the file', `write JSON (${cause})`);
  }
  if (Array.isArray(raw)) return bad('the file', WRITE_FILE);
  const parsed = v.safeParse(schema, raw);
  if (!parsed.success) {
    const [issue] = parsed.issues;
    const place = v.getDotPath(issue) ?? 'the file';
    if (issue.type !== 'strict_object' || place === 'the file') return bad(place, issue.message);
    return issue.expected === 'never'
      ? bad(place, `remove it, or use one of: ${Object.keys(schema.entries).join(', ')}`)
      : bad(place, 'add it, as docs/packet.md shows');
  }
  const answers = Object.fromEntries(
    Object.entries(parsed.output.answers).map(([question, given]) => [
      question,
      typeof given === 'string' ? [given] : given,
    ]),
  );
  return { ok: true, file: { ...parsed.output, answers } };
}

function bad(place: string, fix: string): AnswersReading {
  return { ok: false, problem: { place, fix } };
}
