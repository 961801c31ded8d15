/**
 * The printer's queue as this kiosk uses it, and the only part of printing that outlives a visit: hands documents over,
 * withdraws what has not come out, and clears what a visit or a crashed program left (docs/design/printing.md).
 */
import type { Clock } from '../../basics/clock';
import type { Result } from '../../basics/result';
import type { PrintDocument, PrinterPort, PrintFailureCode, SubmitFailure, SubmittedJob } from '../../printer';
import type { Log } from '../events';

export interface QueueDeps {
  readonly printer: PrinterPort;
  readonly clock: Clock;
  readonly log: Log;
  /** The queue that this one replaces: nothing is handed over or cleared before it has settled. */
  readonly after?: Queue;
}

/** A document on its way to the printer, seen from the visit that it belongs to. */
export interface HandOver {
  isWanted(): boolean;
  /** The printer has it, and it is still wanted. */
  onTaken(job: SubmittedJob): void;
}

export interface Queue {
  /** Hands a document to the printer. Null when it was no longer wanted: what the printer got was withdrawn again. */
  handOver(document: PrintDocument, handOver: HandOver): Promise<Result<SubmittedJob, SubmitFailure> | null>;
  /** The job has ended: it no longer stops the queue from being cleared. */
  release(job: SubmittedJob): void;
  /** Cancels a job, with retries while the printer cannot be reached. */
  withdraw(job: SubmittedJob): Promise<void>;
  /** Lets go of a visit that printed: withdraws its open jobs and clears what the queue keeps of the others. */
  endVisit(openJobs: readonly SubmittedJob[]): void;
  /**
   * Clears the queue if that is still to be done and no job is open; harmless at any time. To be called at the start and
   * whenever the printer may be back.
   */
  clear(): Promise<void>;
  /** Resolves when everything that was started is done. */
  settled(): Promise<void>;
}

const CANCEL_TRIES = 5;
const CANCEL_PAUSE_MS = 2_000;

export function makeQueue({ printer, clock, log, after }: QueueDeps): Queue {
  const underWay = new Set<Promise<unknown>>();
  /** Jobs of the present visit that the printer has and that have not ended. */
  const open = new Set<SubmittedJob>();
  /** False until the queue is known to hold nothing of ours: at the start nobody knows what a crash left there. */
  let isClear = false;
  let lastPurgeFailure: PrintFailureCode | null = null;
  /** Handing over and clearing take turns: else a job that is just being made would be cleared away too. */
  let turn: Promise<unknown> = after?.settled() ?? Promise.resolve();

  return {
    handOver: (document, visit) => track(handOver(document, visit)),
    release: (job) => void open.delete(job),
    withdraw: (job) => track(withdraw(job)),
    endVisit,
    clear: () => track(clear()),
    async settled() {
      await Promise.allSettled([turn, ...underWay]);
    },
  };

  async function handOver(
    document: PrintDocument,
    { isWanted, onTaken }: HandOver,
  ): Promise<Result<SubmittedJob, SubmitFailure> | null> {
    let unwanted: SubmittedJob | null = null;
    const submitted = await inTurn(async () => {
      if (!isClear) await purge();
      if (!isWanted()) return null;
      const taken = await printer.submit(document);
      if (!taken.ok) return taken;
      if (isWanted()) {
        open.add(taken.value);
        onTaken(taken.value);
        return taken;
      }
      unwanted = taken.value;
      return null;
    });
    if (unwanted !== null) await withdraw(unwanted);
    return submitted;
  }

  function endVisit(openJobs: readonly SubmittedJob[]): void {
    open.clear();
    for (const job of openJobs) void track(withdraw(job));
    isClear = false;
    void track(clear());
  }

  function clear(): Promise<void> {
    return inTurn(async () => {
      // Clearing would take an open job with it; what is left of others waits for its end.
      if (!isClear && open.size === 0) await purge();
    });
  }

  async function purge(): Promise<void> {
    const purged = await printer.purge();
    isClear = purged.ok && purged.value.isDone;
    if (purged.ok) {
      lastPurgeFailure = null;
      if (purged.value.cancelled > 0) log({ kind: 'leftovers-cancelled', count: purged.value.cancelled });
      return;
    }
    // A printer that stays away is asked every few seconds; the log has it once.
    const { code, detail } = purged.error;
    if (code !== lastPurgeFailure) log({ kind: 'purge-failed', code, detail });
    lastPurgeFailure = code;
  }

  async function withdraw(job: SubmittedJob): Promise<void> {
    if (!(await cancelWithRetries(job, { printer, clock, log }))) isClear = false;
  }

  function inTurn<Value>(work: () => Promise<Value>): Promise<Value> {
    const done = turn.then(work);
    turn = done.catch(() => undefined);
    return done;
  }

  /** Keeps a piece of work for `settled` to wait for. Its failure is for whoever awaits it. */
  function track<Value>(work: Promise<Value>): Promise<Value> {
    const watched = work
      .then(
        () => undefined,
        () => undefined,
      )
      .finally(() => underWay.delete(watched));
    underWay.add(watched);
    return work;
  }
}

/**
 * A printer that cannot be reached now could print the job when it is back.
 * @returns false when it stayed away: the job is still to be cleared from the queue
 */
async function cancelWithRetries(job: SubmittedJob, { printer, clock, log }: QueueDeps): Promise<boolean> {
  for (let tries = 1; ; tries += 1) {
    const answer = await printer.cancel(job);
    if (answer.ok) return true;
    log({ kind: 'cancel-failed', code: answer.error.code, detail: answer.error.detail });
    if (answer.error.code === 'cannot-withdraw') return true;
    if (tries === CANCEL_TRIES) return false;
    await clock.sleep(CANCEL_PAUSE_MS);
  }
}
