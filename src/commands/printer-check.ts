/**
 * `npm run printer:check [-- ADDRESS [letter|a4]]`: lists the queues of this machine, or tells an installer how one printer
 * or queue is, what to fix, and what to write into the settings.
 */
import { setTimeout as sleep } from 'node:timers/promises';
import { readContentFiles } from '../guide/load/files';
import { readInterface } from '../guide/load/interface-words';
import { findQueues, inspectQueue, makePrinter, type Paper, type PrinterPort, type PrinterStatus } from '../printer';
import { BUNDLED } from './content-folder';

const SCHEDULER = 'ipp://127.0.0.1:631';
const NOT_READY = 1;
const EXIT_BAD_INPUT = 2;

/** A printer that is off looks asleep for the first eight seconds. */
const LOOKS = 6;
const PAUSE_MS = 2_000;

/** @returns the exit code: 0 when pages would come out now, 1 when not, 2 when the address or paper is none */
export async function main([uri, paper = 'letter']: readonly string[]): Promise<number> {
  if (paper !== 'letter' && paper !== 'a4') return say(`Paper is letter or a4, not ${paper}.`, EXIT_BAD_INPUT);
  return uri === undefined ? list() : look(uri, paper);
}

async function list(): Promise<number> {
  const queues = await findQueues(SCHEDULER);
  if (!queues.ok) {
    const fix = 'Fix: sudo systemctl start cups, or name the address of a printer behind --.';
    return say(`CUPS on this machine cannot be asked (${queues.error.detail}). ${fix}`, NOT_READY);
  }
  if (queues.value.length === 0) return say('CUPS has no queue: build/cups/add-queue.sh makes one.', NOT_READY);
  return say(`${queues.value.join('\n')}\nTo look at one: npm run printer:check -- ADDRESS`, 0);
}

async function look(uri: string, paper: Paper): Promise<number> {
  const made = makePrinter({ kind: 'ipp', uri }, { paper });
  if (!made.ok) return say(made.error.detail, EXIT_BAD_INPUT);
  const status = await settledStatus(made.value);
  for (const line of formatStatus(status)) say(line, 0);
  if (status.readiness !== 'unavailable') {
    const { papers, twoSided, trueSize } = status.offers;
    const size = trueSize ? 'yes' : 'no, it may shrink pages a little';
    say(`Paper: ${papers.join(', ') || 'not told'}. Two sides: ${twoSided ? 'yes' : 'no'}. True size: ${size}.`, 0);
    if (!papers.includes(paper))
      say(`Mind: it does not offer ${paper}. Fix: put ${paper} in, or set another paper.`, 0);
  }
  const advice = await inspectQueue(uri);
  for (const { cause, fix } of advice.ok ? advice.value : []) say(`Mind: ${cause} Fix: ${fix}`, 0);
  if (status.readiness !== 'ready') return NOT_READY;
  return say(`In site.toml:\npaper = "${paper}"\n[printer]\nkind = "ipp"\nuri = "${uri}"`, 0);
}

/** What is still so after the time that a sleeping printer gets. */
async function settledStatus(printer: PrinterPort): Promise<PrinterStatus> {
  let status = await printer.status();
  for (let looks = 1; looks < LOOKS && status.readiness === 'waking'; looks += 1) {
    await sleep(PAUSE_MS);
    status = await printer.status();
  }
  return status;
}

/** In the words that staff read at the kiosk, with what the printer said behind them. */
function formatStatus(status: PrinterStatus): readonly string[] {
  const words = readInterface(readContentFiles(BUNDLED, []), 'en', []);
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

function say(line: string, code: number): number {
  process.stdout.write(`${line}\n`);
  return code;
}
