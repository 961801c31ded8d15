/** Prints a PDF: what the other rooms may import from this one. */
import type { Result } from '../basics/result';
import type { Clock } from '../basics/clock';
import { systemClock } from '../basics/clock';
import { makeFolderPrinter } from './folder';
import { DEFAULT_IPP_LIMITS, type IppLimits } from './ipp/limits';
import { makeIppPrinter } from './ipp/printer';
import { parsePrinterUri, type SettingsFailure } from './ipp/uri';
import type { Paper, PrinterPort } from './port';
import { makeSystemPrinter, type SystemSpooler } from './system';

export type * from './port';
export { FAILED_WHYS, PRINT_FAILURES, UNKNOWN_WHYS } from './port';
export { findQueues, inspectQueue } from './inspect';
export type { IppLimits } from './ipp/limits';
export type { SettingsFailure } from './ipp/uri';
export { TROUBLES } from './reasons';
export type { Spooled, SystemSpooler } from './system';

export type PrinterSettings =
  | { readonly kind: 'folder'; readonly folder: string }
  | { readonly kind: 'ipp'; readonly uri: string }
  /** `name`: null for the system's default printer. */
  | { readonly kind: 'system'; readonly name: string | null };

export interface PrinterDeps {
  readonly clock?: Clock;
  /** Merged into `DEFAULT_IPP_LIMITS`. */
  readonly limits?: Partial<IppLimits>;
  /** `requesting-user-name` of this kiosk's jobs; never a person's. */
  readonly owner?: string;
  /** The paper of the site; if left out, any paper in the printer counts. */
  readonly paper?: Paper;
  /** Printing through the operating system, if the program can do that. */
  readonly spooler?: SystemSpooler;
}

/** The printer for these settings, or what to fix in them. Does not contact the printer. */
export function makePrinter(
  settings: PrinterSettings,
  { clock = systemClock, limits = {}, spooler, ...rest }: PrinterDeps = {},
): Result<PrinterPort, SettingsFailure> {
  switch (settings.kind) {
    case 'folder': {
      if (settings.folder.trim() === '')
        return unusable('bad-folder', 'printer folder is empty: name one, like printed');
      return { ok: true, value: makeFolderPrinter(settings.folder, clock) };
    }
    case 'ipp': {
      const target = parsePrinterUri(settings.uri);
      if (!target.ok) return target;
      const options = { ...rest, clock, limits: { ...DEFAULT_IPP_LIMITS, ...limits } };
      return { ok: true, value: makeIppPrinter(target.value, options) };
    }
    case 'system': {
      if (spooler === undefined) {
        const fix = 'use kind = "ipp" with the address of the printer or of a CUPS queue';
        return unusable('no-system-printing', `this program cannot print through the operating system: ${fix}`);
      }
      return { ok: true, value: makeSystemPrinter(settings.name, spooler) };
    }
  }
}

function unusable(code: SettingsFailure['code'], detail: string): Result<never, SettingsFailure> {
  return { ok: false, error: { code, detail } };
}
