/**
 * `npm run load:print`: 200 packets in a row, and twenty kiosks on one queue, against a real private cupsd. Reports what
 * was lost, doubled or out of order, and how memory grew. `load.test.ts` runs a small sample.
 */
import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { queryObjects, setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { printLabMissing, startPrintLab, waitFor, type PrintLab } from '../support/print-lab';
import { startKiosk } from './kiosk';

const run = promisify(execFile);

const PACKETS = 200;
const KIOSKS = 20;
const PACKETS_EACH = 10;
/** Memory is compared with its size after this many packets, because caches fill before. */
const WARM = 40;
/** About the size of a real packet, so that a leaked one is noticed. */
const PACKET_BYTES = 300_000;
/** Allowed growth per packet: compiled code still grows by about one kilobyte. */
const FLAT = { bytesEach: 5_000, objectsEach: 1 };

export interface LoadResult {
  readonly what: string;
  readonly sent: number;
  readonly lost: number;
  readonly doubled: number;
  /** The packets of each kiosk came out in the order in which it sent them. */
  readonly isInOrder: boolean;
  /** Jobs of ours that the queue still knew at the end. */
  readonly left: number;
  readonly medianMs: number;
  readonly slowestMs: number;
  /** Null if there were too few packets to measure. */
  readonly memory: MemoryRow | null;
}

interface Memory {
  /** Heap in use, and external memory. */
  readonly bytes: number;
  /** Without compiled code. */
  readonly objects: number;
}
interface MemoryRow {
  readonly warm: Memory;
  readonly end: Memory;
  readonly packets: number;
}

/** @returns the exit code */
export async function main(): Promise<number> {
  const missing = printLabMissing();
  if (missing !== null) {
    process.stderr.write(`The load run needs a CUPS of its own: ${missing}\n`);
    return 1;
  }
  const row = await runLoad({ what: `${PACKETS} packets in a row`, kiosks: 1, packetsEach: PACKETS });
  process.stdout.write(`${formatLoad(row)}\n`);
  const crowd = await runLoad({ what: `${KIOSKS} kiosks on one queue`, kiosks: KIOSKS, packetsEach: PACKETS_EACH });
  process.stdout.write(`${formatLoad(crowd)}\n`);
  return [row, crowd].every(isFaultless) ? 0 : 1;
}

export function isFaultless({ lost, doubled, isInOrder, left, memory }: LoadResult): boolean {
  return lost === 0 && doubled === 0 && isInOrder && left === 0 && (memory === null || isFlat(memory));
}

function isFlat({ warm, end, packets }: MemoryRow): boolean {
  const isOf = (key: keyof Memory, each: number): boolean => end[key] - warm[key] <= each * packets;
  return isOf('bytes', FLAT.bytesEach) && isOf('objects', FLAT.objectsEach);
}

export function formatLoad(result: LoadResult): string {
  const { what, sent, lost, doubled, isInOrder, left, medianMs, slowestMs, memory } = result;
  const order = isInOrder ? 'order kept' : 'OUT OF ORDER';
  const times = `touch to out: median ${medianMs.toFixed(0)} ms, slowest ${slowestMs.toFixed(0)} ms`;
  return `${what}: ${sent} sent, ${lost} lost, ${doubled} doubled, ${order}, ${left} left in the queue; ${times}; ${formatMemory(memory)}`;
}

function formatMemory(memory: MemoryRow | null): string {
  if (memory === null) return 'memory not measured';
  const { warm, end, packets } = memory;
  const megabytes = (bytes: number): string => (bytes / 1e6).toFixed(2);
  const size = `${megabytes(warm.bytes)} MB after ${WARM} packets, ${megabytes(end.bytes)} MB ${packets} later`;
  const growth = `${((100 * (end.bytes - warm.bytes)) / warm.bytes).toFixed(1)} %`;
  return `${isFlat(memory) ? 'memory flat' : 'MEMORY GROWS'}: ${size} (${growth}), objects ${warm.objects} then ${end.objects}`;
}

/** Each kiosk serves one person after another: arrive, print, see the pages come out, leave. */
export async function runLoad({
  what,
  kiosks,
  packetsEach,
}: {
  readonly what: string;
  readonly kiosks: number;
  readonly packetsEach: number;
}): Promise<LoadResult> {
  const lab = await startPrintLab();
  try {
    const times: number[] = [];
    let warm: Memory | null = null;
    const served = Array.from({ length: kiosks }, async (_, number) => {
      const kiosk = startKiosk({
        uri: lab.queueUri,
        owner: `homeward-ward${number}`,
        // As patient as a real kiosk, because this machine may be busy.
        limits: { answerTimeoutMs: 15_000, sendTimeoutMs: 60_000 },
        packetBytes: PACKET_BYTES,
        onEvent: () => undefined,
      });
      for (let packet = 0; packet < packetsEach; packet += 1) {
        await kiosk.arrives(`kiosk ${number} packet ${packet} end`);
        const startedMs = performance.now();
        await kiosk.prints();
        await kiosk.sees('out');
        times.push(performance.now() - startedMs);
        await kiosk.leaves();
        if (times.length === WARM) warm = memoryNow();
      }
      return kiosk;
    });
    const open = await Promise.all(served);
    const end = memoryNow();
    let left = 0;
    await waitFor('a queue without traces', async () => {
      left = (await lab.jobs('all', lab.queueUri)).length;
      return left === 0;
    }).catch(() => undefined);
    for (const kiosk of open) await kiosk.close();

    times.sort((a, b) => a - b);
    return {
      what,
      ...(await comparePaper(lab, kiosks, packetsEach)),
      left,
      medianMs: times[Math.floor(times.length / 2)] ?? 0,
      slowestMs: times.at(-1) ?? 0,
      memory: warm === null ? null : { warm, end, packets: kiosks * packetsEach - WARM },
    };
  } finally {
    await lab.stop();
  }
}

async function comparePaper(
  lab: PrintLab,
  kiosks: number,
  packetsEach: number,
): Promise<Pick<LoadResult, 'sent' | 'lost' | 'doubled' | 'isInOrder'>> {
  const came: (readonly [number, number])[] = [];
  for (const { pdf } of await lab.received()) {
    const { stdout } = await run('pdftotext', [pdf, '-']);
    const [, kiosk, packet] = /kiosk (\d+) packet (\d+) end/.exec(stdout) ?? [];
    came.push([Number(kiosk), Number(packet)]);
  }
  const sent = kiosks * packetsEach;
  const distinct = new Set(came.map((each) => each.join())).size;
  const isInOrder = Array.from({ length: kiosks }, (_, number) => came.filter(([kiosk]) => kiosk === number)).every(
    (own) => own.every(([, packet], at) => at === 0 || packet > (own[at - 1]?.[1] ?? 0)),
  );
  return { sent, lost: sent - distinct, doubled: came.length - distinct, isInOrder };
}

function memoryNow(): Memory {
  setFlagsFromString('--expose-gc');
  (runInNewContext('gc') as () => void)();
  const { heapUsed, external } = process.memoryUsage();
  return { bytes: heapUsed + external, objects: queryObjects(Object, { format: 'count' }) };
}
