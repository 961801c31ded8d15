import type { StateOf } from '../contract/table';
import type { Clock, PrinterPort, PrinterStatus } from '../printer';

export interface PrinterWatchDeps {
  readonly printer: PrinterPort;
  readonly clock: Clock;
  readonly publish: (printer: StateOf<'printer'>) => void;
  readonly signal: AbortSignal;
}

/** Often enough that the screen knows of an empty tray before somebody presses Print. */
const PAUSE_MS = 5_000;

/** Asks the printer how it is, until the signal. */
export async function watchPrinter({ printer, clock, publish, signal }: PrinterWatchDeps): Promise<void> {
  while (!signal.aborted) {
    const status = await printer.status();
    if (!signal.aborted) publish(stateOf(status));
    await clock.sleep(PAUSE_MS, signal);
  }
}

function stateOf(status: PrinterStatus): StateOf<'printer'> {
  const reasons = status.reasons.map((reason) => reason.keyword);
  if (status.readiness !== 'unavailable') return { readiness: status.readiness, reasons };
  return { readiness: 'unavailable', reasons: [...reasons, status.failure.code] };
}
