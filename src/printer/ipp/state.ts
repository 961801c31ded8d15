/** From what an IPP printer says about itself and about a job to what we say. Pure. */
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

/** `job-state-reasons` of a person's cancel; without one of them the printer itself gave the job up. */
const CANCELLED_BY_A_PERSON = ['job-canceled-by-user', 'job-canceled-by-operator', 'job-canceled-at-device'];

/** Held because its document is still coming in. */
const INCOMING = ['job-incoming', 'job-data-insufficient'];

/** CUPS leaves a job whose filter failed stopped in the queue, for ever (seen with bytes that are no PDF). */
const UNPRINTABLE = ['job-completed-with-errors', 'document-format-error', 'document-unprintable-error'];

/**
 * The device forgot the job in the middle, and the queue called it completed (seen with a printer restarted).
 */
const HISTORY_LOST = 'cups-ipp-missing-job-history';

/** What a queue knows of itself and not of the device: it holds also when the device says nothing of it. */
const OF_THE_QUEUE: readonly Trouble[] = ['paused', 'spool-full', 'set-up', 'connecting', 'news'];

/** After a job called completed, these say that its pages are not all in the tray, whatever their ending. */
const PAGES_INSIDE: readonly Trouble[] = ['jam', 'open', 'output-full', 'broken'];

export interface PrinterView {
  readonly isStopped: boolean;
  /** By rank. */
  readonly reasons: readonly PrinterReason[];
  readonly paper: PaperEvidence;
}

/** What the device behind a queue had to say. */
export type DeviceLook =
  | { readonly kind: 'none' }
  | { readonly kind: 'seen'; readonly view: PrinterView }
  /** It does not answer; at first it may only be asleep. */
  | { readonly kind: 'silent'; readonly isLong: boolean };

export interface JobView {
  readonly state: number;
  readonly reasons: readonly string[];
  /** Cancelled or aborted, by whomever. */
  readonly isGivenUp: boolean;
  /** Null when the printer gives none. */
  readonly uuid: string | null;
}

export type Verdict =
  | { readonly kind: 'progress'; readonly state: JobProgress }
  | { readonly kind: 'outcome'; readonly state: JobOutcome; readonly leftInQueue: boolean };

/** @param paper what the site prints on; a queue's own word on paper is made up, so leave it out there */
export function viewPrinter(attributes: IppAttributes, paper: PaperEvidence): PrinterView {
  return {
    isStopped: integersOf(attributes, 'printer-state')[0] === PRINTER_STOPPED,
    reasons: parseReasons(stringsOf(attributes, 'printer-state-reasons')),
    paper,
  };
}

/** A printer asked directly. */
export function viewDevice(attributes: IppAttributes, paper: Paper | undefined): PrinterView {
  return viewPrinter(attributes, paperEvidence(attributes, paper));
}

/** A queue keeps a device's reasons after they are over; where the device itself speaks, it is believed. */
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

/** Null when the answer holds no job state, or one that RFC 8011 does not know. */
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

/** With CUPS also while a cancelled job's backend is still at work. */
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
 * Reasons first, `printer-state` second: an empty tray is often `processing`.
 * @returns with the reasons that make it so, the one to tell first
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
  /**
   * We cancelled it: CUPS gives a waiting job that its owner cancelled the same reason as one the device gave
   * up.
   */
  readonly isCancelledByUs: boolean;
  /** We cancelled it after it was done. */
  readonly isCancelledTooLate: boolean;
}

/** How a job stands. */
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

/** What the printer offers. Where it says nothing, it offers one copy on one side of its own paper. */
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

/** One empty tray of several is no trouble while another one has our paper. */
function stops(reason: PrinterReason, { isStopped, paper }: PrinterView): boolean {
  const isOfTrays = reason.trouble === 'paper-out' && reason.severity !== 'error' && !isStopped;
  if (isOfTrays && paper === 'loaded') return false;
  if (isOfTrays && paper === 'empty') return true;
  return effectOf(reason) === 'stops' || (isStopped && reason.trouble === 'paper-out');
}

/** A queue keeps a reason that its backend never took back, so what came with this job is told before it. */
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

/** Such a reason sticks to the queue over later jobs, so only a new one speaks of this job. */
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
