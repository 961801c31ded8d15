/**
 * The printing of the operating system, for Windows. It tells far less than IPP: whether the spooler took the pages,
 * and no more. So a job ends as `passed-on`, it cannot be taken back, and an empty tray is not seen before the person
 * counts. Where a printer speaks IPP, use the `ipp` adapter on Windows too (docs/printers.md).
 */
import { refuseDocument } from './document';
import type { PrintDocument, PrinterPort, PrinterStatus, PrintFailure } from './port';
import { parseReason } from './reasons';

export interface SystemPrinterInfo {
  readonly name: string;
  readonly isDefault: boolean;
  /** Windows `PRINTER_STATUS_…` bits; 0 when all is well, and also when Windows does not know. */
  readonly status: number;
}

/** What the rim gives (Electron's `getPrintersAsync` and `print`). Rejects only at a bug. */
export interface SystemSpooler {
  printers(): Promise<readonly SystemPrinterInfo[]>;
  /** Resolves with null when the spooler took the pages, else with its reason in English. */
  print(printer: string, document: PrintDocument): Promise<string | null>;
}

/** Bits of `PRINTER_INFO_2.Status` (winspool.h) as the IPP reasons that mean the same. */
const STATUS_BITS: readonly (readonly [number, string])[] = [
  [0x0000_0001, 'paused'],
  [0x0000_0002, 'other-error'],
  [0x0000_0008, 'media-jam-error'],
  [0x0000_0010, 'media-empty-error'],
  [0x0000_0020, 'input-manual-input-request'],
  [0x0000_0040, 'media-needed-error'],
  [0x0000_0080, 'offline'],
  [0x0000_0800, 'output-area-full-error'],
  [0x0000_1000, 'offline'],
  [0x0001_0000, 'power-up'],
  [0x0002_0000, 'toner-low-warning'],
  [0x0004_0000, 'toner-empty-error'],
  [0x0010_0000, 'other-error'],
  [0x0020_0000, 'spool-area-full'],
  [0x0040_0000, 'cover-open-error'],
  [0x0100_0000, 'standby'],
];

const OFFERS = {
  papers: ['letter', 'a4'],
  twoSided: true,
  maxCopies: 99,
  colorModes: ['monochrome', 'color'],
  trueSize: false,
} as const;

/** @param name as Windows knows the printer; null for its default one */
export function makeSystemPrinter(name: string | null, spooler: SystemSpooler): PrinterPort {
  return {
    kind: 'system',

    async status(): Promise<PrinterStatus> {
      const found = await find();
      if (found === null) return { readiness: 'unavailable', reasons: [], failure: noPrinter() };
      const bits = STATUS_BITS.filter(([bit]) => (found.status & bit) !== 0);
      const reasons = bits.map(([, raw]) => parseReason(raw));
      const delaying = reasons.filter(({ trouble }) => trouble === 'waking');
      const because = reasons.filter(({ severity, trouble }) => severity === 'error' && trouble !== 'waking');
      if (because.length > 0) return { readiness: 'attention', reasons, because, offers: OFFERS };
      const readiness = delaying.length > 0 ? 'waking' : 'ready';
      return { readiness, reasons, because: delaying, offers: OFFERS };
    },

    async submit(document) {
      const unprintable = refuseDocument(document);
      if (unprintable !== null) return { ok: false, error: { ...unprintable, mayStillPrint: false } };
      const found = await find();
      if (found === null) return { ok: false, error: { ...noPrinter(), mayStillPrint: false } };
      const refusal = await spooler.print(found.name, document);
      if (refusal !== null) return { ok: false, error: { code: 'refused', detail: refusal, mayStillPrint: false } };
      const { copies, sides, paper } = document;
      return { ok: true, value: { id: 'passed-on', copies, sides, paper, reasonsBefore: [] } };
    },

    async follow(_job, onState) {
      const outcome = { state: 'passed-on' } as const;
      onState(outcome);
      return outcome;
    },

    async cancel() {
      const detail = 'the printing of the system gives no job to take back';
      return { ok: false, error: { code: 'cannot-take-back', detail } };
    },

    // Nothing can be done here: `cancel` has said so for each job.
    async purge() {
      return { ok: true, value: { cancelled: 0, wiped: 0, isDone: true } };
    },
  };

  async function find(): Promise<SystemPrinterInfo | null> {
    const printers = await spooler.printers();
    return printers.find((each) => (name === null ? each.isDefault : each.name === name)) ?? null;
  }

  function noPrinter(): PrintFailure {
    return {
      code: 'no-such-queue',
      detail: name === null ? 'no default printer' : 'no printer of the name in the settings',
    };
  }
}
