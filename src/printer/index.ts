/** The room's public face: a PDF's way to paper. */
import { systemClock } from './clock';
import { makeFolderPrinter } from './folder';
import { DEFAULT_IPP_LIMITS, makeIppPrinter, type IppLimits } from './ipp';
import { parsePrinterUri, type SettingsFailure } from './ipp-uri';
import type { Clock, PrinterPort, Result } from './port';

export type * from './port';
export type { IppLimits } from './ipp';
export type { SettingsFailure } from './ipp-uri';

export type PrinterSettings =
  { readonly kind: 'folder'; readonly folder: string } | { readonly kind: 'ipp'; readonly uri: string };

export interface PrinterDeps {
  readonly clock?: Clock;
  /** Those left out keep their defaults (`DEFAULT_IPP_LIMITS`). */
  readonly limits?: Partial<IppLimits>;
}

/** The printer of these settings, or what to mend in them. Contacts nothing. */
export function makePrinter(
  settings: PrinterSettings,
  { clock = systemClock, limits = {} }: PrinterDeps = {},
): Result<PrinterPort, SettingsFailure> {
  switch (settings.kind) {
    case 'folder': {
      if (settings.folder.trim() === '') {
        return {
          ok: false,
          error: { code: 'bad-folder', detail: 'printer folder is empty: name one, like printed' },
        };
      }
      return { ok: true, value: makeFolderPrinter(settings.folder, clock) };
    }
    case 'ipp': {
      const target = parsePrinterUri(settings.uri);
      if (!target.ok) return target;
      return { ok: true, value: makeIppPrinter(target.value, clock, { ...DEFAULT_IPP_LIMITS, ...limits }) };
    }
  }
}
