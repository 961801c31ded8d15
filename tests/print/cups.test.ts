/** The ipp adapter against a real CUPS scheduler. */
import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  findQueues,
  inspectQueue,
  makePrinter,
  type JobState,
  type PrintDocument,
  type PrinterPort,
  type SubmittedJob,
} from '../../src/printer';
import { printLabMissing, startPrintLab, type PrintLab, type Received } from '../support/print-lab';
import { smallPdf } from '../support/print-lab/small-pdf';

const run = promisify(execFile);
const missing = printLabMissing();
const title = missing === null ? 'printing to a real CUPS queue' : `SKIPPED, printing to a real CUPS queue: ${missing}`;

describe.skipIf(missing !== null)(title, { timeout: 60_000 }, () => {
  let lab: PrintLab;
  let printer: PrinterPort;

  beforeAll(async () => {
    lab = await startPrintLab();
    printer = printerAt(lab.queueUri);
  }, 60_000);

  afterAll(() => lab.stop());

  it('says that the queue is ready and what it offers', async () => {
    expect(await printer.status()).toEqual({
      readiness: 'ready',
      reasons: [],
      because: [],
      offers: {
        papers: ['letter', 'a4'],
        twoSided: true,
        maxCopies: 9999,
        colorModes: ['monochrome', 'color'],
        trueSize: true,
      },
    });
  });

  it('is found, and what could go wrong with it is told to whoever sets it up', async () => {
    expect(await findQueues(`ipp://${lab.server}`)).toEqual({ ok: true, value: [lab.queueUri] });
    const inspected = await inspectQueue(lab.queueUri);
    // The lab's queue gives failed jobs up, and ends in no device that could be asked.
    expect(inspected.ok ? inspected.value.map(({ fix }) => fix) : inspected).toEqual([
      expect.stringContaining('driverless queue'),
    ]);
    expect(await inspectQueue(lab.queueUri.replace('kiosk', 'nowhere'))).toMatchObject({
      ok: false,
      error: { code: 'no-such-queue' },
    });
  });

  it('brings the text to the tray and follows the job to sent', async () => {
    const before = await lab.received();
    const job = await submit(printer, { pdf: smallPdf('Call the case manager today', 'Page two') });
    const states: JobState[] = [];
    const outcome = await printer.follow(job, (state) => states.push(state));

    expect(outcome).toEqual({ state: 'sent', reasons: [] });
    expect(states.at(-1)).toEqual(outcome);
    const arrived = (await lab.received()).slice(before.length);
    expect(arrived).toHaveLength(1);
    expect(await textOf(arrived[0])).toEqual('Call the case manager today\n\n\fPage two\n\n\f');
  });

  it('has copies, paper and two sides taken as asked', async () => {
    const before = await lab.received();
    const job = await submit(printer, {
      copies: 2,
      paper: 'a4',
      sides: 'two-sided-long-edge',
      color: 'monochrome',
    });
    expect(job).toMatchObject({ copies: 2, paper: 'a4', sides: 'two-sided-long-edge' });
    expect((await printer.follow(job, () => undefined)).state).toBe('sent');
    const [arrived] = (await lab.received()).slice(before.length);
    expect(arrived?.copies).toBe(2);
    expect(arrived?.options).toMatch(/Duplex=DuplexNoTumble/);
    expect(arrived?.options).toMatch(/PageSize=A4/);
    expect(arrived?.options).toMatch(/ColorModel=Gray/);
    expect(arrived?.options).toMatch(/print-scaling=none/);
  });

  it('prints in the order of submitting', async () => {
    const before = await lab.received();
    const words = ['first', 'second', 'third'];
    const jobs: SubmittedJob[] = [];
    for (const word of words) jobs.push(await submit(printer, { pdf: smallPdf(word) }));
    for (const job of jobs) expect((await printer.follow(job, () => undefined)).state).toBe('sent');
    const arrived = (await lab.received()).slice(before.length);
    expect((await Promise.all(arrived.map(textOf))).map((text) => text.trim())).toEqual(words);
  });

  it('cancels a job that waits in a paused queue, and nothing comes out later', async () => {
    const before = await lab.received();
    await lab.pauseQueue();
    expect(await printer.status()).toMatchObject({
      readiness: 'attention',
      reasons: [{ keyword: 'paused' }],
    });
    const job = await submit(printer);
    const states: JobState[] = [];
    const following = printer.follow(job, (state) => {
      states.push(state);
      if (state.state === 'attention') void printer.cancel(job);
    });
    expect(await following).toEqual({ state: 'cancelled' });
    expect(states.map(({ state }) => state)).toEqual(['attention', 'cancelled']);

    await lab.resumeQueue();
    const next = await submit(printer, { pdf: smallPdf('the next person') });
    expect((await printer.follow(next, () => undefined)).state).toBe('sent');
    const arrived = (await lab.received()).slice(before.length);
    expect((await Promise.all(arrived.map(textOf))).map((text) => text.trim())).toEqual(['the next person']);
    expect(await printer.cancel(job)).toEqual({ ok: true, value: 'already-finished' });
  });

  it('cancels what is not done by its deadline', async () => {
    const before = await lab.received();
    await lab.pauseQueue();
    const hasty = printerAt(lab.queueUri, { jobDeadlineMs: 300 });
    const job = await submit(hasty);
    expect(await hasty.follow(job, () => undefined)).toEqual({
      state: 'failed',
      why: 'too-slow',
      reasons: [],
    });
    await lab.resumeQueue();
    expect(await hasty.follow(job, () => undefined)).toEqual({ state: 'cancelled' });
    expect(await lab.received()).toEqual(before);
  });

  it('reports a document that CUPS cannot read as failed, and leaves nothing in the queue', async () => {
    const job = await submit(printer, { pdf: Buffer.from('%PDF-1.4\nthis is no document') });
    const outcome = await printer.follow(job, () => undefined);
    expect(outcome).toMatchObject({ state: 'failed' });
    const { stdout } = await run('lpstat', ['-h', lab.server, '-W', 'not-completed', '-o', 'kiosk']);
    expect(stdout).toBe('');
  });

  it('names a job it does not know as forgotten', async () => {
    const job: SubmittedJob = {
      id: '4711',
      copies: 1,
      sides: 'one-sided',
      paper: 'letter',
      reasonsBefore: [],
    };
    expect(await printer.follow(job, () => undefined)).toEqual({ state: 'unknown', why: 'job-forgotten' });
  });

  it('says so when the queue does not exist', async () => {
    const nowhere = printerAt(lab.queueUri.replace('kiosk', 'nowhere'));
    expect(await nowhere.status()).toMatchObject({
      readiness: 'unavailable',
      failure: { code: 'no-such-queue' },
    });
    const submitted = await nowhere.submit(documentOf());
    expect(submitted).toMatchObject({ ok: false, error: { code: 'no-such-queue', mayStillPrint: false } });
  });

  it('says so when the scheduler is down, loses no contact for ever, and comes back', async () => {
    await lab.pauseQueue();
    const job = await submit(printer);
    await lab.stopScheduler();
    try {
      expect(await printer.status()).toMatchObject({
        readiness: 'unavailable',
        failure: { code: 'unreachable' },
      });
      expect(await printer.submit(documentOf())).toMatchObject({
        ok: false,
        error: { code: 'unreachable', mayStillPrint: false },
      });
      expect(await printer.follow(job, () => undefined)).toEqual({ state: 'unknown', why: 'lost-contact' });
      expect(await printer.cancel(job)).toMatchObject({ ok: false, error: { code: 'unreachable' } });
    } finally {
      await lab.startScheduler();
    }
    expect(await printer.cancel(job)).toEqual({ ok: true, value: 'cancelled' });
    await lab.resumeQueue();
    expect(await printer.status()).toMatchObject({ readiness: 'ready' });
  });
});

function printerAt(uri: string, limits: { readonly jobDeadlineMs?: number } = {}): PrinterPort {
  const made = makePrinter({ kind: 'ipp', uri }, { limits: { pollMs: 100, lostAfterMs: 500, ...limits } });
  if (!made.ok) throw new Error(made.error.detail);
  return made.value;
}

function documentOf(change: Partial<PrintDocument> = {}): PrintDocument {
  const pdf = smallPdf('Homeward');
  return { pdf, jobName: 'Homeward pages', copies: 1, paper: 'letter', sides: 'one-sided', ...change };
}

async function submit(printer: PrinterPort, change: Partial<PrintDocument> = {}): Promise<SubmittedJob> {
  const submitted = await printer.submit(documentOf(change));
  if (!submitted.ok) throw new Error(`${submitted.error.code}: ${submitted.error.detail}`);
  return submitted.value;
}

async function textOf(arrived: Received | undefined): Promise<string> {
  if (arrived === undefined) throw new Error('nothing came out');
  return (await run('pdftotext', [arrived.pdf, '-'])).stdout;
}
