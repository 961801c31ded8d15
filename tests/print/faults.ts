/**
 * The fault list of docs/design/printing.md: each fault at each moment, what the person and staff then read, what is
 * logged, and how it ends. `faults.test.ts` runs it; `fault.ts` has its vocabulary.
 */
import type { IppLimits } from '../../src/printer';
import type { FakeFault, FakeOperation } from '../support/fake-printer';
import { smallPdf } from '../support/print-lab/small-pdf';
import {
  after,
  attention,
  before,
  crashes,
  deviceHasIt,
  during,
  eve,
  failed,
  fault,
  hangs,
  hears,
  jobs,
  knows,
  lab,
  mood,
  printer,
  prints,
  sees,
  seesOneOf,
  titled,
  unknown,
  type Act,
  type Ending,
  type Fault,
  type Row,
} from './fault';
import type { CupsScene, EveScene, FakeScene } from './scenes';

const GOES_ON: readonly Ending[] = ['leaves', 'goes-on'];
const TRIES_AGAIN: readonly Ending[] = ['leaves', 'tries-again'];

type RealScene = CupsScene | EveScene;

/** A device that reports a reason and waits until somebody helps. */
function waitsWith(raw: string, reads: string, ends = GOES_ON, logged = raw): Row<RealScene> {
  const does = [mood(`wait ${raw}`), prints, sees('attention', reads)];
  return { does, shows: attention(reads, `print-attention: ${logged}`), ends };
}
/** A device that ends the job. */
function givesUp(how: string, reads: string, logged = reads): Row<RealScene> {
  return {
    does: [mood(how), prints, sees('trouble')],
    shows: failed(reads, `print-ended: ${logged}`),
    ends: TRIES_AGAIN,
  };
}

const pauseQueue = lab((queue) => queue.pauseQueue());
const closeQueue = lab((queue) => queue.acceptJobs(false));
const stopScheduler = lab((queue) => queue.stopScheduler());
const startScheduler = lab((queue) => queue.startScheduler());
const clearSpool = lab((queue) => queue.clearSpool());
const somebodyElsePrints = lab((queue) => queue.printAs('somebody-else', smallPdf('the nurse’s own list')));

