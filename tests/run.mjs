/**
 * `npm test`: every lane that this machine can run, then one plain line `N passed, N failed, N skipped`.
 * `npm test -- LANE…` runs the named lanes only (docs/testing.md). A lane that cannot run says so loudly, by name, and
 * counts as skipped; it never counts as passed.
 */
import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import process from 'node:process';

/** In the order in which they run: the quickest answer first. */
const LANES = {
  types: () => script('types'),
  lint: async () => sum([await script('lint'), await script('measures')]),
  unit: () => vitest('unit'),
  content: async () => sum([await script('content:check'), await vitest('content')]),
  contract: () => vitest('contract'),
  screens: () => vitest('screens'),
  plan: () => vitest('plan'),
  pdf: () => vitest('pdf'),
  print: () => vitest('print'),
  build: () => script('build', ['--logLevel', 'warn']),
  browser: () => playwright('browser'),
  electron: async () => {
    await run('node', ['src/commands/run.mjs', 'tests/electron/obtain']);
    return playwright('electron', virtualDisplay());
  },
};
/** These run the built kiosk. */
const NEED_BUILD = ['browser', 'electron'];

const REPORTS = 'test-results/lanes';
const loud = [];

const asked = process.argv.slice(2);
const unknown = asked.filter((name) => !Object.hasOwn(LANES, name));
if (unknown.length > 0) {
  process.stderr.write(`There is no lane ${unknown.join(', ')}. The lanes are: ${Object.keys(LANES).join(' ')}\n`);
  process.exit(2);
}
process.exitCode = await runLanes(lanesFor(asked));

function lanesFor(names) {
  if (names.length === 0) return Object.keys(LANES);
  const wanted = new Set(names);
  if (NEED_BUILD.some((name) => wanted.has(name))) wanted.add('build');
  return Object.keys(LANES).filter((name) => wanted.has(name));
}

/** Prints a row per lane and the total. Returns the exit code. */
async function runLanes(names) {
  rmSync(REPORTS, { recursive: true, force: true });
  mkdirSync(REPORTS, { recursive: true });
  const rows = [];
  const all = [];
  for (const name of names) {
    const startMs = performance.now();
    const counts = await LANES[name]();
    all.push(counts);
    const seconds = `${Math.round((performance.now() - startMs) / 1000)} s`;
    rows.push(`${name.padEnd(10)}${seconds.padStart(7)}  ${inWords(counts)}`);
  }
  const total = sum(all);
  process.stdout.write(`\n${rows.join('\n')}\n`);
  for (const line of loud) process.stdout.write(`\n!!! ${line}\n`);
  process.stdout.write(`\n${inWords(total)}\n`);
  return total.failed === 0 && total.passed > 0 ? 0 : 1;
}

/** An npm script passes or fails as one. */
async function script(name, args = []) {
  const code = await run('npm', ['run', '--silent', name, '--', ...args]);
  return { passed: code === 0 ? 1 : 0, failed: code === 0 ? 0 : 1, skipped: 0 };
}

async function vitest(project) {
  const file = join(REPORTS, `${project}.json`);
  const reporters = ['--reporter=dot', '--reporter=json', `--outputFile.json=${file}`];
  const code = await run('npx', ['vitest', 'run', '--project', project, ...reporters]);
  const report = readReport(file);
  if (report === null) return { passed: 0, failed: 1, skipped: 0 };
  const tests = report.testResults.flatMap((each) => each.assertionResults);
  const passed = tests.filter((test) => test.status === 'passed').length;
  const failed = tests.filter((test) => test.status === 'failed').length;
  for (const test of tests)
    if (!['passed', 'failed'].includes(test.status)) loud.push(`${project}: not run: ${test.fullName}`);
  // A file that cannot be loaded contains no tests and fails all the same.
  return { passed, failed: failed === 0 && code !== 0 ? 1 : failed, skipped: tests.length - passed - failed };
}

async function playwright(name, before = []) {
  const file = join(REPORTS, `${name}.json`);
  const config = `tests/${name}/playwright.config.ts`;
  const [command, ...args] = [...before, 'npx', 'playwright', 'test', '-c', config, '--reporter=list,json'];
  const code = await run(command, args, { PLAYWRIGHT_JSON_OUTPUT_FILE: join(process.cwd(), file) });
  const report = readReport(file);
  if (report === null) return { passed: 0, failed: 1, skipped: 0 };
  const { expected, unexpected, flaky, skipped } = report.stats;
  if (skipped > 0) loud.push(`the ${name} lane did not run ${skipped} of its tests: ${whySkipped(report)}`);
  const failed = unexpected + flaky;
  return { passed: expected, failed: failed === 0 && code !== 0 ? 1 : failed, skipped };
}

/** Xvfb, where there is no display and it is installed. */
function virtualDisplay() {
  const isNeeded = process.platform === 'linux' && !process.env.DISPLAY && !process.env.WAYLAND_DISPLAY;
  const isThere = (process.env.PATH ?? '').split(delimiter).some((folder) => existsSync(join(folder, 'xvfb-run')));
  return isNeeded && isThere ? ['xvfb-run', '-a'] : [];
}

function whySkipped(report) {
  const reasons = new Set();
  const visit = (suite) => {
    const tests = (suite.specs ?? []).flatMap((spec) => spec.tests);
    for (const note of tests.flatMap((test) => test.annotations))
      if (note.type === 'skip' && note.description) reasons.add(note.description);
    for (const inner of suite.suites ?? []) visit(inner);
  };
  for (const suite of report.suites) visit(suite);
  return [...reasons].join('; ') || 'no reason was given';
}

function sum(all) {
  const add = (key) => all.reduce((total, counts) => total + counts[key], 0);
  return { passed: add('passed'), failed: add('failed'), skipped: add('skipped') };
}

function inWords({ passed, failed, skipped }) {
  return `${passed} passed, ${failed} failed, ${skipped} skipped`;
}

function readReport(file) {
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch {
    return null;
  }
}

function run(command, args, env = {}) {
  process.stdout.write(`\n── ${[command, ...args].join(' ')}\n`);
  return new Promise((resolve) => {
    const child = spawn(command, args, { stdio: 'inherit', env: { ...process.env, ...env } });
    child.on('close', (code) => resolve(code ?? 1));
    child.on('error', () => resolve(1));
  });
}
