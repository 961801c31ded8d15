import type { Clock } from '../basics/clock';
import type { StateOf } from '../contract/table';
import type { PrinterPort, PrinterStatus } from '../printer';
import type { Log } from './events';

export interface PrinterWatchDeps {
  readonly printer: PrinterPort;
  /** The hospital wants print on both sides. */
  readonly twoSided: boolean;
  readonly clock: Clock;
  readonly publish: (printer: StateOf<'printer'>) => void;
  /** Called after each look: a printer that is back may still hold what should have been taken back. */
  readonly tidy: () => Promise<void>;
  readonly log: Log;
  readonly signal: AbortSignal;
}

/** A person is never asked for more: one for them, one for who helps them. */
export const MAX_COPIES = 2;

/** Often enough that the screen knows of an empty tray before somebody presses Print. */
const PAUSE_MS = 5_000;

/** Asks the printer how it is, until the signal. */
export async function watchPrinter(deps: PrinterWatchDeps): Promise<void> {
  const { printer, clock, publish, tidy, log, signal } = deps;
  let logged = '';
  /** What cannot be asked now can do what it could before. */
  let able: Pick<StateOf<'printer'>, 'twoSided' | 'mostCopies'> = { twoSided: deps.twoSided, mostCopies: MAX_COPIES };
  while (!signal.aborted) {
    const status = await printer.status();
    if (signal.aborted) return;
    if (status.readiness !== 'unavailable') {
      const { twoSided, maxCopies } = status.offers;
      able = { twoSided: deps.twoSided && twoSided, mostCopies: Math.min(maxCopies, MAX_COPIES) };
    }
    publish({ ...stateOf(status), ...able });
    logChange(status);
    await tidy();
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
