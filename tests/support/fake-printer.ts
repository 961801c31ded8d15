/**
 * A printer that does what no real one can be asked to do. It speaks IPP over HTTP on loopback, reads
 * requests strictly, and misbehaves by script: `setFault`, `setPrinter`, `scriptJobs`. A job moves on one
 * step at each Get-Job-Attributes, so tests wait for nothing.
 */
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo, Socket } from 'node:net';
import {
  attribute,
  decodeRequest,
  encodeAnswer,
  TAG,
  type WireAttribute,
  type WireGroup,
  type WireRequest,
  type WireValue,
} from './fake-printer-codec';

const OPERATIONS = {
  'Print-Job': 0x0002,
  'Validate-Job': 0x0004,
  'Create-Job': 0x0005,
  'Send-Document': 0x0006,
  'Cancel-Job': 0x0008,
  'Get-Job-Attributes': 0x0009,
  'Get-Jobs': 0x000a,
  'Get-Printer-Attributes': 0x000b,
  'Create-Job-Subscriptions': 0x0017,
  'Get-Notifications': 0x001c,
} as const;
export type FakeOperation = keyof typeof OPERATIONS;
const EVENT_OPERATIONS: readonly FakeOperation[] = ['Create-Job-Subscriptions', 'Get-Notifications'];
/** Everything that the fake can do; the usual one has no events, as most printers. */
export const ALL_OPERATIONS = Object.keys(OPERATIONS) as readonly FakeOperation[];

const JOB_STATES = {
  pending: 3,
  held: 4,
  processing: 5,
  stopped: 6,
  canceled: 7,
  aborted: 8,
  completed: 9,
} as const;
const PRINTER_STATES = { idle: 3, processing: 4, stopped: 5 } as const;
const FINISHED: readonly FakeJobStep['state'][] = ['canceled', 'aborted', 'completed'];

/** Statuses of RFC 8011 appendix B. */
const OK = 0x0000;
const BAD_REQUEST = 0x0400;
const NOT_POSSIBLE = 0x0404;
const NOT_FOUND = 0x0406;
const FORMAT_NOT_SUPPORTED = 0x040a;
const VALUES_NOT_SUPPORTED = 0x040b;
const CHARSET_NOT_SUPPORTED = 0x040d;
const OPERATION_NOT_SUPPORTED = 0x0501;
const VERSION_NOT_SUPPORTED = 0x0503;
const NOT_ACCEPTING = 0x0506;

/**
 * How an answer goes wrong. `status` and `http` stand in place of the operation; after all others the
 * operation has been done, and only its answer is spoilt. `cut-mid-document` ends the connection at the first
 * bytes.
 */
export type FakeFault =
  | { readonly kind: 'status'; readonly status: number }
  | { readonly kind: 'http'; readonly status: number }
  | { readonly kind: 'cut' | 'cut-mid-document' | 'silent' | 'garbage' | 'not-http' }
  | { readonly kind: 'negative-length' | 'unknown-attributes' | 'wrong-request-id' }
  | { readonly kind: 'truncated'; readonly where: 'ipp' | 'http' }
  | { readonly kind: 'oversized'; readonly bytes: number }
  | { readonly kind: 'drip' | 'slow'; readonly delayMs: number };

export interface FakeJobStep {
  readonly state: keyof typeof JOB_STATES;
  readonly reasons?: readonly string[];
  /** Changes the printer with the job, until changed again. */
  readonly printer?: Partial<FakePrinterState>;
}

export interface FakePrinterState {
  readonly state: keyof typeof PRINTER_STATES;
  /** A CUPS queue has one, and `purge-job` is understood; null for a printer. */
  readonly deviceUri: string | null;
  /** `printer-input-tray` and `media-ready`; empty where it does not speak of them. */
  readonly trays: readonly string[];
  readonly mediaReady: readonly string[];
  readonly reasons: readonly string[];
  readonly accepting: boolean;
  readonly operations: readonly FakeOperation[];
  readonly media: readonly string[];
  readonly sides: readonly string[];
  readonly maxCopies: number;
  readonly colorModes: readonly string[];
  readonly scalings: readonly string[];
  readonly formats: readonly string[];
}

export interface FakeJob {
  readonly id: number;
  readonly name: string;
  readonly user: string;
  readonly uuid: string;
  /** Job template attributes as asked for. */
  readonly asked: Readonly<Record<string, readonly WireValue[]>>;
  readonly document: Buffer;
  readonly step: FakeJobStep;
}

