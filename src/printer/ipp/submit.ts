/** Sends a document to the printer, with only the options that the printer says it supports. */
import type { Result } from '../../basics/result';
import { refuseDocument } from '../document';
import type { PrintDocument, PrinterOffers, PrintFailure, SubmitFailure, SubmittedJob } from '../port';
import { groupOf, integersOf, JOB_GROUP, stringsOf, type IppAnswer, type IppAttributes } from './answer';
import type { Device } from './device';
import { withoutStatus, type ExchangeFailure } from './exchange';
import type { Link } from './link';
import { MEDIA } from './paper';
import { offersOf, viewThrough } from './state';

const PDF = 'application/pdf';

/** `operations-supported` (RFC 8011 §5.4.15). */
const VALIDATE_JOB = 0x0004;
const CREATE_JOB = 0x0005;
const SEND_DOCUMENT = 0x0006;

export async function submit(
  document: PrintDocument,
  link: Link,
  device: Device,
): Promise<Result<SubmittedJob, SubmitFailure>> {
  const unprintable = refuseDocument(document);
  if (unprintable !== null) return notSent(unprintable);
  const printer = await link.refreshCapabilities();
  if (!printer.ok) return notSent(printer.error);
  const refusal = refusalOf(printer.value);
  if (refusal !== null) return notSent(refusal);

  const offers = offersOf(printer.value);
  const sent = await validateAndSend(document, offers, link);
  if (!sent.ok) return sent;
  return {
    ok: true,
    value: {
      id: String(sent.value),
      copies: copiesFor(document, offers),
      sides: offers.twoSided ? document.sides : 'one-sided',
      paper: offers.papers.includes(document.paper) ? document.paper : null,
      reasonsBefore: viewThrough(link.viewOf(printer.value), device.lastLook()).reasons.map(({ raw }) => raw),
    },
  };
}

/** Why a queue would refuse our jobs, if it says so itself; null if it does not. */
export function refusalOf(printer: IppAttributes): PrintFailure | null {
  if (printer.get('printer-is-accepting-jobs')?.[0] === false) {
    return { code: 'not-accepting-jobs', detail: 'printer-is-accepting-jobs is false' };
  }
  const formats = stringsOf(printer, 'document-format-supported');
  if (formats.length > 0 && !formats.includes(PDF)) {
    return { code: 'document-refused', detail: `${PDF} is not in document-format-supported` };
  }
  return null;
}

/** @returns the number of the job */
async function validateAndSend(
  document: PrintDocument,
  offers: PrinterOffers,
  link: Link,
): Promise<Result<number, SubmitFailure>> {
  const { operations } = link.capabilities();
  if (operations.includes(VALIDATE_JOB)) {
    const valid = await link.ask({
      operation: 'Validate-Job',
      attributes: { 'job-name': document.jobName, 'document-format': PDF },
      jobAttributes: jobAttributes(document, offers),
    });
    if (!valid.ok) return notSent(valid.error);
  }
  const inTwoSteps = operations.includes(CREATE_JOB) && operations.includes(SEND_DOCUMENT);
  return inTwoSteps ? createAndSend(document, offers, link) : printJob(document, offers, link);
}

/**
 * Create-Job, then Send-Document: the job has a number before the first byte of the document is sent, so if sending fails
 * the job can be canceled and does not print later. A job without a document prints nothing.
 */
async function createAndSend(
  document: PrintDocument,
  offers: PrinterOffers,
  link: Link,
): Promise<Result<number, SubmitFailure>> {
  const created = await link.ask({
    operation: 'Create-Job',
    attributes: { 'job-name': document.jobName },
    jobAttributes: jobAttributes(document, offers),
  });
  const jobId = readJobId(created);
  if (!jobId.ok) return notSent(jobId.error);

  const sent = await link.ask(
    {
      operation: 'Send-Document',
      jobId: jobId.value,
      attributes: { 'document-format': PDF, 'last-document': true },
      data: document.pdf,
    },
    { timeoutMs: link.limits.sendTimeoutMs },
  );
  if (sent.ok) return jobId;
  const cancelled = await link.cancelJob(jobId.value);
  const wasRefused = sent.error.status !== undefined;
  const wasCancelled = cancelled.ok && cancelled.value === 'cancelled';
  return { ok: false, error: { ...withoutStatus(sent.error), mayStillPrint: !wasRefused && !wasCancelled } };
}

/** Print-Job, for printers that support nothing else. If the answer is lost, so is the job's number. */
async function printJob(
  document: PrintDocument,
  offers: PrinterOffers,
  link: Link,
): Promise<Result<number, SubmitFailure>> {
  const printed = await link.ask(
    {
      operation: 'Print-Job',
      attributes: { 'job-name': document.jobName, 'document-format': PDF },
      jobAttributes: jobAttributes(document, offers),
      data: document.pdf,
    },
    { timeoutMs: link.limits.sendTimeoutMs },
  );
  const jobId = readJobId(printed);
  if (jobId.ok) return jobId;
  const wasRefused = jobId.error.status !== undefined || jobId.error.code === 'unreachable';
  return { ok: false, error: { ...withoutStatus(jobId.error), mayStillPrint: !wasRefused } };
}

/** Only what the printer says it supports, so that nothing is refused or silently replaced. */
function jobAttributes(document: PrintDocument, offers: PrinterOffers): Readonly<Record<string, string | number>> {
  const copies = copiesFor(document, offers);
  const isOffered = offers.papers.includes(document.paper);
  return {
    ...(copies > 1 ? { copies } : {}),
    ...(isOffered ? { media: MEDIA[document.paper] } : {}),
    // Otherwise "auto" (PWG 5100.13) scales the page down to the printable area, and large print with it.
    ...(isOffered && offers.trueSize ? { 'print-scaling': 'none' } : {}),
    // One side is sent too, because the queue's default may be two.
    ...(offers.twoSided ? { sides: document.sides } : {}),
    ...(document.color !== undefined && offers.colorModes.includes(document.color)
      ? { 'print-color-mode': document.color }
      : {}),
  };
}

function copiesFor(document: PrintDocument, offers: PrinterOffers): number {
  return Math.min(document.copies, offers.maxCopies);
}

function readJobId(answer: Result<IppAnswer, ExchangeFailure>): Result<number, ExchangeFailure> {
  if (!answer.ok) return answer;
  const jobId = integersOf(groupOf(answer.value, JOB_GROUP), 'job-id')[0];
  if (jobId !== undefined && jobId > 0) return { ok: true, value: jobId };
  return { ok: false, error: { code: 'unreadable-answer', detail: 'no job-id' } };
}

function notSent(failure: PrintFailure): Result<never, SubmitFailure> {
  return { ok: false, error: { ...withoutStatus(failure), mayStillPrint: false } };
}
