/** `npm run printer:check [-- ADDRESS]`: lists the queues of this machine, or looks at one printer or queue. */
import { findQueues, inspectQueue, makePrinter } from '../printer';

const SCHEDULER = 'ipp://127.0.0.1:631';
const FAILED = 1;

/** @returns the exit code */
export async function main([uri]: readonly string[]): Promise<number> {
  return uri === undefined ? list() : look(uri);
}

async function list(): Promise<number> {
  const queues = await findQueues(SCHEDULER);
  if (!queues.ok) return fail(`CUPS on this machine cannot be asked: ${queues.error.detail}`);
  say(queues.value.length === 0 ? 'CUPS has no queue: build/cups/add-queue.sh makes one.' : queues.value.join('\n'));
  return 0;
}

async function look(uri: string): Promise<number> {
  const made = makePrinter({ kind: 'ipp', uri });
  if (!made.ok) return fail(made.error.detail);
  const status = await made.value.status();
  if (status.readiness === 'unavailable') return fail(`${status.failure.code}: ${status.failure.detail}`);
  const { papers, twoSided, trueSize } = status.offers;
  say(`The printer is ${status.readiness}: ${status.reasons.map(({ raw }) => raw).join(', ') || 'no reason given'}.`);
  say(`Paper: ${papers.join(', ') || 'not told'}. Two sides: ${yes(twoSided)}. True size: ${yes(trueSize)}.`);
  const advice = await inspectQueue(uri);
  if (!advice.ok) return fail(advice.error.detail);
  for (const { cause, mend } of advice.value) say(`Mind: ${cause} Mend: ${mend}`);
  return 0;
}

function yes(isSo: boolean): string {
  return isSo ? 'yes' : 'no';
}

function say(line: string): void {
  process.stdout.write(`${line}\n`);
}

function fail(line: string): number {
  process.stderr.write(`${line}\n`);
  return FAILED;
}
