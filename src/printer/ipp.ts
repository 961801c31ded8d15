import { refuseDocument } from './document';
import { groupOf, integersOf, JOB_GROUP, PRINTER_GROUP, stringsOf, type IppAttributes } from './ipp-answer';
import { exchange, NOT_POSSIBLE, type ExchangeFailure, type IppRequest } from './ipp-exchange';
import { judge, MEDIA, offersOf, readinessOf, viewJob, viewPrinter, type Verdict } from './ipp-state';
import type { IppTarget } from './ipp-uri';
import type {
  Clock,
  FollowOptions,
  JobOutcome,
  JobState,
  PrintDocument,
  PrinterOffers,
  PrinterPort,
  PrinterStatus,
  PrintFailure,
  Result,
  SubmitFailure,
  SubmittedJob,
} from './port';

export interface IppLimits {
  /** For one question and its answer. A slow printer may take ten seconds. */
  readonly answerTimeoutMs: number;
  /** For handing over the document. */
  readonly sendTimeoutMs: number;
  readonly pollMs: number;
  /** So many unanswered questions in a row and the job's end is unknown. */
  readonly missesAllowed: number;
  /** From `follow` on; after it the job is cancelled, so that it cannot come out for the next person. */
  readonly jobDeadlineMs: number;
  readonly maxAnswerBytes: number;
}

export const DEFAULT_IPP_LIMITS: IppLimits = {
  answerTimeoutMs: 15_000,
  sendTimeoutMs: 60_000,
  pollMs: 500,
  missesAllowed: 3,
  jobDeadlineMs: 10 * 60_000,
  maxAnswerBytes: 1024 * 1024,
};

const PDF = 'application/pdf';

/** `operations-supported` (RFC 8011 §5.4.15). */
const CREATE_JOB = 0x0005;
const SEND_DOCUMENT = 0x0006;

const STATE_ATTRIBUTES = ['printer-state', 'printer-state-reasons'];
const PRINTER_ATTRIBUTES = [
  ...STATE_ATTRIBUTES,
  'printer-is-accepting-jobs',
  'operations-supported',
  'document-format-supported',
  'media-supported',
  'sides-supported',
  'copies-supported',
  'print-color-mode-supported',
  'print-scaling-supported',
];

