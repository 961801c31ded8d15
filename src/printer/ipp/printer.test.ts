import type { Clock } from '../../basics/clock';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import {
  ALL_OPERATIONS,
  startFakePrinter,
  type FakeFault,
  type FakePrinter,
} from '../../../tests/support/fake-printer';
import { makePrinter, type IppLimits, type JobOutcome, type JobState } from '../index';
import type { Paper, PrintDocument, PrinterPort, SubmittedJob } from '../port';

const pdf = Buffer.from(`%PDF-1.7\n${'page '.repeat(40_000)}`);
const document: PrintDocument = {
  pdf,
  jobName: 'Homeward pages',
  copies: 1,
  paper: 'letter',
  sides: 'one-sided',
};

let fake: FakePrinter;
let clock: Clock & { readonly waitedMs: () => number };

beforeEach(async () => {
  fake = await startFakePrinter();
  clock = makeClock();
});

afterEach(() => fake.stop());

describe('status', () => {
  it('is ready with what the printer offers', async () => {
    expect(await at(fake).status()).toEqual({
      readiness: 'ready',
      reasons: [],
      because: [],
      offers: {
        papers: ['letter', 'a4'],
        twoSided: true,
        maxCopies: 99,
        colorModes: ['monochrome', 'color'],
        trueSize: true,
      },
    });
    expect(fake.violations).toEqual([]);
  });

  it.each([
    ['ready', 'processing', ['toner-low-warning']],
    ['ready', 'processing', ['cups-waiting-for-job-completed']],
    ['attention', 'processing', ['media-empty-warning', 'media-needed-warning']],
    ['ready', 'idle', ['media-empty-report']],
    ['attention', 'idle', ['x-unheard-of-error']],
    ['attention', 'stopped', ['none']],
    ['attention', 'stopped', ['paused']],
    ['attention', 'stopped', ['standby', 'cover-open-error']],
    ['waking', 'idle', ['standby']],
  ] as const)('is %s when %s with %j', async (readiness, state, reasons) => {
    fake.setPrinter({ state, reasons });
    expect((await at(fake).status()).readiness).toBe(readiness);
  });

  it('is unavailable when the queue takes no jobs, or no PDF', async () => {
    fake.setPrinter({ accepting: false });
    expect(await at(fake).status()).toMatchObject({ failure: { code: 'not-accepting-jobs' } });
    fake.setPrinter({ accepting: true, formats: ['image/pwg-raster'] });
    expect(await at(fake).status()).toMatchObject({ failure: { code: 'document-refused' } });
    expect(await at(fake).submit(document)).toMatchObject({ ok: false, error: { mayStillPrint: false } });
    expect(fake.jobs).toEqual([]);
  });

  it('is unavailable when nothing listens there', async () => {
    await fake.switchOff();
    expect(await at(fake).status()).toMatchObject({
      readiness: 'unavailable',
      failure: { code: 'unreachable' },
    });
  });
});

/** Bad answers, and the code that each one gets. */
const BAD_ANSWERS: readonly (readonly [string, FakeFault, string])[] = [
  ['cut off', { kind: 'cut' }, 'connection-cut'],
  ['silent', { kind: 'silent' }, 'timed-out'],
  ['that drips forever', { kind: 'drip', delayMs: 20 }, 'timed-out'],
  ['garbage', { kind: 'garbage' }, 'unreadable-answer'],
  ['not HTTP', { kind: 'not-http' }, 'unreadable-answer'],
  ['with a negative length', { kind: 'negative-length' }, 'unreadable-answer'],
  ['truncated inside IPP', { kind: 'truncated', where: 'ipp' }, 'unreadable-answer'],
  ['truncated inside HTTP', { kind: 'truncated', where: 'http' }, 'connection-cut'],
  ['oversized', { kind: 'oversized', bytes: 5_000_000 }, 'unreadable-answer'],
  ['to another request', { kind: 'wrong-request-id' }, 'unreadable-answer'],
  ['HTTP 404', { kind: 'http', status: 404 }, 'unreadable-answer'],
  ['HTTP 401', { kind: 'http', status: 401 }, 'refused'],
  ['HTTP 426', { kind: 'http', status: 426 }, 'refused'],
  ['not found', { kind: 'status', status: 0x0406 }, 'no-such-queue'],
  ['busy', { kind: 'status', status: 0x0507 }, 'busy'],
  ['an internal error', { kind: 'status', status: 0x0500 }, 'refused'],
  ['an unknown status', { kind: 'status', status: 0x05ff }, 'refused'],
];

