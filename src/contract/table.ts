/**
 * The one table of calls between the screens and the machine (docs/design/architecture.md "The contract"). It only joins:
 * the rows are in `calls/`, one file a group, and the states that the machine pushes are in `states.ts`.
 *
 * A row is data, and everything else is derived from it. Take this one, in `calls/print.ts`:
 *
 *     'print.cancel': {
 *       input: v.strictObject({ job: id }),
 *       output: nothing,
 *       errors: ['unknown-job'],
 *       roles: ['patient'],
 *       maxBytes: SMALL_BYTES,
 *       perMinute: 30,
 *       sideEffect: true,
 *     },
 *
 * - **Handler.** `Handlers` asks the machine for exactly one function of this type; without it, or with one more, the
 *   machine does not compile (`src/machine/machine.ts`):
 *
 *       'print.cancel': (input: { readonly job: string }) =>
 *         Promise<Envelope<{}, 'unknown-job' | Refusal>>
 *
 * - **Dispatcher.** Before the handler runs, `makeDispatcher` counts the call against 30 a minute, measures the input
 *   against 16 KB, refuses anything but `{ job }`, and refuses every role but `patient` (`dispatcher.ts`).
 * - **Bridge.** The preload script and the preview's client carry any name of the table; neither has a line about this one
 *   (`src/preload/index.ts`, `src/preview/client.ts`).
 * - **Preview transport.** The host answers `POST /call/print.cancel` through the same dispatcher (`src/preview/host.ts`).
 * - **Client.** A screen writes `await ask('print.cancel', { job })` and gets the envelope, typed
 *   (`src/renderer/bridge/index.ts`).
 *
 * So a new call is one row in its group's file and one handler in the machine.
 */
import type { ReadonlyDeep } from 'type-fest';
import type * as v from 'valibot';
import type { Result } from '../basics/result';
import { contentCalls } from './calls/content';
import { packetCalls } from './calls/packet';
import { printCalls } from './calls/print';
import { sessionCalls } from './calls/session';
import type { CallRow } from './row';
import type { StateName, StateOf } from './states';

export type { Role } from './row';
export { stateSchemas, type Snapshot, type StateName, type StateOf, type StatePush } from './states';

export const calls = {
  ...contentCalls,
  ...sessionCalls,
  ...packetCalls,
  ...printCalls,
} as const satisfies Readonly<Record<string, CallRow>>;

export type CallName = keyof typeof calls;
export type InputOf<Name extends CallName> = ReadonlyDeep<v.InferOutput<(typeof calls)[Name]['input']>>;
export type OutputOf<Name extends CallName> = ReadonlyDeep<v.InferOutput<(typeof calls)[Name]['output']>>;

export type Choices = InputOf<'packet.prepare'>['choices'];
export type PreparedPacket = OutputOf<'packet.prepare'>;

/** Codes that any call may answer with before its handler is reached. */
export type Refusal =
  'unknown-call' | 'bad-input' | 'too-big' | 'too-often' | 'wrong-sender' | 'wrong-role' | 'internal';
export type ErrorOf<Name extends CallName> = (typeof calls)[Name]['errors'][number] | Refusal;

/** One object in, one envelope out. Words for a code are chosen from content. */
export type Envelope<Value, Code extends string> = Result<Value, { readonly code: Code; readonly details?: string }>;

export type Handlers = {
  readonly [Name in CallName]: (input: InputOf<Name>) => Promise<Envelope<OutputOf<Name>, ErrorOf<Name>>>;
};

/** What the screens see of the machine, whatever carries it. */
export interface Bridge {
  call<Name extends CallName>(name: Name, input: InputOf<Name>): Promise<Envelope<OutputOf<Name>, ErrorOf<Name>>>;
  /** Calls back at once with the current state, then at each change. Returns the way to stop. */
  onState<Name extends StateName>(name: Name, listener: (state: StateOf<Name>) => void): () => void;
}
