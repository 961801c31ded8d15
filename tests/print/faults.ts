/**
 * The fault list of docs/design/printing.md: each fault at each moment, what the person and staff read then, what is
 * logged, and how it ends. `faults.test.ts` plays it.
 */
import type { MachineEvent } from '../../src/machine/events';
import type { IppLimits, Paper } from '../../src/printer';
import type { FakeFault, FakeJobStep, FakeOperation } from '../support/fake-printer';
import { smallPdf } from '../support/print-lab/small-pdf';
import type { CupsScene, EveScene, FakeScene } from './scenes';

/** When the fault strikes: before anybody prints, with a job on its way, or when the job is called done. */
export type Moment = 'before' | 'during' | 'after';

/**
 * How the scene goes on. In each, nothing comes out after the person left, nothing is left behind, and the next
 * person prints.
 * - `leaves`: the person goes while the fault lasts.
 * - `goes-on`: the fault is fixed while the person waits; the pages come out by themselves, once.
 * - `tries-again`: the fault is fixed, the person presses "Try again"; the pages come out.
 * - `came-out`: the person says that they came out, and counts.
 * - `prints`: the fault does no harm; the pages come out.
 */
export type Ending = 'leaves' | 'goes-on' | 'tries-again' | 'came-out' | 'prints';

interface Common {
  readonly fault: string;
  readonly moment: Moment;
  /** What the first screen knows before anybody prints, as a key of `printer.reason`. Left out: all is well. */
  readonly known?: string;
  /** What the person reads: a key of `printer.reason`; null for a title alone. */
  readonly reads: string | null;
  readonly title: string;
  /** Each of these is logged, with this text in it where one stands behind the colon. */
  readonly logs: readonly (MachineEvent['kind'] | `${MachineEvent['kind']}: ${string}`)[];
  readonly ends: readonly Ending[];
  /** What else may truly be seen: a real queue does not always take the same way. */
  readonly or?: Pick<Common, 'reads' | 'title' | 'logs'>;
  /** The person can still print the same pages; false when the program itself died. */
  readonly isKept?: false;
  readonly limits?: Partial<IppLimits>;
  readonly paper?: Paper;
}

export type Fault =
  | (Common & {
      readonly against: 'cupsd';
      readonly play: (scene: CupsScene) => Promise<void>;
      readonly queue?: string;
    })
  | (Common & { readonly against: 'ippeveprinter'; readonly play: (scene: EveScene) => Promise<void> })
  | (Common & {
      readonly against: 'fake';
      readonly play: (scene: FakeScene) => Promise<void>;
      readonly isQueue?: boolean;
    });

const ATTENTION = 'job.attention';
const FAILED = 'job.failed';
const UNKNOWN = 'job.unknown';

/** A device that waits with a reason, as printers do, until somebody helps. */
function waitsWith(raw: string, trouble: string): (scene: CupsScene | EveScene) => Promise<void> {
  const device = (scene: CupsScene | EveScene) => ('eve' in scene ? scene.eve : scene.lab);
  return async (scene) => {
    await device(scene).setMood(`wait ${raw}`);
    await scene.kiosk.prints();
    await scene.kiosk.sees('attention', trouble);
  };
}

/** A device that prints without a word and without an end. */
async function hangs(scene: CupsScene | EveScene): Promise<void> {
  await ('eve' in scene ? scene.eve : scene.lab).setMood('hang');
  await scene.kiosk.prints();
  await scene.kiosk.hasHeard('sending');
}

