/**
 * What the machine logs. No event has room for an answer, a plan or a list of documents
 * (docs/design/unattended.md "Records").
 */
import type { ClockSpan } from '../guide/model';
import type { RefusalReport } from '../contract/dispatcher';
import { formatProblem, type Problem } from '../basics/problem';
import type { RenewReason } from './keeper';
import type { FailedWhy, JobOutcome, PrintFailureCode, PrinterStatus, UnknownWhy } from '../printer';

export type MachineEvent =
  | { readonly kind: 'call-refused'; readonly report: RefusalReport }
  | { readonly kind: 'visit-end-failed'; readonly error: string }
  | { readonly kind: 'renewal'; readonly reason: RenewReason }
  | { readonly kind: 'renewal-failed'; readonly error: string }
  | { readonly kind: 'print-failed'; readonly code: PrintFailureCode; readonly detail: string }
  | { readonly kind: 'print-attention'; readonly reasons: readonly string[] }
  | {
      readonly kind: 'print-ended';
      readonly outcome: JobOutcome['state'];
      readonly why: FailedWhy | UnknownWhy | null;
      readonly reasons: readonly string[];
    }
  | { readonly kind: 'cancel-failed'; readonly code: PrintFailureCode; readonly detail: string }
  | { readonly kind: 'purge-failed'; readonly code: PrintFailureCode; readonly detail: string }
  /** Jobs of an earlier session or of a program that crashed: withdrawn before they could come out. */
  | { readonly kind: 'leftovers-cancelled'; readonly count: number }
  | {
      readonly kind: 'printer-changed';
      readonly readiness: PrinterStatus['readiness'];
      /** In the printer's own words. */
      readonly reasons: readonly string[];
      readonly failure: PrintFailureCode | null;
    }
  | { readonly kind: 'compose-failed'; readonly error: string }
  | { readonly kind: 'site-problem'; readonly problem: Problem }
  /** What works in the settings but is no longer written so. */
  | { readonly kind: 'site-hint'; readonly hint: Problem }
  | { readonly kind: 'content-problem'; readonly problem: Problem }
  /** No date is computed until the clock or the content is put right. */
  | { readonly kind: 'clock-problem'; readonly today: string; readonly span: ClockSpan }
  | { readonly kind: 'printer-problem'; readonly detail: string };

export type Log = (event: MachineEvent) => void;

/** One plain line for a terminal. */
export function formatEvent(event: MachineEvent): string {
  switch (event.kind) {
    case 'call-refused': {
      const { code, call, trace } = event.report;
      return [`a screen's call was refused: ${code}${call === null ? '' : ` ${call}`}`, ...trace].join('\n  ');
    }
    case 'visit-end-failed':
      return `a visit did not end cleanly: ${event.error}`;
    case 'renewal':
      return `settings and content are read again: ${event.reason}`;
    case 'renewal-failed':
      return `settings and content could not be read again, those before stay in force: ${event.error}`;
    case 'print-failed':
      return `could not print: ${event.code}: ${event.detail}`;
    case 'print-attention':
      return `the printer needs help: ${listed(event.reasons)}`;
    case 'print-ended':
      return `a print job ended: ${[event.outcome, ...(event.why === null ? [] : [event.why])].join(', ')}: ${listed(event.reasons)}`;
    case 'cancel-failed':
      return `could not cancel a print job: ${event.code}: ${event.detail}`;
    case 'purge-failed':
      return `could not clear the printer's queue: ${event.code}: ${event.detail}`;
    case 'leftovers-cancelled':
      return `print jobs left over were withdrawn: ${event.count}`;
    case 'printer-changed':
      return `the printer is ${event.readiness}: ${event.failure ?? listed(event.reasons)}`;
    case 'compose-failed':
      return `could not make the pages: ${event.error}`;
    case 'site-problem':
      return `settings: ${formatProblem(event.problem)}`;
    case 'site-hint':
      return `settings: ${formatProblem(event.hint)}`;
    case 'content-problem':
      return `content: ${formatProblem(event.problem)}`;
    case 'clock-problem': {
      const { today, span } = event;
      return `the clock says ${today}, and this content is for ${span.from} to ${span.until}: no date is computed. Fix: set the clock, or install newer content.`;
    }
    case 'printer-problem':
      return `printer: ${event.detail}`;
  }
}

function listed(reasons: readonly string[]): string {
  return reasons.length === 0 ? 'no reason given' : reasons.join(', ');
}