const REAL_QUEUE: readonly Fault<CupsScene>[] = [
  before('no queue', {
    queue: 'nowhere',
    known: 'no-such-queue',
    does: [prints, sees('trouble')],
    shows: failed('no-such-queue', 'printer-changed: no-such-queue', 'print-failed: no-such-queue'),
    ends: ['leaves'],
  }),
  before('queue stopped', {
    known: 'paused',
    does: [pauseQueue, knows('attention'), prints, sees('attention')],
    shows: attention('paused', 'printer-changed: paused', 'print-attention: paused'),
    ends: GOES_ON,
  }),
  during('queue stopped', {
    does: [...hangs, pauseQueue, sees('attention', 'paused')],
    shows: attention('paused', 'print-attention: paused'),
    ends: GOES_ON,
  }),
  before('not accepting', {
    known: 'not-accepting-jobs',
    does: [closeQueue, knows('unavailable', 'not-accepting-jobs'), prints, sees('trouble')],
    shows: failed('not-accepting-jobs', 'printer-changed: not-accepting-jobs', 'print-failed: not-accepting-jobs'),
    ends: TRIES_AGAIN,
  }),
  during('not accepting', {
    does: [...hangs, closeQueue, knows('unavailable', 'not-accepting-jobs'), sees('on-the-way')],
    shows: titled('job.sending'),
    ends: GOES_ON,
  }),
  before('scheduler down', {
    known: 'unreachable',
    does: [stopScheduler, knows('unavailable', 'unreachable'), prints, sees('trouble')],
    shows: failed('unreachable', 'printer-changed: unreachable', 'print-failed: unreachable'),
    ends: TRIES_AGAIN,
  }),
  during('scheduler down for good', {
    does: [...hangs, stopScheduler, sees('trouble'), clearSpool],
    shows: unknown('lost-contact', 'print-ended: lost-contact'),
    ends: ['leaves'],
  }),
  during('scheduler restarted', {
    limits: { lostAfterMs: 20_000 },
    does: [...hangs, stopScheduler, startScheduler, sees('on-the-way')],
    shows: titled('job.sending'),
    ends: GOES_ON,
  }),
  during('out of paper', waitsWith('media-empty-error', 'paper-out')),
  during('out of paper, said as a warning', waitsWith('media-empty-warning', 'paper-out', ['goes-on'])),
  during('wrong paper loaded', waitsWith('media-needed-error', 'paper-needed')),
  during('cover open', waitsWith('cover-open-error', 'open')),
  during('jam', waitsWith('media-jam-error', 'jam')),
  during('jam, and the job given up', {
    does: [mood('fail media-jam-error'), prints, sees('trouble')],
    shows: failed('jam', 'print-ended: aborted', 'print-ended: media-jam-error'),
    ends: TRIES_AGAIN,
  }),
  after('jam', {
    does: [mood('then media-jam-error'), prints, sees('attention', 'jam')],
    shows: attention('jam', 'print-attention: media-jam-error'),
    ends: ['leaves', 'came-out'],
  }),
  during('out of toner', waitsWith('toner-empty-error', 'ink-out')),
  during('toner low', {
    does: [mood('say toner-low-warning'), prints, sees('out')],
    shows: titled('job.handed-over', 'print-ended: toner-low-warning'),
    ends: ['prints'],
  }),
  during('device unplugged, told by the backend', waitsWith('offline-report', 'off')),
  during('output tray full', waitsWith('output-area-full-warning', 'output-full', ['goes-on'])),
  during('unheard-of trouble', waitsWith('com.acme-gremlin-error', 'other')),
  during('job aborted by the backend', givesUp('exit 1', 'aborted')),
  during('job cancelled by the backend', givesUp('exit 5', 'stopped-by-printer')),
  during('queue stopped by the backend', {
    does: [mood('exit 4'), prints, sees('attention', 'paused')],
    shows: attention('paused', 'print-attention: paused'),
    ends: GOES_ON,
  }),
  during('job held by the backend', {
    does: [mood('exit 3'), prints, sees('attention', 'held')],
    shows: attention('held', 'print-attention'),
    ends: ['leaves'],
  }),
  before('another user’s job ahead', {
    does: [mood('hang'), somebodyElsePrints, prints, sees('on-the-way')],
    shows: titled('job.queued'),
    ends: GOES_ON,
  }),
  during('printing takes for ever (help time-out)', {
    limits: { jobDeadlineMs: 600 },
    does: [...hangs, sees('trouble')],
    shows: failed('too-slow', 'print-ended: too-slow'),
    ends: TRIES_AGAIN,
  }),
  during('kiosk killed', {
    does: [...hangs, crashes],
    shows: titled('job.idle', 'leftovers-cancelled'),
    isKept: false,
    ends: ['leaves'],
  }),
];

const unplug = eve((device) => device.kill());

const REAL_DEVICE: readonly Fault<EveScene>[] = [
  before('out of paper', {
    known: 'paper-out',
    does: [
      eve((device) => device.setPaper(0, 0)),
      knows('attention', 'paper-out'),
      prints,
      sees('attention', 'paper-out'),
    ],
    shows: attention('paper-out', 'printer-changed: media-empty-report', 'print-attention: media-empty'),
    ends: GOES_ON,
  }),
  before('only the other size of paper left', {
    known: 'paper-out',
    does: [
      eve((device) => device.setPaper(0, 25)),
      knows('attention', 'paper-out'),
      prints,
      sees('attention', 'paper-out'),
    ],
    shows: attention('paper-out', 'printer-changed: media-empty-report'),
    ends: ['goes-on'],
  }),
  // The tray with our paper is full, so nothing is known before. This device stops all the same, and that is shown.
  before('a tray that is not ours is empty', {
    does: [eve((device) => device.setPaper(250, 0)), knows('ready'), prints, sees('attention', 'paper-needed')],
    shows: attention(
      'paper-needed',
      'printer-changed: the printer is ready: media-empty-report',
      'print-attention: media-needed',
    ),
    ends: ['goes-on'],
  }),
  // This device feeds what it has; another one asks for the right paper. Both are known before.
  before('wrong paper loaded', {
    paper: 'letter',
    known: 'paper-wrong',
    does: [eve((device) => device.setPaper(250, 25, 'a4')), knows('attention', 'paper-wrong'), prints, sees('out')],
    shows: titled('job.handed-over', 'printer-changed: no reason given'),
    ends: ['prints'],
  }),
  before('device unplugged', {
    known: 'no-answer',
    does: [unplug, knows('attention', 'no-answer'), prints, sees('attention', 'no-answer')],
    shows: attention('no-answer', 'printer-changed: does not answer', 'print-attention: does not answer'),
    ends: ['leaves'],
  }),
  before('device unplugged, until the queue gives up', {
    known: 'no-answer',
    does: [unplug, knows('attention', 'no-answer'), prints, sees('trouble')],
    shows: failed('no-answer', 'print-ended: aborted'),
    ends: ['tries-again'],
  }),
  during('device unplugged', {
    does: [...hangs, deviceHasIt, unplug, seesOneOf('attention', 'trouble')],
    shows: attention('no-answer', 'print-attention: does not answer'),
    or: unknown('lost-contact', 'print-ended: lost-contact'),
    ends: ['leaves'],
  }),
  during('cover open', waitsWith('cover-open', 'open', GOES_ON, 'cover-open-warning')),
  during('jam, and the job given up', givesUp('fail media-jam', 'jam', 'media-jam')),
  during('job aborted by the device', givesUp('exit 1', 'stopped-by-printer')),
];

