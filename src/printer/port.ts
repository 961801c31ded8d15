import type { Result } from '../basics/result';
import type { Trouble } from './reasons';

/**
 * The way of a PDF to paper, as the rest of the project sees it. Adapters: `folder.ts`, `ipp/printer.ts`, `system.ts`.
 *
 * Nothing here is a sentence for a patient. Codes and keywords are mapped to words by content; `detail` is
 * for the event log and names no patient.
 */

export type Paper = 'letter' | 'a4';
export type Sides = 'one-sided' | 'two-sided-long-edge';
export type ColorMode = 'monochrome' | 'color';

/**
 * What is to be printed. `copies` is a whole number from 1; anything else is a bug of the caller and throws.
 */
export interface PrintDocument {
  readonly pdf: Uint8Array;
  /**
   * Neutral, for example "Homeward pages". Never the person's name: it shows on the printer and in its
   * history.
   */
  readonly jobName: string;
  readonly copies: number;
  readonly paper: Paper;
  readonly sides: Sides;
  /** Left out: the printer's own choice. */
  readonly color?: ColorMode;
}

export type Severity = 'report' | 'warning' | 'error';

/** One `printer-state-reasons` value (RFC 8011 §5.4.12), its severity ending taken off. */
export interface PrinterReason {
  readonly keyword: string;
  /** What it means for people; words are chosen by it. */
  readonly trouble: Trouble;
  readonly severity: Severity;
  /** As the printer said it, for the log. */
  readonly raw: string;
}

/** Why the printer cannot be used, or a job could not be handed over or taken back. */
export const PRINT_FAILURES = [
  'unreachable',
  'timed-out',
  'connection-cut',
  'unreadable-answer',
  'no-such-queue',
  'no-such-job',
  'not-accepting-jobs',
  'busy',
  'document-refused',
  'refused',
  'folder-unusable',
  'disk-full',
  'cannot-take-back',
] as const;
export type PrintFailureCode = (typeof PRINT_FAILURES)[number];

export interface PrintFailure {
  readonly code: PrintFailureCode;
  /** For the event log, in English. */
  readonly detail: string;
}

export interface SubmitFailure extends PrintFailure {
  /** True when the printer may hold the document all the same: never submit again blindly, tell staff. */
  readonly mayStillPrint: boolean;
}

/** What the printer says it can do. */
export interface PrinterOffers {
  readonly papers: readonly Paper[];
  readonly twoSided: boolean;
  readonly maxCopies: number;
  readonly colorModes: readonly ColorMode[];
  /** It can be told not to shrink pages: points stay points, so large print stays large. */
  readonly trueSize: boolean;
}

/**
 * - `ready`: a job sent now should come out.
 * - `waking`: asleep or warming up; it should come out, but later.
 * - `attention`: somebody has to do something at the printer first (`because`, empty when it gives no reason).
 * - `unavailable`: nothing can be sent at all (`failure`).
 */
export type PrinterStatus =
  | {
      readonly readiness: 'ready' | 'waking' | 'attention';
      /** All that it says, for the log and for staff. */
      readonly reasons: readonly PrinterReason[];
      /** Those that make it so, the one to tell first. */
      readonly because: readonly PrinterReason[];
      readonly offers: PrinterOffers;
    }
  | {
      readonly readiness: 'unavailable';
      readonly reasons: readonly PrinterReason[];
      readonly failure: PrintFailure;
    };

/**
 * A job the printer has taken, with what it was really asked for: a printer that cannot do two sides gets
 * one.
 */
export interface SubmittedJob {
  readonly id: string;
  readonly copies: number;
  readonly sides: Sides;
  /** Null when the printer does not offer the paper asked for, and uses what it has. */
  readonly paper: Paper | null;
  /** Raw reasons before the job, because some stay for ever and must not be blamed on it. */
  readonly reasonsBefore: readonly string[];
}

/** On the way. `reasons` are those that hold it up, the one to tell first. */
export type JobProgress =
  | { readonly state: 'queued' }
  | { readonly state: 'sending' }
  | { readonly state: 'waking' | 'attention'; readonly reasons: readonly PrinterReason[] };

/**
 * - `aborted`: the scheduler or the printer gave the job up.
 * - `stopped-by-printer`: cancelled at its end without a person asking for it.
 * - `document-rejected`: it could not make pages of the document.
 * - `too-slow`: not done by our deadline; cancelled by us.
 */
export const FAILED_WHYS = ['aborted', 'stopped-by-printer', 'document-rejected', 'too-slow'] as const;
export type FailedWhy = (typeof FAILED_WHYS)[number];

/**
 * - `lost-contact`: the printer no longer answers.
 * - `job-forgotten`: the printer no longer knows the job.
 * - `history-lost`: the queue says completed, yet the device lost its memory meanwhile.
 * - `not-cancelled`: past our deadline, and cancelling did not work either.
 * - `not-followed`: the caller stopped following.
 * - `with-errors`: the printer calls it done, and speaks of errors in it.
 * - `trouble-at-end`: the queue calls it done, and the printer still needs help at our deadline.
 */
export const UNKNOWN_WHYS = [
  'lost-contact',
  'job-forgotten',
  'history-lost',
  'not-cancelled',
  'not-followed',
  'with-errors',
  'trouble-at-end',
] as const;
export type UnknownWhy = (typeof UNKNOWN_WHYS)[number];

/**
 * The end of a job. `sent` means handed to the device (CUPS `completed`), not collected; `handed-over` means given to the
 * system's own printing, which tells nothing more; `saved` is no paper at all.
 */
export type JobOutcome =
  | { readonly state: 'sent'; readonly reasons: readonly PrinterReason[] }
  | { readonly state: 'handed-over' }
  | { readonly state: 'saved'; readonly file: string }
  | { readonly state: 'failed'; readonly why: FailedWhy; readonly reasons: readonly PrinterReason[] }
  | { readonly state: 'cancelled' }
  | { readonly state: 'unknown'; readonly why: UnknownWhy };

export type JobState = JobProgress | JobOutcome;

export interface FollowOptions {
  /** Stops the following, not the job: that is `cancel`. */
  readonly signal?: AbortSignal;
}

export interface PrinterPort {
  /** `folder` saves and never prints: the screen says so. `system` prints and can tell little of it. */
  readonly kind: 'folder' | 'ipp' | 'system';
  status(): Promise<PrinterStatus>;
  submit(document: PrintDocument): Promise<Result<SubmittedJob, SubmitFailure>>;
  /** Calls `onState` at each change, the outcome included, and returns the outcome. */
  follow(job: SubmittedJob, onState: (state: JobState) => void, options?: FollowOptions): Promise<JobOutcome>;
  /** Takes the job back, and wipes what the queue keeps of it where that can be asked for. */
  cancel(job: SubmittedJob): Promise<Result<'cancelled' | 'already-finished', PrintFailure>>;
  /**
   * Takes back and wipes every job of this kiosk, also those of a program that crashed, and none of anybody else.
   * Must not run while a `submit` does: a job that is just being made would be taken back too.
   */
  purge(): Promise<Result<PurgeReport, PrintFailure>>;
}

export interface PurgeReport {
  /** Jobs that would have come out later. */
  readonly cancelled: number;
  /** Finished ones whose traces were wiped. */
  readonly wiped: number;
  /** False when something could not be done yet; ask again in a while. */
  readonly isDone: boolean;
}