export interface FakePrinter {
  readonly uri: string;
  readonly jobs: readonly FakeJob[];
  /** The documents that came out, in their order. */
  readonly printed: readonly Buffer[];
  /** Operations in the order they came. */
  readonly requests: readonly string[];
  /** What a strict printer found wrong with the requests. */
  readonly violations: readonly string[];
  setPrinter(change: Partial<FakePrinterState>): void;
  setFault(operation: FakeOperation | 'any', fault: FakeFault | null): void;
  /** Everything works again, as at the start: state, faults, and the steps of jobs that wait and of those to come. */
  fix(): void;
  /** The steps of jobs to come; the last one stays. */
  scriptJobs(...steps: readonly FakeJobStep[]): void;
  /** Switched off and on: connections are refused meanwhile, on the same port. */
  switchOff(): Promise<void>;
  switchOn(): Promise<void>;
  /** As after a restart: no job is known, and numbers begin again. */
  forgetJobs(): void;
  /** A job that came from elsewhere: another kiosk, or a program that crashed. It waits. */
  addJob(user: string): FakeJob;
  /** Ends a job, now. */
  end(id: number, state: 'canceled' | 'aborted' | 'completed'): void;
  stop(): Promise<void>;
}

interface MutableJob extends FakeJob {
  document: Buffer;
  steps: readonly FakeJobStep[];
  step: FakeJobStep;
  /** Changes so far. */
  events: number;
  /** Printer up-time in seconds; null until it happens. */
  readonly createdAt: number;
  startedAt: number | null;
  finishedAt: number | null;
}

interface Reply {
  readonly status: number;
  readonly groups?: readonly WireGroup[];
}

const USUAL_PRINTER: FakePrinterState = {
  state: 'idle',
  reasons: ['none'],
  deviceUri: null,
  trays: [],
  mediaReady: [],
  accepting: true,
  operations: ALL_OPERATIONS.filter((name) => !EVENT_OPERATIONS.includes(name)),
  media: ['na_letter_8.5x11in', 'iso_a4_210x297mm'],
  sides: ['one-sided', 'two-sided-long-edge', 'two-sided-short-edge'],
  maxCopies: 99,
  colorModes: ['monochrome', 'color', 'auto'],
  scalings: ['auto', 'fit', 'none'],
  formats: ['application/pdf', 'application/octet-stream'],
};

const USUAL_STEPS: readonly FakeJobStep[] = [{ state: 'processing' }, { state: 'completed' }];

/** The syntax that each attribute of a request must have (RFC 8011). */
const SYNTAX: Readonly<Record<string, number>> = {
  'attributes-charset': TAG.charset,
  'attributes-natural-language': TAG.naturalLanguage,
  'printer-uri': TAG.uri,
  'job-uri': TAG.uri,
  'job-id': TAG.integer,
  'requesting-user-name': TAG.name,
  'job-name': TAG.name,
  'document-format': TAG.mimeMediaType,
  'last-document': TAG.boolean,
  'requested-attributes': TAG.keyword,
  'which-jobs': TAG.keyword,
  'my-jobs': TAG.boolean,
  limit: TAG.integer,
  copies: TAG.integer,
  media: TAG.keyword,
  sides: TAG.keyword,
  'print-color-mode': TAG.keyword,
  'print-scaling': TAG.keyword,
  'purge-job': TAG.boolean,
  'notify-pull-method': TAG.keyword,
  'notify-events': TAG.keyword,
  'notify-job-id': TAG.integer,
  'notify-subscription-ids': TAG.integer,
  'notify-sequence-numbers': TAG.integer,
  'notify-wait': TAG.boolean,
};

/** Names of whole groups in `requested-attributes`; a small printer answers each with all it has. */
const ATTRIBUTE_GROUPS: readonly string[] = ['all', 'job-description', 'job-template', 'printer-description'];

/** Get-Jobs without `requested-attributes` (RFC 8011 §4.2.6.1). */
const LISTED_BY_DEFAULT = ['job-uri', 'job-id'];

/** Sixteen bytes whose signed length sends a careless reader round for ever. */
const NEGATIVE_LENGTH = Buffer.from([2, 0, 0, 0, 0, 0, 0, 1, 4, 0x44, 0, 1, 0x61, 0xff, 0xfa, 3]);

