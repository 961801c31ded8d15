/**
 * Checks every call from a screen before its handler runs, whatever carried it (docs/design/architecture.md "The
 * contract"). The transport has already checked live window, main frame and exact origin. Here, in this order: known call,
 * rate, size, strict schema, role. Then the handler.
 */
import * as v from 'valibot';
import { makeAllowance, type Allowance } from './rate';
import { isLargerThan } from './size';
import { calls, type CallName, type Envelope, type Handlers, type Refusal, type Role } from './table';

/** For the log. Holds nothing that the screen sent, because that could be a person's answers. */
export interface RefusalReport {
  readonly code: Refusal;
  /** Null when there is no such call: the name is the screen's own, so it is not repeated. */
  readonly call: CallName | null;
  /** For a bug (`internal`) only: the error's name and the places in our code, not its message. */
  readonly trace: readonly string[];
}

export interface DispatcherDeps {
  readonly handlers: Handlers;
  /** The role that the machine's own session gives now; never what the screen says. */
  readonly role: () => Role;
  /** A clock that only goes forward. */
  readonly nowMs: () => number;
  /** Called for the first refusal of each kind; the others are only counted. */
  readonly onRefusal: (report: RefusalReport) => void;
}

export interface Dispatcher {
  dispatch(name: unknown, input: unknown): Promise<Envelope<unknown, string>>;
  /** For the transport's own checks, so that they are counted and logged the same way. */
  refuse(code: Refusal, call?: CallName | null): Envelope<never, Refusal>;
  /** How often each kind was refused, `code call`. */
  refusals(): ReadonlyMap<string, number>;
}

type AnyHandler = (input: unknown) => Promise<Envelope<unknown, string>>;

/** One dispatcher for each machine: rates are counted over all its screens. */
export function makeDispatcher({ handlers, role, nowMs, onRefusal }: DispatcherDeps): Dispatcher {
  const allowances = new Map<CallName, Allowance>(
    callNames().map((name) => [name, makeAllowance(calls[name].perMinute, nowMs)]),
  );
  const counts = new Map<string, number>();

  return { dispatch, refuse, refusals: () => counts };

  async function dispatch(name: unknown, input: unknown): Promise<Envelope<unknown, string>> {
    if (!isCallName(name)) return refuse('unknown-call');
    const row = calls[name];
    if (allowances.get(name)?.() !== true) return refuse('too-often', name);
    if (isLargerThan(row.maxBytes, input)) return refuse('too-big', name);
    const parsed = v.safeParse(row.input, input);
    if (!isOneObject(input) || !parsed.success) return refuse('bad-input', name);
    const roles: readonly Role[] = row.roles;
    if (!roles.includes(role())) return refuse('wrong-role', name);
    try {
      // The row's schema has just made the input what this handler takes.
      return await (handlers[name] as AnyHandler)(parsed.output);
    } catch (error) {
      return refuse('internal', name, traceOf(error));
    }
  }

  function refuse(
    code: Refusal,
    call: CallName | null = null,
    trace: readonly string[] = [],
  ): Envelope<never, Refusal> {
    const kind = call === null ? code : `${code} ${call}`;
    const count = (counts.get(kind) ?? 0) + 1;
    counts.set(kind, count);
    if (count === 1) onRefusal({ code, call, trace });
    return { ok: false, error: { code } };
  }
}

/** All calls of the table, in its order. */
export function callNames(): readonly CallName[] {
  return Object.keys(calls).filter(isCallName);
}

export function isCallName(name: unknown): name is CallName {
  return typeof name === 'string' && Object.hasOwn(calls, name);
}

/** A date or a map has no own keys, so a schema without keys would accept it. */
function isOneObject(input: unknown): boolean {
  return Object.prototype.toString.call(input) === '[object Object]';
}

/** An error's message may quote an answer, so only its name and its places are kept. */
function traceOf(error: unknown): readonly string[] {
  if (!(error instanceof Error)) return [typeof error];
  const places = (error.stack ?? '').split('\n').filter((line) => /^\s+at /.test(line));
  return [error.name, ...places.slice(0, 6).map((line) => line.trim())];
}