describe.each(BAD_ANSWERS)('an answer %s', (_name, fault, code) => {
  // A short limit only where no answer comes: on a busy machine a real answer may take longer.
  const limits = code === 'timed-out' ? { answerTimeoutMs: 150, sendTimeoutMs: 150 } : {};

  it('is an error from status and submit', async () => {
    fake.setFault('any', fault);
    const printer = at(fake, limits);
    expect(await printer.status()).toMatchObject({ readiness: 'unavailable', failure: { code } });
    expect(await printer.submit(document)).toMatchObject({
      ok: false,
      error: { code, mayStillPrint: false },
    });
    expect(fake.jobs).toEqual([]);
  });

  it('to every request about a job makes its outcome unknown', async () => {
    const job = await submit(at(fake));
    fake.setFault('Get-Job-Attributes', fault);
    const isForgotten = code === 'no-such-queue';
    const why = isForgotten ? 'job-forgotten' : 'lost-contact';
    expect(await at(fake, limits).follow(job, () => undefined)).toEqual({ state: 'unknown', why });
    expect(fake.requests.filter((name) => name === 'Get-Job-Attributes')).toHaveLength(isForgotten ? 1 : 3);
  });

  it('to the document leaves no job behind', async () => {
    fake.setFault('Send-Document', fault);
    const submitted = await at(fake, limits).submit(document);
    const expected = code === 'no-such-queue' ? 'no-such-job' : code;
    expect(submitted).toMatchObject({ ok: false, error: { code: expected, mayStillPrint: false } });
    expect(fake.jobs.map(({ step }) => step.state)).toEqual(['canceled']);
  });
});

describe('submit', () => {
  it('sends the document byte for byte, under neutral names, with the offered options', async () => {
    const asked = { copies: 3, paper: 'a4', sides: 'two-sided-long-edge', color: 'monochrome' } as const;
    const job = await submit(at(fake), asked);
    expect(job).toEqual({
      id: '1',
      copies: 3,
      sides: 'two-sided-long-edge',
      paper: 'a4',
      reasonsBefore: [],
    });
    expect(fake.jobs[0]).toMatchObject({
      name: 'Homeward pages',
      user: 'homeward',
      asked: {
        copies: [3],
        media: ['iso_a4_210x297mm'],
        sides: ['two-sided-long-edge'],
        'print-color-mode': ['monochrome'],
        'print-scaling': ['none'],
      },
    });
    expect(fake.jobs[0]?.document.equals(pdf)).toBe(true);
    expect(fake.violations).toEqual([]);
  });

  it('asks for no option that is not offered, and returns what it asked for', async () => {
    fake.setPrinter({ media: [], sides: [], colorModes: [], scalings: [], maxCopies: 1 });
    const job = await submit(at(fake), { copies: 3, sides: 'two-sided-long-edge', color: 'color' });
    expect(job).toMatchObject({ copies: 1, sides: 'one-sided', paper: null });
    expect(fake.jobs[0]?.asked).toEqual({});
  });

  it('uses Print-Job if the printer supports nothing else', async () => {
    fake.setPrinter({
      operations: ['Get-Printer-Attributes', 'Print-Job', 'Get-Job-Attributes', 'Cancel-Job'],
    });
    const job = await submit(at(fake), { copies: 2 });
    expect(fake.requests).toEqual(['Get-Printer-Attributes', 'Print-Job']);
    expect(fake.jobs[0]?.document.equals(pdf)).toBe(true);
    expect(await at(fake).follow(job, () => undefined)).toMatchObject({ state: 'sent' });
    expect(fake.violations).toEqual([]);
  });

  it.each([
    [{ kind: 'cut' }, 'connection-cut', true],
    [{ kind: 'silent' }, 'timed-out', true],
    [{ kind: 'garbage' }, 'unreadable-answer', true],
    [{ kind: 'status', status: 0x0507 }, 'busy', false],
  ] as const)(
    'after a lost answer to Print-Job (%j) does not promise that nothing prints',
    async (fault, code, may) => {
      fake.setPrinter({ operations: ['Get-Printer-Attributes', 'Print-Job'] });
      fake.setFault('Print-Job', fault);
      const submitted = await at(fake, { sendTimeoutMs: 150 }).submit(document);
      expect(submitted).toMatchObject({ ok: false, error: { code, mayStillPrint: may } });
    },
  );

  it('cancels a job whose document was cut off', async () => {
    fake.setFault('Send-Document', { kind: 'cut-mid-document' });
    const submitted = await at(fake).submit(document);
    expect(submitted).toMatchObject({ ok: false, error: { code: 'connection-cut', mayStillPrint: false } });
    expect(fake.jobs.map(({ step, document: got }) => [step.state, got.length])).toEqual([['canceled', 0]]);
  });

  it('reports that the job may print if it could not be canceled either', async () => {
    fake.setFault('Send-Document', { kind: 'cut' });
    fake.setFault('Cancel-Job', { kind: 'cut' });
    expect(await at(fake).submit(document)).toMatchObject({ ok: false, error: { mayStillPrint: true } });
  });

  it('waits for a slow printer and skips unknown attributes', async () => {
    fake.setFault('any', { kind: 'slow', delayMs: 60 });
    await submit(at(fake));
    fake.setFault('any', { kind: 'unknown-attributes' });
    const job = await submit(at(fake));
    expect(await at(fake).follow(job, () => undefined)).toEqual({ state: 'sent', reasons: [] });
  });

  it('refuses bytes that are not a PDF without contacting the printer', async () => {
    const submitted = await at(fake).submit({ ...document, pdf: Buffer.from('GIF89a') });
    expect(submitted).toMatchObject({ ok: false, error: { code: 'document-refused', mayStillPrint: false } });
    expect(fake.requests).toEqual([]);
  });
});

