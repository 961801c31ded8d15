import type { Result } from '../basics/result';
import type { Trouble } from './reasons';

/**
 * The printer as the rest of the project sees it. Adapters: `folder.ts`, `ipp/printer.ts`, `system.ts`.
 *
 * Nothing here is shown to a patient: content maps codes and keywords to words. `detail` is for the event log and never
 * names a patient.
 */

export type Paper = 'letter' | 'a4';
export type Sides = 'one-sided' | 'two-sided-long-edge';
export type ColorMode = 'monochrome' | 'color';

/**
 * What to print. `copies` is a whole number, at least 1; anything else is a bug in the caller and throws.
 */
export interface PrintDocument {
  readonly pdf: Uint8Array;
  /**
   * Neutral, for example "Homeward pages". Never the person's name: the printer shows it and keeps it in its history.
   */
  readonly jobName: string;
  readonly copies: number;
  readonly paper: Paper;
  readonly sides: Sides;
  /** When left out, the printer chooses. */
  readonly color?: ColorMode;
}

export type Severity = 'report' | 'warning' | 'error';

/** One `printer-state-reasons` value (RFC 8011 §5.4.12) without its severity suffix. */
export interface PrinterReason {
  readonly keyword: string;
  /** What it means for people; the words on screen depend on it. */
  readonly trouble: Trouble;
  readonly severity: Severity;
  /** Exactly what the printer said, for the log. */
  readonly raw: string;
}

/** Why the printer cannot be used, or why a job could not be submitted or canceled. */
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
  'cannot-withdraw',
] as const;
export type PrintFailureCode = (typeof PRINT_FAILURES)[number];

export interface PrintFailure {
  readonly code: PrintFailureCode;
  /** For the event log, in English. */
  readonly detail: string;
}

export interface SubmitFailure extends PrintFailure {
  /** True when the printer may have the document anyway: do not submit it again, tell staff. */
  readonly mayStillPrint: boolean;
}

/** What the printer says it supports. */
export interface PrinterOffers {
  readonly papers: readonly Paper[];
  readonly twoSided: boolean;
  readonly maxCopies: number;
  readonly colorModes: readonly ColorMode[];
  /** It can be told not to scale pages down, so large print stays large. */
  readonly trueSize: boolean;
}

/**
 * - `ready`: a job sent now should print.
 * - `waking`: asleep or warming up; a job should print, but later.
 * - `attention`: somebody must fix something at the printer first (see `because`, empty when the printer gives no reason).
 * - `unavailable`: nothing can be sent (see `failure`).
 */
export type PrinterStatus =
  | {
      readonly readiness: 'ready' | 'waking' | 'attention';
      /** All reasons it gives, for the log and for staff. */
      readonly reasons: readonly PrinterReason[];
      /** The reasons that decide `readiness`, most important first. */
      readonly because: readonly PrinterReason[];
      readonly offers: PrinterOffers;
    }
  | {
      readonly readiness: 'unavailable';
      readonly reasons: readonly PrinterReason[];
      readonly failure: PrintFailure;
    };

/**
 * A job that the printer accepted, with the options it was really sent: a printer that cannot print on two sides gets a
 * one-sided job.
 */
export interface SubmittedJob {
  readonly id: string;
  readonly copies: number;
  readonly sides: Sides;
  /** Null when the printer does not offer the requested paper and uses what it has. */
  readonly paper: Paper | null;
  /** Raw reasons before the job. Some stay forever, and this job must not be blamed for them. */
  readonly reasonsBefore: readonly string[];
}

/** A job that has not ended. `reasons` are what delays it, most important first. */
export type JobProgress =
  | { readonly state: 'queued' }
  | { readonly state: 'sending' }
  | { readonly state: 'waking' | 'attention'; readonly reasons: readonly PrinterReason[] };

/**
 * - `aborted`: the scheduler or the printer gave up on the job.
 * - `stopped-by-printer`: canceled at the printer, and not by us.
 * - `document-rejected`: the printer could not turn the document into pages.
 * - `too-slow`: not finished by our deadline, so we canceled it.
 */
export const FAILED_WHYS = ['aborted', 'stopped-by-printer', 'document-rejected', 'too-slow'] as const;
export type FailedWhy = (typeof FAILED_WHYS)[number];

/**
 * - `lost-contact`: the printer stopped answering.
 * - `job-forgotten`: the printer no longer knows the job.
 * - `history-lost`: the queue says completed, but the device lost its job history in the meantime.
 * - `not-cancelled`: past our deadline, and canceling failed too.
 * - `not-followed`: the caller stopped following.
 * - `with-errors`: the printer says the job is done but reports errors in it.
 * - `trouble-at-end`: the queue says the job is done, but at our deadline the printer still needs help.
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
 * How a job ended. `sent`: delivered to the device (CUPS `completed`); nobody knows whether the pages were collected.
 * `handed-over`: given to the operating system, which reports nothing more. `saved`: written to a file, not printed.
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
  /** Stops following the job. To stop the job itself, call `cancel`. */
  readonly signal?: AbortSignal;
}

export interface PrinterPort {
  /** `folder` saves and never prints, and the screen says so. `system` prints but reports little. */
  readonly kind: 'folder' | 'ipp' | 'system';
  status(): Promise<PrinterStatus>;
  submit(document: PrintDocument): Promise<Result<SubmittedJob, SubmitFailure>>;
  /** Calls `onState` at each change, including the outcome, and returns the outcome. */
  follow(job: SubmittedJob, onState: (state: JobState) => void, options?: FollowOptions): Promise<JobOutcome>;
  /** Cancels the job and, where the queue supports it, wipes what the queue keeps of it. */
  cancel(job: SubmittedJob): Promise<Result<'cancelled' | 'already-finished', PrintFailure>>;
  /**
   * Cancels and wipes every job of this kiosk, including jobs left by a crash, and no job of anybody else. Must not run
   * during a `submit`: it would cancel the job that is being created.
   */
  purge(): Promise<Result<PurgeReport, PrintFailure>>;
}

export interface PurgeReport {
  /** Jobs that would have printed later. */
  readonly cancelled: number;
  /** Finished jobs whose traces were wiped. */
  readonly wiped: number;
  /** False when something could not be done yet; try again later. */
  readonly isDone: boolean;
}
