/** Runs the fault list (`faults.ts`) and prints it as a table with the result of each run. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { printLabMissing, startPrintLab, waitFor, type PrintLab } from '../support/print-lab';
import { eveMissing, startEvePrinter } from '../support/print-lab/eve';
import type { Ending, Fault, Shown } from './fault';
import { FAULTS } from './faults';
import { words, type Said } from './kiosk';
import { cupsScene, eveScene, fakeScene, type Scene, type SceneOptions } from './scenes';

/** docs/design/printing.md asks for at least this many. */
const MIN_RUNS = 60;

const LONG = { timeout: 60_000 };

const labMissing = printLabMissing();
const deviceMissing = labMissing ?? eveMissing();

/** One ending of one fault. */
interface Run<Place extends Scene> {
  readonly against: keyof typeof FAULTS;
  readonly fault: Fault<Place>;
  readonly ending: Ending;
  /** Text in every document of the person of this run, and in no other document. */
  readonly canary: string;
  /** The line of the table, from 0. */
  readonly index: number;
}

/** Lines of the table, in the order of the list. */
const table: string[] = [];
let runsSoFar = 0;

afterAll(() => {
  const played = table.filter((line) => line !== undefined);
  const head = tableLine('against', 'moment', 'fault', 'how it goes on', 'the person reads', 'staff read', 'result');
  process.stdout.write(`\nThe fault list:\n${[head, ...played].join('\n')}\n${played.length} lines\n`);
});

it('the list has runs enough', () => {
  const endings = Object.values(FAULTS).flatMap((faults) => faults.flatMap(({ ends }) => ends));
  expect(endings.length).toBeGreaterThanOrEqual(MIN_RUNS);
});

describe.skipIf(labMissing !== null)(titled('a real queue', labMissing), LONG, () => {
  let lab: PrintLab;
  beforeAll(async () => {
    lab = await startPrintLab();
  }, 60_000);
  afterAll(() => lab.stop());

  it('the search finds the person’s text in the spool while a job waits there', async () => {
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

  eachRun('cupsd', FAULTS.cupsd, async (run) => {
    const { queue } = run.fault;
    const uri = queue === undefined ? {} : { uri: lab.queueUri.replace(/[^/]+$/, queue) };
    await play(await cupsScene(lab, { ...optionsOf(run), ...uri }), run);
  });
});

describe.skipIf(deviceMissing !== null).concurrent(titled('a real virtual printer', deviceMissing), LONG, () => {
  eachRun('ippeveprinter', FAULTS.ippeveprinter, async (run) => {
    // A lab of its own: some reasons stay with a queue forever, and cupsd 2.4 can crash if several queues are added at once.
    const lab = await startPrintLab();
    try {
      const eve = await startEvePrinter(lab.folder);
      try {
        const queue = await lab.addDriverless('device', eve.uri);
        await play(await eveScene(lab, eve, queue, optionsOf(run)), run);
      } finally {
        await eve.stop();
      }
    } finally {
      await lab.stop();
    }
  });
});

describe.concurrent('a printer that misbehaves on command', LONG, () => {
  eachRun('fake', FAULTS.fake, async (run) => {
    const scene = await fakeScene(optionsOf(run), run.fault.isQueue === true);
    await play(scene, run);
    expect(scene.fake.violations).toEqual([]);
  });
});

function eachRun<Place extends Scene>(
  against: keyof typeof FAULTS,
  faults: readonly Fault<Place>[],
  test: (run: Run<Place>) => Promise<void>,
): void {
  for (const fault of faults) {
    for (const ending of fault.ends) {
      const index = runsSoFar;
      runsSoFar += 1;
      const canary = `canary-${index}-`;
      it(`${fault.fault}, ${fault.moment}: ${ending}`, () => test({ against, fault, ending, canary, index }));
    }
  }
}

async function play<Place extends Scene>(scene: Place, run: Run<Place>): Promise<void> {
  const { against, fault, ending, canary, index } = run;
  const nextPerson = `next-person-${index}-`;
  let said: Said = { title: '', patient: null, staff: null };
  let result = 'FAILED';
  try {
    await scene.kiosk.arrives(`${canary}person`);
    for (const act of fault.does) await act(scene);
    said = scene.kiosk.said();
    await checkShown(scene, run, said);

    const out = await goOn(scene, ending);
    await scene.kiosk.leaves();
    await scene.asCancelled();
    await scene.fix();
    await scene.kiosk.arrives(nextPerson);
    await scene.kiosk.prints();
    await scene.kiosk.sees('out');
    expect(await scene.papers(nextPerson), 'sheets of the next person').toBe(1);
    await scene.kiosk.leaves();
    await nothingIsLeft(scene);
    expect(await scene.papers(canary), 'sheets that came out after the person had gone').toBe(out);
    result = 'ok: kept, nothing later, nothing left';
  } finally {
    const cells = [against, fault.moment, fault.fault, ending, said.patient ?? said.title, said.staff ?? ''];
    table[index] = tableLine(...cells, result);
    await scene.fix();
    await scene.close();
  }
}

/** The person, staff and the log see what the row says, and the log contains nothing about the person. */
async function checkShown<Place extends Scene>(scene: Place, { fault, canary }: Run<Place>, said: Said): Promise<void> {
  const { kiosk } = scene;
  const expected = fault.or !== undefined && said.patient === saidBy(fault.or).patient ? fault.or : fault.shows;
  expect(said).toEqual(saidBy(expected));
  if (fault.known !== undefined) expect(kiosk.printer().reasons[0]).toBe(fault.known);
  for (const wanted of expected.logs) await kiosk.hasLogged(wanted);
  expect(JSON.stringify(kiosk.events)).not.toContain(canary);
  expect(await kiosk.keepsPacket()).toBe(fault.isKept ?? true);
}

/** @returns how many sheets of this person came out before they left */
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
      const sheetsBefore = await scene.papers(canary);
      await scene.fix();
      await kiosk.prints();
      await kiosk.sees('out');
      expect(await scene.papers(canary), 'sheets').toBe(sheetsBefore + 1);
      return sheetsBefore + 1;
    }
    case 'came-out':
      await kiosk.stops();
      await kiosk.sees('trouble', 'trouble-at-end');
      await kiosk.counts('all');
      expect(kiosk.job().came).toBe('all');
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

function optionsOf<Place extends Scene>({ fault: { limits = {}, paper }, canary }: Run<Place>): SceneOptions {
  return { canary, limits, ...(paper === undefined ? {} : { paper }) };
}

/** What the screen says, in the words of the content. */
function saidBy({ title, reads }: Shown): Said {
  return {
    title: words[title] ?? '',
    patient: reads === null ? null : (words[`printer.reason.${reads}`] ?? ''),
    // A printer that is waking up needs no staff.
    staff: reads === null || title === 'job.waking' ? null : (words[`printer.staff.${reads}`] ?? ''),
  };
}

function titled(title: string, missing: string | null): string {
  return missing === null ? title : `SKIPPED, ${title}: ${missing}`;
}

function tableLine(...cells: readonly string[]): string {
  const widths = [13, 6, 44, 11, 58, 58, 0];
  return cells.map((cell, column) => cell.slice(0, widths[column] || undefined).padEnd(widths[column] ?? 0)).join('  ');
}
