/** Shapes that calls and states share. */
import * as v from 'valibot';

/** The id of a question, answer, document, packet or job: never a path and never free text. */
export const id = v.pipe(v.string(), v.regex(/^[A-Za-z0-9][A-Za-z0-9-]{0,63}$/));
/** Two lowercase letters, as in `en`. */
export const language = v.pipe(v.string(), v.regex(/^[a-z]{2}$/));
/** A day as `2026-11-23`. */
export const isoDate = v.pipe(v.string(), v.isoDate());
/** What the person says at the count check: every sheet came out, some did, or none. */
export const CAME = ['all', 'some', 'none'] as const;
/** The object without keys. */
export const nothing = v.strictObject({});

/** What the person chose: ids, never words. */
export const choicesSchema = v.strictObject({
  answers: v.record(id, v.pipe(v.array(id), v.maxLength(16))),
  state: v.nullable(v.pipe(v.string(), v.regex(/^[A-Z]{2}$/))),
  letterDate: v.nullable(isoDate),
  helpers: v.pipe(v.array(id), v.maxLength(16)),
  largePrint: v.boolean(),
});
