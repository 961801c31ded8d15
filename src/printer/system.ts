/**
 * Printing through the operating system, for Windows. It reports far less than IPP: only whether a printer of that name
 * exists and whether the system accepted the pages (Electron 36 removed even the printer status). So a job ends as
 * `handed-over`, it cannot be canceled, and only the person who counts the sheets knows what printed. If a printer speaks
 * IPP, use the `ipp` adapter on Windows too (docs/printers.md).
 */
import { refuseDocument } from './document';
import type { PrinterPort, PrintDocument, PrinterOffers, PrintFailure } from './port';

/** What the system did with the pages; `detail` is its reason, in English. */
export type Spooled =
  | { readonly kind: 'taken' }
  | { readonly kind: 'refused'; readonly detail: string }
  /** It failed halfway or gave no answer: some pages may print. */
  | { readonly kind: 'unsure'; readonly detail: string };

/** What `src/main` provides (Electron's `getPrintersAsync` and `print`). Rejects only because of a bug. */
export interface SystemSpooler {
  /** Printer names as the system knows them. */
  printers(): Promise<readonly string[]>;
  /** Prints one-sided. @param printer null for the system's default printer */
  print(printer: string | null, document: PrintDocument): Promise<Spooled>;
}

/** The system does not say what the printer supports. Two sides are not offered: the count of sheets depends on it. */
const OFFERS: PrinterOffers = {
  papers: ['letter', 'a4'],
  twoSided: false,
  maxCopies: 99,
  colorModes: ['monochrome', 'color'],
  trueSize: false,
};

/** @param name as the system knows the printer; null for its default printer */
export function makeSystemPrinter(name: string | null, spooler: SystemSpooler): PrinterPort {
  return {
    kind: 'system',

    async status() {
      const failure = await whyMissing();
      if (failure !== null) return { readiness: 'unavailable', reasons: [], failure };
      return { readiness: 'ready', reasons: [], because: [], offers: OFFERS };
    },

    async submit(document) {
      const failure = refuseDocument(document) ?? (await whyMissing());
      if (failure !== null) return { ok: false, error: { ...failure, mayStillPrint: false } };
      const spooled = await spooler.print(name, document);
      if (spooled.kind === 'taken') {
        const { copies, paper } = document;
        return { ok: true, value: { id: 'handed-over', copies, sides: 'one-sided', paper, reasonsBefore: [] } };
      }
      const { kind, detail } = spooled;
      return { ok: false, error: { code: 'refused', detail, mayStillPrint: kind === 'unsure' } };
    },

    async follow(_job, onState) {
      const outcome = { state: 'handed-over' } as const;
      onState(outcome);
      return outcome;
    },

    async cancel() {
      const detail = 'the operating system offers no way to cancel a job';
      return { ok: false, error: { code: 'cannot-withdraw', detail } };
    },

    // Nothing can be canceled; `cancel` already reported that for each job.
    async purge() {
      return { ok: true, value: { cancelled: 0, wiped: 0, isDone: true } };
    },
  };

  async function whyMissing(): Promise<PrintFailure | null> {
    const printers = await spooler.printers();
    if (name === null ? printers.length > 0 : printers.includes(name)) return null;
    const detail =
      name === null ? 'the system has no printer' : 'the system has no printer with the name in the settings';
    return { code: 'no-such-queue', detail };
  }
}
