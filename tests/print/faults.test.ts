/** Plays the fault list (`faults.ts`) and prints it as a table with the result of each line. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { formatEvent } from '../../src/machine/events';
import { printLabMissing, startPrintLab, waitFor, type PrintLab } from '../support/print-lab';
import { eveMissing, startEvePrinter } from '../support/print-lab/eve';
import { FAULTS, type Ending, type Fault } from './faults';
import { words, type Said } from './kiosk';
import { cupsScene, eveScene, fakeScene, type Scene } from './scenes';

/** docs/design/printing.md and issue 7: at least so many. */
const MIN_LINES = 60;

const LONG = { timeout: 60_000 };

const labMissing = printLabMissing();
const deviceMissing = labMissing ?? eveMissing();
/** In the order of the list. */
const lines: string[] = [];
let count = 0;

afterAll(() => {
  const told = lines.filter((line) => line !== undefined);
  const head = row('against', 'moment', 'fault', 'how it goes on', 'the person reads', 'staff read', 'result');
  process.stdout.write(`\nThe fault list:\n${[head, ...told].join('\n')}\n${told.length} lines\n`);
});

it('has lines enough', () => {
  expect(FAULTS.flatMap(({ ends }) => ends).length).toBeGreaterThanOrEqual(MIN_LINES);
});

describe.skipIf(labMissing !== null)(titled('a real queue', labMissing), LONG, () => {
  let lab: PrintLab;
  beforeAll(async () => {
    lab = await startPrintLab();
  }, 60_000);
  afterAll(() => lab.stop());

  it('finds the person’s text in the spool while a job waits there: the search can find', async () => {
    const scene = await cupsScene(lab, { canary: 'canary-to-be-found' });
    await lab.pauseQueue();
    await scene.kiosk.arrives(scene.canary);
    await scene.kiosk.prints();
    await scene.kiosk.sees('attention');
    expect((await scene.leftovers()).length).toBeGreaterThan(1);
    await scene.kiosk.leaves();
    await scene.fix();
    await nothingIsLeft(scene);
    await scene.close();
  });

  for (const fault of FAULTS) {
    if (fault.against !== 'cupsd') continue;
    eachEnding(fault, async (canary, ending, line) => {
      const uri = fault.queue === undefined ? {} : { uri: lab.queueUri.replace(/[^/]+$/, fault.queue) };
      const scene = await cupsScene(lab, { ...optionsOf(fault, canary), ...uri });
      await play(scene, fault, { ending, line }, () => fault.play(scene));
    });
  }
});

describe.skipIf(deviceMissing !== null).concurrent(titled('a real virtual printer', deviceMissing), LONG, () => {
  for (const fault of FAULTS) {
    if (fault.against !== 'ippeveprinter') continue;
    eachEnding(fault, async (canary, ending, line) => {
      // Some reasons stick to a queue for ever, and cupsd 2.4 can fall over when several are made at once.
      const lab = await startPrintLab();
      try {
        const eve = await startEvePrinter(lab.folder);
        try {
          const queue = await lab.addDriverless('device', eve.uri);
          const scene = await eveScene(lab, eve, queue, optionsOf(fault, canary));
          await play(scene, fault, { ending, line }, () => fault.play(scene));
        } finally {
          await eve.stop();
        }
      } finally {
        await lab.stop();
      }
    });
  }
});

describe.concurrent('a printer that does every evil', LONG, () => {
  for (const fault of FAULTS) {
    if (fault.against !== 'fake') continue;
    eachEnding(fault, async (canary, ending, line) => {
      const scene = await fakeScene(optionsOf(fault, canary), fault.isQueue === true);
      await play(scene, fault, { ending, line }, () => fault.play(scene));
      expect(scene.fake.violations).toEqual([]);
    });
  }
});

function eachEnding(fault: Fault, run: (canary: string, ending: Ending, line: number) => Promise<void>): void {
  for (const ending of fault.ends) {
    count += 1;
    const line = count;
    it(`${fault.fault}, ${fault.moment}: ${ending}`, () => run(`canary-${line}-`, ending, line));
  }
}