/** A CUPS queue, or a printer that speaks IPP Everywhere (RFC 8010, RFC 8011, PWG 5100.14). */
export function makeIppPrinter(target: IppTarget, clock: Clock, limits: IppLimits = DEFAULT_IPP_LIMITS): PrinterPort {
  const cancelledIds = new Set<string>();
  let lastRequestId = 0;
  return { kind: 'ipp', status, submit, follow, cancel };

  async function status(): Promise<PrinterStatus> {
    const printer = await askPrinter(PRINTER_ATTRIBUTES);
    if (!printer.ok) return { readiness: 'unavailable', reasons: [], failure: plain(printer.error) };
    const view = viewPrinter(printer.value);
    const refusal = refusalOf(printer.value);
    if (refusal !== null) return { readiness: 'unavailable', reasons: view.reasons, failure: refusal };
    return { readiness: readinessOf(view), reasons: view.reasons, offers: offersOf(printer.value) };
  }

  async function submit(document: PrintDocument): Promise<Result<SubmittedJob, SubmitFailure>> {
    const unprintable = refuseDocument(document);
    if (unprintable !== null) return notSent(unprintable);
    const printer = await askPrinter(PRINTER_ATTRIBUTES);
    if (!printer.ok) return notSent(printer.error);
    const refusal = refusalOf(printer.value);
    if (refusal !== null) return notSent(refusal);

    const offers = offersOf(printer.value);
    const operations = integersOf(printer.value, 'operations-supported');
    const inTwoSteps = operations.includes(CREATE_JOB) && operations.includes(SEND_DOCUMENT);
    const sent = inTwoSteps ? await createAndSend(document, offers) : await printJob(document, offers);
    if (!sent.ok) return sent;
    const id = String(sent.value);
    // A printer counts from one again after a restart.
    cancelledIds.delete(id);
    return {
      ok: true,
      value: {
        id,
        copies: copiesFor(document, offers),
        sides: offers.twoSided ? document.sides : 'one-sided',
        paper: offers.papers.includes(document.paper) ? document.paper : null,
        reasonsBefore: stringsOf(printer.value, 'printer-state-reasons'),
      },
    };
  }

  /**
   * Create-Job and Send-Document: the job has a number before the first byte of the document leaves, so one
   * that went wrong on the way can be cancelled and not come out later. A job created without a document
   * prints nothing.
   */
  async function createAndSend(document: PrintDocument, offers: PrinterOffers): Promise<Result<number, SubmitFailure>> {
    const created = await ask({
      operation: 'Create-Job',
      attributes: { 'job-name': document.jobName },
      jobAttributes: jobAttributes(document, offers),
    });
    const jobId = readJobId(created);
    if (!jobId.ok) return notSent(jobId.error);

    const sent = await send({
      operation: 'Send-Document',
      jobId: jobId.value,
      attributes: { 'document-format': PDF, 'last-document': true },
      data: document.pdf,
    });
    if (sent.ok) return jobId;
    const cancelled = await cancelJob(jobId.value);
    const wasRefused = sent.error.status !== undefined;
    const wasCancelled = cancelled.ok && cancelled.value === 'cancelled';
    return { ok: false, error: { ...plain(sent.error), mayStillPrint: !wasRefused && !wasCancelled } };
  }

  /** Print-Job, for printers that know nothing else: when the answer is lost, so is the job's number. */
  async function printJob(document: PrintDocument, offers: PrinterOffers): Promise<Result<number, SubmitFailure>> {
    const printed = await send({
      operation: 'Print-Job',
      attributes: { 'job-name': document.jobName, 'document-format': PDF },
      jobAttributes: jobAttributes(document, offers),
      data: document.pdf,
    });
    const jobId = readJobId(printed);
    if (jobId.ok) return jobId;
    const wasRefused = jobId.error.status !== undefined || jobId.error.code === 'unreachable';
    return { ok: false, error: { ...plain(jobId.error), mayStillPrint: !wasRefused } };
  }

  async function follow(
    job: SubmittedJob,
    onState: (state: JobState) => void,
    { signal }: FollowOptions = {},
  ): Promise<JobOutcome> {
    const deadlineMs = clock.nowMs() + limits.jobDeadlineMs;
    let misses = 0;
    let told = '';
    for (;;) {
      if (signal?.aborted === true) return end({ state: 'unknown', why: 'not-followed' });
      const seen = await look(job);
      if (seen.ok) {
        misses = 0;
        if (seen.value.kind === 'outcome') return settle(seen.value);
        tell(seen.value.state);
      } else {
        if (seen.error.code === 'no-such-job') return end({ state: 'unknown', why: 'job-forgotten' });
        misses += 1;
        if (misses >= limits.missesAllowed) return end({ state: 'unknown', why: 'lost-contact' });
      }
      if (clock.nowMs() >= deadlineMs) return end(await giveUp(job));
      await clock.sleep(limits.pollMs, signal);
    }

    async function settle(verdict: Extract<Verdict, { kind: 'outcome' }>): Promise<JobOutcome> {
      if (verdict.leftInQueue) await cancel(job);
      return end(verdict.state);
    }

    function end(outcome: JobOutcome): JobOutcome {
      tell(outcome);
      return outcome;
    }

    function tell(state: JobState): void {
      const now = JSON.stringify(state);
      if (now !== told) onState(state);
      told = now;
    }
  }

  /** Past the deadline. The job may have ended in the very moment of cancelling it. */
  async function giveUp(job: SubmittedJob): Promise<JobOutcome> {
    const cancelled = await cancel(job);
    if (cancelled.ok && cancelled.value === 'cancelled') return { state: 'failed', why: 'too-slow', reasons: [] };
    const seen = await look(job);
    if (seen.ok && seen.value.kind === 'outcome') return seen.value.state;
    return { state: 'unknown', why: 'not-cancelled' };
  }

  /** Job first, printer second: the queue gets a new reason before it calls the job completed. */
  async function look(job: SubmittedJob): Promise<Result<Verdict, ExchangeFailure>> {
    const answer = await ask({
      operation: 'Get-Job-Attributes',
      jobId: Number(job.id),
      attributes: { 'requested-attributes': ['job-state', 'job-state-reasons'] },
    });
    if (!answer.ok) return answer;
    const view = viewJob(groupOf(answer.value, JOB_GROUP));
    if (view === null) return { ok: false, error: { code: 'unreadable-answer', detail: 'no known job-state' } };
    const printer = await askPrinter(STATE_ATTRIBUTES);
    if (!printer.ok) return printer;
    const context = { reasonsBefore: job.reasonsBefore, isCancelledByUs: cancelledIds.has(job.id) };
    return { ok: true, value: judge(view, viewPrinter(printer.value), context) };
  }

  async function cancel(job: SubmittedJob): Promise<Result<'cancelled' | 'already-finished', PrintFailure>> {
    // Noted first: `follow` may see the job cancelled before our own answer is here.
    cancelledIds.add(job.id);
    const cancelled = await cancelJob(Number(job.id));
    if (cancelled.ok && cancelled.value === 'already-finished') cancelledIds.delete(job.id);
    return cancelled.ok ? cancelled : { ok: false, error: plain(cancelled.error) };
  }

  async function cancelJob(jobId: number): Promise<Result<'cancelled' | 'already-finished', ExchangeFailure>> {
    const answer = await ask({ operation: 'Cancel-Job', jobId });
    if (answer.ok) return { ok: true, value: 'cancelled' };
    const isOver = answer.error.status === NOT_POSSIBLE || answer.error.code === 'no-such-job';
    return isOver ? { ok: true, value: 'already-finished' } : answer;
  }

  async function askPrinter(names: readonly string[]): Promise<Result<IppAttributes, ExchangeFailure>> {
    const answer = await ask({
      operation: 'Get-Printer-Attributes',
      attributes: { 'requested-attributes': names },
    });
    return answer.ok ? { ok: true, value: groupOf(answer.value, PRINTER_GROUP) } : answer;
  }

  function ask(request: Omit<IppRequest, 'id'>): ReturnType<typeof exchange> {
    return call(request, limits.answerTimeoutMs);
  }

  function send(request: Omit<IppRequest, 'id'>): ReturnType<typeof exchange> {
    return call(request, limits.sendTimeoutMs);
  }

  function call(request: Omit<IppRequest, 'id'>, timeoutMs: number): ReturnType<typeof exchange> {
    lastRequestId += 1;
    const { maxAnswerBytes } = limits;
    return exchange(target, { ...request, id: lastRequestId }, { timeoutMs, maxAnswerBytes });
  }
}

