import type { Clock } from '../../basics/clock';
import { beforeEach, describe, expect, test, vi } from 'vitest';
import { sheetsOf } from '../../contract/sheets';
import type { InputOf, StateOf } from '../../contract/table';
import type { JobOutcome, JobState, PrintDocument, PrinterPort, Sides, SubmitFailure } from '../../printer';
import type { MachineEvent } from '../events';
import { makePackets, type Packets } from '../pages/packets';
import { makePrinting, type Printing } from './printing';
import { makeQueue, type Queue } from './queue';

/** A printer in the test's hand: each answer waits until the test gives it. */
class HandPrinter implements PrinterPort {
  readonly kind = 'ipp';
  readonly documents: PrintDocument[] = [];
  readonly cancelled: string[] = [];
  refusal: SubmitFailure | null = null;
  /** While set, the printer takes nothing and refuses nothing. */
  handOver: Promise<void> | null = null;
  cancelFails = 0;
  /** What was cleared from the queue, and what failed first. */
  purges = 0;
  purgeFails = 0;
  leftovers = 0;
  onlyOneSide = false;
  cannotWithdraw = false;
  tell: (state: JobState) => void = () => undefined;
  private end: (outcome: JobOutcome) => void = () => undefined;

  async status() {
    return { readiness: 'unavailable', reasons: [], failure: { code: 'busy', detail: '' } } as const;
  }
  async submit(document: PrintDocument) {
    this.documents.push(document);
    if (this.handOver !== null) await this.handOver;
    if (this.refusal !== null) return { ok: false, error: this.refusal } as const;
    const { copies, paper } = document;
    const sides = this.onlyOneSide ? 'one-sided' : document.sides;
    return { ok: true, value: { id: String(this.documents.length), copies, sides, paper, reasonsBefore: [] } } as const;
  }
  follow(_job: unknown, onState: (state: JobState) => void): Promise<JobOutcome> {
    this.tell = onState;
    return new Promise((resolve) => {
      this.end = resolve;
    });
  }
  finish(outcome: JobOutcome): void {
    this.tell(outcome);
    this.end(outcome);
  }
  async cancel({ id }: { id: string }) {
    if (this.cannotWithdraw) return { ok: false, error: { code: 'cannot-withdraw', detail: 'gone' } } as const;
    if (this.cancelFails > 0) {
      this.cancelFails -= 1;
      return { ok: false, error: { code: 'unreachable', detail: 'no route' } } as const;
    }
    this.cancelled.push(id);
    return { ok: true, value: 'cancelled' } as const;
  }
  async purge() {
    if (this.purgeFails > 0) {
      this.purgeFails -= 1;
      return { ok: false, error: { code: 'unreachable', detail: 'no route' } } as const;
    }
    this.purges += 1;
    const cancelled = this.leftovers;
    this.leftovers = 0;
    return { ok: true, value: { cancelled, wiped: 0, isDone: true } } as const;
  }
}

const PAPER_OUT = {
  keyword: 'media-empty',
  trouble: 'paper-out',
  severity: 'error',
  raw: 'media-empty-error',
} as const;
const SENT: JobOutcome = { state: 'sent', reasons: [] };

let printer: HandPrinter;
let packets: Packets;
let printing: Printing;
let queue: Queue;
let visits = 0;
let states: StateOf<'job'>[] = [];
let events: MachineEvent[] = [];
let slept: number[] = [];
let requests = 0;

const clock: Clock = {
  nowMs: () => 0,
  sleep: async (durationMs) => {
    slept.push(durationMs);
  },
};

beforeEach(() => {
  printer = new HandPrinter();
  states = [];
  events = [];
  slept = [];
  visits = 0;
  queue = makeQueue({ printer, clock, log });
  begin();
});

/** A person comes, and has a packet made: `packet-1-1` for the first. */
function begin(sides: Sides = 'one-sided', pages = 6): void {
  visits += 1;
  packets = makePackets(visits);
  printing = makePrinting({
    visit: visits,
    queue,
    printer,
    findPacket: packets.find,
    paper: 'letter',
    sides,
    maxReprints: 2,
    publish: (job) => void states.push(job),
    log,
  });
  const only = async (wanted: readonly number[]): Promise<Uint8Array> => new TextEncoder().encode(wanted.join());
  packets.keep({ pdf: new TextEncoder().encode('all'), documents: [], pages, only });
}

function log(event: MachineEvent): void {
  events.push(event);
}

function submit(part: Partial<InputOf<'print.submit'>> = {}): ReturnType<Printing['submit']> {
  requests += 1;
  return printing.submit({ requestId: `r${requests}`, packet: `packet-${visits}-1`, copies: 1, pages: null, ...part });
}

