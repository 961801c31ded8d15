/** Turns what an IPP printer says about itself and about a job into our own states. Pure. */
import { integersOf, stringsOf, type IppAttributes, type IppValue } from './answer';
import { MEDIA, paperEvidence, type PaperEvidence } from './paper';
import type { ColorMode, JobOutcome, JobProgress, Paper, PrinterOffers, PrinterReason, Sides } from '../port';
import { byRank, effectOf, parseReason, parseReasons, type Trouble } from '../reasons';

const PAPERS: readonly Paper[] = ['letter', 'a4'];
const COLOR_MODES: readonly ColorMode[] = ['monochrome', 'color'];
const TWO_SIDED: Sides = 'two-sided-long-edge';

/** `printer-state` (RFC 8011 §5.4.11). */
const PRINTER_PROCESSING = 4;
const PRINTER_STOPPED = 5;

/** `job-state` (RFC 8011 §5.3.7). */
const PENDING = 3;
const PENDING_HELD = 4;
const PROCESSING = 5;
const PROCESSING_STOPPED = 6;
const CANCELED = 7;
const ABORTED = 8;
const COMPLETED = 9;

/** `job-state-reasons` of a job that a person canceled. Without one of these, the printer gave up on the job. */
const CANCELLED_BY_A_PERSON = ['job-canceled-by-user', 'job-canceled-by-operator', 'job-canceled-at-device'];

/** The job is held because its document is still arriving. */
const INCOMING = ['job-incoming', 'job-data-insufficient'];

/** If a filter fails, CUPS leaves the job stopped in the queue forever (seen with bytes that are not a PDF). */
const UNPRINTABLE = ['job-completed-with-errors', 'document-format-error', 'document-unprintable-error'];

/** The device forgot the job halfway, and the queue called it completed (seen when a printer was restarted). */
const HISTORY_LOST = 'cups-ipp-missing-job-history';

/** Troubles of the queue itself. They count even if the device does not report them. */
const OF_THE_QUEUE: readonly Trouble[] = ['paused', 'spool-full', 'set-up', 'connecting', 'news'];

/** After a completed job, these mean that some pages are still in the printer, whatever the severity suffix. */
const PAGES_INSIDE: readonly Trouble[] = ['jam', 'open', 'output-full', 'broken'];

export interface PrinterView {
  readonly isStopped: boolean;
  /** By rank. */
  readonly reasons: readonly PrinterReason[];
  readonly paper: PaperEvidence;
}

/** What the device behind a queue answered. */
export type DeviceLook =
  | { readonly kind: 'none' }
  | { readonly kind: 'seen'; readonly view: PrinterView }
  /** It does not answer. At first it may only be asleep. */
  | { readonly kind: 'silent'; readonly isLong: boolean };

export interface JobView {
  readonly state: number;
  readonly reasons: readonly string[];
  /** Canceled or aborted, by anyone. */
  readonly isGivenUp: boolean;
  /** Null if the printer gives none. */
  readonly uuid: string | null;
}

export type Verdict =
  | { readonly kind: 'progress'; readonly state: JobProgress }
  | { readonly kind: 'outcome'; readonly state: JobOutcome; readonly leftInQueue: boolean };

/** @param paper 'unknown' for a queue, which derives what it says about paper from its own settings */
export function viewPrinter(attributes: IppAttributes, paper: PaperEvidence): PrinterView {
  return {
    isStopped: integersOf(attributes, 'printer-state')[0] === PRINTER_STOPPED,
    reasons: parseReasons(stringsOf(attributes, 'printer-state-reasons')),
    paper,
  };
}

/** @param paper of the site; undefined accepts any */
export function viewDevice(attributes: IppAttributes, paper: Paper | undefined): PrinterView {
  return viewPrinter(attributes, paperEvidence(attributes, paper));
}

