import type { Result } from '../basics/result';
import type { Clock } from '../basics/clock';
import { refuseDocument } from './document';
import {
  groupOf,
  groupsOf,
  integersOf,
  JOB_GROUP,
  PRINTER_GROUP,
  stringsOf,
  type IppAnswer,
  type IppAttributes,
} from './ipp-answer';
import { watchJobEvents, type JobEvents } from './ipp-events';
import { exchange, NOT_POSSIBLE, type ExchangeFailure, type IppRequest } from './ipp-exchange';
import { MEDIA } from './ipp-paper';
import {
  isCompleted,
  isOver,
  judge,
  offersOf,
  readinessOf,
  viewDevice,
  viewJob,
  viewPrinter,
  isProcessing,
  viewThrough,
  type DeviceLook,
  type JobView,
  type PrinterView,
  type Verdict,
} from './ipp-state';
import { parseDeviceUri, type IppTarget } from './ipp-uri';
import { effectOf } from './reasons';
import type {
  FollowOptions,
  JobOutcome,
  JobState,
  Paper,
  PrintDocument,
  PrinterOffers,
  PrinterPort,
  PrinterStatus,
  PrintFailure,
  PurgeReport,
  SubmitFailure,
  SubmittedJob,
} from './port';

export interface IppLimits {
  /** For one question and its answer. A slow printer may take ten seconds. */
  readonly answerTimeoutMs: number;
  /** The same for the device behind a queue: it only adds to what the queue says. */
  readonly deviceTimeoutMs: number;
  /** A device that does not answer may be asleep; after this it counts as not answering. */
  readonly deviceGraceMs: number;
  /** For handing over the document. */
  readonly sendTimeoutMs: number;
  readonly pollMs: number;
  /** Where the printer offers events, it is asked only for those; everything is looked at each so many times. */
  readonly pollsPerLook: number;
  /** So many unanswered questions in a row, over so long a time, and the job's end is unknown. */
  readonly missesAllowed: number;
  /** A scheduler that is started again takes a few seconds, and still has the job. */
  readonly lostAfterMs: number;
  /** From `follow` on; after it the job is cancelled, so that it cannot come out for the next person. */
  readonly jobDeadlineMs: number;
  readonly maxAnswerBytes: number;
}

export const DEFAULT_IPP_LIMITS: IppLimits = {
  answerTimeoutMs: 15_000,
  deviceTimeoutMs: 4_000,
  deviceGraceMs: 8_000,
  sendTimeoutMs: 60_000,
  pollMs: 500,
  pollsPerLook: 6,
  missesAllowed: 3,
  lostAfterMs: 10_000,
  jobDeadlineMs: 10 * 60_000,
  maxAnswerBytes: 1024 * 1024,
};

export interface IppPrinterOptions {
  readonly clock: Clock;
  readonly limits?: IppLimits;
  /** `requesting-user-name`: never a person's; a kiosk's own, so that it takes back its jobs and no other's. */
  readonly owner?: string;
  /** What the site prints on; left out, any tray counts. */
  readonly paper?: Paper;
}

const PDF = 'application/pdf';

/** `operations-supported` (RFC 8011 §5.4.15, RFC 3995, RFC 3996). */
const VALIDATE_JOB = 0x0004;
const CREATE_JOB = 0x0005;
const SEND_DOCUMENT = 0x0006;
const CREATE_JOB_SUBSCRIPTIONS = 0x0017;
const GET_NOTIFICATIONS = 0x001c;

const STATE_ATTRIBUTES = ['printer-state', 'printer-state-reasons', 'printer-input-tray', 'media-ready'];
const PRINTER_ATTRIBUTES = [
  ...STATE_ATTRIBUTES,
  // Only a CUPS queue has one.
  'device-uri',
  'printer-is-accepting-jobs',
  'operations-supported',
  'notify-pull-method-supported',
  'document-format-supported',
  'media-supported',
  'sides-supported',
  'copies-supported',
  'print-color-mode-supported',
  'print-scaling-supported',
];
const JOB_ATTRIBUTES = ['job-state', 'job-state-reasons', 'job-uuid'];

/** A device that says this is there, and cannot be asked; one that says nothing at all is silent. */
const SILENT: readonly PrintFailure['code'][] = ['unreachable', 'timed-out', 'connection-cut'];

/** A job that the device ended longer ago is not the one that the queue just called completed. */
const JUST_NOW_SECONDS = 30;

/** So long after a job's end its backend is gone for sure. */
const QUIET_SECONDS = 60;