const REAL_QUEUE: readonly Fault[] = [
  {
    fault: 'no queue',
    moment: 'before',
    against: 'cupsd',
    queue: 'nowhere',
    known: 'no-such-queue',
    reads: 'no-such-queue',
    title: FAILED,
    logs: ['printer-changed: no-such-queue', 'print-failed: no-such-queue'],
    ends: ['leaves'],
    play: async ({ kiosk }) => {
      await kiosk.prints();
      await kiosk.sees('refused');
    },
  },
  {
    fault: 'queue stopped',
    moment: 'before',
    against: 'cupsd',
    known: 'paused',
    reads: 'paused',
    title: ATTENTION,
    logs: ['printer-changed: paused', 'print-attention: paused'],
    ends: ['leaves', 'goes-on'],
    play: async ({ kiosk, lab }) => {
      await lab.pauseQueue();
      await kiosk.knows('attention');
      await kiosk.prints();
      await kiosk.sees('attention');
    },
  },
  {
    fault: 'queue stopped',
    moment: 'during',
    against: 'cupsd',
    reads: 'paused',
    title: ATTENTION,
    logs: ['print-attention: paused'],
    ends: ['leaves', 'goes-on'],
    play: async (scene) => {
      await hangs(scene);
      await scene.lab.pauseQueue();
      await scene.kiosk.sees('attention', 'paused');
    },
  },
  {
    fault: 'not accepting',
    moment: 'before',
    against: 'cupsd',
    known: 'not-accepting-jobs',
    reads: 'not-accepting-jobs',
    title: FAILED,
    logs: ['printer-changed: not-accepting-jobs', 'print-failed: not-accepting-jobs'],
    ends: ['leaves', 'tries-again'],
    play: async ({ kiosk, lab }) => {
      await lab.acceptJobs(false);
      await kiosk.knows('unavailable', 'not-accepting-jobs');
      await kiosk.prints();
      await kiosk.sees('refused');
    },
  },
  {
    fault: 'not accepting',
    moment: 'during',
    against: 'cupsd',
    reads: null,
    title: 'job.sending',
    logs: [],
    ends: ['leaves', 'goes-on'],
    play: async (scene) => {
      await hangs(scene);
      await scene.lab.acceptJobs(false);
      await scene.kiosk.knows('unavailable', 'not-accepting-jobs');
      await scene.kiosk.sees('on-the-way');
    },
  },
  {
    fault: 'scheduler down',
    moment: 'before',
    against: 'cupsd',
    known: 'unreachable',
    reads: 'unreachable',
    title: FAILED,
    logs: ['printer-changed: unreachable', 'print-failed: unreachable'],
    ends: ['leaves', 'tries-again'],
    play: async ({ kiosk, lab }) => {
      await lab.stopScheduler();
      await kiosk.knows('unavailable', 'unreachable');
      await kiosk.prints();
      await kiosk.sees('refused');
    },
  },
  {
    fault: 'scheduler down for good',
    moment: 'during',
    against: 'cupsd',
    reads: 'lost-contact',
    title: UNKNOWN,
    logs: ['print-ended: lost-contact'],
    ends: ['leaves'],
    play: async (scene) => {
      await hangs(scene);
      await scene.lab.stopScheduler();
      await scene.kiosk.sees('trouble');
      await scene.lab.clearSpool();
    },
  },
  {
    fault: 'scheduler restarted',
    moment: 'during',
    against: 'cupsd',
    limits: { lostAfterMs: 20_000 },
    reads: null,
    title: 'job.sending',
    logs: [],
    ends: ['leaves', 'goes-on'],
    play: async (scene) => {
      await hangs(scene);
      await scene.lab.stopScheduler();
      await scene.lab.startScheduler();
      await scene.kiosk.sees('on-the-way');
    },
  },
  {
    fault: 'out of paper',
    moment: 'during',
    against: 'cupsd',
    reads: 'paper-out',
    title: ATTENTION,
    logs: ['print-attention: media-empty-error'],
    ends: ['leaves', 'goes-on'],
    play: waitsWith('media-empty-error', 'paper-out'),
  },
  {
    fault: 'out of paper, said as a warning',
    moment: 'during',
    against: 'cupsd',
    reads: 'paper-out',
    title: ATTENTION,
    logs: ['print-attention: media-empty-warning'],
    ends: ['goes-on'],
    play: waitsWith('media-empty-warning', 'paper-out'),
  },
  {
    fault: 'wrong paper loaded',
    moment: 'during',
    against: 'cupsd',
    reads: 'paper-needed',
    title: ATTENTION,
    logs: ['print-attention: media-needed-error'],
    ends: ['leaves', 'goes-on'],
    play: waitsWith('media-needed-error', 'paper-needed'),
  },
  {
    fault: 'cover open',
    moment: 'during',
    against: 'cupsd',
    reads: 'open',
    title: ATTENTION,
    logs: ['print-attention: cover-open-error'],
    ends: ['leaves', 'goes-on'],
    play: waitsWith('cover-open-error', 'open'),
  },
  {
    fault: 'jam',
    moment: 'during',
    against: 'cupsd',
    reads: 'jam',
    title: ATTENTION,
    logs: ['print-attention: media-jam-error'],
    ends: ['leaves', 'goes-on'],
    play: waitsWith('media-jam-error', 'jam'),
  },
  {
    fault: 'jam, and the job given up',
    moment: 'during',
    against: 'cupsd',
    reads: 'jam',
    title: FAILED,
    logs: ['print-ended: aborted', 'print-ended: media-jam-error'],
    ends: ['leaves', 'tries-again'],
    play: async ({ kiosk, lab }) => {
      await lab.setMood('fail media-jam-error');
      await kiosk.prints();
      await kiosk.sees('trouble');
    },
  },
  {
    fault: 'jam',
    moment: 'after',
    against: 'cupsd',
    reads: 'jam',
    title: ATTENTION,
    logs: ['print-attention: media-jam-error'],
    ends: ['leaves', 'came-out'],
    play: async ({ kiosk, lab }) => {
      await lab.setMood('then media-jam-error');
      await kiosk.prints();
      await kiosk.sees('attention', 'jam');
    },
  },
  {
    fault: 'out of toner',
    moment: 'during',
    against: 'cupsd',
    reads: 'ink-out',
    title: ATTENTION,
    logs: ['print-attention: toner-empty-error'],
    ends: ['leaves', 'goes-on'],
    play: waitsWith('toner-empty-error', 'ink-out'),
  },
  {
    fault: 'toner low',
    moment: 'during',
    against: 'cupsd',
    reads: null,
    title: 'job.handed-over',
    logs: ['print-ended: toner-low-warning'],
    ends: ['prints'],
    play: async ({ kiosk, lab }) => {
      await lab.setMood('say toner-low-warning');
      await kiosk.prints();
      await kiosk.sees('out');
    },
  },
  {
    fault: 'device unplugged, told by the backend',
    moment: 'during',
    against: 'cupsd',
    reads: 'off',
    title: ATTENTION,
    logs: ['print-attention: offline-report'],
    ends: ['leaves', 'goes-on'],
    play: waitsWith('offline-report', 'off'),
  },
  {
    fault: 'output tray full',
    moment: 'during',
    against: 'cupsd',
    reads: 'output-full',
    title: ATTENTION,
    logs: ['print-attention: output-area-full-warning'],
    ends: ['goes-on'],
    play: waitsWith('output-area-full-warning', 'output-full'),
  },
  {
    fault: 'unheard-of trouble',
    moment: 'during',
    against: 'cupsd',
    reads: 'other',
    title: ATTENTION,
    logs: ['print-attention: com.acme-gremlin-error'],
    ends: ['leaves', 'goes-on'],
    play: waitsWith('com.acme-gremlin-error', 'other'),
  },
  {
    fault: 'job aborted by the backend',
    moment: 'during',
    against: 'cupsd',
    reads: 'aborted',
    title: FAILED,
    logs: ['print-ended: aborted'],
    ends: ['leaves', 'tries-again'],
    play: async ({ kiosk, lab }) => {
      await lab.setMood('exit 1');
      await kiosk.prints();
      await kiosk.sees('trouble');
    },
  },
  {
    fault: 'job cancelled by the backend',
    moment: 'during',
    against: 'cupsd',
    reads: 'stopped-by-printer',
    title: FAILED,
    logs: ['print-ended: stopped-by-printer'],
    ends: ['leaves', 'tries-again'],
    play: async ({ kiosk, lab }) => {
      await lab.setMood('exit 5');
      await kiosk.prints();
      await kiosk.sees('trouble');
    },
  },
  {
    fault: 'queue stopped by the backend',
    moment: 'during',
    against: 'cupsd',
    reads: 'paused',
    title: ATTENTION,
    logs: ['print-attention: paused'],
    ends: ['leaves', 'goes-on'],
    play: async ({ kiosk, lab }) => {
      await lab.setMood('exit 4');
      await kiosk.prints();
      await kiosk.sees('attention', 'paused');
    },
  },
  {
    fault: 'job held by the backend',
    moment: 'during',
    against: 'cupsd',
    reads: 'held',
    title: ATTENTION,
    logs: ['print-attention'],
    ends: ['leaves'],
    play: async ({ kiosk, lab }) => {
      await lab.setMood('exit 3');
      await kiosk.prints();
      await kiosk.sees('attention', 'held');
    },
  },
  {
    fault: 'another user’s job ahead',
    moment: 'before',
    against: 'cupsd',
    reads: null,
    title: 'job.queued',
    logs: [],
    ends: ['leaves', 'goes-on'],
    play: async ({ kiosk, lab }) => {
      await lab.setMood('hang');
      await lab.printAs('somebody-else', smallPdf('the nurse’s own list'));
      await kiosk.prints();
      await kiosk.sees('on-the-way');
    },
  },
  {
    fault: 'printing takes for ever (help time-out)',
    moment: 'during',
    against: 'cupsd',
    limits: { jobDeadlineMs: 600 },
    reads: 'too-slow',
    title: FAILED,
    logs: ['print-ended: too-slow'],
    ends: ['leaves', 'tries-again'],
    play: async (scene) => {
      await hangs(scene);
      await scene.kiosk.sees('trouble');
    },
  },
  {
    fault: 'kiosk killed',
    moment: 'during',
    against: 'cupsd',
    reads: null,
    title: 'job.idle',
    logs: ['leftovers-cancelled'],
    isKept: false,
    ends: ['leaves'],
    play: async (scene) => {
      await hangs(scene);
      scene.crash();
    },
  },
];

