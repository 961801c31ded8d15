/** `npm run bench`: the figures of design/quality.md that exist already, as one table. Measured, never asserted. */
import { readdirSync, readFileSync } from 'node:fs';
import { cpus } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { loadGuide } from '../../src/guide/load';
import type { Guide } from '../../src/guide/model';
import { readSiteFile } from '../../src/kiosk/read-site';
import { makePages } from '../../src/machine/compose';
import { planFor } from '../../src/machine/planning';
import { checkInput, compilePlanner, pathOf } from '../../src/plan';
import type { PlanInput } from '../../src/plan/model';
import { findChromium } from '../../src/preview/chromium';
import { makeBrowserPdf } from '../../src/preview/pdf';
import { makePrinter } from '../../src/printer';
import { measureScreens } from './screens';
import { startFakePrinter } from '../support/fake-printer';

const TODAY = '2026-11-23';
const PLANS = 2_000;
const PLAN_ROUNDS = 15;
const PACKETS = 25;

interface Row {
  readonly what: string;
  readonly median: string;
  readonly spread: string;
  readonly budget: string;
}

export async function main(): Promise<number> {
  const loaded = loadGuide({ folder: 'content', language: 'en', today: TODAY });
  if (!loaded.ok) {
    process.stderr.write('the content is not good; run npm run content:check\n');
    return 1;
  }
  const rows = [
    benchPlans(loaded.guide),
    ...(await benchPrint(loaded.guide)),
    ...(await benchScreens()),
    benchScript(),
  ];
  process.stdout.write(
    `Node ${process.version}, ${cpus()[0]?.model ?? 'unknown processor'}, ${cpus().length} cores\n\n`,
  );
  for (const row of [{ what: 'what', median: 'median', spread: 'spread', budget: 'budget' }, ...rows]) {
    process.stdout.write(`${row.what.padEnd(44)}${row.median.padStart(16)}${row.spread.padStart(28)}  ${row.budget}\n`);
  }
  return 0;
}

function benchPlans(guide: Guide): Row {
  const random = makeRandom(20261123);
  const inputs = Array.from({ length: PLANS }, () => randomInput(guide, random));
  const planner = compilePlanner(guide);
  const rates = Array.from({ length: PLAN_ROUNDS }, () => {
    const started = performance.now();
    for (const input of inputs) planner(input);
    return PLANS / ((performance.now() - started) / 1000);
  });
  return row('plans a second, one core', rates, (rate) => Math.round(rate).toLocaleString('en-US'), '≥ 200,000');
}

async function benchPrint(guide: Guide): Promise<readonly Row[]> {
  const found = await findChromium();
  if ('missing' in found) return [{ what: 'print', median: 'not run', spread: found.missing, budget: '' }];
  const browser = await makeBrowserPdf(found);
  const fake = await startFakePrinter();
  try {
    const printer = makePrinter({ kind: 'ipp', uri: fake.uri });
    if (!printer.ok) throw new Error(printer.error.detail);
    const { site } = readSiteFile({ named: null, dataFolder: null });
    const planning = planFor(guide, site, DENIED);
    if (!planning.ok) throw new Error(planning.problem.mend);
    const documents = planning.planned.view.documents.filter((each) => each.ticked).map((each) => each.id);
    const making: number[] = [];
    const handing: number[] = [];
    for (let at = 0; at < PACKETS; at += 1) {
      const started = performance.now();
      const packet = await makePages(
        { guide, site, today: TODAY, planned: planning.planned, documents },
        browser.makePdf,
      );
      const made = performance.now();
      const job = await printer.value.submit({
        pdf: packet.pdf,
        jobName: 'Homeward pages',
        copies: 1,
        paper: site.paper,
        sides: 'one-sided',
      });
      if (!job.ok) throw new Error(job.error.code);
      making.push(made - started);
      handing.push(performance.now() - started);
      await printer.value.cancel(job.value);
    }
    const ms = (value: number): string => `${Math.round(value)} ms`;
    return [
      row(`${documents.length}-document packet made, a fresh page`, making, ms, ''),
      row('print tapped → job accepted (made anew)', handing, ms, 'p95 ≤ 250 ms'),
    ];
  } finally {
    await browser.close();
    await fake.stop();
  }
}

