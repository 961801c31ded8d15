import type { ReadonlyDeep } from 'type-fest';
import * as v from 'valibot';
import { publicSchemas } from '../site/public';
import { CAME, id, isoDate } from './values';

const JOB_PHASES = [
  'idle',
  'refused',
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

/** Whole immutable snapshots, pushed with a growing revision. A new listener gets the current one. */
export const stateSchemas = {
  /** The settings that screens see, under their names in the table of settings, and what the machine adds. */
  kiosk: v.strictObject({
    ...publicSchemas,
    today: isoDate,
    /** What the content has of the languages that the settings offer, in their order. */
    languages: v.array(v.string()),
    /** The version of the guide in each of these languages: when one changes, a screen's guide is no longer in force. */
    contentVersions: v.array(v.string()),
    /** False until a hospital signed the content off: every footer and the first screen say so. */
    approved: v.boolean(),
    /** The folder printer: the screen says "saving, not printing". */
    savesOnly: v.boolean(),
  }),
  session: v.strictObject({ phase: v.picklist(['nobody', 'patient']), number: v.number() }),
  printer: v.strictObject({
    readiness: v.picklist(['ready', 'waking', 'attention', 'unavailable']),
    /** Why it is not ready, most important first: keys of `printer.reason` and `printer.staff` in content. */
    reasons: v.array(v.string()),
    /** The next job comes out on both sides: the hospital wants it, and the printer can. */
    twoSided: v.boolean(),
    mostCopies: v.number(),
  }),
  job: v.strictObject({
    phase: v.picklist(JOB_PHASES),
    /** The newest request of this visit. A screen that has just made another one reads here what is already history. */
    request: v.nullable(id),
    /** Null until there is one, and for a request that is `refused`. */
    job: v.nullable(id),
    packet: v.nullable(id),
    /** A key of `printer.reason` and `printer.staff`; of `trouble.code` for a request that is `refused`. */
    reason: v.nullable(v.string()),
    /** Sheets of paper that should come out, all copies together. */
    sheets: v.number(),
    twoSided: v.boolean(),
    /** How many times pages of this packet may still be printed again; then a person helps (docs/design/printing.md). */
    reprintsLeft: v.number(),
    /** What the person said at the count check; null until then. */
    came: v.nullable(v.picklist(CAME)),
  }),
} as const;

export type StateName = keyof typeof stateSchemas;
export type StateOf<Name extends StateName> = ReadonlyDeep<v.InferOutput<(typeof stateSchemas)[Name]>>;
export type Snapshot = { readonly [Name in StateName]: StateOf<Name> };

/** What travels from the machine to a screen. Revisions only grow, so an older one that arrives late is dropped. */
export type StatePush = {
  readonly [Name in StateName]: { readonly name: Name; readonly revision: number; readonly state: StateOf<Name> };
}[StateName];