const REAL_DEVICE: readonly Fault[] = [
  {
    fault: 'out of paper',
    moment: 'before',
    against: 'ippeveprinter',
    known: 'paper-out',
    reads: 'paper-out',
    title: ATTENTION,
    logs: ['printer-changed: media-empty-report', 'print-attention: media-empty'],
    ends: ['leaves', 'goes-on'],
    play: async ({ kiosk, eve }) => {
      await eve.setPaper(0, 0);
      await kiosk.knows('attention', 'paper-out');
      await kiosk.prints();
      await kiosk.sees('attention', 'paper-out');
    },
  },
  {
    fault: 'only the other size of paper left',
    moment: 'before',
    against: 'ippeveprinter',
    known: 'paper-out',
    reads: 'paper-out',
    title: ATTENTION,
    logs: ['printer-changed: media-empty-report'],
    ends: ['goes-on'],
    play: async ({ kiosk, eve }) => {
      await eve.setPaper(0, 25);
      await kiosk.knows('attention', 'paper-out');
      await kiosk.prints();
      await kiosk.sees('attention', 'paper-out');
    },
  },
  {
    // The tray with our paper is full, so nothing is said before. This device then stops all the same, and that is told.
    fault: 'a tray that is not ours is empty',
    moment: 'before',
    against: 'ippeveprinter',
    reads: 'paper-needed',
    title: ATTENTION,
    logs: ['printer-changed: the printer is ready: media-empty-report', 'print-attention: media-needed'],
    ends: ['goes-on'],
    play: async ({ kiosk, eve }) => {
      await eve.setPaper(250, 0);
      await kiosk.knows('ready');
      await kiosk.prints();
      await kiosk.sees('attention', 'paper-needed');
    },
  },
  {
    fault: 'wrong paper loaded',
    moment: 'before',
    against: 'ippeveprinter',
    paper: 'letter',
    known: 'paper-wrong',
    // This device feeds what it has; the next one asks for the right paper. Both were told before.
    reads: null,
    title: 'job.handed-over',
    logs: ['printer-changed: no reason given'],
    ends: ['prints'],
    play: async ({ kiosk, eve }) => {
      await eve.setPaper(250, 25, 'a4');
      await kiosk.knows('attention', 'paper-wrong');
      await kiosk.prints();
      await kiosk.sees('out');
    },
  },
  {
    fault: 'device unplugged',
    moment: 'before',
    against: 'ippeveprinter',
    known: 'no-answer',
    reads: 'no-answer',
    title: ATTENTION,
    logs: ['printer-changed: does not answer', 'print-attention: does not answer'],
    ends: ['leaves'],
    play: async ({ kiosk, eve }) => {
      await eve.kill();
      await kiosk.knows('attention', 'no-answer');
      await kiosk.prints();
      await kiosk.sees('attention', 'no-answer');
    },
  },
  {
    fault: 'device unplugged, until the queue gives up',
    moment: 'before',
    against: 'ippeveprinter',
    known: 'no-answer',
    reads: 'no-answer',
    title: FAILED,
    logs: ['print-ended: aborted'],
    ends: ['tries-again'],
    play: async ({ kiosk, eve }) => {
      await eve.kill();
      await kiosk.knows('attention', 'no-answer');
      await kiosk.prints();
      await kiosk.sees('trouble');
    },
  },
  {
    fault: 'device unplugged',
    moment: 'during',
    against: 'ippeveprinter',
    reads: 'no-answer',
    title: ATTENTION,
    logs: ['print-attention: does not answer'],
    or: { reads: 'lost-contact', title: UNKNOWN, logs: ['print-ended: lost-contact'] },
    ends: ['leaves'],
    play: async (scene) => {
      await hangs(scene);
      await scene.deviceHasIt();
      await scene.eve.kill();
      await scene.kiosk.seesOneOf(['attention', 'trouble']);
    },
  },
  {
    fault: 'cover open',
    moment: 'during',
    against: 'ippeveprinter',
    reads: 'open',
    title: ATTENTION,
    logs: ['print-attention: cover-open-warning'],
    ends: ['leaves', 'goes-on'],
    play: waitsWith('cover-open', 'open'),
  },
  {
    fault: 'jam, and the job given up',
    moment: 'during',
    against: 'ippeveprinter',
    reads: 'jam',
    title: FAILED,
    logs: ['print-ended: media-jam'],
    ends: ['leaves', 'tries-again'],
    play: async ({ kiosk, eve }) => {
      await eve.setMood('fail media-jam');
      await kiosk.prints();
      await kiosk.sees('trouble');
    },
  },
  {
    fault: 'job aborted by the device',
    moment: 'during',
    against: 'ippeveprinter',
    reads: 'stopped-by-printer',
    title: FAILED,
    logs: ['print-ended: stopped-by-printer'],
    ends: ['leaves', 'tries-again'],
    play: async ({ kiosk, eve }) => {
      await eve.setMood('exit 1');
      await kiosk.prints();
      await kiosk.sees('trouble');
    },
  },
];