describe('follow', () => {
  it('reports each change once, from queued to sent, asking twice a second', async () => {
    const waiting = { state: 'pending' } as const;
    fake.scriptJobs(waiting, waiting, { state: 'processing' }, { state: 'processing' }, { state: 'completed' });
    const { outcome, states } = await followOne();
    expect(outcome).toEqual({ state: 'sent', reasons: [] });
    expect(states).toEqual([{ state: 'queued' }, { state: 'sending' }, outcome]);
    expect(clock.waitedMs()).toBe(2000);
  });

  it('asks for help when the tray is empty although the job is processing, and continues afterward', async () => {
    const empty = { reasons: ['media-empty-warning', 'toner-low-warning'] };
    fake.scriptJobs(
      { state: 'processing', printer: { state: 'processing', reasons: empty.reasons } },
      { state: 'processing', printer: { reasons: ['toner-low-warning'] } },
      { state: 'completed' },
    );
    const { outcome, states } = await followOne();
    const media = {
      keyword: 'media-empty',
      trouble: 'paper-out',
      severity: 'warning',
      raw: 'media-empty-warning',
    };
    const toner = { keyword: 'toner-low', trouble: 'ink-low', severity: 'warning', raw: 'toner-low-warning' };
    expect(states).toEqual([{ state: 'attention', reasons: [media] }, { state: 'sending' }, outcome]);
    expect(outcome).toEqual({ state: 'sent', reasons: [toner] });
  });

  it.each([
    [
      'pending in a stopped queue',
      { state: 'pending', printer: { state: 'stopped', reasons: ['paused'] } },
      ['paused'],
    ],
    ['stopped without a reason', { state: 'stopped', printer: { state: 'stopped' } }, []],
    ['held', { state: 'held', reasons: ['resources-are-not-ready'] }, ['resources-are-not-ready']],
  ] as const)('asks for help when the job is %s', async (_name, step, keywords) => {
    fake.scriptJobs(step, { state: 'canceled', reasons: ['job-canceled-by-operator'] });
    const { outcome, states } = await followOne();
    expect(states[0]).toMatchObject({
      state: 'attention',
      reasons: keywords.map((keyword) => ({ keyword })),
    });
    expect(outcome).toEqual({ state: 'cancelled' });
  });

  it('reports a job whose document is still arriving as sending', async () => {
    fake.scriptJobs({ state: 'held', reasons: ['job-incoming'] }, { state: 'completed' });
    expect((await followOne()).states[0]).toEqual({ state: 'sending' });
  });

  it.each([
    ['aborted', { state: 'aborted', reasons: ['aborted-by-system'] }, { state: 'failed', why: 'aborted' }],
    [
      'given up at the device',
      { state: 'canceled', reasons: ['processing-to-stop-point'] },
      { state: 'failed', why: 'stopped-by-printer' },
    ],
    ['cancelled at the device', { state: 'canceled', reasons: ['job-canceled-at-device'] }, { state: 'cancelled' }],
  ] as const)('ends a job that was %s', async (_name, step, expected) => {
    fake.scriptJobs({ state: 'processing' }, step);
    expect((await followOne()).outcome).toMatchObject(expected);
  });

  it('cancels a job that stays in the queue because its document cannot be read', async () => {
    fake.scriptJobs({ state: 'stopped', reasons: ['job-completed-with-errors'] });
    expect((await followOne()).outcome).toMatchObject({ state: 'failed', why: 'document-rejected' });
    expect(fake.jobs[0]?.step.state).toBe('canceled');
  });

  it('does not guess when the device forgot the job', async () => {
    const reasons = ['cups-ipp-missing-job-history'];
    fake.scriptJobs({ state: 'processing' }, { state: 'completed', printer: { reasons } });
    expect((await followOne()).outcome).toEqual({ state: 'unknown', why: 'history-lost' });
    // The queue keeps this reason forever; it says nothing about the next job.
    expect((await followOne()).outcome).toMatchObject({ state: 'sent' });
  });

  it('survives two misses in a row, but not three', async () => {
    fake.scriptJobs({ state: 'processing' });
    const printer = at(fake);
    const job = await submit(printer);
    const polls = countingClock(async (count) => {
      if (count === 1 || count === 5) await fake.switchOff();
      if (count === 3) await fake.switchOn();
    });
    const patient = at(fake, {}, polls);
    const states: JobState[] = [];
    const outcome = await patient.follow(job, (state) => states.push(state));
    expect(outcome).toEqual({ state: 'unknown', why: 'lost-contact' });
    expect(states).toEqual([{ state: 'sending' }, outcome]);
    expect(polls.count()).toBe(7);
  });

  it('gives a restarting scheduler ten seconds', async () => {
    fake.scriptJobs({ state: 'processing' }, { state: 'completed' });
    const printer = at(fake);
    const job = await submit(printer);
    await fake.switchOff();
    const waiting: Clock = {
      nowMs: clock.nowMs,
      sleep: async (durationMs) => {
        await clock.sleep(durationMs);
        if (clock.nowMs() === 9_000) await fake.switchOn();
      },
    };
    const outcome = await at(fake, { lostAfterMs: 10_000 }, waiting).follow(job, () => undefined);
    expect(outcome).toMatchObject({ state: 'sent' });
  });

  it('treats an answer without a job state as a miss', async () => {
    const job = await submit(at(fake));
    fake.setFault('Get-Job-Attributes', { kind: 'status', status: 0x0000 });
    expect(await at(fake).follow(job, () => undefined)).toEqual({ state: 'unknown', why: 'lost-contact' });
  });

  it('cancels a stuck job at its deadline and reports it', async () => {
    fake.scriptJobs({ state: 'processing' });
    const { outcome } = await followOne({ jobDeadlineMs: 3000 });
    expect(outcome).toEqual({ state: 'failed', why: 'too-slow', reasons: [] });
    expect(fake.jobs[0]?.step.state).toBe('canceled');
    expect(clock.waitedMs()).toBe(3000);
  });

  it('does not claim a cancel that failed', async () => {
    fake.scriptJobs({ state: 'processing' });
    fake.setFault('Cancel-Job', { kind: 'status', status: 0x0500 });
    expect((await followOne({ jobDeadlineMs: 1000 })).outcome).toEqual({
      state: 'unknown',
      why: 'not-cancelled',
    });
  });

  it('looks once more if the job ended right at its deadline', async () => {
    fake.scriptJobs({ state: 'processing' }, { state: 'completed' });
    fake.setFault('Cancel-Job', { kind: 'status', status: 0x0404 });
    expect((await followOne({ jobDeadlineMs: 0 })).outcome).toMatchObject({ state: 'sent' });
  });

  it('stops at once when asked to, and leaves the job alone', async () => {
    fake.scriptJobs({ state: 'processing' });
    const printer = at(fake);
    const job = await submit(printer);
    const stopper = new AbortController();
    const outcome = await printer.follow(job, () => stopper.abort(), { signal: stopper.signal });
    expect(outcome).toEqual({ state: 'unknown', why: 'not-followed' });
    expect(fake.requests).not.toContain('Cancel-Job');
  });
});