/** A queue keeps the device's reasons after they are over, so if the device itself answers, its answer counts. */
export function viewThrough(queue: PrinterView, device: DeviceLook): PrinterView {
  switch (device.kind) {
    case 'none':
      return queue;
    case 'seen': {
      const own = queue.reasons.filter(({ trouble }) => OF_THE_QUEUE.includes(trouble));
      const { view } = device;
      return {
        isStopped: queue.isStopped || view.isStopped,
        reasons: byRank([...own, ...view.reasons]),
        paper: view.paper,
      };
    }
    case 'silent':
      return { ...queue, reasons: byRank([...queue.reasons, device.isLong ? NO_ANSWER : MAYBE_ASLEEP]) };
  }
}

const NO_ANSWER: PrinterReason = {
  keyword: 'timed-out',
  trouble: 'no-answer',
  severity: 'error',
  raw: 'the device behind the queue does not answer',
};
const MAYBE_ASLEEP: PrinterReason = { ...NO_ANSWER, trouble: 'waking', severity: 'report' };
const WRONG_PAPER: PrinterReason = {
  keyword: 'media-needed',
  trouble: 'paper-wrong',
  severity: 'error',
  raw: 'no tray has the paper of this site',
};

/** Null if the answer has no job state, or one that is not in RFC 8011. */
export function viewJob(attributes: IppAttributes): JobView | null {
  const state = integersOf(attributes, 'job-state')[0];
  if (state === undefined || state < PENDING || state > COMPLETED) return null;
  return {
    state,
    reasons: stringsOf(attributes, 'job-state-reasons'),
    isGivenUp: state === CANCELED || state === ABORTED,
    uuid: stringsOf(attributes, 'job-uuid')[0] ?? null,
  };
}

/** With CUPS, also true while the backend of a canceled job is still running. */
export function isProcessing(printer: IppAttributes): boolean {
  return integersOf(printer, 'printer-state')[0] === PRINTER_PROCESSING;
}

export function isCompleted(job: JobView): boolean {
  return job.state === COMPLETED;
}

export function isOver(job: JobView): boolean {
  return job.state >= CANCELED;
}

/**
 * Reasons come first and `printer-state` second: a printer with an empty tray often says `processing`.
 * @returns `because`: the reasons that decide, most important first
 */
export function readinessOf(printer: PrinterView): {
  readonly readiness: 'ready' | 'waking' | 'attention';
  readonly because: readonly PrinterReason[];
} {
  const stopping = stoppingReasons(printer);
  const isWrong = printer.paper === 'wrong' && stopping.every(({ trouble }) => !trouble.startsWith('paper-'));
  const all = isWrong ? byRank([...stopping, WRONG_PAPER]) : stopping;
  if (all.length > 0) return { readiness: 'attention', because: all };
  const delaying = delayingReasons(printer);
  if (printer.isStopped) return { readiness: 'attention', because: [] };
  return delaying.length > 0 ? { readiness: 'waking', because: delaying } : { readiness: 'ready', because: [] };
}

export interface JobContext {
  /** The printer's raw reasons from before the job. */
  readonly reasonsBefore: readonly string[];
  /** Needed because CUPS gives a job that we canceled while it waited the same reason as one the device gave up on. */
  readonly isCancelledByUs: boolean;
  /** We tried to cancel it after it had ended. */
  readonly isCancelledTooLate: boolean;
}

/** The state of a job, from what the printer says about the job and about itself. */
export function judge(job: JobView, printer: PrinterView, context: JobContext): Verdict {
  const { reasonsBefore, isCancelledByUs, isCancelledTooLate } = context;
  const reasons = newFirst(stoppingReasons(printer), reasonsBefore);
  switch (job.state) {
    case PENDING:
      return progress(waiting(printer, reasons, 'queued'));
    case PENDING_HELD:
      if (hasAny(job, INCOMING)) return progress({ state: 'sending' });
      return progress({ state: 'attention', reasons: byRank([...reasons, ...job.reasons.map(parseReason)]) });
    case PROCESSING:
      return progress(waiting(printer, reasons, 'sending'));
    case PROCESSING_STOPPED:
      if (hasAny(job, UNPRINTABLE)) return ended({ state: 'failed', why: 'document-rejected', reasons: [] }, true);
      return progress({ state: 'attention', reasons });
    case CANCELED:
      if (isCancelledByUs || hasAny(job, CANCELLED_BY_A_PERSON)) return ended({ state: 'cancelled' });
      return ended({ state: 'failed', why: 'stopped-by-printer', reasons });
    case ABORTED:
      return ended({ state: 'failed', why: 'aborted', reasons });
    case COMPLETED: {
      if (lostItsHistory(printer.reasons, reasonsBefore)) return ended({ state: 'unknown', why: 'history-lost' });
      if (hasAny(job, UNPRINTABLE)) return ended({ state: 'unknown', why: 'with-errors' });
      const inside = reasons.filter((reason) => isPagesInside(reason) && !reasonsBefore.includes(reason.raw));
      if (inside.length > 0 && isCancelledTooLate) return ended({ state: 'unknown', why: 'trouble-at-end' });
      if (inside.length > 0) return progress({ state: 'attention', reasons: inside });
      return ended({ state: 'sent', reasons: printer.reasons });
    }
    default:
      throw new RangeError(`job-state ${job.state}`);
  }
}