/** Answers that no sound printer gives, and how each is told. */
const EVIL_ANSWERS: readonly (readonly [string, FakeFault, string])[] = [
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

const EVIL: readonly Fault[] = EVIL_ANSWERS.flatMap(([how, fault, code]): readonly Fault[] => {
  const limits = code === 'timed-out' ? IMPATIENT : {};
  return [
    {
      fault: `IPP answers ${how}`,
      moment: 'before',
      against: 'fake',
      limits,
      known: code,
      reads: code,
      title: FAILED,
      logs: [`printer-changed: ${code}`, `print-failed: ${code}`],
      ends: ['leaves', 'tries-again'],
      play: async ({ kiosk, fake }) => {
        fake.setFault('any', fault);
        await kiosk.knows('unavailable', code);
        await kiosk.prints();
        await kiosk.sees('refused');
      },
    },
    {
      fault: `IPP answers the document ${how}`,
      moment: 'during',
      against: 'fake',
      limits,
      reads: code,
      title: FAILED,
      logs: [`print-failed: ${code}`],
      ends: ['leaves', 'tries-again'],
      play: async ({ kiosk, fake }) => {
        fake.setFault('Send-Document', fault);
        await kiosk.prints();
        await kiosk.sees('refused');
      },
    },
    {
      fault: `IPP answers ${how} while printing`,
      moment: 'during',
      against: 'fake',
      limits,
      reads: 'lost-contact',
      title: UNKNOWN,
      logs: ['print-ended: lost-contact'],
      ends: ['leaves'],
      play: async ({ kiosk, fake }) => {
        fake.scriptJobs({ state: 'processing' });
        fake.setFault('Get-Job-Attributes', fault);
        await kiosk.prints();
        await kiosk.sees('trouble');
      },
    },
  ];
});

function scripted(...steps: readonly FakeJobStep[]): (scene: FakeScene) => Promise<void> {
  return async ({ kiosk, fake }) => {
    fake.scriptJobs(...steps);
    await kiosk.prints();
    await kiosk.sees('attention');
  };
}

function refusedAt(operation: FakeOperation, fault: FakeFault): (scene: FakeScene) => Promise<void> {
  return async ({ kiosk, fake }) => {
    fake.setFault(operation, fault);
    await kiosk.prints();
    await kiosk.sees('refused');
  };
}

const OTHERS: readonly Fault[] = [
  {
    fault: 'asleep for 30 s',
    moment: 'before',
    against: 'fake',
    reads: 'waking',
    title: 'job.waking',
    logs: ['printer-changed: standby'],
    ends: ['leaves', 'goes-on'],
    play: async ({ kiosk, fake }) => {
      fake.setPrinter({ reasons: ['standby'] });
      fake.scriptJobs({ state: 'processing' });
      await kiosk.knows('waking', 'waking');
      await kiosk.prints();
      await kiosk.sees('on-the-way', 'waking');
    },
  },
  {
    fault: 'asleep, with yesterday’s reasons still on the queue',
    moment: 'before',
    against: 'fake',
    reads: null,
    title: 'job.handed-over',
    logs: [],
    ends: ['prints'],
    play: async ({ kiosk, fake }) => {
      fake.setPrinter({ reasons: ['media-low-report', 'cups-ipp-missing-job-history'] });
      await kiosk.prints();
      await kiosk.sees('out');
    },
  },
  {
    fault: 'IPP answers slowly',
    moment: 'before',
    against: 'fake',
    reads: null,
    title: 'job.handed-over',
    logs: ['print-ended: sent'],
    ends: ['prints'],
    play: async ({ kiosk, fake }) => {
      fake.setFault('any', { kind: 'slow', delayMs: 200 });
      await kiosk.prints();
      await kiosk.sees('out');
    },
  },
  {
    fault: 'IPP answers with unknown attributes',
    moment: 'during',
    against: 'fake',
    reads: null,
    title: 'job.handed-over',
    logs: ['print-ended: sent'],
    ends: ['prints'],
    play: async ({ kiosk, fake }) => {
      fake.setFault('any', { kind: 'unknown-attributes' });
      await kiosk.prints();
      await kiosk.sees('out');
    },
  },
  {
    fault: 'connection cut mid-document',
    moment: 'during',
    against: 'fake',
    reads: 'connection-cut',
    title: FAILED,
    logs: ['print-failed: connection-cut'],
    ends: ['leaves', 'tries-again'],
    play: refusedAt('Send-Document', { kind: 'cut-mid-document' }),
  },
  {
    fault: 'line cut when the printer has the pages already, and no way to cancel',
    moment: 'during',
    against: 'fake',
    reads: 'connection-cut',
    title: UNKNOWN,
    logs: ['print-failed: connection-cut'],
    ends: ['leaves'],
    play: async ({ kiosk, fake }) => {
      fake.setFault('Send-Document', { kind: 'cut' });
      fake.setFault('Cancel-Job', { kind: 'cut' });
      await kiosk.prints();
      await kiosk.sees('trouble');
    },
  },
  {
    fault: 'disk full in the spool, said by IPP',
    moment: 'during',
    against: 'fake',
    isQueue: true,
    reads: 'refused',
    title: FAILED,
    logs: ['print-failed: refused'],
    ends: ['leaves', 'tries-again'],
    play: refusedAt('Send-Document', { kind: 'status', status: 0x0505 }),
  },
  {
    fault: 'disk full in the spool, said by HTTP',
    moment: 'during',
    against: 'fake',
    isQueue: true,
    reads: 'unreadable-answer',
    title: FAILED,
    logs: ['print-failed: unreadable-answer'],
    ends: ['leaves', 'tries-again'],
    play: refusedAt('Send-Document', { kind: 'http', status: 413 }),
  },
  {
    fault: 'spool area full',
    moment: 'before',
    against: 'fake',
    isQueue: true,
    known: 'spool-full',
    reads: 'spool-full',
    title: ATTENTION,
    logs: ['printer-changed: spool-area-full', 'print-attention: spool-area-full'],
    ends: ['leaves', 'goes-on'],
    play: async (scene) => {
      scene.fake.setPrinter({ reasons: ['spool-area-full'] });
      await scene.kiosk.knows('attention', 'spool-full');
      await scripted({ state: 'pending' })(scene);
    },
  },
  {
    fault: 'busy with another computer’s job',
    moment: 'before',
    against: 'fake',
    reads: 'busy',
    title: FAILED,
    logs: ['print-failed: busy'],
    ends: ['leaves', 'tries-again'],
    play: refusedAt('Create-Job', { kind: 'status', status: 0x0507 }),
  },
  {
    fault: 'job refused before it is sent',
    moment: 'before',
    against: 'fake',
    reads: 'refused',
    title: FAILED,
    logs: ['print-failed: refused'],
    ends: ['leaves', 'tries-again'],
    play: refusedAt('Validate-Job', { kind: 'status', status: 0x040b }),
  },
  {
    fault: 'job held',
    moment: 'during',
    against: 'fake',
    reads: 'held',
    title: ATTENTION,
    logs: ['print-attention: job-hold-until-specified'],
    ends: ['leaves', 'goes-on'],
    play: scripted({ state: 'held', reasons: ['job-hold-until-specified'] }),
  },
  {
    fault: 'stopped without a reason',
    moment: 'during',
    against: 'fake',
    reads: 'other',
    title: ATTENTION,
    logs: ['print-attention'],
    ends: ['leaves', 'goes-on'],
    play: scripted({ state: 'stopped', printer: { state: 'stopped' } }),
  },
  {
    fault: 'several troubles at once: the jam is told first',
    moment: 'during',
    against: 'fake',
    reads: 'jam',
    title: ATTENTION,
    logs: ['print-attention: media-jam-warning'],
    ends: ['goes-on'],
    play: scripted({
      state: 'processing',
      printer: { reasons: ['paused', 'toner-low-error', 'media-jam-warning', 'media-empty-error'] },
    }),
  },
  {
    fault: 'completed, yet the reasons say error',
    moment: 'after',
    against: 'fake',
    reads: 'broken',
    title: ATTENTION,
    logs: ['print-attention: marker-fuser-timing-failure-error'],
    ends: ['leaves', 'came-out'],
    play: scripted({ state: 'completed', printer: { reasons: ['marker-fuser-timing-failure-error'] } }),
  },
  {
    fault: 'completed with errors',
    moment: 'after',
    against: 'fake',
    reads: 'with-errors',
    title: UNKNOWN,
    logs: ['print-ended: with-errors'],
    ends: ['leaves', 'tries-again'],
    play: async ({ kiosk, fake }) => {
      fake.scriptJobs({ state: 'completed', reasons: ['job-completed-with-errors'] });
      await kiosk.prints();
      await kiosk.sees('trouble');
    },
  },
  {
    // As a real queue does it when its device comes back; it does not always notice (docs/printers.md).
    fault: 'device switched off and on',
    moment: 'during',
    against: 'fake',
    isQueue: true,
    reads: 'history-lost',
    title: UNKNOWN,
    logs: ['print-ended: history-lost'],
    ends: ['leaves', 'tries-again'],
    play: async ({ kiosk, fake }) => {
      const reasons = ['cups-ipp-missing-job-history', 'cups-ipp-conformance-failure-report'];
      fake.scriptJobs({ state: 'processing' }, { state: 'completed', printer: { reasons } });
      await kiosk.prints();
      await kiosk.sees('trouble');
    },
  },
  {
    fault: 'printer restarted, its number now another’s job',
    moment: 'during',
    against: 'fake',
    reads: 'job-forgotten',
    title: UNKNOWN,
    logs: ['print-ended: job-forgotten'],
    ends: ['leaves', 'tries-again'],
    play: async ({ kiosk, fake }) => {
      fake.scriptJobs({ state: 'processing' });
      await kiosk.prints();
      await kiosk.sees('on-the-way');
      await kiosk.hasHeard('sending');
      fake.forgetJobs();
      fake.addJob('another kiosk');
      await kiosk.sees('trouble');
    },
  },
  {
    fault: 'pages that the printer cannot read',
    moment: 'during',
    against: 'fake',
    isQueue: true,
    reads: 'document-rejected',
    title: FAILED,
    logs: ['print-ended: document-rejected'],
    ends: ['leaves', 'tries-again'],
    play: async ({ kiosk, fake }) => {
      fake.scriptJobs({ state: 'stopped', reasons: ['job-completed-with-errors'] });
      await kiosk.prints();
      await kiosk.sees('trouble');
    },
  },
  {
    fault: 'too slow, and it cannot be cancelled',
    moment: 'during',
    against: 'fake',
    limits: { jobDeadlineMs: 200 },
    reads: 'not-cancelled',
    title: UNKNOWN,
    logs: ['print-ended: not-cancelled'],
    ends: ['leaves'],
    play: async ({ kiosk, fake }) => {
      fake.scriptJobs({ state: 'processing' });
      fake.setFault('Cancel-Job', { kind: 'status', status: 0x0500 });
      await kiosk.prints();
      await kiosk.sees('trouble');
    },
  },
];

export const FAULTS: readonly Fault[] = [...REAL_QUEUE, ...REAL_DEVICE, ...EVIL, ...OTHERS];