describe('cancel', () => {
  it('cancels, and recognizes its own cancel although CUPS gives no reason', async () => {
    const printer = at(fake);
    const job = await submit(printer);
    fake.scriptJobs({ state: 'processing' }, { state: 'canceled', reasons: ['processing-to-stop-point'] });
    const second = await submit(printer);
    fake.setFault('Cancel-Job', { kind: 'status', status: 0x0000 });
    expect(await printer.cancel(second)).toEqual({ ok: true, value: 'cancelled' });
    expect(await printer.follow(second, () => undefined)).toEqual({ state: 'cancelled' });
    fake.setFault('Cancel-Job', null);
    expect(await printer.cancel(job)).toEqual({ ok: true, value: 'cancelled' });
    expect(await printer.cancel(job)).toEqual({ ok: true, value: 'already-finished' });
  });

  it('does not affect a later job with the same number', async () => {
    const printer = at(fake);
    await printer.cancel(await submit(printer));
    fake.forgetJobs();
    fake.scriptJobs({ state: 'canceled', reasons: ['processing-to-stop-point'] });
    const job = await submit(printer);
    expect(await printer.follow(job, () => undefined)).toMatchObject({ why: 'stopped-by-printer' });
  });

  it('does nothing to a job that the printer does not know', async () => {
    const job: SubmittedJob = { id: '99', copies: 1, sides: 'one-sided', paper: null, reasonsBefore: [] };
    expect(await at(fake).cancel(job)).toEqual({ ok: true, value: 'already-finished' });
  });

  it('returns the failure when it could not cancel', async () => {
    const job = await submit(at(fake));
    await fake.switchOff();
    expect(await at(fake).cancel(job)).toMatchObject({ ok: false, error: { code: 'unreachable' } });
  });
});

