/**
 * `npm run printer:check [-- ADDRESS [letter|a4]]`: lists the queues of this machine, or reports the status of one
 * printer or queue to an installer, with what to fix and what to write into the settings.
 */
import { setTimeout as sleep } from 'node:timers/promises';
import { readContentFiles } from '../guide/load/files';
import { interfaceTexts } from '../guide/load/interface-words';
import { findQueues, inspectQueue, makePrinter, type Paper, type PrinterPort, type PrinterStatus } from '../printer';
import { BUNDLED } from './content-folder';
import { EXIT_BAD_INPUT, EXIT_FINDINGS, fail, print } from './terminal';

const SCHEDULER = 'ipp://127.0.0.1:631';
/** A printer that is off looks asleep for the first eight seconds. */
const MAX_POLLS = 6;
const PAUSE_MS = 2_000;

/** @returns the exit code: 0 if the printer is ready */
export async function main([uri, paper = 'letter']: readonly string[]): Promise<number> {
  if (paper !== 'letter' && paper !== 'a4') return fail(EXIT_BAD_INPUT, `Paper is letter or a4, not ${paper}.`);
  return uri === undefined ? listQueues() : checkPrinter(uri, paper);
}

async function listQueues(): Promise<number> {
  const queues = await findQueues(SCHEDULER);
  if (!queues.ok) {
    const fix = 'Fix: sudo systemctl start cups, or give the address of a printer after --.';
    return fail(EXIT_FINDINGS, `CUPS does not answer on this machine (${queues.error.detail}). ${fix}`);
  }
  if (queues.value.length === 0) return fail(EXIT_FINDINGS, 'CUPS has no queue: build/cups/add-queue.sh makes one.');
  print(`${queues.value.join('\n')}\nTo check one: npm run printer:check -- ADDRESS`);
  return 0;
}

async function checkPrinter(uri: string, paper: Paper): Promise<number> {
  const made = makePrinter({ kind: 'ipp', uri }, { paper });
  if (!made.ok) return fail(EXIT_BAD_INPUT, made.error.detail);
  const status = await settledStatus(made.value);
  for (const line of formatStatus(status)) print(line);
  if (status.readiness !== 'unavailable') {
    const { papers, twoSided, trueSize } = status.offers;
    const size = trueSize ? 'yes' : 'no, it may shrink pages a little';
    print(`Paper: ${papers.join(', ') || 'not known'}. Two sides: ${twoSided ? 'yes' : 'no'}. True size: ${size}.`);
    if (!papers.includes(paper)) {
      print(`Note: it does not offer ${paper}. Fix: load ${paper} paper, or choose another paper in the settings.`);
    }
  }
  const advice = await inspectQueue(uri);
  for (const { cause, fix } of advice.ok ? advice.value : []) print(`Note: ${cause} Fix: ${fix}`);
  if (status.readiness !== 'ready') return EXIT_FINDINGS;
  print(`In site.toml:\npaper = "${paper}"\n[printer]\nkind = "ipp"\nuri = "${uri}"`);
  return 0;
}

/** The status once a sleeping printer had time to wake up. */
async function settledStatus(printer: PrinterPort): Promise<PrinterStatus> {
  let status = await printer.status();
  for (let polls = 1; polls < MAX_POLLS && status.readiness === 'waking'; polls += 1) {
    await sleep(PAUSE_MS);
    status = await printer.status();
  }
  return status;
}

/** The words that staff read at the kiosk, followed by the printer's own. */
function formatStatus(status: PrinterStatus): readonly string[] {
  const words = interfaceTexts(readContentFiles(BUNDLED).files, 'en');
  const both = (key: string): string =>
    `${words[`printer.reason.${key}`] ?? key} ${words[`printer.staff.${key}`] ?? ''}`;
  if (status.readiness === 'unavailable') {
    const { code, detail } = status.failure;
    return [`The printer cannot be used. ${both(code)} (${code}: ${detail})`];
  }
  const { readiness, reasons, because } = status;
  const others = reasons.filter((reason) => !because.includes(reason)).map(({ raw }) => raw);
  return [
    readiness === 'ready' ? 'The printer is ready.' : 'The printer is not ready.',
    ...because.map(({ trouble, raw }) => `${both(trouble)} (${raw})`),
    ...(others.length > 0 ? [`It also says: ${others.join(', ')}.`] : []),
  ];
}
