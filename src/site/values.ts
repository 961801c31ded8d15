/** What a hospital may write as the value of a setting. Each message completes the sentence "Fix: …". */
import * as v from 'valibot';
import { US_STATES } from '../basics/us-states';
import { notDrawn } from '../drawings/typeface';
import { isKeyName } from './key-names';

export const usState = v.picklist(US_STATES, 'use the two capital letters of a state, like "TX"');

const maybeEmpty = (max: number) =>
  v.pipe(
    v.string('write it in quotes, like "text"'),
    v.trim(),
    v.maxLength(max, `use at most ${max} characters`),
    v.regex(/^[^\p{Cc}]*$/u, 'keep it on one line'),
  );

export const line = (max: number) => v.pipe(maybeEmpty(max), v.minLength(1, 'write something between the quotes'));

/** A line that appears on the pages; it may be empty. */
export const printedLine = (max: number) =>
  v.pipe(
    maybeEmpty(max),
    v.check(
      (text) => notDrawn(text).length === 0,
      ({ input }) => `leave out ${notDrawn(input).join(' ')} (the pages cannot print it)`,
    ),
    v.regex(/^(?!.*\S{26})/, 'use words of at most 25 characters, so that the line can wrap'),
    v.transform((text) => text.normalize('NFC')),
  );

export const wholeNumber = (min: number, max: number) => {
  const fix = `use a whole number from ${min} to ${max}`;
  return v.pipe(v.number(fix), v.integer(fix), v.minValue(min, fix), v.maxValue(max, fix));
};

export const numberBetween = (min: number, max: number) => {
  const fix = `use a number from ${min} to ${max}`;
  return v.pipe(v.number(fix), v.minValue(min, fix), v.maxValue(max, fix));
};

export const yesOrNo = v.boolean('use true or false');

export const languageList = v.pipe(
  v.array(
    v.pipe(v.string('use two small letters, like "en"'), v.regex(/^[a-z]{2}$/, 'use two small letters, like "en"')),
    'use a list, like ["en"]',
  ),
  v.minLength(1, 'name at least one language, like ["en"]'),
);

/** The web address of a folder on the hospital's own site, always with a slash at the end. An empty text means none. */
export const webFolder = v.pipe(
  maybeEmpty(60),
  v.regex(
    /^(https:\/\/([a-z0-9-]+\.)+[a-z]{2,}(\/[A-Za-z0-9._~-]+)*\/?)?$/,
    'write it like "https://hospital.example/guides/", or leave it empty',
  ),
  v.transform((address) => (address === '' ? null : address.replace(/\/?$/, '/'))),
);

export const ippAddress = v.pipe(
  v.string('name the queue, like "ipp://127.0.0.1:631/printers/kiosk"'),
  v.regex(/^ipps?:\/\/[^\s]+$/, 'write it like "ipp://127.0.0.1:631/printers/kiosk"'),
);

/**
 * Roles that a patient may call. `unit` is the phone in every footer; the plan or a document names the others. A test
 * compares this list with the packaged content.
 */
export const CONTACT_ROLES = [
  'unit',
  'case-manager',
  'social-worker',
  'infusion-company',
  'doctor-office',
  'navigator',
  'money-counselor',
] as const;

export const contactList = v.pipe(
  v.array(
    v.strictObject({
      role: v.picklist(CONTACT_ROLES, `use one of: ${CONTACT_ROLES.join(', ')}`),
      name: v.optional(printedLine(60), ''),
      phone: v.pipe(
        v.string('write it in quotes, like "555-0100"'),
        v.regex(/^[0-9()+ .,x-]{3,32}$/, 'use digits, like "512-555-0100"; without a number, leave the contact out'),
      ),
    }),
    'write each as [[unit_contacts]]',
  ),
  v.maxLength(12, 'list at most 12 contacts'),
);

export const keyList = v.array(
  v.pipe(
    v.string('write each key in quotes, like "F5"'),
    v.check(
      isKeyName,
      'name one key as it reports itself: one character, F1 to F9, F13 to F24, a key that moves or edits, or a media ' +
        'key like "MediaPlayPause"',
    ),
  ),
  'use a list, like ["F5"]',
);
