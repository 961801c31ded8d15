/** The shapes of the content files (design/content.md). Strict: an unknown field is a spelling mistake. */
import * as v from 'valibot';

const id = v.pipe(v.string(), v.regex(/^[A-Za-z0-9][A-Za-z0-9-]*$/));
const text = v.pipe(v.string(), v.trim(), v.nonEmpty());
const ids = v.array(id);
const isCalendarDate = (text: string): boolean => {
  const time = Date.parse(text);
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(text);
};
/** A day that the calendar has: February 30 is a slip of the pen. */
const date = v.pipe(v.string(), v.isoDate(), v.check(isCalendarDate));
/** Answers to the question `level`: each ladder has a step for every one. */
const levelAnswer = v.picklist(['first', 'second', 'all', 'unsure']);
/** A date that nobody has filled in yet is an empty string. */
const maybeDate = v.union([v.literal(''), date]);

/** Question ids, and the reserved words of conditions; checked against the questions later. */
export const conditionSchema = v.record(v.string(), v.unknown());
const when = v.optional(conditionSchema, {});

export const sourceMetaSchema = v.looseObject({
  title: text,
  description: text,
  author: v.array(text),
  authority: text,
  effective_date: date,
});

export const guideFileSchema = v.strictObject({
  source_sha256: v.pipe(v.string(), v.regex(/^[0-9a-f]{64}$/)),
  sections: v.array(v.strictObject({ id })),
});

export const cardsSchema = v.strictObject({
  sections: v.array(v.strictObject({ id, title: text })),
  cards: v.array(
  /** Atoms that the footer of every printed page says. */
  footer_from: v.optional(v.array(text), []),
    v.strictObject({
  screens: v.optional(
    v.array(
      v.strictObject({
        id,
        name: text,
        /** `section/a`, `question/stage`, or the name of another screen of the program. */
        routes: v.optional(v.array(text), []),
        /** Not built yet. */
        planned: v.optional(v.boolean(), false),
        cards: v.optional(ids, []),
        from: v.optional(v.array(text), []),
        words: v.optional(ids, []),
      }),
    ),
    [],
  ),
      id,
      section: id,
      from: v.array(text),
      /** Of each atom of `from`, in its order: the text that the card was written from (`shortHash`). */
      read: v.optional(v.array(v.pipe(v.string(), v.regex(/^[0-9a-f]{8}$/))), []),
      /** Where the facts of a card that says no atom come from. */
      source: v.optional(text),
      title: text,
      body: text,
    }),
  ),
});

export const termsSchema = v.strictObject({
  terms: v.array(v.strictObject({ term: text, plain: text, spoken: v.optional(text) })),
});

export const questionsSchema = v.strictObject({
  questions: v.array(
    v.strictObject({
      id,
      many: v.optional(v.boolean(), false),
      ask: when,
      answers: v.pipe(ids, v.minLength(2)),
      answers_from: v.optional(id),
      exclusive: v.optional(ids, []),
    }),
  ),
  helpers: v.strictObject({ answers: ids, exclusive: v.optional(ids, []) }),
});
export const questionWordsSchema = v.record(
  id,
  v.strictObject({
    title: text,
    hint: v.optional(text),
    why: v.optional(text),
    answers: v.record(id, text),
    hints: v.optional(v.record(id, text), {}),
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
  people: v.array(v.strictObject({ id, when })),
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
      page: v.optional(id),
      parts: v.array(v.strictObject({ key: id, when: conditionSchema })),
    }),
  ),
  complaints: v.array(v.strictObject({ ...rule, contacts: ids })),
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
        'none',
        'own-letter',
        'send-by',
        'check-it-arrived',
        'send-by-none',
        'check-it-arrived-none',
      ],
      text,
    ),
  ),
  freshness: v.strictObject({ 'as-of': text, checked: text }),
});

/** Proof of a row: only `confirmed` reaches a patient (design/content.md 7). */
const proof = {
  source: text,
  status: text,
  checked_on: v.optional(maybeDate, ''),
  effective_until: v.optional(maybeDate, ''),
};
const unit = v.picklist(['days', 'months']);
const count = v.pipe(v.number(), v.integer(), v.minValue(1));
export const coverageSchema = v.strictObject({
  id,
  insurance: v.union([id, v.pipe(ids, v.nonEmpty())]),
  as_of: date,
  here: v.strictObject({ first: id, second: id, all: id, unsure: id }),
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
      at: v.pipe(v.array(levelAnswer), v.nonEmpty()),
      add: v.optional(v.strictObject({ count, unit })),
      partial_status: v.optional(text),
      ...proof,
    }),
  ),
});
export const coverageWordsSchema = v.record(
  id,
  v.strictObject({
    name: text,
    letter_words: v.optional(text),
    levels: v.record(
      id,
      v.strictObject({ name: text, about: text, standard: v.optional(text), fast: v.optional(text) }),
    ),
    dates: v.record(id, text),
  }),
);

/** What every block may have: its condition, and the atoms of the source guide that it says in plain words. */
const anyBlock = { when, from: v.optional(v.array(text), []) };
const blockSchema = v.variant('kind', [
  ...(['plan', 'ladder', 'path', 'people', 'help', 'complaint', 'contents', 'about'] as const).map((kind) =>
    v.strictObject({ kind: v.literal(kind), ...anyBlock }),
  ),
  v.strictObject({ kind: v.literal('log'), rows: count, ...anyBlock }),
  v.strictObject({ kind: v.literal('card'), card: id, ...anyBlock }),
  v.strictObject({ kind: v.literal('section'), section: id, ...anyBlock }),
  v.strictObject({ kind: v.literal('heading'), key: id, ...anyBlock }),
  v.strictObject({ kind: v.literal('text'), key: id, ...anyBlock }),
  v.strictObject({ kind: v.literal('box'), key: id, ...anyBlock }),
  v.strictObject({ kind: v.literal('ticks'), key: id, lines: v.optional(v.number(), 0), ...anyBlock }),
  v.strictObject({ kind: v.literal('lines'), key: id, count, ...anyBlock }),
]);
export type BlockRow = v.InferOutput<typeof blockSchema>;

export const documentsSchema = v.strictObject({
  order: ids,
  fill_to: v.strictObject({ pages: count }),
  budget: v.strictObject({ regular: count, large: count }),
  documents: v.array(
    v.strictObject({
      id,
      limit: v.strictObject({ regular: count, large: count }),
      trigger: conditionSchema,
      /** Empty: the page is there because the person asked for it. */
      because: ids,
      blocks: v.pipe(v.array(blockSchema), v.nonEmpty()),
    }),
  ),
  packet: v.array(v.strictObject({ when: conditionSchema, must: ids, fill: ids })),
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

export const nationalSchema = v.strictObject({
  contacts: v.array(
    v.strictObject({
      id,
      name: text,
      about: text,
      phone: v.optional(v.pipe(v.string(), v.regex(/^1-\d{3}-\d{3}-\d{4}$/))),
      phone_status: v.optional(text),
      tty: v.optional(text),
      web: v.pipe(v.string(), v.regex(/^[a-z0-9.-]+\.[a-z]{2,}(\/\S*)?$/)),
      web_status: text,
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
  regulator_about: text,
  medicaid_about: text,
  ids: v.record(id, ids),
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
