/**
 * Every request to a printer: to the queue or to the device behind it. Keeps what the answers say about the requests that
 * the printer supports.
 */
import type { Clock } from '../../basics/clock';
import type { Result } from '../../basics/result';
import type { Paper } from '../port';
import {
  groupOf,
  groupsOf,
  integersOf,
  JOB_GROUP,
  PRINTER_GROUP,
  stringsOf,
  type IppAnswer,
  type IppAttributes,
} from './answer';
import { exchange, NOT_POSSIBLE, type ExchangeFailure, type IppRequest } from './exchange';
import type { IppLimits } from './limits';
import { viewDevice, viewJob, viewPrinter, type JobView, type PrinterView } from './state';
import { parseDeviceUri, type IppTarget } from './uri';

export type Question = Omit<IppRequest, 'id' | 'userName'>;

/** Whom to ask, and how long to wait. The defaults are the printer in the settings and `answerTimeoutMs`. */
export interface AskOptions {
  readonly target?: IppTarget;
  readonly timeoutMs?: number;
}

/** What the printer supports, according to the last `refreshCapabilities`. */
export interface Capabilities {
  readonly isQueue: boolean;
  /** The printer behind a queue, if it can be asked directly. */
  readonly device: IppTarget | null;
  readonly operations: readonly number[];
  readonly hasEvents: boolean;
}

/** A job of this kiosk in the printer's list. */
export interface OurJob {
  readonly jobId: number;
  /** 0 if the printer does not say. */
  readonly overForSeconds: number;
  /** Canceled or aborted. */
  readonly isGivenUp: boolean;
}

export type Cancelled = 'cancelled' | 'already-finished';

export interface Link {
  readonly clock: Clock;
  readonly limits: IppLimits;
  capabilities(): Capabilities;
  /** Asks for all attributes, and updates `capabilities`. */
  refreshCapabilities(): Promise<Result<IppAttributes, ExchangeFailure>>;
  ask(question: Question, options?: AskOptions): Promise<Result<IppAnswer, ExchangeFailure>>;
  /** State, reasons, trays and paper. */
  askState(options?: AskOptions): Promise<Result<IppAttributes, ExchangeFailure>>;
  askJob(jobId: number): Promise<Result<JobView, ExchangeFailure>>;
  /** Checks the owner of each job, because some printers ignore `my-jobs`. */
  ourJobs(
    which: 'completed' | 'not-completed',
    options?: AskOptions,
  ): Promise<Result<readonly OurJob[], ExchangeFailure>>;
  cancelJob(jobId: number, options?: AskOptions): Promise<Result<Cancelled, ExchangeFailure>>;
  viewOf(printer: IppAttributes): PrinterView;
  viewOfDevice(device: IppAttributes): PrinterView;
}

export interface LinkOptions {
  readonly clock: Clock;
  readonly limits: IppLimits;
  /** `requesting-user-name` of this kiosk's jobs. */
  readonly owner: string;
  /** The paper of the site; if left out, any tray counts. */
  readonly paper: Paper | undefined;
}

/** `operations-supported` (RFC 3995, RFC 3996). */
const CREATE_JOB_SUBSCRIPTIONS = 0x0017;
const GET_NOTIFICATIONS = 0x001c;

