/** One row of the table of calls. */
import type { GenericSchema } from 'valibot';

/**
 * Who may stand behind a call: the role that the machine's own session gives. A further role is one more word here and in
 * the rows of the calls that it may make.
 */
export const ROLES = ['nobody', 'patient'] as const;
export type Role = (typeof ROLES)[number];

export interface CallRow {
  readonly input: GenericSchema;
  readonly output: GenericSchema;
  /** What its handler may answer instead of a value. */
  readonly errors: readonly string[];
  /** Every role that may call; a role that is not listed is refused. */
  readonly roles: readonly Role[];
  /** Largest input, about. */
  readonly maxBytes: number;
  readonly perMinute: number;
  /** The call changes something: it acts, rather than asks. */
  readonly sideEffect: boolean;
}

/** The rows of one file: each name begins with the group's. */
export type CallGroup<Group extends string> = Readonly<Record<`${Group}.${string}`, CallRow>>;

/** `maxBytes` of a call whose input is a few ids. */
export const SMALL_BYTES = 16 * 1024;