async function play(
  scene: Scene,
  fault: Fault,
  { ending, line }: { readonly ending: Ending; readonly line: number },
  strike: () => Promise<void>,
): Promise<void> {
  const { canary } = scene;
  let said: Said = { title: '', patient: null, staff: null };
  let result = 'FAILED';
  try {
    await scene.kiosk.arrives(`${canary}person`);
    await strike();
    const { kiosk } = scene;
    said = kiosk.said();
    const expected = fault.or !== undefined && said.patient === saidBy(fault.or).patient ? fault.or : fault;
    expect(said).toEqual(saidBy(expected));
    if (fault.known !== undefined) expect(kiosk.printer().reasons[0]).toBe(fault.known);
    for (const wanted of expected.logs) await waitFor(`the log of ${wanted}`, async () => isLogged(scene, wanted));
    expect(JSON.stringify(kiosk.events)).not.toContain(canary);
    expect(await kiosk.keepsPacket()).toBe(fault.isKept ?? true);

    const out = await goOn(scene, ending);
    await scene.kiosk.leaves();
    await scene.asCancelled();
    await scene.fix();
    await scene.kiosk.arrives(`next-${canary}`.replace('canary', 'person'));
    await scene.kiosk.prints();
    await scene.kiosk.sees('out');
    expect(await scene.papers(`next-${canary}`.replace('canary', 'person')), 'sheets of the next person').toBe(1);
    await scene.kiosk.leaves();
    await nothingIsLeft(scene);
    expect(await scene.papers(canary), 'sheets that came out after the person had gone').toBe(out);
    result = 'ok: kept, nothing later, nothing left';
  } finally {
    const cells = [fault.against, fault.moment, fault.fault, ending, said.patient ?? said.title, said.staff ?? ''];
    lines[line] = row(...cells, result);
    await scene.fix();
    await scene.close();
  }
}

/** @returns how many sheets of this person came out until they go */
async function goOn(scene: Scene, ending: Ending): Promise<number> {
  const { kiosk, canary } = scene;
  switch (ending) {
    case 'leaves':
      return scene.papers(canary);
    case 'goes-on':
      await scene.fix();
      await kiosk.sees('out');
      expect(await scene.papers(canary), 'sheets').toBe(1);
      return 1;
    case 'tries-again': {
      const before = await scene.papers(canary);
      await scene.fix();
      await kiosk.prints();
      await kiosk.sees('out');
      expect(await scene.papers(canary), 'sheets').toBe(before + 1);
      return before + 1;
    }
    case 'came-out':
      await kiosk.stops();
      await kiosk.sees('trouble', 'trouble-at-end');
      return scene.papers(canary);
    case 'prints':
      expect(await scene.papers(canary), 'sheets').toBe(1);
      return 1;
  }
}

async function nothingIsLeft(scene: Scene): Promise<void> {
  let left: readonly string[] = [];
  await waitFor('a clean queue and no file with the person’s text', async () => {
    left = await scene.leftovers();
    return left.length === 0;
  }).catch(() => expect(left).toEqual([]));
}

function isLogged({ kiosk }: Scene, wanted: string): boolean {
  const [kind, text = ''] = [wanted.split(': ')[0], wanted.split(': ').slice(1).join(': ')];
  return kiosk.events.some((event) => event.kind === kind && formatEvent(event).includes(text));
}

function optionsOf({ limits = {}, paper }: Fault, canary: string) {
  return { canary, limits, ...(paper === undefined ? {} : { paper }) };
}

function saidBy({ title, reads }: Pick<Fault, 'title' | 'reads'>): Said {
  return {
    title: words[title] ?? '',
    patient: reads === null ? null : (words[`printer.reason.${reads}`] ?? ''),
    // Nobody has to do anything about a printer that wakes up.
    staff: reads === null || title === 'job.waking' ? null : (words[`printer.staff.${reads}`] ?? ''),
  };
}

function titled(title: string, missing: string | null): string {
  return missing === null ? title : `SKIPPED, ${title}: ${missing}`;
}

function row(...cells: readonly string[]): string {
  const widths = [13, 6, 44, 11, 58, 58, 0];
  return cells.map((cell, at) => cell.slice(0, widths[at] || undefined).padEnd(widths[at] ?? 0)).join('  ');
}
