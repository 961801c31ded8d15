/** The vocabulary of the fault list: what a row says, and the acts that it is played with. */
import type { StateOf } from '../../src/contract/table';
import type { MachineEvent } from '../../src/machine/events';
import type { IppLimits, Paper } from '../../src/printer';
import type { PrintScene } from '../../src/renderer/logic/print-scene';
import type { FakeFault, FakeJobStep, FakeOperation, FakePrinterState } from '../support/fake-printer';
import type { PrintLab } from '../support/print-lab';
import type { EvePrinter } from '../support/print-lab/eve';
import type { CupsScene, EveScene, FakeScene, Scene } from './scenes';

/** When the fault strikes: before anybody prints, with a job on its way, or when the job is reported as done. */
export type Moment = 'before' | 'during' | 'after';

/**
 * How the scene continues. In each, nothing comes out after the person left, nothing stays behind, and the next
 * person can print.
 * - `leaves`: the person leaves while the fault lasts.
 * - `goes-on`: the fault is fixed while the person waits; the pages come out by themselves, once.
 * - `tries-again`: the fault is fixed, the person presses "Try again"; the pages come out.
 * - `came-out`: the person says that they came out, and counts.
 * - `prints`: the fault does no harm; the pages come out.
 */
export type Ending = 'leaves' | 'goes-on' | 'tries-again' | 'came-out' | 'prints';

type EventKind = MachineEvent['kind'];
/** The kind of an event that is logged; after the colon, text that the line contains. */
type Logged = EventKind | `${EventKind}: ${string}`;

/** What can be seen of a fault. */
export interface Shown {
  /** What the person reads: a key of `printer.reason`; null for a title alone. */
  readonly reads: string | null;
  /** Word key of the heading. */
  readonly title: string;
  readonly logs: readonly Logged[];
}

export type Act<Place extends Scene> = (scene: Place) => Promise<void>;

export interface Row<Place extends Scene> {
  /** What the first screen knows before anybody prints, as a key of `printer.reason`. Left out: all is well. */
  readonly known?: string;
  readonly does: readonly Act<Place>[];
  readonly shows: Shown;
  /** What may be seen instead: a real queue does not always take the same way. */
  readonly or?: Shown;
  readonly ends: readonly Ending[];
  /** False when the program itself died: otherwise the person can still print the same pages. */
  readonly isKept?: false;
  readonly limits?: Partial<IppLimits>;
  readonly paper?: Paper;
  /** The name of the queue in the settings; left out, the queue that exists. */
  readonly queue?: string;
  /** The fake printer answers as a CUPS queue does. */
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
/** The machine knows this of the printer. */
export function knows(readiness: StateOf<'printer'>['readiness'], reason?: string): Act<Scene> {
  return ({ kiosk }) => kiosk.knows(readiness, reason);
}
export function hears(phase: StateOf<'job'>['phase']): Act<Scene> {
  return ({ kiosk }) => kiosk.hasHeard(phase);
}
export const crashes: Act<Scene> = async (scene) => scene.crash();

/** What the device does with the next job: `device.sh` has the list. */
export function mood(name: string): Act<CupsScene | EveScene> {
  return (scene) => ('eve' in scene ? scene.eve : scene.lab).setMood(name);
}
/** The device prints without a word and without an end. */
export const hangs: readonly Act<CupsScene | EveScene>[] = [mood('hang'), prints, hears('sending')];

/** Something happens to the real queue. */
export function lab(does: (lab: PrintLab) => Promise<void>): Act<CupsScene | EveScene> {
  return (scene) => does(scene.lab);
}
/** Something happens to the real device. */
export function eve(does: (eve: EvePrinter) => Promise<void>): Act<EveScene> {
  return (scene) => does(scene.eve);
}
export const deviceHasIt: Act<EveScene> = (scene) => scene.deviceHasIt();

/** The fake printer spoils its answers to this operation. */
export function fault(operation: FakeOperation | 'any', wrong: FakeFault): Act<FakeScene> {
  return async ({ fake }) => fake.setFault(operation, wrong);
}
/** The fake printer changes. */
export function printer(change: Partial<FakePrinterState>): Act<FakeScene> {
  return async ({ fake }) => fake.setPrinter(change);
}
/** Jobs of the fake printer take these steps; the last one stays. */
export function jobs(...steps: readonly FakeJobStep[]): Act<FakeScene> {
  return async ({ fake }) => fake.scriptJobs(...steps);
}
