/** From what an IPP printer says about itself and about a job to what we say. Pure. */
import { integersOf, stringsOf, type IppAttributes, type IppValue } from './ipp-answer';
import type { ColorMode, JobOutcome, JobProgress, Paper, PrinterOffers, PrinterReason, Sides } from './port';
import { effectOf, parseReason, parseReasons, stoppingReasons } from './reasons';

/** Self-describing media names (PWG 5101.1). */
export const MEDIA: Readonly<Record<Paper, string>> = {
  letter: 'na_letter_8.5x11in',
  a4: 'iso_a4_210x297mm',
};

const PAPERS: readonly Paper[] = ['letter', 'a4'];
const COLOR_MODES: readonly ColorMode[] = ['monochrome', 'color'];
const TWO_SIDED: Sides = 'two-sided-long-edge';

/** `printer-state` (RFC 8011 §5.4.11). */
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

export interface PrinterView {
  readonly state: number | undefined;
  readonly reasons: readonly PrinterReason[];
}

export interface JobView {
  readonly state: number;
  readonly reasons: readonly string[];
}

export type Verdict =
  | { readonly kind: 'progress'; readonly state: JobProgress }
  | { readonly kind: 'outcome'; readonly state: JobOutcome; readonly leftInQueue: boolean };

export function viewPrinter(attributes: IppAttributes): PrinterView {
  return {
    state: integersOf(attributes, 'printer-state')[0],
    reasons: parseReasons(stringsOf(attributes, 'printer-state-reasons')),
  };
}

/** Null when the answer holds no job state, or one that RFC 8011 does not know. */
export function viewJob(attributes: IppAttributes): JobView | null {
  const state = integersOf(attributes, 'job-state')[0];
  if (state === undefined || state < PENDING || state > COMPLETED) return null;
  return { state, reasons: stringsOf(attributes, 'job-state-reasons') };
}

/** Reasons first, `printer-state` second: an empty tray is often `processing`. */
export function readinessOf(printer: PrinterView): 'ready' | 'waking' | 'attention' {
  const effects = printer.reasons.map(effectOf);
  if (effects.includes('stops')) return 'attention';
  if (effects.includes('delays')) return 'waking';
  return printer.state === PRINTER_STOPPED ? 'attention' : 'ready';
}

export interface JobContext {
  /** The printer's raw reasons from before the job. */
  readonly reasonsBefore: readonly string[];
  /**
   * We cancelled it: CUPS gives a waiting job that its owner cancelled the same reason as one the device gave
   * up.
   */
  readonly isCancelledByUs: boolean;
}

/** How a job stands. */
export function judge(job: JobView, printer: PrinterView, { reasonsBefore, isCancelledByUs }: JobContext): Verdict {
  const { reasons } = printer;
  switch (job.state) {
    case PENDING:
      return progress(waiting(printer, 'queued'));
    case PENDING_HELD:
      if (hasAny(job, INCOMING)) return progress({ state: 'sending' });
      return progress({
        state: 'attention',
        reasons: [...stoppingReasons(reasons), ...job.reasons.map(parseReason)],
      });
    case PROCESSING:
      return progress(waiting(printer, 'sending'));
    case PROCESSING_STOPPED:
      if (hasAny(job, UNPRINTABLE)) return ended({ state: 'failed', why: 'document-rejected', reasons }, true);
      return progress({ state: 'attention', reasons: stoppingReasons(reasons) });
    case CANCELED:
      if (isCancelledByUs || hasAny(job, CANCELLED_BY_A_PERSON)) return ended({ state: 'cancelled' });
      return ended({ state: 'failed', why: 'stopped-by-printer', reasons });
    case ABORTED:
      return ended({ state: 'failed', why: 'aborted', reasons });
    case COMPLETED:
      return ended(lostItsHistory(reasons, reasonsBefore) ? HISTORY_LOST_OUTCOME : { state: 'sent', reasons });
    default:
      throw new RangeError(`job-state ${job.state}`);
  }
}

const HISTORY_LOST_OUTCOME: JobOutcome = { state: 'unknown', why: 'history-lost' };

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

function waiting(printer: PrinterView, state: 'queued' | 'sending'): JobProgress {
  const stopping = stoppingReasons(printer.reasons);
  const isStopped = stopping.length > 0 || printer.state === PRINTER_STOPPED;
  return isStopped ? { state: 'attention', reasons: stopping } : { state };
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