/** Answers that no sound printer gives, and what each is taken for. */
const EVIL_ANSWERS: readonly (readonly [how: string, wrong: FakeFault, code: string])[] = [
  ['never', { kind: 'silent' }, 'timed-out'],
  ['drop by drop', { kind: 'drip', delayMs: 20 }, 'timed-out'],
  ['with garbage', { kind: 'garbage' }, 'unreadable-answer'],
  ['with bytes that hang a careless reader', { kind: 'negative-length' }, 'unreadable-answer'],
  ['with an oversized answer', { kind: 'oversized', bytes: 5_000_000 }, 'unreadable-answer'],
  ['with a truncated answer', { kind: 'truncated', where: 'ipp' }, 'unreadable-answer'],
  ['and cuts the line', { kind: 'cut' }, 'connection-cut'],
  ['with no HTTP at all', { kind: 'not-http' }, 'unreadable-answer'],
];
/** Long enough that a busy machine does not take a sound answer for none. */
const IMPATIENT: Partial<IppLimits> = { answerTimeoutMs: 800, sendTimeoutMs: 800 };

const EVIL: readonly Fault<FakeScene>[] = EVIL_ANSWERS.flatMap(([how, wrong, code]): readonly Fault<FakeScene>[] => {
  const limits = code === 'timed-out' ? IMPATIENT : {};
  return [
    before(`IPP answers ${how}`, {
      limits,
      known: code,
      does: [fault('any', wrong), knows('unavailable', code), prints, sees('trouble')],
      shows: failed(code, `printer-changed: ${code}`, `print-failed: ${code}`),
      ends: TRIES_AGAIN,
    }),
    during(`IPP answers the document ${how}`, { ...refuses('Send-Document', wrong, code), limits }),
    during(`IPP answers ${how} while printing`, {
      limits,
      does: [jobs({ state: 'processing' }), fault('Get-Job-Attributes', wrong), prints, sees('trouble')],
      shows: unknown('lost-contact', 'print-ended: lost-contact'),
      ends: ['leaves'],
    }),
  ];
});

/** The job is not taken. */
function refuses(operation: FakeOperation, wrong: FakeFault, code: string): Row<FakeScene> {
  const does = [fault(operation, wrong), prints, sees('trouble')];
  return { does, shows: failed(code, `print-failed: ${code}`), ends: TRIES_AGAIN };
}

function printsTo(
  kind: 'out' | 'attention' | 'trouble',
  ...acts: readonly Act<FakeScene>[]
): readonly Act<FakeScene>[] {
  return [...acts, prints, sees(kind)];
}

const PRINTING = jobs({ state: 'processing' });
const TROUBLES = ['paused', 'toner-low-error', 'media-jam-warning', 'media-empty-error'];
const HISTORY_GONE = ['cups-ipp-missing-job-history', 'cups-ipp-conformance-failure-report'];

