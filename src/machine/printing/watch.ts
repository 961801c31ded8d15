import type { Clock } from '../../basics/clock';
import type { StateOf } from '../../contract/table';
import type { PrinterPort, PrinterStatus } from '../../printer';
import type { Log } from '../events';

export interface PrinterWatchDeps {
  readonly printer: PrinterPort;
  /** The hospital wants print on both sides. */
  readonly twoSided: boolean;
  readonly clock: Clock;
  readonly publish: (printer: StateOf<'printer'>) => void;
  /** The most that a person may ask for. */
  readonly maxCopies: number;
  /** Called after each look: a printer that is back may still hold what should have been withdrawn. */
  readonly clearQueue: () => Promise<void>;
  readonly log: Log;
  readonly signal: AbortSignal;
}

/** Often enough that the screen knows of an empty tray before somebody presses Print. */
const PAUSE_MS = 5_000;

/** Asks the printer how it is, until the signal. */
export async function watchPrinter(deps: PrinterWatchDeps): Promise<void> {
  const { printer, twoSided: isTwoSidedWanted, maxCopies, clock, publish, clearQueue, log, signal } = deps;
  let logged = '';
  /** A printer that cannot be asked now can do what it could before. */
  let abilities: Pick<StateOf<'printer'>, 'twoSided' | 'mostCopies'> = {
    twoSided: isTwoSidedWanted,
    mostCopies: maxCopies,
  };
  while (!signal.aborted) {
    const status = await printer.status();
    if (signal.aborted) return;
    if (status.readiness !== 'unavailable') {
      const { offers } = status;
      abilities = {
        twoSided: isTwoSidedWanted && offers.twoSided,
        mostCopies: Math.min(maxCopies, offers.maxCopies),
      };
    }
    publish({ ...stateOf(status), ...abilities });
    logChange(status);
    await clearQueue();
    await clock.sleep(PAUSE_MS, signal);
  }

  function logChange(status: PrinterStatus): void {
    const reasons = status.reasons.map(({ raw }) => raw);
    const failure = status.readiness === 'unavailable' ? status.failure.code : null;
    const now = JSON.stringify([status.readiness, reasons, failure]);
    if (now !== logged) log({ kind: 'printer-changed', readiness: status.readiness, reasons, failure });
    logged = now;
  }
}

function stateOf(status: PrinterStatus): Pick<StateOf<'printer'>, 'readiness' | 'reasons'> {
  if (status.readiness === 'unavailable') return { readiness: 'unavailable', reasons: [status.failure.code] };
  return { readiness: status.readiness, reasons: [...new Set(status.because.map(({ trouble }) => trouble))] };
}
