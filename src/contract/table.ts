/**
 * The one table of calls between the screens and the machine (docs/design/architecture.md "The contract").
 * Data, not code: handlers, bridge, preview transport and client are all derived from it.
 */
import * as v from 'valibot';
import type { Guide } from '../guide/model';

const id = v.pipe(v.string(), v.regex(/^[A-Za-z0-9][A-Za-z0-9-]{0,63}$/));
const language = v.pipe(v.string(), v.regex(/^[a-z]{2}$/));
const isoDate = v.pipe(v.string(), v.isoDate());
const nothing = v.strictObject({});

/** What the person chose: ids, never words. */
export const choicesSchema = v.strictObject({
  answers: v.record(id, v.pipe(v.array(id), v.maxLength(16))),
  state: v.nullable(v.pipe(v.string(), v.regex(/^[A-Z]{2}$/))),
  letterDate: v.nullable(isoDate),
  helpers: v.pipe(v.array(id), v.maxLength(16)),
  largePrint: v.boolean(),
});
export type Choices = v.InferOutput<typeof choicesSchema>;

const preparedSchema = v.strictObject({
  packet: id,
  /** Every document asked for, in packet order, with the pages it really has. */
  documents: v.array(v.strictObject({ id, pages: v.number() })),
  pages: v.number(),
  /** The PDF itself, base64: the preview shows these bytes and the printer gets these bytes. */
  pdf: v.string(),
});
export type PreparedPacket = v.InferOutput<typeof preparedSchema>;

export const JOB_PHASES = [
  'idle',
  'queued',
  'sending',
  'waking',
  'attention',
  'sent',
  'handed-over',
  'saved',
  'failed',
  'cancelled',
  'unknown',
] as const;

/** What a key can do (docs/evidence/product-anchors.md §3.2 "Keypad"). */
export const KEY_ACTS = ['next', 'before', 'next-group', 'group-before', 'select', 'back', 'help', 'listen'] as const;
export type KeyAct = (typeof KEY_ACTS)[number];

/** Whole immutable snapshots, pushed with a growing revision; a new listener gets the current one. */
export const stateSchemas = {
  kiosk: v.strictObject({
    siteName: v.string(),
    state: v.nullable(v.string()),
    today: isoDate,
    languages: v.array(v.string()),
    /** False until a hospital signed the content off: every footer and the first screen say so. */
    approved: v.boolean(),
    paper: v.picklist(['letter', 'a4']),
    computedDates: v.boolean(),
    /** Every packet gets one more page on top, which tells nothing of what the pages are about. */
    coverSheet: v.boolean(),
    /** Where the other guides of the series stand, with a slash at the end. */
    guidesAddress: v.nullable(v.string()),
    /** What a key of the keypad does, by the name of the key (KeyboardEvent.key), beside the keys that always work. */
    keys: v.record(v.string(), v.picklist(KEY_ACTS)),
    /** The folder printer: the screen says "saving, not printing". */
    savesOnly: v.boolean(),
    screen: v.strictObject({
      diagonalInch: v.number(),
      widthPx: v.number(),
      heightPx: v.number(),
      mountMm: v.number(),
    }),
    timing: v.strictObject({
      idleMs: v.number(),
      readingIdleMs: v.number(),
      countdownMs: v.number(),
      doneMs: v.number(),
    }),
    unitContacts: v.array(v.strictObject({ role: v.string(), name: v.string(), phone: v.string() })),
  }),
  session: v.strictObject({ phase: v.picklist(['attract', 'patient']), number: v.number() }),
  printer: v.strictObject({
    readiness: v.picklist(['ready', 'waking', 'attention', 'unavailable']),
    /** Why it is not ready, the one to tell first: keys of `printer.reason` and `printer.staff` in content. */
    reasons: v.array(v.string()),
    /** The next job comes out on both sides: the hospital wants it, and the printer can. */
    twoSided: v.boolean(),
    mostCopies: v.number(),
  }),
  job: v.strictObject({
    phase: v.picklist(JOB_PHASES),
    job: v.nullable(id),
    packet: v.nullable(id),
    /** A key of `printer.reason` and `printer.staff`. */
    reason: v.nullable(v.string()),
    /** Sheets of paper that should come out, all copies together. */
    sheets: v.number(),
    twoSided: v.boolean(),
    /**
     * How many times pages of this packet may still be printed again; then a person helps (docs/design/printing.md).
     */
    reprintsLeft: v.number(),
  }),
} as const;

export type StateName = keyof typeof stateSchemas;
export type StateOf<Name extends StateName> = v.InferOutput<(typeof stateSchemas)[Name]>;
export type Snapshot = { readonly [Name in StateName]: StateOf<Name> };

export const ROLES = ['attract', 'patient'] as const;
export type Role = (typeof ROLES)[number];

