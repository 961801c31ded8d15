/** From what the printer says of a job to the contract's state of it, and to the log. Pure. */
import type { ErrorOf, InputOf, Refusal, StateOf } from '../../contract/table';
import type { JobOutcome, JobState, PrinterReason } from '../../printer';
import type { MachineEvent } from '../events';

export type JobPhase = StateOf<'job'>['phase'];

/** After these the packet counts as printed once: pages of it may be out. */
export const MAY_HAVE_COME_OUT: readonly JobPhase[] = ['sent', 'handed-over', 'saved', 'unknown'];

/** In these a person may have sheets to count. */
const CAN_BE_COUNTED: readonly JobPhase[] = [...MAY_HAVE_COME_OUT, 'attention', 'cancelled'];

/** What a person counted. */
export type Came = InputOf<'print.counted'>['came'];
export type CountRefusal = Exclude<ErrorOf<'print.counted'>, Refusal | 'unknown-job'>;

/**
 * Whether a job's count may be kept. A count is final, except that "some" may be corrected: the screen where the missing
 * pages are named has a Back.
 * @param isCancelled the person had the job stopped: it may be counted while the printer gives it back
 * @returns null when it may
 */
export function refusalOfCount(
  came: Came,
  { phase, came: known, isCancelled }: Pick<StateOf<'job'>, 'phase' | 'came'> & { readonly isCancelled: boolean },
): CountRefusal | null {
  if (!isCancelled && !CAN_BE_COUNTED.includes(phase)) return 'not-countable';
  const isOpen = known === null || (known === 'some' && came !== 'some');
  return isOpen ? null : 'counted-already';
}

/** Null while the job is under way. */
export function outcomeOf(state: JobState): JobOutcome | null {
  switch (state.state) {
    case 'queued':
    case 'sending':
    case 'waking':
    case 'attention':
      return null;
    default:
      return state;
  }
}

/** The phase for the screen, and the key of its words. */
export function phaseOf(state: JobState): { readonly phase: JobPhase; readonly reason: string | null } {
  switch (state.state) {
    case 'queued':
    case 'sending':
    case 'sent':
    case 'handed-over':
    case 'saved':
    case 'cancelled':
      return { phase: state.state, reason: null };
    case 'waking':
    case 'attention':
      return { phase: state.state, reason: state.reasons[0]?.trouble ?? null };
    case 'failed':
      return { phase: 'failed', reason: state.reasons[0]?.trouble ?? state.why };
    case 'unknown':
      return { phase: 'unknown', reason: state.why };
  }
}

/** What the log keeps of the end of a job. */
export function endEvent(outcome: JobOutcome): Extract<MachineEvent, { kind: 'print-ended' }> {
  const ended = { kind: 'print-ended', outcome: outcome.state } as const;
  switch (outcome.state) {
    case 'failed':
      return { ...ended, why: outcome.why, reasons: rawOf(outcome.reasons) };
    case 'unknown':
      return { ...ended, why: outcome.why, reasons: [] };
    case 'sent':
      return { ...ended, why: null, reasons: rawOf(outcome.reasons) };
    case 'handed-over':
    case 'saved':
    case 'cancelled':
      return { ...ended, why: null, reasons: [] };
  }
}

/** In the printer's own words. */
export function rawOf(reasons: readonly PrinterReason[]): readonly string[] {
  return reasons.map(({ raw }) => raw);
}