const STATE_ATTRIBUTES = ['printer-state', 'printer-state-reasons', 'printer-input-tray', 'media-ready'];
const PRINTER_ATTRIBUTES = [
  ...STATE_ATTRIBUTES,
  // Only a CUPS queue has this.
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
const JOB_LIST_ATTRIBUTES = [
  'job-id',
  'job-state',
  'job-originating-user-name',
  'time-at-completed',
  'job-printer-up-time',
];

/** @param printer the one in the settings: a queue, or a printer itself */
export function makeLink(printer: IppTarget, { clock, limits, owner, paper }: LinkOptions): Link {
  let capabilities: Capabilities = { isQueue: false, device: null, operations: [], hasEvents: false };
  let lastRequestId = 0;

  return {
    clock,
    limits,
    capabilities: () => capabilities,
    refreshCapabilities,
    ask,
    askState: (options) => askPrinter(STATE_ATTRIBUTES, options),
    askJob,
    ourJobs,
    cancelJob,
    // A queue derives its trays and paper from its own settings, so only the printer itself can be trusted about paper.
    viewOf: (attributes) => (capabilities.isQueue ? viewPrinter(attributes, 'unknown') : viewDevice(attributes, paper)),
    viewOfDevice: (attributes) => viewDevice(attributes, paper),
  };

  async function refreshCapabilities(): Promise<Result<IppAttributes, ExchangeFailure>> {
    const answer = await askPrinter(PRINTER_ATTRIBUTES);
    if (answer.ok) capabilities = capabilitiesOf(answer.value);
    return answer;
  }

  function ask(question: Question, options: AskOptions = {}): Promise<Result<IppAnswer, ExchangeFailure>> {
    const { target = printer, timeoutMs = limits.answerTimeoutMs } = options;
    lastRequestId += 1;
    const { maxAnswerBytes } = limits;
    return exchange(target, { ...question, id: lastRequestId, userName: owner }, { timeoutMs, maxAnswerBytes });
  }

  async function askPrinter(
    names: readonly string[],
    options?: AskOptions,
  ): Promise<Result<IppAttributes, ExchangeFailure>> {
    const attributes = { 'requested-attributes': names };
    const answer = await ask({ operation: 'Get-Printer-Attributes', attributes }, options);
    if (!answer.ok) return answer;
    const found = groupOf(answer.value, PRINTER_GROUP);
    if (integersOf(found, 'printer-state').length > 0) return { ok: true, value: found };
    return unreadable('no printer-state');
  }

  async function askJob(jobId: number): Promise<Result<JobView, ExchangeFailure>> {
    const attributes = { 'requested-attributes': JOB_ATTRIBUTES };
    const answer = await ask({ operation: 'Get-Job-Attributes', jobId, attributes });
    if (!answer.ok) return answer;
    const view = viewJob(groupOf(answer.value, JOB_GROUP));
    return view === null ? unreadable('no known job-state') : { ok: true, value: view };
  }

  async function ourJobs(
    which: 'completed' | 'not-completed',
    options?: AskOptions,
  ): Promise<Result<readonly OurJob[], ExchangeFailure>> {
    const attributes = { 'which-jobs': which, 'my-jobs': true, 'requested-attributes': JOB_LIST_ATTRIBUTES };
    const answer = await ask({ operation: 'Get-Jobs', attributes }, options);
    if (!answer.ok) return answer;
    const ours = groupsOf(answer.value, JOB_GROUP)
      .filter((job) => stringsOf(job, 'job-originating-user-name')[0] === owner)
      .flatMap(jobOf);
    return { ok: true, value: ours };
  }

  async function cancelJob(jobId: number, options?: AskOptions): Promise<Result<Cancelled, ExchangeFailure>> {
    const answer = await ask({ operation: 'Cancel-Job', jobId }, options);
    if (answer.ok) return { ok: true, value: 'cancelled' };
    const isGone = answer.error.status === NOT_POSSIBLE || answer.error.code === 'no-such-job';
    return isGone ? { ok: true, value: 'already-finished' } : answer;
  }
}

function capabilitiesOf(printer: IppAttributes): Capabilities {
  const operations = integersOf(printer, 'operations-supported');
  const deviceUri = stringsOf(printer, 'device-uri')[0];
  const canSubscribe = [CREATE_JOB_SUBSCRIPTIONS, GET_NOTIFICATIONS].every((each) => operations.includes(each));
  return {
    isQueue: deviceUri !== undefined,
    device: parseDeviceUri(deviceUri),
    operations,
    hasEvents: canSubscribe && stringsOf(printer, 'notify-pull-method-supported').includes('ippget'),
  };
}

/** One entry of a list of jobs; none if it has no number. */
function jobOf(job: IppAttributes): readonly OurJob[] {
  const jobId = integersOf(job, 'job-id')[0];
  if (jobId === undefined) return [];
  const [now, end] = [integersOf(job, 'job-printer-up-time')[0], integersOf(job, 'time-at-completed')[0]];
  const overForSeconds = now === undefined || end === undefined ? 0 : now - end;
  return [{ jobId, overForSeconds, isGivenUp: viewJob(job)?.isGivenUp === true }];
}

function unreadable(detail: string): Result<never, ExchangeFailure> {
  return { ok: false, error: { code: 'unreadable-answer', detail } };
}