export async function startFakePrinter(): Promise<FakePrinter> {
  const jobs: MutableJob[] = [];
  const printed: Buffer[] = [];
  const requests: string[] = [];
  const violations: string[] = [];
  const faults = new Map<FakeOperation | 'any', FakeFault>();
  const sockets = new Set<Socket>();
  const timers = new Set<NodeJS.Timeout>();
  const startedMs = Date.now();
  /** Subscriptions of jobs, by number. */
  const subscriptions = new Map<number, number>();
  let jobsEver = 0;
  let jobNumber = 0;
  let printer = USUAL_PRINTER;
  let script: readonly FakeJobStep[] = USUAL_STEPS;
  let port = 0;

  const server = createServer((request, response) => {
    request.on('error', () => undefined);
    response.on('error', () => undefined);
    const early = faults.get('any') ?? faults.get('Send-Document') ?? faults.get('Print-Job');
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => {
      chunks.push(chunk);
      if (early?.kind === 'cut-mid-document' && chunk.includes('%PDF-')) request.socket.destroy();
    });
    request.on('end', () => receive(Buffer.concat(chunks), request, response));
  });
  server.on('connection', (socket) => {
    sockets.add(socket);
    socket.on('close', () => sockets.delete(socket));
  });
  await switchOn();

  return {
    uri: `ipp://127.0.0.1:${port}/ipp/print`,
    jobs,
    printed,
    requests,
    violations,
    setPrinter: (change) => {
      printer = { ...printer, ...change };
    },
    setFault: (operation, fault) => {
      if (fault === null) faults.delete(operation);
      else faults.set(operation, fault);
    },
    fix: () => {
      const { deviceUri, operations } = printer;
      printer = { ...USUAL_PRINTER, deviceUri, operations };
      faults.clear();
      script = USUAL_STEPS;
      for (const job of jobs) if (!FINISHED.includes(job.step.state)) job.steps = USUAL_STEPS;
    },
    scriptJobs: (...steps) => {
      script = steps;
    },
    switchOff,
    switchOn,
    forgetJobs: () => {
      jobs.length = 0;
      jobNumber = 0;
    },
    end: (id, state) => {
      const job = jobs.find((each) => each.id === id);
      if (job !== undefined) enter(job, { state });
    },
    addJob: (user) => {
      const job = makeJob({ name: 'Somebody else', user, asked: {}, document: Buffer.alloc(0) });
      job.steps = [];
      return job;
    },
    stop: switchOff,
  };

  async function switchOn(): Promise<void> {
    if (server.listening) return;
    await new Promise<void>((resolve, reject) => {
      server.once('error', reject);
      server.listen(port, '127.0.0.1', resolve);
    });
    port = (server.address() as AddressInfo).port;
  }

  async function switchOff(): Promise<void> {
    timers.forEach((timer) => clearInterval(timer));
    timers.clear();
    if (!server.listening) return;
    const closed = new Promise((resolve) => server.close(resolve));
    sockets.forEach((socket) => socket.destroy());
    await closed;
  }

  function receive(bytes: Buffer, http: IncomingMessage, response: ServerResponse): void {
    if (http.method !== 'POST' || http.headers['content-type'] !== 'application/ipp') {
      violations.push(`${http.method} with ${http.headers['content-type'] ?? 'no content type'}`);
      response.writeHead(400).end();
      return;
    }
    let request: WireRequest;
    try {
      request = decodeRequest(bytes);
    } catch (error) {
      violations.push(String(error));
      response.writeHead(400).end();
      return;
    }
    const operation = operationName(request.operation);
    requests.push(operation ?? `0x${request.operation.toString(16)}`);
    const fault = (operation && faults.get(operation)) ?? faults.get('any');
    if (fault?.kind === 'http') {
      response.writeHead(fault.status).end('no');
      return;
    }
    const reply = fault?.kind === 'status' ? { status: fault.status } : answer(request, operation);
    respond(request, reply, fault, response);
  }

  function respond(request: WireRequest, reply: Reply, fault: FakeFault | undefined, response: ServerResponse): void {
    const isWrongId = fault?.kind === 'wrong-request-id';
    const strange = fault?.kind === 'unknown-attributes' ? STRANGE_ATTRIBUTES : [];
    const version = request.version[0] > 2 || request.version[0] < 1 ? ([2, 0] as const) : request.version;
    const body = encodeAnswer(version, reply.status, request.requestId + (isWrongId ? 1 : 0), [
      {
        tag: TAG.operationGroup,
        attributes: [
          attribute(TAG.charset, 'attributes-charset', 'utf-8'),
          attribute(TAG.naturalLanguage, 'attributes-natural-language', 'en'),
        ],
      },
      ...(reply.groups ?? []).map(({ tag, attributes }) => ({
        tag,
        attributes: [...strange, ...attributes],
      })),
    ]);
    response.setHeader('content-type', 'application/ipp');
    switch (fault?.kind) {
      case 'cut':
      case 'cut-mid-document':
        response.socket?.destroy();
        return;
      case 'silent':
        return;
      case 'slow':
        later(fault.delayMs, () => response.end(body));
        return;
      case 'drip':
        response.write('.');
        repeat(fault.delayMs, () => response.write('.'));
        return;
      case 'garbage':
        response.end(Buffer.from(Array.from({ length: 997 }, (_, index) => (index * 7919) % 251)));
        return;
      case 'negative-length': {
        const spoilt = Buffer.from(NEGATIVE_LENGTH);
        spoilt.writeInt32BE(request.requestId, 4);
        response.end(spoilt);
        return;
      }
      case 'not-http':
        response.socket?.end('SSH-2.0-OpenSSH_9.2\r\n');
        return;
      case 'truncated':
        if (fault.where === 'ipp') {
          response.end(body.subarray(0, body.length - 3));
          return;
        }
        response.setHeader('content-length', body.length);
        response.write(body.subarray(0, body.length - 3), () => response.socket?.destroy());
        return;
      case 'oversized':
        response.end(Buffer.concat([body, Buffer.alloc(fault.bytes)]));
        return;
      default:
        response.end(body);
    }
  }

  function later(delayMs: number, action: () => void): void {
    timers.add(setTimeout(action, delayMs));
  }

  function repeat(delayMs: number, action: () => void): void {
    timers.add(setInterval(action, delayMs));
  }

  function answer(request: WireRequest, operation: FakeOperation | undefined): Reply {
    const flaw = flawOf(request);
    if (flaw !== null) {
      violations.push(flaw.text);
      return { status: flaw.status };
    }
    if (operation === undefined || !printer.operations.includes(operation)) return { status: OPERATION_NOT_SUPPORTED };
    switch (operation) {
      case 'Get-Printer-Attributes':
        return { status: OK, groups: [wanted(request, printerGroup())] };
      case 'Validate-Job':
        return { status: refusalOf(request) ?? OK };
      case 'Create-Job':
        return startJob(request, Buffer.alloc(0));
      case 'Print-Job':
        return startJob(request, request.data);
      case 'Send-Document':
        return onJob(request, (job) => {
          if (read(request, 'last-document') === undefined) return { status: BAD_REQUEST };
          const status = refusalOf(request);
          if (status !== null) return { status };
          job.document = Buffer.from(request.data);
          return { status: OK, groups: [jobGroup(job)] };
        });
      case 'Get-Job-Attributes':
        return onJob(request, (job) => {
          moveOn(job);
          return { status: OK, groups: [wanted(request, jobGroup(job))] };
        });
      case 'Cancel-Job':
        return onJob(request, (job) => {
          if (read(request, 'purge-job') === true && printer.deviceUri !== null) {
            jobs.splice(jobs.indexOf(job), 1);
            return { status: OK };
          }
          if (FINISHED.includes(job.step.state)) return { status: NOT_POSSIBLE };
          job.steps = [];
          enter(job, { state: 'canceled', reasons: ['job-canceled-by-user'] });
          return { status: OK };
        });
      case 'Create-Job-Subscriptions':
        return subscribe(request);
      case 'Get-Notifications':
        return notify(request);
      case 'Get-Jobs':
        return {
          status: OK,
          groups: listed(request).map((job) => wanted(request, jobGroup(job), LISTED_BY_DEFAULT)),
        };
    }
  }

  function startJob(request: WireRequest, document: Buffer): Reply {
    const status = printer.accepting ? refusalOf(request) : NOT_ACCEPTING;
    if (status !== null) return { status };
    const template = request.groups.find((group) => group.tag === TAG.jobGroup)?.attributes ?? [];
    const job = makeJob({
      name: String(read(request, 'job-name') ?? 'untitled'),
      user: String(read(request, 'requesting-user-name') ?? 'anonymous'),
      asked: Object.fromEntries(template.map(({ name, values }) => [name, values])),
      document: Buffer.from(document),
    });
    return { status: OK, groups: [jobGroup(job)] };
  }

  function makeJob(fresh: Pick<FakeJob, 'name' | 'user' | 'asked' | 'document'>): MutableJob {
    jobNumber += 1;
    jobsEver += 1;
    const job: MutableJob = {
      ...fresh,
      id: jobNumber,
      uuid: `urn:uuid:00000000-0000-4000-8000-${String(jobsEver).padStart(12, '0')}`,
      steps: script,
      step: { state: 'pending' },
      createdAt: upTimeSeconds(),
      startedAt: null,
      finishedAt: null,
      events: 0,
    };
    jobs.push(job);
    return job;
  }

  function subscribe(request: WireRequest): Reply {
    const asked = request.groups.find((group) => group.tag === TAG.subscriptionGroup)?.attributes ?? [];
    const value = (name: string): WireValue | undefined => asked.find((each) => each.name === name)?.values[0];
    const job = jobs.find((each) => each.id === value('notify-job-id'));
    if (job === undefined) return { status: NOT_FOUND };
    if (value('notify-pull-method') !== 'ippget') return { status: VALUES_NOT_SUPPORTED };
    const id = subscriptions.size + 1;
    subscriptions.set(id, job.id);
    const attributes = [attribute(TAG.integer, 'notify-subscription-id', id)];
    return { status: OK, groups: [{ tag: TAG.subscriptionGroup, attributes }] };
  }

  /** Here too a job moves on one step when it is asked about. */
  function notify(request: WireRequest): Reply {
    const id = Number(read(request, 'notify-subscription-ids'));
    const from = Number(read(request, 'notify-sequence-numbers') ?? 1);
    const job = jobs.find((each) => each.id === subscriptions.get(id));
    if (job === undefined) return { status: NOT_FOUND };
    moveOn(job);
    const numbers = Array.from({ length: job.events }, (_, index) => index + 1).filter((number) => number >= from);
    return {
      status: OK,
      groups: numbers.map((number) => ({
        tag: TAG.eventGroup,
        attributes: [
          attribute(TAG.integer, 'notify-subscription-id', id),
          attribute(TAG.integer, 'notify-sequence-number', number),
          attribute(TAG.keyword, 'notify-subscribed-event', 'job-state-changed'),
        ],
      })),
    };
  }

  function onJob(request: WireRequest, action: (job: MutableJob) => Reply): Reply {
    const uri = read(request, 'job-uri');
    const id = typeof uri === 'string' ? Number(uri.split('/').at(-1)) : read(request, 'job-id');
    if (id === undefined) return { status: BAD_REQUEST };
    const job = jobs.find((candidate) => candidate.id === id);
    return job === undefined ? { status: NOT_FOUND } : action(job);
  }

  function moveOn(job: MutableJob): void {
    const [next, ...rest] = job.steps;
    if (next === undefined) return;
    job.steps = rest;
    enter(job, next);
  }

  function enter(job: MutableJob, step: FakeJobStep): void {
    if (step.state === 'completed' && job.step.state !== 'completed') printed.push(job.document);
    job.step = step;
    job.events += 1;
    if (step.state === 'processing') job.startedAt ??= upTimeSeconds();
    if (FINISHED.includes(step.state)) job.finishedAt ??= upTimeSeconds();
    if (step.printer !== undefined) printer = { ...printer, ...step.printer };
  }

  function upTimeSeconds(): number {
    return 1 + Math.floor((Date.now() - startedMs) / 1000);
  }

  /** Jobs not completed unless asked otherwise (RFC 8011 §4.2.6). */
  function listed(request: WireRequest): readonly MutableJob[] {
    const isFinishedAsked = read(request, 'which-jobs') === 'completed';
    const user = read(request, 'my-jobs') === true ? read(request, 'requesting-user-name') : undefined;
    return jobs
      .filter((job) => FINISHED.includes(job.step.state) === isFinishedAsked)
      .filter((job) => user === undefined || job.user === user);
  }

  /** Why the job itself is not taken; null when it is. */
  function refusalOf(request: WireRequest): number | null {
    const format = read(request, 'document-format');
    if (typeof format === 'string' && !printer.formats.includes(format)) return FORMAT_NOT_SUPPORTED;
    const job = request.groups.find((group) => group.tag === TAG.jobGroup)?.attributes ?? [];
    const offered: Readonly<Record<string, readonly string[]>> = {
      media: printer.media,
      sides: printer.sides,
      'print-color-mode': printer.colorModes,
      'print-scaling': printer.scalings,
    };
    const isRefused = job.some(({ name, values }) => {
      if (name === 'copies') return Number(values[0]) > printer.maxCopies;
      return offered[name] !== undefined && !offered[name].includes(String(values[0]));
    });
    return isRefused ? VALUES_NOT_SUPPORTED : null;
  }

  function printerGroup(): WireGroup {
    const uri = `ipp://127.0.0.1:${port}/ipp/print`;
    const attributes = [
      attribute(TAG.charset, 'charset-configured', 'utf-8'),
      attribute(TAG.charset, 'charset-supported', 'utf-8'),
      attribute(TAG.keyword, 'compression-supported', 'none'),
      attribute(TAG.mimeMediaType, 'document-format-default', printer.formats[0] ?? 'application/octet-stream'),
      attribute(TAG.mimeMediaType, 'document-format-supported', ...printer.formats),
      attribute(TAG.naturalLanguage, 'generated-natural-language-supported', 'en'),
      attribute(TAG.keyword, 'ipp-versions-supported', '1.1', '2.0'),
      attribute(TAG.naturalLanguage, 'natural-language-configured', 'en'),
      attribute(TAG.enum, 'operations-supported', ...printer.operations.map((name) => OPERATIONS[name])),
      attribute(TAG.keyword, 'pdl-override-supported', 'attempted'),
      attribute(TAG.text, 'printer-info', 'Fake printer'),
      attribute(TAG.boolean, 'printer-is-accepting-jobs', printer.accepting),
      attribute(TAG.text, 'printer-location', 'Test'),
      attribute(TAG.text, 'printer-make-and-model', 'Homeward Fake'),
      attribute(TAG.uri, 'printer-more-info', `http://127.0.0.1:${port}/`),
      attribute(TAG.name, 'printer-name', 'fake'),
      attribute(TAG.enum, 'printer-state', PRINTER_STATES[printer.state]),
      attribute(TAG.keyword, 'printer-state-reasons', ...printer.reasons),
      attribute(TAG.integer, 'printer-up-time', upTimeSeconds()),
      attribute(TAG.uri, 'printer-uri-supported', uri),
      attribute(TAG.uri, 'device-uri', ...(printer.deviceUri === null ? [] : [printer.deviceUri])),
      attribute(TAG.octetString, 'printer-input-tray', ...printer.trays.map((tray) => Buffer.from(tray))),
      attribute(TAG.keyword, 'media-ready', ...printer.mediaReady),
      attribute(TAG.keyword, 'notify-pull-method-supported', 'ippget'),
      attribute(TAG.integer, 'queued-job-count', jobs.filter((job) => !FINISHED.includes(job.step.state)).length),
      attribute(TAG.keyword, 'uri-authentication-supported', 'requesting-user-name'),
      attribute(TAG.keyword, 'uri-security-supported', 'none'),
      attribute(TAG.rangeOfInteger, 'copies-supported', [1, printer.maxCopies]),
      attribute(TAG.integer, 'copies-default', 1),
      attribute(TAG.keyword, 'media-supported', ...printer.media),
      attribute(TAG.keyword, 'sides-supported', ...printer.sides),
      attribute(TAG.keyword, 'print-color-mode-supported', ...printer.colorModes),
      attribute(TAG.keyword, 'print-scaling-supported', ...printer.scalings),
      attribute(TAG.beginCollection, 'media-col-default', [
        attribute(TAG.beginCollection, 'media-size', [
          attribute(TAG.integer, 'x-dimension', 21590),
          attribute(TAG.integer, 'y-dimension', 27940),
        ]),
        attribute(TAG.keyword, 'media-type', 'stationery'),
      ]),
    ];
    return { tag: TAG.printerGroup, attributes };
  }

  function jobGroup(job: MutableJob): WireGroup {
    return {
      tag: TAG.jobGroup,
      attributes: [
        attribute(TAG.uri, 'job-uuid', job.uuid),
        attribute(TAG.uri, 'job-uri', `ipp://127.0.0.1:${port}/ipp/print/${job.id}`),
        attribute(TAG.integer, 'job-id', job.id),
        attribute(TAG.enum, 'job-state', JOB_STATES[job.step.state]),
        attribute(TAG.keyword, 'job-state-reasons', ...(job.step.reasons ?? ['none'])),
        attribute(TAG.name, 'job-name', job.name),
        attribute(TAG.name, 'job-originating-user-name', job.user),
        attribute(TAG.uri, 'job-printer-uri', `ipp://127.0.0.1:${port}/ipp/print`),
        attribute(TAG.integer, 'job-printer-up-time', upTimeSeconds()),
        moment('time-at-creation', job.createdAt),
        moment('time-at-processing', job.startedAt),
        moment('time-at-completed', job.finishedAt),
      ],
    };
  }
}