const DENIED: PlanInput = {
  today: TODAY,
  answers: {
    who: ['me'],
    treatment: ['antibiotics'],
    leaving: ['home'],
    insurance: ['bought'],
    stage: ['denied'],
    reason: ['not-necessary'],
    level: ['first'],
    urgent: ['no'],
    money: ['all'],
  },
  state: 'TX',
  letterDate: '2026-11-02',
  helpers: [],
  computedDates: true,
  largePrint: false,
};

async function benchScreens(): Promise<readonly Row[]> {
  const found = await findChromium();
  if ('missing' in found) return [{ what: 'screens', median: 'not run', spread: found.missing, budget: '' }];
  const { touchMs, previewMs, shift } = await measureScreens(found);
  const ms = (value: number): string => `${Math.round(value)} ms`;
  return [
    row('touch → next screen painted, CPU slowed 4×', touchMs, ms, 'p95 ≤ 100 ms'),
    row('"My pages" passed → first page drawn', previewMs, ms, '≤ 300 ms'),
    { what: 'layout shift on the way', median: shift.toFixed(3), spread: '', budget: '0' },
  ];
}

function benchScript(): Row {
  const what = 'first-screen script, compressed';
  const folder = 'out/renderer/assets';
  const html = readFileSync('out/renderer/index.html', 'utf8');
  const entry = /assets\/(index-[\w-]+\.js)/.exec(html)?.[1];
  if (entry === undefined) return { what, median: 'not built', spread: '', budget: '≤ 120 kB' };
  const wanted = new Set([entry]);
  for (const name of wanted) {
    const text = readFileSync(join(folder, name), 'utf8');
    for (const [, other] of text.matchAll(/(?:import|from)\s*["']\.\/([\w.-]+\.js)["']/g))
      if (other !== undefined) wanted.add(other);
  }
  const bytes = readdirSync(folder)
    .filter((name) => wanted.has(name))
    .reduce((sum, name) => sum + gzipSync(readFileSync(join(folder, name))).length, 0);
  return { what, median: `${(bytes / 1000).toFixed(1)} kB`, spread: `${wanted.size} file(s)`, budget: '≤ 120 kB' };
}

function row(what: string, values: readonly number[], show: (value: number) => string, budget: string): Row {
  const sorted = [...values].sort((a, b) => a - b);
  const at = (share: number): string =>
    show(sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0);
  return { what, median: at(0.5), spread: `${at(0)} to ${at(1)}, p95 ${at(0.95)}`, budget };
}

/** A walk along the path with random answers, as a person would answer. */
function randomInput(guide: Guide, random: () => number): PlanInput {
  let answers: PlanInput['answers'] = {};
  for (;;) {
    const open = pathOf(guide, answers).find((id) => answers[id] === undefined);
    const question = guide.questions.find((each) => each.id === open);
    if (question === undefined) break;
    const from = question.answersFrom;
    const choices = question.answers.filter(
      (answer) => from === null || answer.id === 'unsure' || answers[from]?.includes(answer.id),
    );
    const first = choices[Math.floor(random() * choices.length)];
    if (first === undefined) throw new Error(`${question.id} has no answer`);
    answers = { ...answers, [question.id]: [first.id] };
  }
  const isNo = pathOf(guide, answers).includes('level');
  const input = { ...DENIED, answers, letterDate: isNo && random() < 0.5 ? '2026-11-02' : null };
  const checked = checkInput(guide, input);
  if (!checked.ok) throw new Error(`${checked.problem.place}: ${checked.problem.mend}`);
  return checked.input;
}

/** Mulberry32: the same people in each run. */
function makeRandom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}
