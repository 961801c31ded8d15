/** The smallest shapes of content fields, shared by the schemas of all files. */
import * as v from 'valibot';

/** A name that content gives to something. Names of `Object.prototype` are refused, because every object has them. */
export const id = v.pipe(
  v.string(),
  v.regex(/^[A-Za-z0-9][A-Za-z0-9-]*$/),
  v.check((name) => !(name in Object.prototype)),
);
export const listOfIds = v.array(id);
export const text = v.pipe(v.string(), v.trim(), v.nonEmpty());
export const positiveInteger = v.pipe(v.number(), v.integer(), v.minValue(1));
/** Id of a row of evidence: `a.any.urgent` is of payer row a, `employer.internal` a level of a ladder. */
export const factId = v.pipe(v.string(), v.regex(/^[a-z0-9-]+(\.[a-z0-9-]+)+$/));