/** Names and syntaxes from the future (RFC 8010 §3.5.2: skip them). */
const STRANGE_ATTRIBUTES: readonly WireAttribute[] = [
  attribute(TAG.keyword, 'x-hologram-supported', 'yes', 'no'),
  attribute(0x3f, 'x-strange-syntax', Buffer.from('AB')),
  attribute(0x7f, 'x-extended-syntax', Buffer.from([0x40, 0, 0, 1, 9, 9])),
  attribute(TAG.noValue, 'x-nothing', Buffer.alloc(0)),
  attribute(TAG.textWithLanguage, 'x-text', Buffer.from([0, 2, 0x65, 0x6e, 0, 2, 0x68, 0x69])),
  attribute(TAG.dateTime, 'x-date', Buffer.alloc(11)),
  attribute(TAG.beginCollection, 'x-collection', [attribute(TAG.integer, 'printer-state', 5)]),
];

function moment(name: string, seconds: number | null): WireAttribute {
  return seconds === null ? attribute(TAG.noValue, name, Buffer.alloc(0)) : attribute(TAG.integer, name, seconds);
}

function operationName(code: number): FakeOperation | undefined {
  return (Object.keys(OPERATIONS) as FakeOperation[]).find((name) => OPERATIONS[name] === code);
}

function read(request: WireRequest, name: string): WireValue | undefined {
  return request.groups[0]?.attributes.find((candidate) => candidate.name === name)?.values[0];
}