const OTHERS: readonly Fault<FakeScene>[] = [
  before('asleep for 30 s', {
    does: [
      printer({ reasons: ['standby'] }),
      PRINTING,
      knows('waking', 'waking'),
      prints,
      sees('on-the-way', 'waking'),
    ],
    shows: { reads: 'waking', title: 'job.waking', logs: ['printer-changed: standby'] },
    ends: GOES_ON,
  }),
  before('asleep, with yesterday’s reasons still on the queue', {
    does: printsTo('out', printer({ reasons: ['media-low-report', 'cups-ipp-missing-job-history'] })),
    shows: titled('job.handed-over'),
    ends: ['prints'],
  }),
  before('IPP answers slowly', {
    does: printsTo('out', fault('any', { kind: 'slow', delayMs: 200 })),
    shows: titled('job.handed-over', 'print-ended: sent'),
    ends: ['prints'],
  }),
  during('IPP answers with unknown attributes', {
    does: printsTo('out', fault('any', { kind: 'unknown-attributes' })),
    shows: titled('job.handed-over', 'print-ended: sent'),
    ends: ['prints'],
  }),
  during('connection cut mid-document', refuses('Send-Document', { kind: 'cut-mid-document' }, 'connection-cut')),
  during('line cut when the printer has the pages already, and no way to cancel', {
    does: printsTo('trouble', fault('Send-Document', { kind: 'cut' }), fault('Cancel-Job', { kind: 'cut' })),
    shows: unknown('connection-cut', 'print-failed: connection-cut'),
    ends: ['leaves'],
  }),
  during('disk full in the spool, said by IPP', {
    ...refuses('Send-Document', { kind: 'status', status: 0x0505 }, 'refused'),
    isQueue: true,
  }),
  during('disk full in the spool, said by HTTP', {
    ...refuses('Send-Document', { kind: 'http', status: 413 }, 'unreadable-answer'),
    isQueue: true,
  }),
  before('spool area full', {
    isQueue: true,
    known: 'spool-full',
    does: [
      printer({ reasons: ['spool-area-full'] }),
      knows('attention', 'spool-full'),
      ...printsTo('attention', jobs({ state: 'pending' })),
    ],
    shows: attention('spool-full', 'printer-changed: spool-area-full', 'print-attention: spool-area-full'),
    ends: GOES_ON,
  }),
  before('busy with another computer’s job', refuses('Create-Job', { kind: 'status', status: 0x0507 }, 'busy')),
  before('job refused before it is sent', refuses('Validate-Job', { kind: 'status', status: 0x040b }, 'refused')),
  during('job held', {
    does: printsTo('attention', jobs({ state: 'held', reasons: ['job-hold-until-specified'] })),
    shows: attention('held', 'print-attention: job-hold-until-specified'),
    ends: GOES_ON,
  }),
  during('stopped without a reason', {
    does: printsTo('attention', jobs({ state: 'stopped', printer: { state: 'stopped' } })),
    shows: attention('other', 'print-attention'),
    ends: GOES_ON,
  }),
  during('several troubles at once: the jam is told first', {
    does: printsTo('attention', jobs({ state: 'processing', printer: { reasons: TROUBLES } })),
    shows: attention('jam', 'print-attention: media-jam-warning'),
    ends: ['goes-on'],
  }),
  after('completed, yet the reasons say error', {
    does: printsTo(
      'attention',
      jobs({ state: 'completed', printer: { reasons: ['marker-fuser-timing-failure-error'] } }),
    ),
    shows: attention('broken', 'print-attention: marker-fuser-timing-failure-error'),
    ends: ['leaves', 'came-out'],
  }),
  after('completed with errors', {
    does: printsTo('trouble', jobs({ state: 'completed', reasons: ['job-completed-with-errors'] })),
    shows: unknown('with-errors', 'print-ended: with-errors'),
    ends: TRIES_AGAIN,
  }),
  // As a real queue does when its device comes back; it does not always notice (docs/printers.md).
  during('device switched off and on', {
    isQueue: true,
    does: printsTo(
      'trouble',
      jobs({ state: 'processing' }, { state: 'completed', printer: { reasons: HISTORY_GONE } }),
    ),
    shows: unknown('history-lost', 'print-ended: history-lost'),
    ends: TRIES_AGAIN,
  }),
  during('printer restarted, its number now another’s job', {
    does: [
      PRINTING,
      prints,
      sees('on-the-way'),
      hears('sending'),
      async ({ fake }) => {
        fake.forgetJobs();
        fake.addJob('another kiosk');
      },
      sees('trouble'),
    ],
    shows: unknown('job-forgotten', 'print-ended: job-forgotten'),
    ends: TRIES_AGAIN,
  }),
  during('pages that the printer cannot read', {
    isQueue: true,
    does: printsTo('trouble', jobs({ state: 'stopped', reasons: ['job-completed-with-errors'] })),
    shows: failed('document-rejected', 'print-ended: document-rejected'),
    ends: TRIES_AGAIN,
  }),
  during('too slow, and it cannot be cancelled', {
    limits: { jobDeadlineMs: 200 },
    does: printsTo('trouble', PRINTING, fault('Cancel-Job', { kind: 'status', status: 0x0500 })),
    shows: unknown('not-cancelled', 'print-ended: not-cancelled'),
    ends: ['leaves'],
  }),
];

/** The faults by what they are played on. */
export const FAULTS = {
  cupsd: REAL_QUEUE,
  ippeveprinter: REAL_DEVICE,
  fake: [...EVIL, ...OTHERS],
} as const;