interface CallRow {
  readonly input: v.GenericSchema;
  readonly output: v.GenericSchema;
  readonly errors: readonly string[];
  /** Least role of the machine's own session that may call. */
  readonly role: Role;
  readonly maxBytes: number;
  readonly perMinute: number;
  readonly sideEffect: boolean;
}

const SMALL = 16 * 1024;

export const calls = {
  'app.snapshot': {
    input: nothing,
    output: v.strictObject({
      kiosk: stateSchemas.kiosk,
      session: stateSchemas.session,
      printer: stateSchemas.printer,
      job: stateSchemas.job,
    }),
    errors: [],
    role: 'attract',
    maxBytes: SMALL,
    perMinute: 600,
    sideEffect: false,
  },
  'content.guide': {
    input: v.strictObject({ language }),
    /** Checked when it was loaded (`src/guide/load`), so its shape is not checked again here. */
    output: v.custom<Guide>((value) => typeof value === 'object' && value !== null && 'version' in value),
    errors: ['unknown-language'],
    role: 'attract',
    maxBytes: SMALL,
    perMinute: 60,
    sideEffect: false,
  },
  'session.begin': {
    input: nothing,
    output: v.strictObject({ number: v.number() }),
    errors: [],
    role: 'attract',
    maxBytes: SMALL,
    perMinute: 120,
    sideEffect: true,
  },
  'session.end': {
    input: v.strictObject({ why: v.picklist(['done', 'idle', 'clear']) }),
    output: nothing,
    errors: [],
    role: 'attract',
    maxBytes: SMALL,
    perMinute: 120,
    sideEffect: true,
  },
  'packet.prepare': {
    input: v.strictObject({
      choices: choicesSchema,
      documents: v.pipe(v.array(id), v.minLength(1), v.maxLength(40)),
      /** Left out: the kiosk's first. */
      language: v.exactOptional(language),
    }),
    output: preparedSchema,
    errors: ['bad-choices', 'unknown-document', 'cannot-compose'],
    role: 'patient',
    maxBytes: SMALL,
    perMinute: 120,
    sideEffect: false,
  },
  'print.submit': {
    input: v.strictObject({
      requestId: id,
      packet: id,
      copies: v.picklist([1, 2]),
      /** Pages to print again after the count check, counted from 1; null prints all. */
      pages: v.nullable(
        v.pipe(v.array(v.pipe(v.number(), v.integer(), v.minValue(1))), v.minLength(1), v.maxLength(60)),
      ),
    }),
    output: v.strictObject({ job: id }),
    errors: ['unknown-packet', 'busy', 'printer-unavailable', 'too-many-reprints', 'no-such-page'],
    role: 'patient',
    maxBytes: SMALL,
    perMinute: 30,
    sideEffect: true,
  },
  'print.cancel': {
    input: v.strictObject({ job: id }),
    output: nothing,
    errors: ['unknown-job'],
    role: 'patient',
    maxBytes: SMALL,
    perMinute: 30,
    sideEffect: true,
  },
} as const satisfies Readonly<Record<string, CallRow>>;

export type CallName = keyof typeof calls;
export type InputOf<Name extends CallName> = v.InferOutput<(typeof calls)[Name]['input']>;
export type OutputOf<Name extends CallName> = v.InferOutput<(typeof calls)[Name]['output']>;

/** Codes that any call may answer with, before its handler is reached. */
export const REFUSALS = [
  'unknown-call',
  'bad-input',
  'too-big',
  'too-often',
  'wrong-sender',
  'wrong-role',
  'internal',
] as const;
export type Refusal = (typeof REFUSALS)[number];
export type ErrorOf<Name extends CallName> = (typeof calls)[Name]['errors'][number] | Refusal;

/** One object in, one envelope out. Words for a code are chosen from content. */
export type Envelope<Value, Code extends string> =
  | { readonly ok: true; readonly value: Value }
  | { readonly ok: false; readonly error: { readonly code: Code; readonly details?: string } };

/** What travels from the machine to a screen. Revisions only grow, so an older one that comes late is dropped. */
export type StatePush = {
  readonly [Name in StateName]: { readonly name: Name; readonly revision: number; readonly state: StateOf<Name> };
}[StateName];

export type Handlers = {
  readonly [Name in CallName]: (input: InputOf<Name>) => Promise<Envelope<OutputOf<Name>, ErrorOf<Name>>>;
};

/** What the screens see of the machine, whatever carries it. */
export interface Bridge {
  call<Name extends CallName>(name: Name, input: InputOf<Name>): Promise<Envelope<OutputOf<Name>, ErrorOf<Name>>>;
  /** Calls back at once with the current state, then at each change. Returns the way to stop. */
  listen<Name extends StateName>(name: Name, onState: (state: StateOf<Name>) => void): () => void;
}
