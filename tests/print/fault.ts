/** The vocabulary of the fault list: what a row says, and the steps that produce the fault. */
import type { StateOf } from '../../src/contract/table';
import type { IppLimits, Paper } from '../../src/printer';
import type { PrintScene } from '../../src/renderer/logic/print-scene';
import type { FakeFault, FakeJobStep, FakeOperation, FakePrinterState } from '../support/fake-printer';
import type { PrintLab } from '../support/print-lab';
import type { EvePrinter } from '../support/print-lab/eve';
import type { Logged } from './kiosk';
import type { CupsScene, EveScene, FakeScene, Scene } from './scenes';

/** When the fault occurs: before anybody prints, during a job, or once the job is reported as done. */
export type Moment = 'before' | 'during' | 'after';

/**
 * How the scene ends. In each ending, nothing comes out after the person has left, nothing of them is kept, and the next
 * person can print.
 * - `leaves`: the person leaves before the fault is fixed.
 * - `goes-on`: the fault is fixed while the person waits, and the pages come out without help, once.
 * - `tries-again`: the fault is fixed, the person presses "Try again", and the pages come out.
 * - `came-out`: the person says that the pages came out, and counts them.
 * - `prints`: the fault has no effect, and the pages come out.
 */
export type Ending = 'leaves' | 'goes-on' | 'tries-again' | 'came-out' | 'prints';

/** What people and the log see of a fault. */
export interface Shown {
  /** The reason that the person reads: a key of `printer.reason`; null if there is only a title. */
  readonly reads: string | null;
  /** Word key of the heading. */
  readonly title: string;
  readonly logs: readonly Logged[];
}

export type Act<Place extends Scene> = (scene: Place) => Promise<void>;

export interface Row<Place extends Scene> {
  /** What the first screen says before anybody prints: a key of `printer.reason`. If left out, nothing is wrong. */
  readonly known?: string;
  readonly does: readonly Act<Place>[];
  readonly shows: Shown;
  /** What may be seen instead, because a real queue does not always behave the same. */
  readonly or?: Shown;
  readonly ends: readonly Ending[];
  /** False if the program itself crashed; otherwise the person can still print the same pages. */
  readonly isKept?: false;
  readonly limits?: Partial<IppLimits>;
  readonly paper?: Paper;
  /** The name of the queue in the settings; if left out, the queue that exists. */
  readonly queue?: string;
  /** The fake printer answers like a CUPS queue. */
  readonly isQueue?: true;
}

export interface Fault<Place extends Scene> extends Row<Place> {
  readonly fault: string;
  readonly moment: Moment;
}

export function before<Place extends Scene>(fault: string, row: Row<Place>): Fault<Place> {
  return { fault, moment: 'before', ...row };
}
export function during<Place extends Scene>(fault: string, row: Row<Place>): Fault<Place> {
  return { fault, moment: 'during', ...row };
}
export function after<Place extends Scene>(fault: string, row: Row<Place>): Fault<Place> {
  return { fault, moment: 'after', ...row };
}

export function titled(title: `job.${StateOf<'job'>['phase']}`, ...logs: readonly Logged[]): Shown {
  return { reads: null, title, logs };
}
export function attention(reads: string, ...logs: readonly Logged[]): Shown {
  return { reads, title: 'job.attention', logs };
}
export function failed(reads: string, ...logs: readonly Logged[]): Shown {
  return { reads, title: 'job.failed', logs };
}
export function unknown(reads: string, ...logs: readonly Logged[]): Shown {
  return { reads, title: 'job.unknown', logs };
}

/** The person presses "Print now" or "Try again". */
export const prints: Act<Scene> = ({ kiosk }) => kiosk.prints();

export function sees(kind: PrintScene['kind'], reason?: string): Act<Scene> {
  return ({ kiosk }) => kiosk.sees(kind, reason);
}
export function seesOneOf(...kinds: readonly PrintScene['kind'][]): Act<Scene> {
  return ({ kiosk }) => kiosk.seesOneOf(kinds);
}
/** Waits until the machine reports this about the printer. */
export function knows(readiness: StateOf<'printer'>['readiness'], reason?: string): Act<Scene> {
  return ({ kiosk }) => kiosk.knows(readiness, reason);
}
export function hears(phase: StateOf<'job'>['phase']): Act<Scene> {
  return ({ kiosk }) => kiosk.hasHeard(phase);
}
export const crashes: Act<Scene> = async (scene) => scene.crash();

/** Sets what the device does with the next job; see the list in `device.sh`. */
export function mood(name: string): Act<CupsScene | EveScene> {
  return (scene) => ('eve' in scene ? scene.eve : scene.lab).setMood(name);
}
/** The device never finishes, and reports nothing. */
export const hangs: readonly Act<CupsScene | EveScene>[] = [mood('hang'), prints, hears('sending')];

/** Does something to the real queue. */
export function lab(does: (lab: PrintLab) => Promise<void>): Act<CupsScene | EveScene> {
  return (scene) => does(scene.lab);
}
/** Does something to the virtual printer. */
export function eve(does: (eve: EvePrinter) => Promise<void>): Act<EveScene> {
  return (scene) => does(scene.eve);
}
export const deviceHasIt: Act<EveScene> = (scene) => scene.deviceHasIt();

/** Makes the fake printer damage its answers to this operation. */
export function fault(operation: FakeOperation | 'any', wrong: FakeFault): Act<FakeScene> {
  return async ({ fake }) => fake.setFault(operation, wrong);
}
/** Changes the state of the fake printer. */
export function printer(change: Partial<FakePrinterState>): Act<FakeScene> {
  return async ({ fake }) => fake.setPrinter(change);
}
/** Sets the steps of the fake printer's jobs; a job stays at the last one. */
export function jobs(...steps: readonly FakeJobStep[]): Act<FakeScene> {
  return async ({ fake }) => fake.scriptJobs(...steps);
}
