/** The shapes of the content files (docs/design/content.md). Strict: an unknown field is a spelling mistake. */
import * as v from 'valibot';
import { isCalendarDate } from '../../basics/calendar';
import { DRAWING_NAMES } from '../../drawings';
import { blockSchema } from '../blocks';
import { factId, id, listOfIds as ids, positiveInteger as count, text } from '../fields';

/** The name of a drawing (src/drawings). */
const picture = v.picklist(DRAWING_NAMES);
/** A real date: February 30 is a typo. */
const date = v.pipe(v.string(), v.isoDate(), v.check(isCalendarDate));
/** Empty until somebody fills it in. */
const maybeDate = v.union([v.literal(''), date]);

/** Question ids, and the reserved words of conditions; checked against the questions later. */
const conditionSchema = v.record(v.string(), v.unknown());
const when = v.optional(conditionSchema, {});

export const sourceMetaSchema = v.looseObject({
  title: text,
  description: text,
  author: v.array(text),
  authority: text,
  effective_date: date,
});

export const seriesSchema = v.strictObject({ guides: v.pipe(ids, v.nonEmpty()), opens: id });

export const guideFileSchema = v.strictObject({
  source_sha256: v.pipe(v.string(), v.regex(/^[0-9a-f]{64}$/)),
  /** Atoms that the footer of every printed page says. */
  footer_from: v.optional(v.array(text), []),
  sections: v.array(
    v.strictObject({
      id,
      picture: v.optional(picture),
      /** What stands with its cards on the screen: the path of the four steps, or codes for the other guides. */
      figure: v.optional(v.picklist(['four-steps', 'other-guides'])),
    }),
  ),
  screens: v.optional(
    v.array(
      v.strictObject({
        id,
        name: text,
        /** `section/a`, `question/stage`, or the name of another screen of the program. */
        routes: v.optional(v.array(text), []),
        cards: v.optional(ids, []),
        from: v.optional(v.array(text), []),
        words: v.optional(ids, []),
      }),
    ),
    [],
  ),
});

export const cardsSchema = v.strictObject({
  cards: v.array(
    v.strictObject({
      id,
      section: id,
      from: v.array(text),
      /** The source of a card that says no atom. */
      source: v.optional(text),
      picture: v.optional(picture),
    }),
  ),
});
const hash = v.pipe(v.string(), v.regex(/^[0-9a-f]{8}$/));
export const cardWordsSchema = v.strictObject({
  sections: v.record(id, text),
  cards: v.record(
    id,
    v.strictObject({
      /** In the language of the guide: the hash of each atom of `from`, in order, when the card was written. */
      read: v.optional(v.array(hash)),
      /** In every other language: the hash of the English card that was translated. */
      english: v.optional(hash),
      title: text,
      body: text,
    }),
  ),
});

export const termsSchema = v.strictObject({
  terms: v.array(
    v.strictObject({
      term: text,
      plain: text,
      /** How it is written in a sentence. Empty if pages need not explain it. */
      forms: v.array(text),
      /** A page that first uses the term explains it with any one of these. */
      cues: v.optional(v.array(text), []),
    }),
  ),
});
/** The word lists of the readability gate (docs/design/content.md 6). */
export const plainWordsSchema = v.strictObject({
  allowed: v.array(v.strictObject({ word: text, reason: text })),
  banned: v.array(v.strictObject({ word: text, use: text })),
  reported: v.optional(v.array(v.strictObject({ file: text, field: text, reason: text })), []),
});
export const speechSchema = v.strictObject({
  words: v.record(v.string(), text),
  forms: v.strictObject({
    ...v.entriesFromList(['range', 'money', 'percent', 'date', 'month', 'dot', 'slash'], text),
    months: v.pipe(v.array(text), v.length(12)),
  }),
});

/** By answer id. */
const pictures = v.optional(v.record(id, picture), {});
/** Answer → something of it; at least one answer has it. */
const byAnswer = <Value extends v.GenericSchema>(value: Value) =>
  v.pipe(
    v.record(id, value),
    v.check((record) => Object.keys(record).length > 0),
  );