/** What the printer offers. If it says nothing, that is one one-sided copy on whatever paper it has. */
export function offersOf(attributes: IppAttributes): PrinterOffers {
  const media = stringsOf(attributes, 'media-supported');
  const colorModes = stringsOf(attributes, 'print-color-mode-supported');
  return {
    papers: PAPERS.filter((paper) => media.includes(MEDIA[paper])),
    twoSided: stringsOf(attributes, 'sides-supported').includes(TWO_SIDED),
    maxCopies: Math.max(1, upperOf(attributes.get('copies-supported')?.[0])),
    colorModes: COLOR_MODES.filter((mode) => colorModes.includes(mode)),
    trueSize: stringsOf(attributes, 'print-scaling-supported').includes('none'),
  };
}

function waiting(printer: PrinterView, stopping: readonly PrinterReason[], state: 'queued' | 'sending'): JobProgress {
  if (stopping.length > 0 || printer.isStopped) return { state: 'attention', reasons: stopping };
  const delaying = delayingReasons(printer);
  return delaying.length > 0 ? { state: 'waking', reasons: delaying } : { state };
}

function stoppingReasons(printer: PrinterView): readonly PrinterReason[] {
  return printer.reasons.filter((reason) => stops(reason, printer));
}

/** An empty tray does not matter while another tray has our paper. */
function stops(reason: PrinterReason, { isStopped, paper }: PrinterView): boolean {
  const isOfTrays = reason.trouble === 'paper-out' && reason.severity !== 'error' && !isStopped;
  if (isOfTrays && paper === 'loaded') return false;
  if (isOfTrays && paper === 'empty') return true;
  return effectOf(reason) === 'stops' || (isStopped && reason.trouble === 'paper-out');
}

/** A queue keeps reasons that its backend never cleared, so reasons that are new with this job come first. */
function newFirst(reasons: readonly PrinterReason[], before: readonly string[]): readonly PrinterReason[] {
  const isOld = ({ raw }: PrinterReason): boolean => before.includes(raw);
  return [...reasons.filter((reason) => !isOld(reason)), ...reasons.filter(isOld)];
}

function delayingReasons(printer: PrinterView): readonly PrinterReason[] {
  return printer.reasons.filter((reason) => effectOf(reason) === 'delays');
}

function isPagesInside({ trouble, severity }: PrinterReason): boolean {
  if (OF_THE_QUEUE.includes(trouble) || trouble === 'no-answer') return false;
  return severity === 'error' || PAGES_INSIDE.includes(trouble);
}

/** This reason stays with the queue after the job, so it only counts if it is new. */
function lostItsHistory(reasons: readonly PrinterReason[], before: readonly string[]): boolean {
  return reasons.some(({ keyword, raw }) => keyword === HISTORY_LOST && !before.includes(raw));
}

function hasAny(job: JobView, keywords: readonly string[]): boolean {
  return job.reasons.some((reason) => keywords.includes(reason));
}

function upperOf(value: IppValue | undefined): number {
  return typeof value === 'object' && value !== null ? value.upper : 1;
}

function progress(state: JobProgress): Verdict {
  return { kind: 'progress', state };
}

function ended(state: JobOutcome, leftInQueue = false): Verdict {
  return { kind: 'outcome', state, leftInQueue };
}