async function printOnce(part: Partial<InputOf<'print.submit'>> = {}): ReturnType<Printing['submit']> {
  const answer = await submit(part);
  printer.finish(SENT);
  return answer;
}

/** Waits until the printer was given so many documents. */
function handedOver(count: number): Promise<void> {
  return vi.waitFor(() => expect(printer.documents).toHaveLength(count), { interval: 1 });
}

function lastState(): StateOf<'job'> | undefined {
  return states.at(-1);
}

describe('a packet on its way to paper', () => {
  test('is told from the touch to the end, with its sheets, under a name that says nobody', async () => {
    expect(await submit({ copies: 2, requestId: 'mine' })).toEqual({ ok: true, value: {} });
    printer.tell({ state: 'sending' });
    printer.tell({ state: 'attention', reasons: [PAPER_OUT] });
    printer.finish(SENT);
    expect(states.map(({ phase, reason, sheets }) => `${phase} ${reason} ${sheets}`)).toEqual([
      'queued null 12',
      'sending null 12',
      'attention paper-out 12',
      'sent null 12',
    ]);
    expect(lastState()).toMatchObject({ request: 'mine', job: 'job-1-1', packet: 'packet-1-1', came: null });
    expect(printer.documents).toMatchObject([{ jobName: 'Homeward pages', copies: 2, sides: 'one-sided' }]);
  });

  test('pressed twice is one job', async () => {
    const [one, other] = await Promise.all([submit({ requestId: 'same' }), submit({ requestId: 'same' })]);
    expect(one).toEqual(other);
    expect(printer.documents).toHaveLength(1);
  });

  test('asked for again while one is open is refused as busy, and hears no more of the open one', async () => {
    await submit();
    expect(await submit({ requestId: 'again' })).toEqual({ ok: true, value: {} });
    const busy = { phase: 'refused', request: 'again', reason: 'busy', job: null, packet: null };
    expect(lastState()).toMatchObject(busy);
    printer.finish(SENT);
    expect(lastState()).toMatchObject(busy);
    expect(printer.documents).toHaveLength(1);
    expect(await submit()).toMatchObject({ ok: true });
    expect(lastState()).toMatchObject({ phase: 'queued', job: 'job-1-2' });
  });

  test('that nobody prepared, or a page that it does not have, is an error and changes nothing', async () => {
    await submit();
    const told = states.length;
    const unknown = { ok: false, error: { code: 'unknown-packet' } };
    expect(await submit({ packet: 'packet-1-9', requestId: 'mine' })).toEqual(unknown);
    expect(await submit({ pages: [7] })).toEqual({ ok: false, error: { code: 'no-such-page' } });
    expect(states).toHaveLength(told);
    expect(printer.documents).toHaveLength(1);
    printer.finish(SENT);
    expect(lastState()).toMatchObject({ phase: 'sent', job: 'job-1-1' });
    expect(await submit({ requestId: 'mine' })).toMatchObject({ ok: true });
    expect(lastState()).toMatchObject({ phase: 'queued', request: 'mine' });
  });

  test('that the printer does not take is said so, and can be tried again', async () => {
    printer.refusal = { code: 'unreachable', detail: 'no route', mayStillPrint: false };
    expect(await submit()).toEqual({ ok: true, value: {} });
    expect(lastState()).toMatchObject({ phase: 'failed', reason: 'unreachable' });
    printer.refusal = null;
    expect(await submit()).toMatchObject({ ok: true });
    expect(lastState()).toMatchObject({ phase: 'queued', reprintsLeft: 2 });
  });

  test('that may have gone out on a cut line is not sent again blindly: the person is asked', async () => {
    printer.refusal = { code: 'connection-cut', detail: 'reset', mayStillPrint: true };
    expect(await submit()).toMatchObject({ ok: true });
    expect(lastState()).toMatchObject({ phase: 'unknown', reason: 'connection-cut' });
  });

  test('comes out again with the missing pages only, twice at most', async () => {
    await printOnce();
    expect(await printOnce({ pages: [5, 2, 5] })).toMatchObject({ ok: true });
    expect(new TextDecoder().decode(printer.documents[1]?.pdf)).toBe('2,5');
    expect(lastState()).toMatchObject({ phase: 'sent', reprintsLeft: 1, sheets: 2 });
    expect(await printOnce()).toMatchObject({ ok: true });
    expect(lastState()).toMatchObject({ reprintsLeft: 0 });
    expect(await submit()).toEqual({ ok: true, value: {} });
    expect(lastState()).toMatchObject({ phase: 'refused', reason: 'too-many-reprints', job: null });
    expect(printer.documents).toHaveLength(3);
  });

  test('that failed does not count as printed', async () => {
    for (let tries = 0; tries < 4; tries += 1) {
      expect(await submit()).toMatchObject({ ok: true });
      printer.finish({ state: 'failed', why: 'aborted', reasons: [] });
    }
    expect(lastState()).toMatchObject({ phase: 'failed', reason: 'aborted', reprintsLeft: 2 });
  });

  test('can be cancelled, before and after the printer took it; twice does no harm', async () => {
    await submit();
    expect(await printing.cancel({ job: 'job-1-1' })).toEqual({ ok: true, value: {} });
    printer.finish({ state: 'cancelled' });
    expect(printer.cancelled).toEqual(['1']);
    expect(lastState()).toMatchObject({ phase: 'cancelled' });
    expect(await printing.cancel({ job: 'job-1-1' })).toEqual({ ok: true, value: {} });
    expect(printer.cancelled).toEqual(['1']);
    expect(await printing.cancel({ job: 'job-1-9' })).toEqual({ ok: false, error: { code: 'unknown-job' } });

    const gate = gateway<void>();
    printer.handOver = gate.promise;
    const answer = submit();
    await handedOver(2);
    await printing.cancel({ job: 'job-1-2' });
    gate.resolve();
    await answer;
    expect(printer.cancelled).toEqual(['1', '2']);
    expect(lastState()).toMatchObject({ phase: 'cancelled', job: 'job-1-2' });
  });
});