const someAnswers = v.pipe(ids, v.nonEmpty());
/** The questions whose answers the program itself acts on. The names are the program's; the ids are the content's. */
const rolesSchema = v.strictObject({
  voice: v.strictObject({ question: id, other: someAnswers }),
  insurance: v.strictObject({ question: id, none: ids }),
  payer: v.strictObject({ question: id }),
  level: v.strictObject({ question: id, sent: v.optional(ids, []) }),
  urgency: v.strictObject({ question: id, stops: byAnswer(id) }),
  stage: v.strictObject({ question: id, ok: ids, part: ids, steps: byAnswer(v.picklist([1, 2, 3, 4])) }),
  reason: v.strictObject({ question: id, cards: byAnswer(id) }),
});
export const questionsSchema = v.strictObject({
  roles: rolesSchema,
  questions: v.array(
    v.strictObject({
      id,
      many: v.optional(v.boolean(), false),
      ask: when,
      answers: v.pipe(ids, v.minLength(2)),
      answers_from: v.optional(id),
      unsure: v.optional(id),
      exclusive: v.optional(ids, []),
      pictures,
    }),
  ),
  helpers: v.strictObject({ answers: ids, exclusive: v.optional(ids, []), pictures }),
});
export const questionWordsSchema = v.record(
  id,
  v.strictObject({
    title: text,
    hint: v.optional(text),
    why: v.optional(text),
    answers: v.record(id, text),
    hints: v.optional(v.record(id, text), {}),
    /** A line more under an answer where the state of the kiosk is known; `{program}` is its Medicaid program. */
    in_state: v.optional(v.record(id, text), {}),
  }),
);

const actorIds = [
  'you',
  'case-manager',
  'infusion-company',
  'doctor-office',
  'social-worker',
  'navigator',
  'plan',
  'money-counselor',
] as const;
const rule = { id, when, because: v.optional(ids) };
export const planSchema = v.strictObject({
  people: v.array(v.strictObject({ id, when, picture: v.optional(picture) })),
  reading: v.optional(v.array(v.strictObject({ section: id, when: conditionSchema })), []),
  show_ladders: conditionSchema,
  flags: v.record(id, v.array(conditionSchema)),
  messages: v.array(v.strictObject(rule)),
  steps: v.array(
    v.strictObject({
      ...rule,
      position: v.picklist([1, 2, 3]),
      who: v.picklist(actorIds),
    }),
  ),
  overlays: v.array(
    v.strictObject({
      ...rule,
      /**
       * `dates`: the box of dates on page 1; without it a plan has no dates. Page 1 has one sentence of it; the page of
       * the ladders has the rest of both. `fast`: waiting could hurt, so the fast way comes before every date.
       */
      role: v.optional(v.picklist(['dates', 'ladder', 'fast'])),
      page: v.optional(id),
      parts: v.array(
        v.strictObject({
          key: id,
          when: conditionSchema,
          /** Rows of coverage/ that the text rests on. */
          needs: v.optional(v.array(factId), []),
          /** The text to use when one of them is no longer in effect. */
          otherwise: v.optional(id),
        }),
      ),
    }),
  ),
  complaints: v.array(v.strictObject({ ...rule, contacts: ids, needs: v.optional(v.array(factId), []) })),
  help: v.array(
    v.strictObject({
      id,
      card: id,
      contacts: ids,
      outcomes: v.array(v.strictObject({ ...rule, result: v.picklist(['yes', 'ask', 'no']) })),
    }),
  ),
});
export const planWordsSchema = v.strictObject({
  emergency: v.strictObject({ text }),
  'state-note': v.strictObject({ text }),
  messages: v.record(id, text),
  steps: v.record(id, v.strictObject({ text, why: text })),
  overlays: v.record(
    id,
    v.pipe(
      v.record(id, text),
      v.check((words) => 'title' in words && 'short' in words),
    ),
  ),
  complaints: v.record(id, text),
  help: v.record(id, v.record(id, text)),
  people: v.record(id, v.strictObject({ name: text, does: text, asks: v.array(text) })),
  actors: v.strictObject(v.entriesFromList(actorIds, text)),
  because: v.strictObject({ line: text, asked: text }),
  dates: v.strictObject(
    v.entriesFromList(
      [
        'by',
        'soon',
        'past',
        'past-care-cut',
        'none-care-cut',
        'fast-first',
        'none',
        'own-letter',
        'send-by',
        'check-it-arrived',
        'send-by-none',
        'check-it-arrived-none',
        'calendar',
      ],
      text,
    ),
  ),
  freshness: v.strictObject({ 'as-of': text, checked: text, none: text }),
  clocks: v.strictObject(
    v.entriesFromList(
      ['intro', 'ask', 'urgent', 'days', 'one-day', 'hours', 'care', 'part-b-drug', 'part-d-drug', 'drug', 'more-time'],
      text,
    ),
  ),
});

