/** Who is at the kiosk, as the machine knows it. What a screen says about it is never believed. */
import type { Clock } from '../basics/clock';
import type { StateOf } from '../contract/table';
import type { Visit } from './visit';

export type SessionState = StateOf<'session'>;

export type EndReason =
  | 'done'
  | 'idle'
  | 'clear'
  | 'replaced'
  /** The page was loaded again, or its process died. */
  | 'screen-gone'
  /** The screen hangs: it should have ended the visit long ago. */
  | 'no-sign-of-life'
  | 'shutdown';

export interface Session {
  state(): SessionState;
  /** Null while nobody is here. */
  visit(): Visit | null;
  /** Begins the next person's visit. One that is still open ends first. */
  begin(): SessionState;
  /** The person acted: the deadline starts again. Harmless when nobody is here. */
  signOfLife(): void;
  /** Ends the visit; harmless when nobody is here. */
  end(why: EndReason): void;
}

export interface SessionDeps {
  /** Called between two visits. @param number the visits of this run, counted from 1 */
  readonly openVisit: (number: number) => Visit;
  /** How long a visit lasts without a sign of life. The screens end it sooner unless they hang. */
  readonly deadlineMs: () => number;
  readonly clock: Clock;
  readonly onChange: (state: SessionState, why: EndReason | 'begin') => void;
  /** A bug in the end of a visit: the session ends all the same. */
  readonly onEndFailed: (error: unknown) => void;
}

/** The visit that is open, if one is; staff and admin become further kinds of it. */
type Present =
  { readonly phase: 'nobody' } | { readonly phase: 'patient'; readonly visit: Visit; readonly ending: AbortController };

const NOBODY: Present = { phase: 'nobody' };

export function makeSession({ openVisit, deadlineMs, clock, onChange, onEndFailed }: SessionDeps): Session {
  let present: Present = NOBODY;
  let number = 0;
  let lastSignMs = 0;

  return { state, visit, begin, signOfLife, end };

  function state(): SessionState {
    return { phase: present.phase, number };
  }

  function visit(): Visit | null {
    return present.phase === 'nobody' ? null : present.visit;
  }

  function begin(): SessionState {
    end('replaced');
    const ending = new AbortController();
    const opened = openVisit(number + 1);
    number += 1;
    present = { phase: 'patient', visit: opened, ending };
    signOfLife();
    void watchDeadline(ending.signal);
    onChange(state(), 'begin');
    return state();
  }

  function signOfLife(): void {
    lastSignMs = clock.nowMs();
  }

  function end(why: EndReason): void {
    if (present.phase === 'nobody') return;
    const left = present;
    present = NOBODY;
    left.ending.abort();
    try {
      left.visit.end();
    } catch (error) {
      onEndFailed(error);
    }
    onChange(state(), why);
  }

  async function watchDeadline(ended: AbortSignal): Promise<void> {
    while (!ended.aborted) {
      const leftMs = lastSignMs + deadlineMs() - clock.nowMs();
      if (leftMs <= 0) end('no-sign-of-life');
      else await clock.sleep(leftMs, ended);
    }
  }
}
