/**
 * A printer for faults that a real one cannot produce on demand. It speaks IPP over HTTP on loopback, reads requests
 * strictly, and misbehaves as scripted: `setFault`, `setPrinter`, `scriptJobs`. A job takes one step at each
 * Get-Job-Attributes, so tests do not wait.
 */
import type { IncomingMessage, ServerResponse } from 'node:http';
import { decodeRequest, type WireRequest } from './codec';
import { Device } from './device';
import type { FakeFault, FakeJob, FakeJobStep, FakeOperation, FakePrinterState } from './model';
import { answer, type Reply } from './operations';
import { flawOf, operationOf } from './request';
import { bodyOf, respond, Timers } from './respond';
import { startServer } from './server';

export { ALL_OPERATIONS } from './model';
export type { FakeFault, FakeJob, FakeJobStep, FakeOperation, FakePrinterState } from './model';

export interface FakePrinter {
  readonly uri: string;
  readonly jobs: readonly FakeJob[];
  /** The documents that came out, in order. */
  readonly printed: readonly Buffer[];
  /** Operations in the order in which they arrived. */
  readonly requests: readonly string[];
  /** What a strict printer found wrong with the requests. */
  readonly violations: readonly string[];
  setPrinter(change: Partial<FakePrinterState>): void;
  setFault(operation: FakeOperation | 'any', fault: FakeFault | null): void;
  /** Repairs everything: state, faults, and the steps of waiting and future jobs. */
  fix(): void;
  /** Sets the steps of future jobs; a job stays at the last one. */
  scriptJobs(...steps: readonly FakeJobStep[]): void;
  /** Refuses connections until it is switched on again, on the same port. */
  switchOff(): Promise<void>;
  switchOn(): Promise<void>;
  /** Forgets its jobs and numbers them from 1 again, as after a restart. */
  forgetJobs(): void;
  /** Adds a waiting job of another kiosk, or of a program that crashed. */
  addJob(user: string): FakeJob;
  /** Ends a job immediately. */
  end(id: number, state: 'canceled' | 'aborted' | 'completed'): void;
  stop(): Promise<void>;
}

export async function startFakePrinter(): Promise<FakePrinter> {
  const device = new Device();
  const faults = new Map<FakeOperation | 'any', FakeFault>();
  const requests: string[] = [];
  const violations: string[] = [];
  const timers = new Timers();
  const server = await startServer(receive, (chunk) => {
    const fault = faults.get('any') ?? faults.get('Send-Document') ?? faults.get('Print-Job');
    return fault?.kind === 'cut-mid-document' && chunk.includes('%PDF-');
  });
  const { uri } = server;

  return {
    uri,
    jobs: device.jobs,
    printed: device.printed,
    requests,
    violations,
    setPrinter: (change) => {
      device.printer = { ...device.printer, ...change };
    },
    setFault: (operation, fault) => {
      if (fault === null) faults.delete(operation);
      else faults.set(operation, fault);
    },
    fix: () => {
      device.fix();
      faults.clear();
    },
    scriptJobs: (...steps) => {
      device.script = steps;
    },
    switchOff,
    switchOn: server.switchOn,
    forgetJobs: () => device.forgetJobs(),
    end: (id, state) => {
      const job = device.find(id);
      if (job !== undefined) device.enter(job, { state });
    },
    addJob: (user) => {
      const job = device.addJob({ name: 'Somebody else', user, asked: {}, document: Buffer.alloc(0) });
      job.steps = [];
      return job;
    },
    stop: switchOff,
  };

  async function switchOff(): Promise<void> {
    timers.clear();
    await server.switchOff();
  }

  function receive(bytes: Buffer, http: IncomingMessage, response: ServerResponse): void {
    const request = readRequest(bytes, http);
    if (typeof request === 'string') {
      violations.push(request);
      response.writeHead(400).end();
      return;
    }
    const operation = operationOf(request);
    requests.push(operation ?? `0x${request.operation.toString(16)}`);
    const fault = (operation && faults.get(operation)) ?? faults.get('any');
    if (fault?.kind === 'http') {
      response.writeHead(fault.status).end('no');
      return;
    }
    const reply = fault?.kind === 'status' ? { status: fault.status } : strictAnswer(request, operation);
    respond(response, bodyOf(request, reply, fault), fault, timers);
  }

  function strictAnswer(request: WireRequest, operation: FakeOperation | undefined): Reply {
    const flaw = flawOf(request);
    if (flaw === null) return answer({ device, uri, request }, operation);
    violations.push(flaw.text);
    return { status: flaw.status };
  }
}

/** The request, or what is wrong with it. */
function readRequest(bytes: Buffer, http: IncomingMessage): WireRequest | string {
  if (http.method !== 'POST' || http.headers['content-type'] !== 'application/ipp') {
    return `${http.method} with ${http.headers['content-type'] ?? 'no content type'}`;
  }
  try {
    return decodeRequest(bytes);
  } catch (error) {
    return String(error);
  }
}