describe('the count check', () => {
  test.each(['all', 'some', 'none'] as const)('is kept and told: %s', async (came) => {
    await printOnce();
    expect(printing.counted({ job: 'job-1-1', came })).toEqual({ ok: true, value: {} });
    expect(lastState()).toMatchObject({ phase: 'sent', came, sheets: 6 });
  });

  test('is final, but "some" may be corrected: naming the missing pages has a way back', async () => {
    await printOnce();
    printing.counted({ job: 'job-1-1', came: 'some' });
    expect(printing.counted({ job: 'job-1-1', came: 'some' })).toEqual(refusedAs('counted-already'));
    expect(printing.counted({ job: 'job-1-1', came: 'all' })).toEqual({ ok: true, value: {} });
    for (const came of ['all', 'some', 'none'] as const)
      expect(printing.counted({ job: 'job-1-1', came })).toEqual(refusedAs('counted-already'));
    expect(lastState()).toMatchObject({ came: 'all' });
  });

  test('of a job that is still on its way, failed, or was never made is refused, and nothing is lost', async () => {
    expect(printing.counted({ job: 'job-1-1', came: 'all' })).toEqual(refusedAs('unknown-job'));
    await submit();
    printer.tell({ state: 'sending' });
    expect(printing.counted({ job: 'job-1-1', came: 'all' })).toEqual(refusedAs('not-countable'));
    expect(printing.counted({ job: 'job-1-9', came: 'all' })).toEqual(refusedAs('unknown-job'));
    expect(lastState()).toMatchObject({ phase: 'sending', came: null });
    printer.finish({ state: 'failed', why: 'aborted', reasons: [] });
    expect(printing.counted({ job: 'job-1-1', came: 'all' })).toEqual(refusedAs('not-countable'));
    expect(lastState()).toMatchObject({ phase: 'failed', came: null });
  });

  test('is of the newest job alone', async () => {
    await printOnce();
    await printOnce({ pages: [2] });
    expect(printing.counted({ job: 'job-1-1', came: 'all' })).toEqual(refusedAs('unknown-job'));
    expect(lastState()).toMatchObject({ job: 'job-1-2', came: null });
  });

  test('stays true while a printer that needed help gives the job back, or when it is unknown what came out', async () => {
    await submit();
    printer.tell({ state: 'attention', reasons: [PAPER_OUT] });
    void printing.cancel({ job: 'job-1-1' });
    printer.tell({ state: 'sending' });
    expect(printing.counted({ job: 'job-1-1', came: 'all' })).toEqual({ ok: true, value: {} });
    printer.finish({ state: 'cancelled' });
    expect(lastState()).toMatchObject({ phase: 'cancelled', came: 'all' });
    await submit();
    printer.finish({ state: 'unknown', why: 'with-errors' });
    expect(printing.counted({ job: 'job-1-2', came: 'none' })).toEqual({ ok: true, value: {} });
  });

  test('is nobody’s after the person went', async () => {
    await printOnce();
    printing.end();
    const told = states.length;
    printing.counted({ job: 'job-1-1', came: 'all' });
    expect(states).toHaveLength(told);
  });
});

