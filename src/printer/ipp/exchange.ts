/**
 * One IPP request and its answer. @sealsystems/ipp writes the request; sending is done here because the
 * library's own call never returns when an answer is cut off in the middle, and reads answers without bound.
 */
import { errorCode } from '../../basics/errors';
import type { Result } from '../../basics/result';
import * as http from 'node:http';
import * as https from 'node:https';
import ipp, { type AttributeGroup } from '@sealsystems/ipp';
import { readAnswer, type IppAnswer } from './answer';
import type { IppTarget } from './uri';
import type { PrintFailure, PrintFailureCode } from '../port';

/** By the library's names (its "Create-Job-Subscription" is RFC 3995's Create-Job-Subscriptions). */
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
  /** Any positive number; the answer must carry it again. */
  readonly id: number;
  /** The same for every patient of a kiosk, its own for every kiosk: a queue tells their jobs apart by it. */
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
  /** The printer's IPP status, when it did answer. */
  readonly status?: number;
}

/** Sends one request. Whatever the other side does, this returns within `timeoutMs`. */
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

/** CUPS: Cancel-Job also wipes what it keeps of the job. The library does not know the attribute. */
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

/** The library leaves out what it does not know without a word; here that is a bug, and throws. */
function mustBeKnown(group: AttributeGroup, attributes: Attributes = {}): void {
  const unknown = Object.keys(attributes).find((name) => ipp.attributes[group][name] === undefined);
  if (unknown !== undefined) throw new TypeError(`@sealsystems/ipp cannot write ${unknown}`);
}

function refusal(request: IppRequest, status: number): Result<never, ExchangeFailure> {
  const known = STATUS_CODES.get(status) ?? 'refused';
  // `client-error-not-found` is about the job where one is named.
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
      // A connection of its own: a kept one may be closed by the scheduler just as we write.
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

    /** The first call counts; a promise cannot be settled twice. */
    function finish(result: Result<Buffer, PrintFailure>): void {
      clearTimeout(timer);
      resolve(result);
      request.destroy();
    }
  });
}

function httpFailure(status: number | undefined): Result<never, PrintFailure> {
  // 401 and 403: not allowed. 426: it wants TLS, so the address should start with ipps.
  const isRefusal = status === 401 || status === 403 || status === 426;
  return failed(isRefusal ? 'refused' : 'unreadable-answer', `HTTP status ${status ?? 'missing'}`);
}

function connectionFailure(error: Error): Result<never, PrintFailure> {
  const code = errorCode(error) ?? '';
  if (CUT.has(code)) return failed('connection-cut', code);
  // Not HTTP at all.
  if (code.startsWith('HPE_')) return failed('unreadable-answer', code);
  if (UNREACHABLE.has(code)) return failed('unreachable', code);
  // What is left is TLS: a certificate that this machine does not trust, or none.
  return failed('unreachable', code === '' ? error.message : code);
}

function failed(code: PrintFailureCode, detail: string): Result<never, PrintFailure> {
  return { ok: false, error: { code, detail } };
}

function asBuffer(bytes: Uint8Array): Buffer {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}

/** The failure as the rest of the project knows it. */
export function withoutStatus({ code, detail }: PrintFailure): PrintFailure {
  return { code, detail };
}
