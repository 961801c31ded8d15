import type { StateOf } from '../contract/table';
import type { Clock, PrinterPort, PrinterStatus } from '../printer';
import type { Log } from './events';

export interface PrinterWatchDeps {
  readonly printer: PrinterPort;
  readonly clock: Clock;
  readonly publish: (printer: StateOf<'printer'>) => void;
  /** Called after each look: a printer that is back may still hold what should have been taken back. */
  readonly tidy: () => Promise<void>;
  readonly log: Log;
  readonly signal: AbortSignal;
}

/** Often enough that the screen knows of an empty tray before somebody presses Print. */
const PAUSE_MS = 5_000;

/** Asks the printer how it is, until the signal. */
export async function watchPrinter({ printer, clock, publish, tidy, log, signal }: PrinterWatchDeps): Promise<void> {
  let logged = '';
  while (!signal.aborted) {
    const status = await printer.status();
    if (signal.aborted) return;
    publish(stateOf(status));
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

function stateOf(status: PrinterStatus): StateOf<'printer'> {
  if (status.readiness === 'unavailable') return { readiness: 'unavailable', reasons: [status.failure.code] };
  return { readiness: status.readiness, reasons: [...new Set(status.because.map(({ trouble }) => trouble))] };
}