describe('the device behind a queue', () => {
  let device: FakePrinter;

  beforeEach(async () => {
    device = await startFakePrinter();
    fake.setPrinter({ deviceUri: `${device.uri}?contimeout=5` });
  });

  afterEach(() => device.stop());

  it.each([
    ['is believed where the queue still tells an old story', ['media-jam-report'], ['none'], 'ready', []],
    ['is believed where the queue has not heard yet', ['none'], ['cover-open-error'], 'attention', ['open']],
    ['does not hide that the queue is paused', ['paused'], ['none'], 'attention', ['paused']],
    ['and the queue are told by rank', ['paused'], ['media-jam-warning'], 'attention', ['jam', 'paused']],
  ] as const)('%s', async (_name, ofQueue, ofDevice, readiness, troubles) => {
    fake.setPrinter({ reasons: ofQueue });
    device.setPrinter({ reasons: ofDevice });
    const status = await at(fake).status();
    expect(status.readiness).toBe(readiness);
    expect(status.readiness === 'unavailable' ? [] : status.because.map(({ trouble }) => trouble)).toEqual(troubles);
  });

  it('counts as asleep when it stops answering, and later as not answering', async () => {
    await device.switchOff();
    const printer = at(fake);
    expect(await printer.status()).toMatchObject({ readiness: 'waking', because: [{ trouble: 'waking' }] });
    await clock.sleep(8_000);
    expect(await printer.status()).toMatchObject({ readiness: 'attention', because: [{ trouble: 'no-answer' }] });
    await device.switchOn();
    expect(await printer.status()).toMatchObject({ readiness: 'ready' });
  });

  it('is ignored if it answers nonsense or is not an IPP printer', async () => {
    device.setFault('any', { kind: 'garbage' });
    expect(await at(fake).status()).toMatchObject({ readiness: 'ready' });
    for (const deviceUri of ['usb://Brother/HL?serial=1', 'dnssd://HP%20._ipp._tcp.local/', 'ipp:', '']) {
      fake.setPrinter({ deviceUri });
      expect(await at(fake).status()).toMatchObject({ readiness: 'ready' });
    }
  });

  it('is believed when the queue calls a job completed that the device gave up on', async () => {
    const theirs = device.addJob('somebody');
    const ours = device.addJob('homeward');
    device.end(theirs.id, 'canceled');
    device.end(ours.id, 'aborted');
    expect((await followOne()).outcome).toMatchObject({ state: 'failed', why: 'stopped-by-printer' });
    const next = device.addJob('homeward');
    device.end(next.id, 'completed');
    expect((await followOne()).outcome).toMatchObject({ state: 'sent' });
  });

  it('makes the outcome unknown if it is silent when the queue calls the job completed', async () => {
    fake.scriptJobs({ state: 'processing' }, { state: 'completed' });
    const printer = at(fake);
    const job = await submit(printer);
    await device.switchOff();
    expect(await printer.follow(job, () => undefined)).toEqual({ state: 'unknown', why: 'lost-contact' });
  });

  it('is reported if it vanishes during a job, although the queue still says printing', async () => {
    fake.scriptJobs(...Array.from({ length: 20 }, () => ({ state: 'processing' as const })), { state: 'completed' });
    const printer = at(fake);
    const job = await submit(printer);
    await device.switchOff();
    const troubles: string[] = [];
    await printer.follow(job, (state) => {
      if (state.state === 'waking' || state.state === 'attention') troubles.push(state.reasons[0]?.trouble ?? '');
    });
    expect(troubles).toEqual(['waking', 'no-answer']);
  });
});

