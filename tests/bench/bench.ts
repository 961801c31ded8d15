/**
 * `npm run bench`: the figures of docs/design/quality.md, as one table. Measured, never asserted. `npm run bench -- screens`
 * measures that part alone.
 */
import { execFile } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { cpus, loadavg } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { gzipSync } from 'node:zlib';
import * as v from 'valibot';
import { build } from 'vite';
import { findChromium } from '../../src/preview/chromium';
import { measurePrint } from './print';
import { measureScreens } from './screens';

interface Row {
  readonly what: string;
  readonly median: string;
  readonly spread: string;
  readonly budget: string;
}

const PARTS: Readonly<Record<string, () => Promise<readonly Row[]>>> = {
  plans: async () => [await benchPlans()],
  print: benchPrint,
  screens: benchScreens,
  script: async () => [benchScript()],
};

/** @param names of parts; without one, all of them */
export async function main(names: readonly string[]): Promise<number> {
  const unknown = names.filter((name) => !Object.hasOwn(PARTS, name));
  if (unknown.length > 0) {
    process.stderr.write(`There is no part ${unknown.join(', ')}; there are ${Object.keys(PARTS).join(', ')}.\n`);
    return 2;
  }
  const rows: Row[] = [];
  for (const [name, measure] of Object.entries(PARTS))
    if (names.length === 0 || names.includes(name)) rows.push(...(await measure()));
  process.stdout.write(
    `Node ${process.version}, ${cpus()[0]?.model ?? 'unknown processor'}, ${cpus().length} cores, load ${loadavg()[0]?.toFixed(1) ?? ''}\n\n`,
  );
  for (const row of [{ what: 'what', median: 'median', spread: 'spread', budget: 'budget' }, ...rows]) {
    process.stdout.write(`${row.what.padEnd(48)}${row.median.padStart(10)}  ${row.spread.padEnd(36)}  ${row.budget}\n`);
  }
  return 0;
}

/** Bundled by Vite as the kiosk is, and run as a program of its own (plans.ts says why). */
async function benchPlans(): Promise<Row> {
  const outDir = 'node_modules/.vite/bench';
  await build({
    configFile: false,
    logLevel: 'error',
    build: { ssr: 'tests/bench/plans.ts', outDir, rollupOptions: { output: { entryFileNames: 'plans.mjs' } } },
  });
  const { stdout } = await promisify(execFile)(process.execPath, [join(outDir, 'plans.mjs')]);
  const rates = v.parse(v.array(v.number()), JSON.parse(stdout));
  return row('plans a second, one core', rates, (rate) => Math.round(rate).toLocaleString('en-US'), '≥ 200,000');
}

async function benchPrint(): Promise<readonly Row[]> {
  const found = await findChromium();
  if ('missing' in found) return [{ what: 'print', median: 'not run', spread: found.missing, budget: '' }];
  const { pages, ...figures } = await measurePrint(found);
  const ms = (value: number): string => `${Math.round(value)} ms`;
  const other = (name: string, values: readonly number[] | null, times: number): Row => {
    const what = `${name}, the same text to a PDF`;
    if (values === null) return { what, median: 'not run', spread: 'not installed', budget: '' };
    const ratio = (ours: readonly number[]): string => (medianOf(values) / medianOf(ours)).toFixed(1);
    const budget = `${ratio(figures.acceptedMs)}× ours prepared ahead (≥ ${times}×), ${ratio(figures.togetherMs)}× ours made anew`;
    return { ...row(what, values, ms, ''), budget };
  };
  return [
    row(`print tapped → job accepted, ${pages} pages ahead`, figures.acceptedMs, ms, 'p95 ≤ 250 ms'),
    row('my pages → packet made, renderer ahead', figures.preparedMs, ms, ''),
    row('packet made and accepted, nothing but renderer', figures.togetherMs, ms, ''),
    row('the same with a browser that starts for it', figures.fromNothingMs, ms, ''),
    other('LibreOffice', figures.libreOfficeMs, 10),
    other('WeasyPrint', figures.weasyPrintMs, 5),
  ];
}

function medianOf(values: readonly number[]): number {
  return [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;
}

async function benchScreens(): Promise<readonly Row[]> {
  const found = await findChromium();
  if ('missing' in found) return [{ what: 'screens', median: 'not run', spread: found.missing, budget: '' }];
  const { touchMs, hideMs, endMs, startMs, emptyMs, previewMs, shift } = await measureScreens(found);
  const timesEmpty = (medianOf(startMs) / medianOf(emptyMs)).toFixed(2);
  const ms = (value: number): string => `${Math.round(value)} ms`;
  return [
    row('start → first screen takes touches', startMs, ms, `${timesEmpty}× an empty page (≤ 1.5×)`),
    row('start → an empty page of the same host', emptyMs, ms, ''),
    row('touch → next screen painted, CPU slowed 4×', touchMs, ms, 'p95 ≤ 100 ms'),
    row('hide → nothing of a person stands, slowed 4×', hideMs, ms, '≤ 200 ms'),
    row('end of a visit → the next app stands, not slowed', endMs, ms, '≤ 300 ms'),
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
