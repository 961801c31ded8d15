/** One print job of a visit, from the touch to its end (docs/design/printing.md "State, said honestly"). */
import { sheetsOf } from '../../contract/sheets';
import type { StateOf } from '../../contract/table';
import type { JobState, Paper, PrinterPort, PrintFailureCode, Sides, SubmittedJob } from '../../printer';
import type { Log } from '../events';
import type { KeptPacket } from '../pages/packets';
import { endEvent, MAY_HAVE_COME_OUT, outcomeOf, phaseOf, rawOf, type JobPhase } from './job-state';
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
  readonly packet: KeptPacket;
  readonly copies: number;
  /** Only these pages, counted from 1; null prints all. */
  readonly only: readonly number[] | null;
  /** How many times pages of the packet may be printed again after this job. */
  readonly reprintsLeft: number;
}

export interface Job {
  readonly packet: string;
  isOver(): boolean;
  /** It ended in a way that may have left pages in the tray. */
  mayHaveComeOut(): boolean;
  /**
   * Hands the pages to the printer, and follows them from there on.
   * @returns why the printer did not take them; null when it has them, may have them, or they were cancelled
   */
  print(): Promise<PrintFailureCode | null>;
  cancel(): Promise<void>;
  /** The person has gone. @returns what the printer still has to give back */
  abandon(): SubmittedJob | null;
}

export function makeJob({ id, packet, copies, only, reprintsLeft }: JobOrder, deps: JobDeps): Job {
  const { queue, printer, paper, publish, log } = deps;
  const stop = new AbortController();
  const pages = only === null ? packet.pages : new Set(only).size;
  let phase: JobPhase = 'queued';
  /** What the printer really does, as soon as it has taken the job. */
  let terms: Pick<SubmittedJob, 'copies' | 'sides'> = { copies, sides: deps.sides };
  let taken: SubmittedJob | null = null;
  let isOver = false;
  let isCancelled = false;

  return { packet: packet.id, isOver: () => isOver, mayHaveComeOut, print, cancel, abandon };

  function mayHaveComeOut(): boolean {
    return isOver && MAY_HAVE_COME_OUT.includes(phase);
  }

  async function print(): Promise<PrintFailureCode | null> {
    publishAs('queued', null);
    try {
      return await handOver();
    } catch (error) {
      // A bug must not leave the person with a job that is busy forever.
      finish('failed', null);
      throw error;
    }
  }

  async function handOver(): Promise<PrintFailureCode | null> {
    const pdf = only === null ? packet.pdf : await packet.only([...new Set(only)].sort((a, b) => a - b));
    const submitted = await queue.handOver(
      { pdf, jobName: JOB_NAME, copies, paper, sides: deps.sides },
      { isWanted: () => !isCancelled, onTaken: (job) => (taken = job) },
    );
    if (submitted === null) {
      finish('cancelled', null);
      return null;
    }
    if (submitted.ok) {
      terms = submitted.value;
      void follow(submitted.value);
      return null;
    }
    const { code, detail, mayStillPrint } = submitted.error;
    log({ kind: 'print-failed', code, detail });
    // What may have gone out is never sent again blindly: the person is asked what came out, as after any other job.
    finish(mayStillPrint ? 'unknown' : 'failed', code);
    return mayStillPrint ? null : code;
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
    const next = phaseOf(state);
    const outcome = outcomeOf(state);
    if (state.state === 'attention') log({ kind: 'print-attention', reasons: rawOf(state.reasons) });
    if (outcome === null) {
      publishAs(next.phase, next.reason);
      return;
    }
    log(endEvent(outcome));
    finish(next.phase, next.reason);
  }

  async function cancel(): Promise<void> {
    if (isOver) return;
    isCancelled = true;
    // Not taken yet: the queue sees that it is unwanted. Taken: following it tells how cancelling went.
    if (taken !== null) await queue.withdraw(taken);
  }

  function abandon(): SubmittedJob | null {
    if (isOver) return null;
    isOver = true;
    isCancelled = true;
    stop.abort();
    return taken;
  }

  function finish(last: JobPhase, reason: string | null): void {
    if (isOver) return;
    isOver = true;
    if (taken !== null) queue.release(taken);
    publishAs(last, reason);
  }

  function publishAs(next: JobPhase, reason: string | null): void {
    phase = next;
    const twoSided = terms.sides !== 'one-sided';
    const sheets = terms.copies * sheetsOf(pages, twoSided);
    publish({ phase, job: id, packet: packet.id, reason, sheets, twoSided, reprintsLeft });
  }
}

function nameOf(error: unknown): string {
  return error instanceof Error ? error.name : typeof error;
}