describe('paper', () => {
  const letter = 'type=sheetFeedAutoRemovableTray;mediafeed=27940;mediaxfeed=21590;maxcapacity=250;level=';
  const a4InMicrometres = 'type=sheetFeedAutoRemovableTray;mediafeed=297000;mediaxfeed=210000;level=';
  const auto = 'type=sheetFeedAutoRemovableTray;mediafeed=0;mediaxfeed=0;maxcapacity=-2;level=-2;name=auto';

  it.each([
    ['another tray has our paper', [`${letter}0;`, `${letter}-3;`], 'ready', []],
    ['the only tray is empty', [auto, `${letter}0;`], 'attention', ['paper-out']],
    ['only the other size is left', [auto, `${letter}0;`, `${a4InMicrometres}100;`], 'attention', ['paper-out']],
    ['the tray does not tell', [auto, `${letter}-2;`], 'ready', []],
  ] as const)('one tray says media-empty-report, and %s', async (_name, trays, readiness, troubles) => {
    fake.setPrinter({ reasons: ['media-empty-report'], trays });
    const status = await at(fake, {}, clock, 'letter').status();
    expect(status.readiness).toBe(readiness);
    expect(status.readiness === 'unavailable' ? [] : status.because.map(({ trouble }) => trouble)).toEqual(troubles);
  });

  it.each([
    [{ trays: [`${a4InMicrometres}100;`] }],
    [{ mediaReady: ['iso_a4_210x297mm', 'na_index-4x6_4x6in'] }],
  ] as const)('of the wrong size is seen before anybody prints: %j', async (change) => {
    fake.setPrinter(change);
    expect(await at(fake, {}, clock, 'letter').status()).toMatchObject({
      readiness: 'attention',
      because: [{ trouble: 'paper-wrong' }],
    });
    expect(await at(fake, {}, clock, 'a4').status()).toMatchObject({ readiness: 'ready' });
  });
});