/** Only what the printer says it supports, so that nothing is refused or silently replaced. */
function jobAttributes(document: PrintDocument, offers: PrinterOffers): Readonly<Record<string, string | number>> {
  const copies = copiesFor(document, offers);
  const isOffered = offers.papers.includes(document.paper);
  return {
    ...(copies > 1 ? { copies } : {}),
    ...(isOffered ? { media: MEDIA[document.paper] } : {}),
    // PWG 5100.13: else "auto" shrinks a whole page into the printable area, and large print with it.
    ...(isOffered && offers.trueSize ? { 'print-scaling': 'none' } : {}),
    // Also for one side: the queue's own default may be two.
    ...(offers.twoSided ? { sides: document.sides } : {}),
    ...(document.color !== undefined && offers.colorModes.includes(document.color)
      ? { 'print-color-mode': document.color }
      : {}),
  };
}

function copiesFor(document: PrintDocument, offers: PrinterOffers): number {
  return Math.min(document.copies, offers.maxCopies);
}

/** A queue that says it takes no jobs or no PDF. One that says neither is tried. */
function refusalOf(printer: IppAttributes): PrintFailure | null {
  if (printer.get('printer-is-accepting-jobs')?.[0] === false) {
    return { code: 'not-accepting-jobs', detail: 'printer-is-accepting-jobs is false' };
  }
  const formats = stringsOf(printer, 'document-format-supported');
  if (formats.length > 0 && !formats.includes(PDF)) {
    return { code: 'document-refused', detail: `${PDF} is not in document-format-supported` };
  }
  return null;
}

function readJobId(answer: Awaited<ReturnType<typeof exchange>>): Result<number, ExchangeFailure> {
  if (!answer.ok) return answer;
  const jobId = integersOf(groupOf(answer.value, JOB_GROUP), 'job-id')[0];
  if (jobId !== undefined && jobId > 0) return { ok: true, value: jobId };
  return { ok: false, error: { code: 'unreadable-answer', detail: 'no job-id' } };
}

function notSent(failure: PrintFailure): Result<never, SubmitFailure> {
  return { ok: false, error: { ...plain(failure), mayStillPrint: false } };
}

function plain({ code, detail }: PrintFailure): PrintFailure {
  return { code, detail };
}
