/**
 * The three printers on which faults are played: a real queue with a test device, a real virtual printer behind a real
 * queue, and the fake one for what no real one can be asked to do.
 */
import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import type { IppLimits, Paper } from '../../src/printer';
import { ALL_OPERATIONS, startFakePrinter, type FakePrinter } from '../support/fake-printer';
import { waitFor, type PrintLab } from '../support/print-lab';
import type { EvePrinter } from '../support/print-lab/eve';
import { OWNER, startKiosk, type Kiosk, type KioskOptions } from './kiosk';

const run = promisify(execFile);

const IDLE_WITHIN_MS = 3_000;
const TAKEN_BACK_WITHIN_MS = 500;

/** Where a fault is played. */
export interface Scene {
  /** The one that runs now. */
  readonly kiosk: Kiosk;
  /** The program dies without a word, and is started again. */
  crash(): void;
  /** In every document of the person of this scene. */
  readonly canary: string;
  /** How many sheets with this text came out so far. */
  papers(text: string): Promise<number>;
  /**
   * The kiosk has cancelled the jobs of who left, where that can be done: what is fixed in the very moment in which
   * somebody goes may print.
   */
  asCancelled(): Promise<void>;
  /** Everything works again. */
  fix(): Promise<void>;
  /** What is left of the person, after all: open or remembered jobs, files with their text. Empty when all is well. */
  leftovers(): Promise<readonly string[]>;
  close(): Promise<void>;
}

export interface CupsScene extends Scene {
  readonly lab: PrintLab;
}
export interface EveScene extends Scene {
  readonly lab: PrintLab;
  readonly eve: EvePrinter;
  /** Waits until the device itself has the document. */
  deviceHasIt(): Promise<void>;
}
export interface FakeScene extends Scene {
  readonly fake: FakePrinter;
}

export interface SceneOptions {
  readonly canary: string;
  readonly limits?: Partial<IppLimits>;
  readonly paper?: Paper;
  readonly uri?: string;
}

export async function cupsScene(lab: PrintLab, { canary, ...options }: SceneOptions): Promise<CupsScene> {
  const kiosks = startKiosks({ uri: lab.queueUri, ...options });
  return {
    ...kiosks,
    get kiosk() {
      return kiosks.now();
    },
    canary,
    lab,
    papers: async (text) =>
      countPapers(
        (await lab.received()).map(({ pdf }) => pdf),
        text,
      ),
    asCancelled: () => asCancelled(() => openJobs(lab, options.uri ?? lab.queueUri)),
    async fix() {
      await lab.startScheduler();
      await lab.setMood('fine');
      if (options.uri !== undefined) await lab.addQueue(options.uri.replace(/.*\//, ''));
      await lab.acceptJobs(true);
      await lab.resumeQueue();
    },
    leftovers: () => leftIn(lab, options.uri ?? lab.queueUri, canary),
  };
}

export async function eveScene(
  lab: PrintLab,
  eve: EvePrinter,
  queue: string,
  { canary, ...options }: SceneOptions,
): Promise<EveScene> {
  const kiosks = startKiosks({ uri: queue, paper: 'a4', ...options });
  return {
    ...kiosks,
    get kiosk() {
      return kiosks.now();
    },
    canary,
    lab,
    eve,
    deviceHasIt: () => waitFor('the document at the device', () => eve.isPrinting()),
    papers: async (text) => countPapers(await eve.papers(), text),
    asCancelled: () => asCancelled(() => openJobs(lab, queue)),
    async fix() {
      await eve.start();
      await eve.setMood('fine');
      await eve.setPaper(250, 25, options.paper ?? 'a4');
      // A queue that finds its device busy comes back only after five seconds. This device waits on for paper when the
      // job that asked for it was cancelled; then somebody switches it off and on.
      await waitFor('an idle device', () => eve.isIdle(), IDLE_WITHIN_MS).catch(async () => {
        await eve.kill();
        await eve.start();
        await eve.setPaper(250, 25, options.paper ?? 'a4');
      });
    },
    leftovers: () => leftIn(lab, queue, canary),
  };
}

/** A fresh one for each fault; `isQueue` makes it answer as CUPS does. */
export async function fakeScene({ canary, ...options }: SceneOptions, isQueue: boolean): Promise<FakeScene> {
  const fake = await startFakePrinter();
  if (isQueue) fake.setPrinter({ deviceUri: 'usb://fake', operations: ALL_OPERATIONS });
  const kiosks = startKiosks({ uri: fake.uri, ...options });
  const leftovers = async (): Promise<readonly string[]> => {
    const ours = fake.jobs.filter(({ user }) => user === OWNER);
    const open = ours.filter(({ step }) => !['canceled', 'aborted', 'completed'].includes(step.state));
    return open.map(({ id, step }) => `job ${id} is ${step.state}`);
  };
  return {
    ...kiosks,
    get kiosk() {
      return kiosks.now();
    },
    canary,
    fake,
    papers: async (text) => fake.printed.filter((document) => document.includes(text)).length,
    asCancelled: () => asCancelled(leftovers),
    async fix() {
      await fake.switchOn();
      fake.fix();
    },
    leftovers,
    async close() {
      await kiosks.close();
      await fake.stop();
    },
  };
}

function startKiosks(options: KioskOptions): Pick<Scene, 'crash' | 'close'> & { readonly now: () => Kiosk } {
  const started = [startKiosk(options)];
  const now = (): Kiosk => {
    const last = started.at(-1);
    if (last === undefined) throw new Error('no kiosk was started');
    return last;
  };
  return {
    now,
    crash() {
      now().dies();
      started.push(startKiosk(options));
    },
    async close() {
      for (const kiosk of started) await kiosk.close();
    },
  };
}

async function leftIn(lab: PrintLab, queue: string, canary: string): Promise<readonly string[]> {
  const [jobs, files] = [await lab.jobs('all', queue), await lab.filesWith(canary)];
  return [...jobs.filter((job) => job.includes(OWNER)).map((job) => `the queue keeps: ${job}`), ...files];
}

async function openJobs(lab: PrintLab, queue: string): Promise<readonly string[]> {
  return (await lab.jobs('not-completed', queue)).filter((job) => job.includes(OWNER));
}

/** A printer that cannot be asked, or will not cancel, is waited for later: `nothingIsLeft`. */
async function asCancelled(open: () => Promise<readonly string[]>): Promise<void> {
  const isClear = async (): Promise<boolean> => {
    const jobs = await open().catch(() => []);
    return jobs.length === 0;
  };
  await waitFor('the kiosk to cancel', isClear, TAKEN_BACK_WITHIN_MS).catch(() => undefined);
}

const textsOf = new Map<string, string>();

/** Paper does not change, so each sheet is read once. */
async function countPapers(files: readonly string[], text: string): Promise<number> {
  let count = 0;
  for (const file of files) {
    const known = textsOf.get(file) ?? (await run('pdftotext', [file, '-'])).stdout;
    textsOf.set(file, known);
    if (known.includes(text)) count += 1;
  }
  return count;
}
