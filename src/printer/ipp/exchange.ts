/**
 * One IPP request and its answer. @sealsystems/ipp serializes the request, but we send it ourselves: the library's own
 * call never returns when an answer is cut off, and has no limit on the size of an answer.
 */
import { errorCode } from '../../basics/errors';
import type { Result } from '../../basics/result';
import * as http from 'node:http';
import * as https from 'node:https';
import ipp, { type AttributeGroup } from '@sealsystems/ipp';
import { readAnswer, type IppAnswer } from './answer';
import type { IppTarget } from './uri';
import type { PrintFailure, PrintFailureCode } from '../port';

/** Names as in the library (its "Create-Job-Subscription" is RFC 3995's Create-Job-Subscriptions). */
export type IppOperation =
  | 'Get-Printer-Attributes'
  | 'Validate-Job'
  | 'Create-Job'
  | 'Send-Document'
  | 'Print-Job'
  | 'Get-Job-Attributes'
  | 'Get-Jobs'
  | 'Cancel-Job'
  | 'Create-Job-Subscription'
  | 'Get-Notifications'
  | 'CUPS-Get-Printers';

type Attributes = Readonly<Record<string, string | number | boolean | readonly string[] | readonly number[]>>;

export interface IppRequest {
  readonly operation: IppOperation;
  /** Any positive number; the answer must repeat it. */
  readonly id: number;
  /** One name per kiosk, the same for all its patients: a queue uses it to tell the kiosks' jobs apart. */
  readonly userName: string;
  readonly jobId?: number;
  /** Operation attributes after `printer-uri`, `job-id` and `requesting-user-name`, in order. */
  readonly attributes?: Attributes;
  readonly jobAttributes?: Attributes;
  readonly subscription?: Attributes;
  readonly data?: Uint8Array;
}

export interface ExchangeLimits {
  /** From the first byte sent to the last byte read. */
  readonly timeoutMs: number;
  readonly maxAnswerBytes: number;
}

const UNREACHABLE: ReadonlySet<string> = new Set([
  'ECONNREFUSED',
  'EAI_AGAIN',
  'EHOSTDOWN',
  'EHOSTUNREACH',
  'ENETDOWN',
  'ENETUNREACH',
  'ENOTFOUND',
  'ETIMEDOUT',
]);
const CUT: ReadonlySet<string> = new Set(['ECONNRESET', 'EPIPE', 'ECONNABORTED']);

/** RFC 8011 §4.1.8 and appendix B. */
const STATUS_CODES: ReadonlyMap<number, PrintFailureCode> = new Map([
  [0x0406, 'no-such-queue'],
  [0x0407, 'no-such-queue'],
  [0x040a, 'document-refused'],
  [0x0411, 'document-refused'],
  [0x0506, 'not-accepting-jobs'],
  [0x0507, 'busy'],
]);
export const NOT_POSSIBLE = 0x0404;

export interface ExchangeFailure extends PrintFailure {
  /** The printer's IPP status, if it answered. */
  readonly status?: number;
}

/** Sends one request. Returns within `timeoutMs`, whatever the other side does. */
export async function exchange(
  target: IppTarget,
  request: IppRequest,
  limits: ExchangeLimits,
): Promise<Result<IppAnswer, ExchangeFailure>> {
  const reply = await post(target, serialize(target, request), limits);
  if (!reply.ok) return reply;
  const read = readAnswer(reply.value);
  if (!read.ok) return failed('unreadable-answer', read.error);
  const answer = read.value;
  if (!/^[12]\./.test(answer.version)) return failed('unreadable-answer', `IPP version ${answer.version}`);
  if (answer.requestId !== request.id) return failed('unreadable-answer', 'the answer is to another request');
  return answer.status <= 0xff ? { ok: true, value: answer } : refusal(request, answer.status);
}

/** A CUPS extension that makes Cancel-Job also wipe what CUPS keeps of the job. The library does not know it. */
ipp.attributes.Operation['purge-job'] ??= ipp.attributes.Operation['my-jobs'];

