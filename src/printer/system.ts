/**
 * The printing of the operating system, for Windows. It tells far less than IPP: whether there is a printer of that name
 * and whether the system took the pages, and no more (Electron 36 lost even the status of a printer). So nothing is known
 * before the person counts, a job ends as `handed-over`, and it cannot be taken back. Where a printer speaks IPP, use the
 * `ipp` adapter on Windows too (docs/printers.md).
 */
import { refuseDocument } from './document';
import type { PrinterPort, PrintDocument, PrinterOffers, PrintFailure } from './port';

/** What became of pages given to the system; `detail` is its reason, in English. */
export type Spooled =
  | { readonly kind: 'taken' }
  | { readonly kind: 'refused'; readonly detail: string }
  /** It failed in the middle, or did not say: some pages may come out. */
  | { readonly kind: 'unsure'; readonly detail: string };

/** What the rim gives (Electron's `getPrintersAsync` and `print`). Rejects only at a bug. */
export interface SystemSpooler {
  /** Their names, as the system has them. */
  printers(): Promise<readonly string[]>;
  /** Prints on one side. @param printer null for the one that the system prints on by default */
  print(printer: string | null, document: PrintDocument): Promise<Spooled>;
}

/** Nobody tells what the printer can, so what a count of sheets rests on is not offered. */
const OFFERS: PrinterOffers = {
  papers: ['letter', 'a4'],
  twoSided: false,
  maxCopies: 99,
  colorModes: ['monochrome', 'color'],
  trueSize: false,
};

/** @param name as the system knows the printer; null for its default one */
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
      const detail = 'the printing of the system gives no job to take back';
      return { ok: false, error: { code: 'cannot-take-back', detail } };
    },

    // Nothing can be done here: `cancel` has said so for each job.
    async purge() {
      return { ok: true, value: { cancelled: 0, wiped: 0, isDone: true } };
    },
  };

  async function whyMissing(): Promise<PrintFailure | null> {
    const printers = await spooler.printers();
    if (name === null ? printers.length > 0 : printers.includes(name)) return null;
    const detail =
      name === null ? 'the system has no printer' : 'the system has no printer of the name in the settings';
    return { code: 'no-such-queue', detail };
  }
}