/**
 * How sure a row is, in the words of docs/evidence/coverage-facts.md §0 and §10; `guide` means that
 * only the source guide says it. Only `confirmed` reaches a patient. The list is closed, so a typo cannot hide a fact.
 */
const statuses = [
  'confirmed',
  'confirmed (secondary)',
  'corroborated',
  'one list only',
  'guide',
  'proposed',
  'UNCONFIRMED',
] as const;
/** Proof of a row (docs/design/content.md 7). */
const proof = {
  source: text,
  status: v.picklist(statuses),
  /** The day of the evidence page that the row was taken from. */
  as_of: date,
  checked_on: v.optional(maybeDate, ''),
  effective_from: v.optional(maybeDate, ''),
  effective_until: v.optional(maybeDate, ''),
};
const unit = v.picklist(['days', 'months']);
export const ladderSchema = v.strictObject({
  id,
  insurance: v.union([id, v.pipe(ids, v.nonEmpty())]),
  /** Answer to the question about the level → the step to take now. */
  here: v.record(id, id),
  /** Whether a letter of this ladder has a last day to write down and to keep. */
  last_day: v.optional(v.boolean(), true),
  levels: v.pipe(
    v.array(
      v.strictObject({
        id,
        automatic: v.optional(v.boolean(), false),
        ask_within: v.optional(v.strictObject({ count, unit, from: id })),
        standard: v.optional(v.boolean(), false),
        fast: v.optional(v.boolean(), false),
        ...proof,
      }),
    ),
    v.nonEmpty(),
  ),
  dates: v.array(
    v.strictObject({
      id,
      at: v.pipe(ids, v.nonEmpty()),
      /** Holds only where the letter cuts care that the person already gets. */
      only_if_care_is_cut: v.optional(v.boolean(), false),
      add: v.optional(v.strictObject({ count, unit })),
      partial_status: v.optional(v.picklist(statuses)),
      ...proof,
    }),
  ),
});
/** A text that states a figure of its row, and the text to use when the row may not print. */
const sureText = v.union([text, v.strictObject({ sure: text, otherwise: text })]);
export type SureText = v.InferOutput<typeof sureText>;
export const coverageWordsSchema = v.record(
  id,
  v.strictObject({
    name: text,
    letter_words: v.optional(text),
    levels: v.record(
      id,
      v.strictObject({ name: text, about: sureText, standard: v.optional(text), fast: v.optional(text) }),
    ),
    dates: v.record(id, sureText),
  }),
);

/** The confirmed rules that no text names, each with the reason (docs/design/product.md, rule 15). */
export const unusedSchema = v.strictObject({ unused: v.record(factId, text) });

/** The payer rows of docs/evidence/coverage-facts.md §2. */
export const PAYER_KEYS = ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h', 'i', 'j', 'k'] as const;
export const payerSchema = v.strictObject({
  key: v.picklist(PAYER_KEYS),
  name: text,
  insurance: v.pipe(ids, v.nonEmpty()),
  ladders: ids,
  federal: v.boolean(),
  clocks: v.optional(
    v.array(
      v.strictObject({
        id: factId,
        covers: v.picklist(['any', 'care', 'part-b-drug', 'part-d-drug', 'drug', 'formulary-exception']),
        pace: v.picklist(['standard', 'urgent']),
        /** Left out: the law has a time, but no number was found. */
        limit: v.optional(
          v.union([
            v.strictObject({ count, unit: v.literal('days') }),
            // Also printed in days.
            v.strictObject({ count: v.pipe(count, v.multipleOf(24)), unit: v.literal('hours') }),
          ]),
        ),
        ...proof,
      }),
    ),
    [],
  ),
  rules: v.optional(v.array(v.strictObject({ id: factId, about: text, says: text, ...proof })), []),
  overseers: v.array(v.strictObject({ id: factId, says: text, contacts: ids, ...proof })),
  help: v.optional(
    v.array(
      v.strictObject({
        option: id,
        use: v.picklist(['yes', 'no', 'depends', 'not-relevant']),
        note: v.optional(text),
        ...proof,
      }),
    ),
    [],
  ),
});