describe('when the person goes', () => {
  test('an open job is withdrawn, and nothing of it is told to the next', async () => {
    await submit();
    printing.end();
    await queue.settled();
    expect(printer.cancelled).toEqual(['1']);
    const told = states.length;
    printer.finish(SENT);
    expect(states).toHaveLength(told);
  });

  test('a job that is just being handed over is withdrawn as soon as the printer has it', async () => {
    const gate = gateway<void>();
    printer.handOver = gate.promise;
    const answer = submit();
    await handedOver(1);
    printing.end();
    gate.resolve();
    await answer;
    await queue.settled();
    expect(printer.cancelled).toEqual(['1']);
    expect(lastState()).toMatchObject({ phase: 'queued' });
  });

  test('a printer that cannot be reached is told again until it is', async () => {
    await submit();
    printer.cancelFails = 2;
    printing.end();
    await queue.settled();
    expect(printer.cancelled).toEqual(['1']);
    expect(slept).toEqual([2_000, 2_000]);
    expect(events.map((event) => event.kind)).toEqual(['cancel-failed', 'cancel-failed']);
  });

  test('a job that has ended is left alone, and the next person may print at once', async () => {
    await printOnce();
    printing.end();
    begin();
    expect(await submit({ packet: 'packet-1-1' })).toEqual({ ok: false, error: { code: 'unknown-packet' } });
    expect(await submit()).toMatchObject({ ok: true });
    expect(printer.cancelled).toEqual([]);
  });
});

describe('sheets of paper', () => {
  test('are half as many on both sides, and as many as the printer really makes', async () => {
    expect([1, 2, 5, 6].map((pages) => sheetsOf(pages, true))).toEqual([1, 1, 3, 3]);
    expect(sheetsOf(5, false)).toBe(5);
    begin('two-sided-long-edge', 5);
    await submit({ copies: 2 });
    expect(lastState()).toMatchObject({ sheets: 6, twoSided: true });
    printer.finish(SENT);
    printer.onlyOneSide = true;
    await submit({ copies: 2, pages: [1, 4, 4] });
    printer.tell({ state: 'sending' });
    expect(lastState()).toMatchObject({ sheets: 4, twoSided: false });
  });
});

describe('the queue', () => {
  test('is cleared at the start, of what a crashed program left, before anything is handed over', async () => {
    printer.leftovers = 2;
    await submit();
    expect(printer.purges).toBe(1);
    expect(events).toEqual([{ kind: 'leftovers-cancelled', count: 2 }]);
    await queue.clear();
    expect(printer.purges, 'once is enough').toBe(1);
  });

  test('is cleared when the printer is back, told once that it was away, and never under an open job', async () => {
    printer.purgeFails = 3;
    await queue.clear();
    await queue.clear();
    expect(events.map(({ kind }) => kind)).toEqual(['purge-failed']);
    await submit();
    await queue.clear();
    expect(printer.purges).toBe(0);
    printer.finish(SENT);
    await queue.clear();
    expect(printer.purges).toBe(1);
  });

  test('is cleared after each person, and again when withdrawing had to be given up', async () => {
    await printOnce();
    printing.end();
    await queue.settled();
    expect(printer.purges).toBe(2);
    begin();
    await submit();
    printer.cancelFails = 5;
    printing.end();
    await queue.settled();
    await queue.clear();
    expect(printer.purges).toBe(4);
  });

  test('of a printer that can withdraw nothing is not asked again and again', async () => {
    await submit();
    printer.cannotWithdraw = true;
    printing.end();
    await queue.settled();
    expect(events).toEqual([{ kind: 'cancel-failed', code: 'cannot-withdraw', detail: 'gone' }]);
    expect(slept).toEqual([]);
  });
});

test('how a job went is logged in the printer’s own words, and names nobody', async () => {
  await submit();
  printer.tell({ state: 'attention', reasons: [PAPER_OUT] });
  printer.finish({ state: 'failed', why: 'aborted', reasons: [PAPER_OUT] });
  expect(events).toEqual([
    { kind: 'print-attention', reasons: ['media-empty-error'] },
    { kind: 'print-ended', outcome: 'failed', why: 'aborted', reasons: ['media-empty-error'] },
  ]);
  expect(lastState()).toMatchObject({ phase: 'failed', reason: 'paper-out' });
});

function refusedAs(code: string): unknown {
  return { ok: false, error: { code } };
}

/** A promise and the way to keep it (`Promise.withResolvers` is younger than Node 20). */
function gateway<Value>(): { readonly promise: Promise<Value>; readonly resolve: (value: Value) => void } {
  let resolve: (value: Value) => void = () => undefined;
  const promise = new Promise<Value>((keep) => {
    resolve = keep;
  });
  return { promise, resolve };
}