function serialize(target: IppTarget, request: IppRequest): Buffer {
  const operationAttributes = {
    'attributes-charset': 'utf-8',
    'attributes-natural-language': 'en',
    'printer-uri': target.uri,
    ...(request.jobId === undefined ? {} : { 'job-id': request.jobId }),
    'requesting-user-name': request.userName,
    ...request.attributes,
  };
  mustBeKnown('Operation', operationAttributes);
  mustBeKnown('Job Template', request.jobAttributes);
  mustBeKnown('Subscription Description', request.subscription);
  return ipp.serialize({
    version: '2.0',
    operation: request.operation,
    id: request.id,
    'operation-attributes-tag': operationAttributes,
    ...(request.jobAttributes === undefined ? {} : { 'job-attributes-tag': request.jobAttributes }),
    ...(request.subscription === undefined ? {} : { 'subscription-attributes-tag': request.subscription }),
    ...(request.data === undefined ? {} : { data: asBuffer(request.data) }),
  });
}

/** The library silently drops attributes that it does not know. For us that would be a bug, so it throws. */
function mustBeKnown(group: AttributeGroup, attributes: Attributes = {}): void {
  const unknown = Object.keys(attributes).find((name) => ipp.attributes[group][name] === undefined);
  if (unknown !== undefined) throw new TypeError(`@sealsystems/ipp cannot write ${unknown}`);
}

function refusal(request: IppRequest, status: number): Result<never, ExchangeFailure> {
  const known = STATUS_CODES.get(status) ?? 'refused';
  // `client-error-not-found` means the job if the request names one, otherwise the queue.
  const code = known === 'no-such-queue' && request.jobId !== undefined ? 'no-such-job' : known;
  const detail = `${request.operation} answered with status 0x${status.toString(16).padStart(4, '0')}`;
  return { ok: false, error: { code, detail, status } };
}

function post(
  target: IppTarget,
  body: Buffer,
  { timeoutMs, maxAnswerBytes }: ExchangeLimits,
): Promise<Result<Buffer, PrintFailure>> {
  return new Promise((resolve) => {
    const request = (target.secure ? https : http).request({
      host: target.host,
      port: target.port,
      path: target.path,
      method: 'POST',
      // No keep-alive: the scheduler may close a kept connection just as we write.
      agent: false,
      headers: { 'content-type': 'application/ipp', 'content-length': body.length },
    });
    const timer = setTimeout(() => finish(failed('timed-out', `no answer in ${timeoutMs} ms`)), timeoutMs);

    request.on('response', (response) => {
      if (response.statusCode !== 200) {
        finish(httpFailure(response.statusCode));
        return;
      }
      const chunks: Buffer[] = [];
      let length = 0;
      response.on('data', (chunk: Buffer) => {
        length += chunk.length;
        if (length > maxAnswerBytes) finish(failed('unreadable-answer', `more than ${maxAnswerBytes} bytes`));
        else chunks.push(chunk);
      });
      response.on('end', () => finish({ ok: true, value: Buffer.concat(chunks) }));
      response.on('error', (error) => finish(connectionFailure(error)));
    });
    request.on('error', (error) => finish(connectionFailure(error)));
    request.on('close', () => finish(failed('connection-cut', 'closed without an answer')));
    request.end(body);

    /** Only the first call has an effect. */
    function finish(result: Result<Buffer, PrintFailure>): void {
      clearTimeout(timer);
      resolve(result);
      request.destroy();
    }
  });
}

function httpFailure(status: number | undefined): Result<never, PrintFailure> {
  // 401 and 403: not allowed. 426: TLS required, so the address should start with ipps.
  const isRefusal = status === 401 || status === 403 || status === 426;
  return failed(isRefusal ? 'refused' : 'unreadable-answer', `HTTP status ${status ?? 'missing'}`);
}

function connectionFailure(error: Error): Result<never, PrintFailure> {
  const code = errorCode(error) ?? '';
  if (CUT.has(code)) return failed('connection-cut', code);
  // The answer is not HTTP.
  if (code.startsWith('HPE_')) return failed('unreadable-answer', code);
  if (UNREACHABLE.has(code)) return failed('unreachable', code);
  // The rest are TLS errors: a certificate that this machine does not trust, or none.
  return failed('unreachable', code === '' ? error.message : code);
}

function failed(code: PrintFailureCode, detail: string): Result<never, PrintFailure> {
  return { ok: false, error: { code, detail } };
}

function asBuffer(bytes: Uint8Array): Buffer {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}

/** The failure without the IPP detail that only this folder uses. */
export function withoutStatus({ code, detail }: PrintFailure): PrintFailure {
  return { code, detail };
}
