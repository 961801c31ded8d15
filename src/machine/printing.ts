/**
 * From "Print" to the count check: hands a packet to the printer, follows the job, says honestly how it stands, and
 * takes back what has not come out when the person goes (docs/design/printing.md).
 */
import type { Result } from '../basics/result';
import type { Clock } from '../basics/clock';
import { sheetsOf } from '../contract/sheets';
import type { ErrorOf, Envelope, InputOf, OutputOf, StateOf } from '../contract/table';
import type {
  JobOutcome,
  JobState,
  Paper,
  PrinterPort,
  PrinterReason,
  PrintFailureCode,
  Sides,
  SubmitFailure,
  SubmittedJob,
} from '../printer';
import type { Log, MachineEvent } from './events';
import type { Packets, PreparedPacket } from './packets';

export interface PrintingDeps {
  readonly printer: PrinterPort;
  readonly packets: Packets;
  readonly paper: Paper;
  /** What the site wants; a printer that cannot gets one side, and the count of sheets follows what it does. */
  readonly sides: Sides;
  readonly clock: Clock;
  readonly publish: (job: StateOf<'job'>) => void;
  readonly log: Log;
}

type Submitted = Envelope<OutputOf<'print.submit'>, ErrorOf<'print.submit'>>;
type Cancelled = Envelope<OutputOf<'print.cancel'>, ErrorOf<'print.cancel'>>;

export interface Printing {
  /** The same request twice is one job and one answer. */
  submit(request: InputOf<'print.submit'>): Promise<Submitted>;
  cancel(request: InputOf<'print.cancel'>): Promise<Cancelled>;
  /** Takes back what is still open, and clears the queue. Nothing of it comes out for the next person. */
  wipe(): void;
  /**
   * Clears the queue of what an earlier session or a crashed program left there, if that is still to be done; harmless
   * at any time. To be called at the start and whenever the printer may be back.
   */
  tidy(): Promise<void>;
  /** Resolves when what `wipe` started is through. */
  settled(): Promise<void>;
}

/** Pages of a packet are printed again twice at most; then a person helps (docs/design/printing.md). */
export const MAX_REPRINTS = 2;

/** Shows on the printer and in its history. */
const JOB_NAME = 'Homeward pages';

const CANCEL_TRIES = 5;
const CANCEL_PAUSE_MS = 2_000;

export const NO_JOB: StateOf<'job'> = {
  phase: 'idle',
  job: null,
  packet: null,
  reason: null,
  sheets: 0,
  twoSided: false,
  reprintsLeft: MAX_REPRINTS,
};

/** One print job of ours, from the touch on. */
interface Job {
  readonly id: string;
  readonly packet: string;
  readonly reprints: number;
  readonly stop: AbortController;
  /** Of one copy. */
  readonly pages: number;
  copies: number;
  sides: Sides;
  /** Null while the printer has not taken it. */
  taken: SubmittedJob | null;
  isOver: boolean;
  isCancelled: boolean;
}

