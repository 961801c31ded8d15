/**
 * The three setups for the fault list: a real queue with a test device, a virtual printer behind a real queue, and a fake
 * printer for faults that a real one cannot produce on demand.
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

/** A kiosk, its printer, and a person. */
export interface Scene {
  /** The kiosk that runs now. */
  readonly kiosk: Kiosk;
  /** Crashes the program and starts it again. */
  crash(): void;
  /** Text in every document of this person, to search for what is left of them. */
  readonly canary: string;
  /** How many sheets with this text have come out so far. */
  papers(text: string): Promise<number>;
  /**
   * Waits until the kiosk has canceled the jobs of the person who left, if it can. Without this, a fault that is fixed at
   * that very moment could let them print.
   */
  asCancelled(): Promise<void>;
  /** Repairs everything. */
  fix(): Promise<void>;
  /** What is left of the person at the end: jobs in the queue, files with their text. Should be empty. */
  leftovers(): Promise<readonly string[]>;
  close(): Promise<void>;
}

export interface CupsScene extends Scene {
  readonly lab: PrintLab;
}
export interface EveScene extends Scene {
  readonly lab: PrintLab;
  readonly eve: EvePrinter;
  /** Waits until the document is at the device. */
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
      // A queue that finds its device busy tries again only after five seconds. This device keeps waiting for paper even
      // if its job was canceled, so it is restarted.
      await waitFor('an idle device', () => eve.isIdle(), IDLE_WITHIN_MS).catch(async () => {
        await eve.kill();
        await eve.start();
        await eve.setPaper(250, 25, options.paper ?? 'a4');
      });
    },
    leftovers: () => leftIn(lab, queue, canary),
  };
}

/** Starts a new fake printer. @param isQueue it answers like a CUPS queue */
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

/** Gives up after a short time: `nothingIsLeft` waits longer for a printer that does not answer or does not cancel. */
async function asCancelled(open: () => Promise<readonly string[]>): Promise<void> {
  const isClear = async (): Promise<boolean> => {
    const jobs = await open().catch(() => []);
    return jobs.length === 0;
  };
  await waitFor('the kiosk to cancel', isClear, TAKEN_BACK_WITHIN_MS).catch(() => undefined);
}

const textsOf = new Map<string, string>();

/** Reads each sheet only once. */
async function countPapers(files: readonly string[], text: string): Promise<number> {
  let count = 0;
  for (const file of files) {
    const known = textsOf.get(file) ?? (await run('pdftotext', [file, '-'])).stdout;
    textsOf.set(file, known);
    if (known.includes(text)) count += 1;
  }
  return count;
}