/** Each round wipes what the last answer listed (CUPS lists at most 500 jobs). */
const MAX_PURGE_ROUNDS = 20;

/** What the last whole answer of the printer says about how to speak with it. */
interface Capabilities {
  readonly isQueue: boolean;
  readonly device: IppTarget | null;
  readonly operations: readonly number[];
  readonly hasEvents: boolean;
}

/** A CUPS queue, or a printer that speaks IPP Everywhere (RFC 8010, RFC 8011, PWG 5100.14). */
export function makeIppPrinter(
  target: IppTarget,
  { clock, limits = DEFAULT_IPP_LIMITS, owner = 'homeward', paper }: IppPrinterOptions,
): PrinterPort {
  const cancelledIds = new Set<string>();
  /** Cancelled when they were over already: nobody waits for a printer that still needs help. */
  const tooLateIds = new Set<string>();
  /** A printer counts its jobs from one again after a restart; their uuids tell them apart. */
  const uuids = new Map<string, string>();
  let manners: Capabilities = { isQueue: false, device: null, operations: [], hasEvents: false };
  let lastDevice: DeviceLook = { kind: 'none' };
  let silentSinceMs: number | null = null;
  let lastRequestId = 0;
  return { kind: 'ipp', status, submit, follow, cancel, purge };

  async function status(): Promise<PrinterStatus> {
    const printer = await meet();
    if (!printer.ok) return { readiness: 'unavailable', reasons: [], failure: plain(printer.error) };
    const view = viewThrough(viewOf(printer.value), await lookAtDevice());
    const refusal = refusalOf(printer.value);
    if (refusal !== null) return { readiness: 'unavailable', reasons: view.reasons, failure: refusal };
    return { ...readinessOf(view), reasons: view.reasons, offers: offersOf(printer.value) };
  }

  async function submit(document: PrintDocument): Promise<Result<SubmittedJob, SubmitFailure>> {
    const unprintable = refuseDocument(document);
    if (unprintable !== null) return notSent(unprintable);
    const printer = await meet();
    if (!printer.ok) return notSent(printer.error);
    const refusal = refusalOf(printer.value);
    if (refusal !== null) return notSent(refusal);

    const offers = offersOf(printer.value);
    const sent = await validateAndSend(document, offers);
    if (!sent.ok) return sent;
    const id = String(sent.value);
    // A printer counts from one again after a restart.
    cancelledIds.delete(id);
    tooLateIds.delete(id);
    uuids.delete(id);
    return {
      ok: true,
      value: {
        id,
        copies: copiesFor(document, offers),
        sides: offers.twoSided ? document.sides : 'one-sided',
        paper: offers.papers.includes(document.paper) ? document.paper : null,
        // What the device said last is a few seconds old; asking it now would keep the person waiting.
        reasonsBefore: viewThrough(viewOf(printer.value), lastDevice).reasons.map(({ raw }) => raw),
      },
    };
  }

  async function validateAndSend(
    document: PrintDocument,
    offers: PrinterOffers,
  ): Promise<Result<number, SubmitFailure>> {
    const { operations } = manners;
    if (operations.includes(VALIDATE_JOB)) {
      const valid = await ask({
        operation: 'Validate-Job',
        attributes: { 'job-name': document.jobName, 'document-format': PDF },
        jobAttributes: jobAttributes(document, offers),
      });
      if (!valid.ok) return notSent(valid.error);
    }
    const inTwoSteps = operations.includes(CREATE_JOB) && operations.includes(SEND_DOCUMENT);
    return inTwoSteps ? createAndSend(document, offers) : printJob(document, offers);
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
    let events: JobEvents | null = manners.hasEvents ? await watchJobEvents(Number(job.id), ask) : null;
    let pollsSinceLook = limits.pollsPerLook;
    let misses = 0;
    let firstMissMs = 0;
    let told = '';
    for (;;) {
      if (signal?.aborted === true) return end({ state: 'unknown', why: 'not-followed' });
      if (await shouldPoll()) {
        const seen = await look(job);
        pollsSinceLook = 0;
        if (seen.ok) {
          misses = 0;
          if (seen.value.kind === 'outcome') return settle(seen.value);
          tell(seen.value.state);
        } else {
          if (seen.error.code === 'no-such-job') return end(forgotten(job));
          if (misses === 0) firstMissMs = clock.nowMs();
          misses += 1;
          const isLong = clock.nowMs() - firstMissMs >= limits.lostAfterMs;
          if (misses >= limits.missesAllowed && isLong) return end({ state: 'unknown', why: 'lost-contact' });
        }
      }
      if (clock.nowMs() >= deadlineMs) return end(await expire(job));
      await clock.sleep(limits.pollMs, signal);
    }

    /** Without events each poll looks at everything; so it does as soon as asking for them goes wrong. */
    async function shouldPoll(): Promise<boolean> {
      pollsSinceLook += 1;
      if (events === null || pollsSinceLook >= limits.pollsPerLook || misses > 0) return true;
      const news = await events.news();
      if (news === 'lost') events = null;
      return news !== 'none';
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

  /** A queue that wiped the job when we cancelled it knows it no longer. */
  function forgotten(job: SubmittedJob): JobOutcome {
    return cancelledIds.has(job.id) ? { state: 'cancelled' } : { state: 'unknown', why: 'job-forgotten' };
  }

  /** Past the deadline. The job may have ended in the very moment of cancelling it. */
  async function expire(job: SubmittedJob): Promise<JobOutcome> {
    const seen = await look(job);
    if (seen.ok && seen.value.kind === 'outcome') return seen.value.state;
    const cancelled = await cancel(job);
    if (!cancelled.ok) return { state: 'unknown', why: 'not-cancelled' };
    if (cancelled.value === 'cancelled') return { state: 'failed', why: 'too-slow', reasons: [] };
    return { state: 'unknown', why: 'trouble-at-end' };
  }

  /** Job first, printer second: the queue gets a new reason before it calls the job completed. */
  async function look(job: SubmittedJob): Promise<Result<Verdict, ExchangeFailure>> {
    const view = await askJob(Number(job.id));
    if (!view.ok) return view;
    if (!isSame(job.id, view.value)) return noSuchJob('its number now belongs to another job');
    const [printer, device] = await Promise.all([askPrinter(target, STATE_ATTRIBUTES), lookAtDevice()]);
    if (!printer.ok) return printer;
    const context = {
      reasonsBefore: job.reasonsBefore,
      isCancelledByUs: cancelledIds.has(job.id),
      isCancelledTooLate: tooLateIds.has(job.id),
    };
    const doubt = isCompleted(view.value) ? await contradictionFrom(device) : null;
    if (doubt !== null) return { ok: true, value: { kind: 'outcome', state: doubt, leftInQueue: false } };
    return { ok: true, value: judge(view.value, viewThrough(viewOf(printer.value), device), context) };
  }

  /** What speaks against a queue that calls the job completed; null when nothing does. */
  async function contradictionFrom(device: DeviceLook): Promise<JobOutcome | null> {
    switch (device.kind) {
      case 'none':
        return null;
      case 'silent':
        // Seen with a device that was unplugged in the middle of a job.
        return { state: 'unknown', why: 'lost-contact' };
      case 'seen': {
        if (!(await wasGivenUpByDevice())) return null;
        const reasons = device.view.reasons.filter((reason) => effectOf(reason) === 'stops');
        return { state: 'failed', why: 'stopped-by-printer', reasons };
      }
    }
  }

  /** CUPS now and then calls a job completed that its device gave up (seen with ippeveprinter): the device knows. */
  async function wasGivenUpByDevice(): Promise<boolean> {
    if (manners.device === null) return false;
    const ended = await ourJobs('completed', manners.device, limits.deviceTimeoutMs);
    if (!ended.ok) return false;
    const newest = [...ended.value].sort((a, b) => a.overForSeconds - b.overForSeconds || b.jobId - a.jobId)[0];
    return newest !== undefined && newest.overForSeconds < JUST_NOW_SECONDS && newest.isGivenUp;
  }

  /** The first uuid seen is the job's. */
  function isSame(id: string, { uuid }: JobView): boolean {
    const known = uuids.get(id);
    if (known === undefined && uuid !== null) uuids.set(id, uuid);
    return known === undefined || uuid === null || known === uuid;
  }

  async function cancel(job: SubmittedJob): Promise<Result<'cancelled' | 'already-finished', PrintFailure>> {
    const view = await askJob(Number(job.id));
    const isGone = view.ok ? !isSame(job.id, view.value) : view.error.code === 'no-such-job';
    if (isGone) return { ok: true, value: 'already-finished' };
    if (view.ok && isOver(view.value)) {
      tooLateIds.add(job.id);
      return { ok: true, value: 'already-finished' };
    }
    // Noted first: `follow` may see the job cancelled before our own answer is here.
    cancelledIds.add(job.id);
    const cancelled = await cancelJob(Number(job.id));
    if (cancelled.ok && cancelled.value === 'already-finished') cancelledIds.delete(job.id);
    return cancelled.ok ? cancelled : { ok: false, error: plain(cancelled.error) };
  }

  async function cancelJob(
    jobId: number,
    whom = target,
  ): Promise<Result<'cancelled' | 'already-finished', ExchangeFailure>> {
    const answer = await exchangeWith(whom, { operation: 'Cancel-Job', jobId }, limits.answerTimeoutMs);
    if (answer.ok) return { ok: true, value: 'cancelled' };
    const isGone = answer.error.status === NOT_POSSIBLE || answer.error.code === 'no-such-job';
    return isGone ? { ok: true, value: 'already-finished' } : answer;
  }

  async function purge(): Promise<Result<PurgeReport, PrintFailure>> {
    const met = await meet();
    if (!met.ok) return { ok: false, error: plain(met.error) };
    const atQueue = await cancelOurs(target);
    if (!atQueue.ok) return { ok: false, error: plain(atQueue.error) };
    // A queue that lost its backend leaves the job with the device, which prints it when it can.
    const atDevice = manners.device === null ? null : await cancelOurs(manners.device);
    const isGone = atDevice === null || atDevice.ok || !SILENT.includes(atDevice.error.code);
    const traces = manners.isQueue ? await wipeTraces() : { wiped: 0, isDone: true };
    cancelledIds.clear();
    tooLateIds.clear();
    uuids.clear();
    const cancelled = atQueue.value + (atDevice?.ok === true ? atDevice.value : 0);
    return { ok: true, value: { cancelled, wiped: traces.wiped, isDone: isGone && traces.isDone } };
  }

  /** @returns how many jobs of ours were open there */
  async function cancelOurs(whom: IppTarget): Promise<Result<number, ExchangeFailure>> {
    const open = await ourJobs('not-completed', whom);
    if (!open.ok) return open;
    for (const { jobId } of open.value) {
      const taken = await cancelJob(jobId, whom);
      if (!taken.ok) return taken;
    }
    return { ok: true, value: open.value.length };
  }

  /**
   * CUPS keeps a finished job's description until it is told to purge it. Not at once after a cancel: that would kill
   * the backend before it has taken the job back from the device, and the device would print it later.
   */
  async function wipeTraces(): Promise<{ readonly wiped: number; readonly isDone: boolean }> {
    let wiped = 0;
    for (let round = 1; round <= MAX_PURGE_ROUNDS; round += 1) {
      const [finished, printer] = [await ourJobs('completed', target), await askPrinter(target, STATE_ATTRIBUTES)];
      if (!finished.ok || !printer.ok) return { wiped, isDone: false };
      const isBusy = isProcessing(printer.value);
      const quiet = finished.value.filter(({ overForSeconds }) => !isBusy || overForSeconds >= QUIET_SECONDS);
      if (quiet.length === 0) return { wiped, isDone: finished.value.length === 0 };
      for (const { jobId } of quiet) {
        const answer = await ask({ operation: 'Cancel-Job', jobId, attributes: { 'purge-job': true } });
        // It may just be gone; a queue that does not allow it will not allow it later either.
        if (answer.ok) wiped += 1;
        else if (answer.error.code !== 'no-such-job') return { wiped, isDone: answer.error.status !== undefined };
      }
    }
    return { wiped, isDone: false };
  }

  /** Not every printer heeds `my-jobs`, so each job must say that it is ours. */
  async function ourJobs(
    which: 'completed' | 'not-completed',
    whom: IppTarget,
    timeoutMs = limits.answerTimeoutMs,
  ): Promise<Result<readonly OurJob[], ExchangeFailure>> {
    const names = ['job-id', 'job-state', 'job-originating-user-name', 'time-at-completed', 'job-printer-up-time'];
    const request: Question = {
      operation: 'Get-Jobs',
      attributes: { 'which-jobs': which, 'my-jobs': true, 'requested-attributes': names },
    };
    const answer = await exchangeWith(whom, request, timeoutMs);
    if (!answer.ok) return answer;
    const ours = groupsOf(answer.value, JOB_GROUP)
      .filter((job) => stringsOf(job, 'job-originating-user-name')[0] === owner)
      .flatMap((job) => {
        const [now, end] = [integersOf(job, 'job-printer-up-time')[0], integersOf(job, 'time-at-completed')[0]];
        const overForSeconds = now === undefined || end === undefined ? 0 : now - end;
        const isGivenUp = viewJob(job)?.isGivenUp === true;
        return integersOf(job, 'job-id')
          .slice(0, 1)
          .map((jobId) => ({ jobId, overForSeconds, isGivenUp }));
      });
    return { ok: true, value: ours };
  }

  /** Everything there is to know, and how to speak with the printer from now on. */
  async function meet(): Promise<Result<IppAttributes, ExchangeFailure>> {
    const printer = await askPrinter(target, PRINTER_ATTRIBUTES);
    if (!printer.ok) return printer;
    const operations = integersOf(printer.value, 'operations-supported');
    const deviceUri = stringsOf(printer.value, 'device-uri')[0];
    const isEvents = [CREATE_JOB_SUBSCRIPTIONS, GET_NOTIFICATIONS].every((each) => operations.includes(each));
    manners = {
      isQueue: deviceUri !== undefined,
      device: parseDeviceUri(deviceUri),
      operations,
      hasEvents: isEvents && stringsOf(printer.value, 'notify-pull-method-supported').includes('ippget'),
    };
    return printer;
  }

  /** A queue's trays and paper are made from its settings, so only a printer itself is believed on paper. */
  function viewOf(printer: IppAttributes): PrinterView {
    return manners.isQueue ? viewPrinter(printer, 'unknown') : viewDevice(printer, paper);
  }

  async function lookAtDevice(): Promise<DeviceLook> {
    lastDevice = await lookAt(manners.device);
    return lastDevice;
  }

  async function lookAt(device: IppTarget | null): Promise<DeviceLook> {
    if (device === null) return { kind: 'none' };
    const seen = await askPrinter(device, STATE_ATTRIBUTES, limits.deviceTimeoutMs);
    if (seen.ok) {
      silentSinceMs = null;
      return { kind: 'seen', view: viewDevice(seen.value, paper) };
    }
    if (!SILENT.includes(seen.error.code)) return { kind: 'none' };
    silentSinceMs ??= clock.nowMs();
    return { kind: 'silent', isLong: clock.nowMs() - silentSinceMs >= limits.deviceGraceMs };
  }

  async function askPrinter(
    whom: IppTarget,
    names: readonly string[],
    timeoutMs = limits.answerTimeoutMs,
  ): Promise<Result<IppAttributes, ExchangeFailure>> {
    const request = { operation: 'Get-Printer-Attributes', attributes: { 'requested-attributes': names } } as const;
    const answer = await exchangeWith(whom, request, timeoutMs);
    if (!answer.ok) return answer;
    const attributes = groupOf(answer.value, PRINTER_GROUP);
    if (integersOf(attributes, 'printer-state').length > 0) return { ok: true, value: attributes };
    return { ok: false, error: { code: 'unreadable-answer', detail: 'no printer-state' } };
  }

  async function askJob(jobId: number): Promise<Result<JobView, ExchangeFailure>> {
    const answer = await ask({
      operation: 'Get-Job-Attributes',
      jobId,
      attributes: { 'requested-attributes': JOB_ATTRIBUTES },
    });
    if (!answer.ok) return answer;
    const view = viewJob(groupOf(answer.value, JOB_GROUP));
    if (view !== null) return { ok: true, value: view };
    return { ok: false, error: { code: 'unreadable-answer', detail: 'no known job-state' } };
  }

  function ask(request: Question): Promise<Result<IppAnswer, ExchangeFailure>> {
    return exchangeWith(target, request, limits.answerTimeoutMs);
  }

  function send(request: Question): Promise<Result<IppAnswer, ExchangeFailure>> {
    return exchangeWith(target, request, limits.sendTimeoutMs);
  }

  function exchangeWith(
    whom: IppTarget,
    request: Question,
    timeoutMs: number,
  ): Promise<Result<IppAnswer, ExchangeFailure>> {
    lastRequestId += 1;
    const { maxAnswerBytes } = limits;
    return exchange(whom, { ...request, id: lastRequestId, userName: owner }, { timeoutMs, maxAnswerBytes });
  }
}

interface OurJob {
  readonly jobId: number;
  /** 0 where the printer does not tell. */
  readonly overForSeconds: number;
  /** Cancelled or aborted. */
  readonly isGivenUp: boolean;
}

type Question = Omit<IppRequest, 'id' | 'userName'>;

function noSuchJob(detail: string): Result<never, ExchangeFailure> {
  return { ok: false, error: { code: 'no-such-job', detail } };
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

function readJobId(answer: Result<IppAnswer, ExchangeFailure>): Result<number, ExchangeFailure> {
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