export function makePrinting({ printer, packets, paper, sides, clock, publish, log }: PrintingDeps): Printing {
  const requests = new Map<string, Promise<Submitted>>();
  const jobs = new Map<string, Job>();
  /** How often each packet went to the printer and may have come out. */
  const printCounts = new Map<string, number>();
  const withdrawals = new Set<Promise<void>>();
  let current: Job | null = null;
  let made = 0;
  /** False until the queue is known to hold nothing of ours: at the start nobody knows what a crash left there. */
  let isQueueClear = false;
  let purgeFailure: PrintFailureCode | null = null;
  /** Handing over and clearing the queue take turns: else a job that is just being made would be cleared away too. */
  let turn: Promise<unknown> = Promise.resolve();

  return { submit, cancel, wipe, tidy, settled };

  function submit(request: InputOf<'print.submit'>): Promise<Submitted> {
    const before = requests.get(request.requestId);
    if (before !== undefined) return before;
    const answer = submitNew(request);
    requests.set(request.requestId, answer);
    return answer;
  }

  async function submitNew({ packet: id, copies, pages }: InputOf<'print.submit'>): Promise<Submitted> {
    const packet = packets.find(id);
    if (packet === null) return refused('unknown-packet');
    if (pages?.some((page) => page > packet.pages) === true) return refused('no-such-page');
    if (current !== null && !current.isOver) return refused('busy');
    const reprints = printCounts.get(id) ?? 0;
    if (reprints > MAX_REPRINTS) return refused('too-many-reprints');

    made += 1;
    const job: Job = {
      id: `job-${made}`,
      packet: id,
      reprints,
      stop: new AbortController(),
      pages: new Set(pages).size || packet.pages,
      copies,
      sides,
      taken: null,
      isOver: false,
      isCancelled: false,
    };
    jobs.set(job.id, job);
    current = job;
    tell(job, 'queued', null);
    try {
      return await handOver(job, packet, { copies, pages });
    } catch (error) {
      // A bug must not leave the person with a job that is busy for ever.
      over(job, 'failed', null);
      throw error;
    }
  }

  async function handOver(
    job: Job,
    packet: PreparedPacket,
    { copies, pages }: Pick<InputOf<'print.submit'>, 'copies' | 'pages'>,
  ): Promise<Submitted> {
    const pdf = pages === null ? packet.pdf : await packet.only([...new Set(pages)].sort((a, b) => a - b));
    if (job.isCancelled) return asCancelled(job);
    const taken = await inTurn(async (): Promise<Result<SubmittedJob, SubmitFailure> | null> => {
      if (!isQueueClear) await clearQueue();
      return job.isCancelled ? null : printer.submit({ pdf, jobName: JOB_NAME, copies, paper, sides });
    });
    if (taken === null) return asCancelled(job);
    if (!taken.ok) {
      const { code, detail, mayStillPrint } = taken.error;
      log({ kind: 'print-failed', code, detail });
      if (mayStillPrint) {
        // Never sent again blindly: the person is asked what came out, as after any other job.
        over(job, 'unknown', code);
        return { ok: true, value: { job: job.id } };
      }
      over(job, 'failed', code);
      return { ok: false, error: { code: 'printer-unavailable', details: code } };
    }
    job.taken = taken.value;
    if (job.isCancelled) {
      await withdraw(taken.value);
      return asCancelled(job);
    }
    job.copies = taken.value.copies;
    job.sides = taken.value.sides;
    void followToEnd(job, taken.value);
    return { ok: true, value: { job: job.id } };
  }

  async function followToEnd(job: Job, taken: SubmittedJob): Promise<void> {
    const onState = (state: JobState): void => {
      const { phase, reason } = phaseOf(state);
      const outcome = outcomeOf(state);
      if (state.state === 'attention') log({ kind: 'print-attention', reasons: rawOf(state.reasons) });
      if (outcome === null) {
        tell(job, phase, reason);
        return;
      }
      log({ kind: 'print-ended', outcome: outcome.state, ...becauseOf(outcome) });
      over(job, phase, reason);
    };
    try {
      await printer.follow(taken, onState, { signal: job.stop.signal });
    } catch (error) {
      log({ kind: 'print-failed', code: 'unreadable-answer', detail: nameOf(error) });
      over(job, 'unknown', null);
    }
  }

  async function cancel({ job: id }: InputOf<'print.cancel'>): Promise<Cancelled> {
    const job = jobs.get(id);
    if (job === undefined) return { ok: false, error: { code: 'unknown-job' } };
    if (!job.isOver) {
      job.isCancelled = true;
      // Not taken yet: `handOver` sees that it is unwanted. Taken: following it tells how cancelling went.
      if (job.taken !== null) await withdraw(job.taken);
    }
    return { ok: true, value: {} };
  }

  function wipe(): void {
    for (const job of jobs.values()) {
      if (job.isOver) continue;
      job.isOver = true;
      job.isCancelled = true;
      job.stop.abort();
      if (job.taken !== null) later(withdraw(job.taken));
    }
    // An unfinished hand-over takes its own job back; its answer is waited for by `settled`.
    for (const answer of requests.values()) later(answer.then(() => undefined));
    if (jobs.size > 0) {
      isQueueClear = false;
      later(tidy());
    }
    requests.clear();
    jobs.clear();
    printCounts.clear();
    current = null;
    publish(NO_JOB);
  }

  function tidy(): Promise<void> {
    return inTurn(async () => {
      // Clearing the queue would take an open job with it; what is left of others waits for its end.
      const isPrinting = current !== null && !current.isOver;
      if (!isQueueClear && !isPrinting) await clearQueue();
    });
  }

  async function clearQueue(): Promise<void> {
    const purged = await printer.purge();
    isQueueClear = purged.ok && purged.value.isDone;
    if (purged.ok) {
      purgeFailure = null;
      if (purged.value.cancelled > 0) log({ kind: 'leftovers-cancelled', count: purged.value.cancelled });
      return;
    }
    // A printer that stays away is asked every few seconds; it is told once.
    const { code, detail } = purged.error;
    if (code !== purgeFailure) log({ kind: 'purge-failed', code, detail });
    purgeFailure = code;
  }

  function inTurn<Value>(work: () => Promise<Value>): Promise<Value> {
    const done = turn.then(work);
    turn = done.catch(() => undefined);
    return done;
  }

  async function settled(): Promise<void> {
    await Promise.allSettled([...withdrawals]);
  }

  function later(work: Promise<void>): void {
    const watched = work.finally(() => withdrawals.delete(watched));
    withdrawals.add(watched);
    // A bug in the hand-over is reported where its answer goes.
    watched.catch(() => undefined);
  }

  /**
   * Cancels at the printer, and tries again while it cannot be reached: it could print when it is back. Who is away for
   * longer is cleared when it is there again (`tidy`).
   */
  async function withdraw(taken: SubmittedJob): Promise<void> {
    for (let tries = 1; ; tries += 1) {
      const answer = await printer.cancel(taken);
      if (answer.ok) return;
      log({ kind: 'cancel-failed', code: answer.error.code, detail: answer.error.detail });
      if (answer.error.code === 'cannot-take-back') return;
      if (tries === CANCEL_TRIES) {
        isQueueClear = false;
        return;
      }
      await clock.sleep(CANCEL_PAUSE_MS);
    }
  }

  function asCancelled(job: Job): Submitted {
    over(job, 'cancelled', null);
    return { ok: true, value: { job: job.id } };
  }

  function over(job: Job, phase: StateOf<'job'>['phase'], reason: string | null): void {
    if (job.isOver) return;
    job.isOver = true;
    if (MAY_HAVE_COME_OUT.includes(phase)) {
      printCounts.set(job.packet, (printCounts.get(job.packet) ?? 0) + 1);
    }
    tell(job, phase, reason);
  }

  function tell(job: Job, phase: StateOf<'job'>['phase'], reason: string | null): void {
    if (current !== job) return;
    const { id, packet, pages, copies, reprints } = job;
    const twoSided = job.sides !== 'one-sided';
    const sheets = copies * sheetsOf(pages, twoSided);
    const reprintsLeft = MAX_REPRINTS - reprints;
    publish({ phase, job: id, packet, reason, sheets, twoSided, reprintsLeft });
  }
}

