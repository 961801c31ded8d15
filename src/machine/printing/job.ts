/** One print job of a visit, from the touch to its end (docs/design/printing.md "State, said honestly"). */
import { sheetsOf } from '../../contract/sheets';
import type { StateOf } from '../../contract/table';
import type { JobState, Paper, PrinterPort, Sides, SubmittedJob } from '../../printer';
import type { Log } from '../events';
import type { KeptPacket } from '../pages/packets';
import {
  endEvent,
  MAY_HAVE_COME_OUT,
  outcomeOf,
  phaseOf,
  rawOf,
  refusalOfCount,
  type Came,
  type CountRefusal,
  type JobPhase,
} from './job-state';
import type { Queue } from './queue';

/** Shows on the printer and in its history. */
const JOB_NAME = 'Homeward pages';

/** What a job needs of its visit. */
export interface JobDeps {
  readonly queue: Queue;
  readonly printer: Pick<PrinterPort, 'follow'>;
  readonly paper: Paper;
  /** What the site wants; a printer that cannot gets one side, and the count of sheets follows what it does. */
  readonly sides: Sides;
  readonly publish: (state: StateOf<'job'>) => void;
  readonly log: Log;
}

export interface JobOrder {
  readonly id: string;
  readonly request: string;
  readonly packet: KeptPacket;
  readonly copies: number;
  /** Only these pages, counted from 1; null prints all. */
  readonly only: readonly number[] | null;
  /** How many times pages of the packet may be printed again after this job. */
  readonly reprintsLeft: number;
}

export interface Job {
  readonly id: string;
  readonly packet: string;
  isOver(): boolean;
  /** It ended in a way that may have left pages in the tray. */
  mayHaveComeOut(): boolean;
  /** Hands the pages to the printer, and follows them from there on. Resolves when the printer took them or did not. */
  print(): Promise<void>;
  cancel(): Promise<void>;
  /** Keeps what the person counted. @returns why it is not kept; null when it is */
  count(came: Came): CountRefusal | null;
  /** The person has gone. @returns what the printer still has to give back */
  abandon(): SubmittedJob | null;
}

/** What changes of a job while it goes on. */
interface Course {
  readonly phase: JobPhase;
  readonly reason: string | null;
  readonly came: Came | null;
  /** What the printer really does, as soon as it has taken the job. */
  readonly terms: Pick<SubmittedJob, 'copies' | 'sides'>;
}

export function makeJob(order: JobOrder, deps: JobDeps): Job {
  const { id, packet, copies, only } = order;
  const { queue, printer, paper, sides, publish, log } = deps;
  const stop = new AbortController();
  let course: Course = { phase: 'queued', reason: null, came: null, terms: { copies, sides } };
  let taken: SubmittedJob | null = null;
  let isOver = false;
  let isCancelled = false;

  return { id, packet: packet.id, isOver: () => isOver, mayHaveComeOut, print, cancel, count, abandon };

  function mayHaveComeOut(): boolean {
    return isOver && MAY_HAVE_COME_OUT.includes(course.phase);
  }

  async function print(): Promise<void> {
    tell({});
    try {
      await handOver();
    } catch (error) {
      // A bug must not leave the person with a job that is busy forever.
      finish('failed', null);
      throw error;
    }
  }

  async function handOver(): Promise<void> {
    const pdf = only === null ? packet.pdf : await packet.only([...new Set(only)].sort((a, b) => a - b));
    const submitted = await queue.handOver(
      { pdf, jobName: JOB_NAME, copies, paper, sides },
      { isWanted: () => !isCancelled, onTaken: (job) => (taken = job) },
    );
    if (submitted === null) {
      finish('cancelled', null);
    } else if (submitted.ok) {
      course = { ...course, terms: submitted.value };
      void follow(submitted.value);
    } else {
      const { code, detail, mayStillPrint } = submitted.error;
      log({ kind: 'print-failed', code, detail });
      // What may have gone out is never sent again blindly: the person is asked what came out, as after any other job.
      finish(mayStillPrint ? 'unknown' : 'failed', code);
    }
  }

  async function follow(job: SubmittedJob): Promise<void> {
    try {
      await printer.follow(job, onState, { signal: stop.signal });
    } catch (error) {
      log({ kind: 'print-failed', code: 'unreadable-answer', detail: nameOf(error) });
      finish('unknown', null);
    }
  }

  function onState(state: JobState): void {
    const { phase, reason } = phaseOf(state);
    const outcome = outcomeOf(state);
    if (state.state === 'attention') log({ kind: 'print-attention', reasons: rawOf(state.reasons) });
    if (outcome === null) return tell({ phase, reason });
    log(endEvent(outcome));
    finish(phase, reason);
  }

  async function cancel(): Promise<void> {
    if (isOver) return;
    isCancelled = true;
    // Not taken yet: the queue sees that it is unwanted. Taken: following it tells how cancelling went.
    if (taken !== null) await queue.withdraw(taken);
  }

  function count(came: Came): CountRefusal | null {
    const refusal = refusalOfCount(came, { ...course, isCancelled });
    if (refusal === null) tell({ came });
    return refusal;
  }

  function abandon(): SubmittedJob | null {
    if (isOver) return null;
    isOver = true;
    isCancelled = true;
    stop.abort();
    return taken;
  }

  function finish(phase: JobPhase, reason: string | null): void {
    if (isOver) return;
    isOver = true;
    if (taken !== null) queue.release(taken);
    tell({ phase, reason });
  }

  function tell(change: Partial<Course>): void {
    course = { ...course, ...change };
    publish(stateOf(order, course));
  }
}

function stateOf(
  { id, request, packet, only, reprintsLeft }: JobOrder,
  { phase, reason, came, terms }: Course,
): StateOf<'job'> {
  const twoSided = terms.sides !== 'one-sided';
  const pages = only === null ? packet.pages : new Set(only).size;
  const sheets = terms.copies * sheetsOf(pages, twoSided);
  return { phase, request, job: id, packet: packet.id, reason, sheets, twoSided, reprintsLeft, came };
}

function nameOf(error: unknown): string {
  return error instanceof Error ? error.name : typeof error;
}