describe('a job called completed', () => {
  it('is not over while its pages are stuck, and is sent once they are out', async () => {
    fake.scriptJobs(
      { state: 'processing' },
      { state: 'completed', printer: { reasons: ['media-jam-warning'] } },
      { state: 'completed', printer: { reasons: ['none'] } },
    );
    const { outcome, states } = await followOne();
    expect(states.map(({ state }) => state)).toEqual(['sending', 'attention', 'sent']);
    expect(outcome).toMatchObject({ state: 'sent' });
  });

  it('has an unknown outcome if the trouble stays or the person gives up', async () => {
    fake.scriptJobs({ state: 'completed', printer: { reasons: ['media-jam-error'] } });
    expect((await followOne({ jobDeadlineMs: 2000 })).outcome).toEqual({ state: 'unknown', why: 'trouble-at-end' });
    fake.setPrinter({ reasons: ['none'] });
    const printer = at(fake);
    const job = await submit(printer);
    const outcome = await printer.follow(job, ({ state }) => {
      if (state === 'attention') void printer.cancel(job);
    });
    expect(outcome).toEqual({ state: 'unknown', why: 'trouble-at-end' });
  });

  it('is not blamed for earlier trouble, or because its last sheet emptied the tray', async () => {
    fake.setPrinter({ reasons: ['output-area-full-report'] });
    fake.scriptJobs({ state: 'completed', printer: { reasons: ['output-area-full-report', 'media-empty-report'] } });
    expect((await followOne()).outcome).toMatchObject({ state: 'sent' });
  });

  it('with errors is not called sent', async () => {
    fake.scriptJobs({ state: 'completed', reasons: ['job-completed-with-errors'] });
    expect((await followOne()).outcome).toEqual({ state: 'unknown', why: 'with-errors' });
  });
});

describe('a sleeping printer', () => {
  it('is waking, and then prints', async () => {
    const asleep = { state: 'processing', printer: { reasons: ['standby'] } } as const;
    fake.scriptJobs(asleep, asleep, { state: 'processing', printer: { reasons: ['none'] } }, { state: 'completed' });
    const { states } = await followOne();
    expect(states.map(({ state }) => state)).toEqual(['waking', 'sending', 'sent']);
  });
});

describe('events', () => {
  it('save requests: the job is asked about only after an event, and now and then', async () => {
    fake.setPrinter({ operations: ALL_OPERATIONS });
    fake.scriptJobs({ state: 'processing' }, { state: 'processing' }, { state: 'completed' });
    const { outcome } = await followOne();
    expect(outcome).toMatchObject({ state: 'sent' });
    expect(fake.requests).toContain('Create-Job-Subscriptions');
    expect(fake.requests).toContain('Get-Notifications');
  });

  it('that never come delay the outcome by three seconds, and nothing more', async () => {
    fake.setPrinter({ operations: ALL_OPERATIONS });
    fake.setFault('Get-Notifications', { kind: 'status', status: 0 });
    fake.scriptJobs({ state: 'processing' }, { state: 'completed' });
    expect((await followOne()).outcome).toMatchObject({ state: 'sent' });
    expect(clock.waitedMs()).toBe(3_000);
    expect(fake.requests.filter((name) => name === 'Get-Job-Attributes')).toHaveLength(2);
  });

  it.each(['Create-Job-Subscriptions', 'Get-Notifications'] as const)(
    'that fail at %s: it polls',
    async (operation) => {
      fake.setPrinter({ operations: ALL_OPERATIONS });
      fake.setFault(operation, { kind: 'garbage' });
      fake.scriptJobs({ state: 'processing' }, { state: 'processing' }, { state: 'completed' });
      expect((await followOne()).outcome).toMatchObject({ state: 'sent' });
      expect(fake.requests.filter((name) => name === operation)).toHaveLength(1);
    },
  );
});

describe('Validate-Job', () => {
  it('is asked before the document is sent', async () => {
    fake.setFault('Validate-Job', { kind: 'status', status: 0x040b });
    expect(await at(fake).submit(document)).toMatchObject({
      ok: false,
      error: { code: 'refused', mayStillPrint: false },
    });
    expect(fake.jobs).toEqual([]);
  });
});

describe('a job number that now belongs to another job', () => {
  it('is neither followed nor canceled', async () => {
    fake.scriptJobs({ state: 'processing' });
    const printer = at(fake);
    const job = await submit(printer);
    const outcome = await printer.follow(job, () => {
      fake.forgetJobs();
      fake.addJob('another kiosk');
    });
    expect(outcome).toEqual({ state: 'unknown', why: 'job-forgotten' });
    expect(await printer.cancel(job)).toEqual({ ok: true, value: 'already-finished' });
    expect(fake.jobs.map(({ step }) => step.state)).toEqual(['pending']);
  });
});