function nameOf(error: unknown): string {
  return error instanceof Error ? error.name : typeof error;
}

function refused(code: ErrorOf<'print.submit'>): Submitted {
  return { ok: false, error: { code } };
}

const MAY_HAVE_COME_OUT: readonly StateOf<'job'>['phase'][] = ['sent', 'handed-over', 'saved', 'unknown'];

/** Null while the job is on its way. */
function outcomeOf(state: JobState): JobOutcome | null {
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

/** Why it ended so, for the log. */
function becauseOf(outcome: JobOutcome): Pick<Extract<MachineEvent, { kind: 'print-ended' }>, 'why' | 'reasons'> {
  switch (outcome.state) {
    case 'failed':
      return { why: outcome.why, reasons: rawOf(outcome.reasons) };
    case 'unknown':
      return { why: outcome.why, reasons: [] };
    case 'sent':
      return { why: null, reasons: rawOf(outcome.reasons) };
    case 'handed-over':
    case 'saved':
    case 'cancelled':
      return { why: null, reasons: [] };
  }
}

function rawOf(reasons: readonly PrinterReason[]): readonly string[] {
  return reasons.map(({ raw }) => raw);
}

/** The phase for the screen, and the key of its words. */
function phaseOf(state: JobState): { readonly phase: StateOf<'job'>['phase']; readonly reason: string | null } {
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