export const documentsSchema = v.strictObject({
  order: ids,
  fill_to: v.strictObject({ pages: count }),
  budget: v.strictObject({ regular: count, large: count }),
  documents: v.array(
    v.strictObject({
      id,
      limit: v.strictObject({ regular: count, large: count }),
      /** Who reads it. Only a page for patients must be plain. `staff`: never offered to a patient. */
      audience: v.optional(v.picklist(['patient', 'plan', 'doctor', 'nurse', 'staff']), 'patient'),
      /** `sent`: the person sends it to the plan or doctor, so it has a name but no reasons. `plain`: no name. `bare`: only blocks. */
      head: v.optional(v.picklist(['named', 'sent', 'plain', 'bare']), 'named'),
      trigger: conditionSchema,
      /** The page is ticked automatically only if this also holds. */
      ticked_when: when,
      /** Empty: the page prints because the person asked for it. */
      because: ids,
      appeal_piece: v.optional(v.strictObject({ chosen: conditionSchema })),
      blocks: v.pipe(v.array(blockSchema), v.nonEmpty()),
    }),
  ),
  packet: v.array(v.strictObject({ when: conditionSchema, must: ids, fill: ids })),
  /** Other guides of the series. One whose `first` holds is listed before the others. */
  related: v.array(v.strictObject({ id, first: v.optional(conditionSchema) })),
});
export const documentWordsSchema = v.record(
  id,
  v.strictObject({
    title: text,
    purpose: text,
    titles: v.optional(v.record(id, text), {}),
    texts: v.optional(v.record(id, text), {}),
    lists: v.optional(v.record(id, v.array(text)), {}),
  }),
);

/** The hospital's own notice in each language; none is written here (docs/design/product.md "Paper"). */
export const interpreterSchema = v.strictObject({
  languages: v.array(v.strictObject({ code: text, english: text, own: v.optional(text), notice: v.optional(text) })),
});

const phone = v.pipe(v.string(), v.regex(/^1-\d{3}-\d{3}-\d{4}$/));
export const nationalSchema = v.strictObject({
  contacts: v.array(
    v.strictObject({
      id,
      name: text,
      phone: v.optional(phone),
      phone_status: v.optional(v.picklist(statuses)),
      tty: v.optional(v.union([v.literal('711'), phone])),
      web: v.optional(v.pipe(v.string(), v.regex(/^[a-z0-9.-]+\.[a-z]{2,}(\/\S*)?$/))),
      web_status: v.optional(v.picklist(statuses)),
      owner: text,
      source: text,
      as_of: date,
      checked_on: maybeDate,
      expires_on: date,
    }),
  ),
});
export const statesSchema = v.strictObject({
  owner: text,
  as_of: date,
  checked_on: maybeDate,
  expires_on: date,
  ids: v.record(id, ids),
  /** State → the day somebody checked its offices. */
  checked: v.optional(v.record(id, date), {}),
});
/** What each office is for. */
export const contactWordsSchema = v.strictObject({
  national: v.record(id, text),
  states: v.strictObject({ regulator: text, medicaid: text }),
});
/** One line of states.csv. Several offices in a cell are separated by " | ". */
const status = v.picklist(['confirmed', 'corroborated', 'unconfirmed']);
const several = (part: RegExp) =>
  v.pipe(
    text,
    v.check((cell) => cell.split(' | ').every((each) => part.test(each))),
  );
const address = /^https?:\/\/[a-z0-9.-]+\.[a-z]{2,}(\/\S*)?$/;
export const stateRowSchema = v.object({
  state: text,
  name: text,
  regulator: text,
  regulator_url: several(address),
  consumer_phone: several(/^1-\d{3}-\d{3}-\d{4}$/),
  medicaid_agency: text,
  medicaid_url: v.pipe(v.string(), v.regex(address)),
  regulator_url_status: status,
  phone_status: status,
  medicaid_url_status: status,
  source: text,
});

export const reviewSchema = v.strictObject({
  reviewer: v.string(),
  role: v.string(),
  date: maybeDate,
  hash: v.string(),
});

type Words = string | { readonly [key: string]: Words };
const wordsSchema: v.GenericSchema<Words> = v.lazy(() => v.union([v.string(), v.record(v.string(), wordsSchema)]));
export const interfaceSchema = v.record(v.string(), wordsSchema);
