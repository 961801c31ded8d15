/**
 * What the machine tells its keeper. No event has room for an answer, a plan or a list of documents
 * (design/kiosk.md "Log, counters, health").
 */
import type { RefusalReport } from '../contract/dispatcher';
import { sayProblem, type Problem } from '../guide/problems';
import type { PrintFailureCode } from '../printer';

export type MachineEvent =
  | { readonly kind: 'call-refused'; readonly report: RefusalReport }
  | { readonly kind: 'wipe-failed'; readonly wipe: string }
  | { readonly kind: 'print-failed'; readonly code: PrintFailureCode; readonly detail: string }
  | { readonly kind: 'cancel-failed'; readonly code: PrintFailureCode; readonly detail: string }
  | { readonly kind: 'compose-failed'; readonly error: string }
  | { readonly kind: 'site-problem'; readonly problem: Problem }
  | { readonly kind: 'content-problem'; readonly problem: Problem }
  | { readonly kind: 'printer-problem'; readonly detail: string };

export type Log = (event: MachineEvent) => void;

/** One plain line for a terminal. */
export function sayEvent(event: MachineEvent): string {
  switch (event.kind) {
    case 'call-refused': {
      const { code, call, trace } = event.report;
      return [`a screen's call was refused: ${code}${call === null ? '' : ` ${call}`}`, ...trace].join('\n  ');
    }
    case 'wipe-failed':
      return `could not wipe: ${event.wipe}`;
    case 'print-failed':
      return `could not print: ${event.code}: ${event.detail}`;
    case 'cancel-failed':
      return `could not cancel a print job: ${event.code}: ${event.detail}`;
    case 'compose-failed':
      return `could not make the pages: ${event.error}`;
    case 'site-problem':
      return `settings: ${sayProblem(event.problem)}`;
    case 'content-problem':
      return `content: ${sayProblem(event.problem)}`;
    case 'printer-problem':
      return `printer: ${event.detail}`;
  }
}