describe('purge', () => {
  it('cancels what a crashed program left, and no job of anybody else', async () => {
    fake.addJob('homeward-ward4');
    fake.addJob('homeward-ward5');
    fake.addJob('homeward-ward4');
    const printer = at(fake, {}, clock, 'letter', 'homeward-ward4');
    expect(await printer.purge()).toEqual({ ok: true, value: { cancelled: 2, wiped: 0, isDone: true } });
    expect(fake.jobs.map(({ step }) => step.state)).toEqual(['canceled', 'pending', 'canceled']);
    expect(fake.violations).toEqual([]);
  });

  it('leaves no trace in a queue, not even of finished jobs', async () => {
    fake.setPrinter({ deviceUri: 'usb://Brother/HL' });
    const printer = at(fake);
    await printer.follow(await submit(printer), () => undefined);
    await submit(printer);
    fake.addJob('somebody');
    expect(await printer.purge()).toMatchObject({ ok: true, value: { cancelled: 1 } });
    expect(fake.jobs.map(({ user }) => user)).toEqual(['somebody']);
  });

  it('returns the failure when it could not purge', async () => {
    fake.setFault('Get-Jobs', { kind: 'status', status: 0x0501 });
    expect(await at(fake).purge()).toMatchObject({ ok: false, error: { code: 'refused' } });
    await fake.switchOff();
    expect(await at(fake).purge()).toMatchObject({ ok: false, error: { code: 'unreachable' } });
  });
});

describe('makePrinter', () => {
  it('chooses the adapter by its settings', () => {
    expect(makePrinter({ kind: 'folder', folder: 'printed' })).toMatchObject({
      ok: true,
      value: { kind: 'folder' },
    });
    expect(makePrinter({ kind: 'ipp', uri: fake.uri })).toMatchObject({ ok: true, value: { kind: 'ipp' } });
  });

  it('says what to fix in settings that cannot work', () => {
    expect(makePrinter({ kind: 'folder', folder: ' ' })).toMatchObject({
      ok: false,
      error: { code: 'bad-folder' },
    });
    const bad = makePrinter({ kind: 'ipp', uri: 'lpt1:' });
    expect(bad).toMatchObject({ ok: false, error: { code: 'bad-printer-uri' } });
    const system = makePrinter({ kind: 'system', name: null });
    expect(system).toMatchObject({ ok: false, error: { code: 'no-system-printing' } });
  });
});

function at(
  printer: FakePrinter,
  limits: Partial<IppLimits> = {},
  withClock: Clock = clock,
  paper?: Paper,
  owner = 'homeward',
): PrinterPort {
  const site = paper === undefined ? {} : { paper };
  const made = makePrinter(
    { kind: 'ipp', uri: printer.uri },
    {
      clock: withClock,
      limits: { lostAfterMs: 0, ...limits },
      owner,
      ...site,
    },
  );
  if (!made.ok) throw new Error(made.error.detail);
  return made.value;
}

async function submit(printer: PrinterPort, change: Partial<PrintDocument> = {}): Promise<SubmittedJob> {
  const submitted = await printer.submit({ ...document, ...change });
  if (!submitted.ok) throw new Error(`${submitted.error.code}: ${submitted.error.detail}`);
  return submitted.value;
}

async function followOne(
  limits: Partial<IppLimits> = {},
): Promise<{ readonly outcome: JobOutcome; readonly states: readonly JobState[] }> {
  const printer = at(fake, limits);
  const states: JobState[] = [];
  const outcome = await printer.follow(await submit(printer), (state) => states.push(state));
  expect(states.at(-1)).toEqual(outcome);
  expect(fake.violations).toEqual([]);
  return { outcome, states };
}

/** A clock that only moves when somebody sleeps. */
function makeClock(): Clock & { readonly waitedMs: () => number } {
  let nowMs = 0;
  return {
    nowMs: () => nowMs,
    sleep: async (durationMs) => {
      nowMs += durationMs;
    },
    waitedMs: () => nowMs,
  };
}

/** Does something during the n-th sleep. */
function countingClock(inPause: (count: number) => Promise<void>): Clock & { readonly count: () => number } {
  let count = 0;
  return {
    nowMs: () => 0,
    sleep: async () => {
      count += 1;
      await inPause(count);
    },
    count: () => count,
  };
}