function wanted(request: WireRequest, group: WireGroup, byDefault: readonly string[] = ['all']): WireGroup {
  const asked = request.groups[0]?.attributes.find(({ name }) => name === 'requested-attributes');
  const names = asked?.values ?? byDefault;
  const isAll = names.some((name) => ATTRIBUTE_GROUPS.includes(String(name)));
  return isAll ? group : { ...group, attributes: group.attributes.filter(({ name }) => names.includes(name)) };
}

/** What RFC 8011 §4.1 and RFC 8010 forbid in any request. */
function flawOf(request: WireRequest): { readonly status: number; readonly text: string } | null {
  if (request.version[0] < 1 || request.version[0] > 2) {
    return { status: VERSION_NOT_SUPPORTED, text: `version ${request.version.join('.')}` };
  }
  if (request.requestId <= 0) return bad(`request-id ${request.requestId}`);
  if (request.groups[0]?.tag !== TAG.operationGroup) return bad('operation attributes are not first');
  const [charset, language, target] = request.groups[0].attributes;
  if (charset?.name !== 'attributes-charset') return bad('attributes-charset is not first');
  if (language?.name !== 'attributes-natural-language') return bad('attributes-natural-language is not second');
  if (target?.name !== 'printer-uri' && target?.name !== 'job-uri') return bad('printer-uri is not third');
  if (charset.values[0] !== 'utf-8') return { status: CHARSET_NOT_SUPPORTED, text: String(charset.values[0]) };
  for (const group of request.groups) {
    const names = group.attributes.map(({ name }) => name);
    if (new Set(names).size !== names.length) return bad('an attribute comes twice');
    const wrong = group.attributes.find(({ name, tag }) => SYNTAX[name] !== undefined && SYNTAX[name] !== tag);
    if (wrong !== undefined) return bad(`${wrong.name} has syntax 0x${wrong.tag.toString(16)}`);
  }
  return null;

  function bad(text: string): { readonly status: number; readonly text: string } {
    return { status: BAD_REQUEST, text };
  }
}
