/**
 * `npm test`: every tier that this machine can run, then one plain line `N passed, N failed, N skipped`.
 * A tier that cannot run says so loudly, by name, and counts as skipped; it never counts as passed.
 */
import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import process from 'node:process';

const results = 'test-results/tiers';
rmSync(results, { recursive: true, force: true });
mkdirSync(results, { recursive: true });

const total = { passed: 0, failed: 0, skipped: 0 };
const rows = [];
const loud = [];

await check('types', 'npm', ['run', '--silent', 'types']);
await check('lint', 'npm', ['run', '--silent', 'lint']);
await check('content', 'npm', ['run', '--silent', 'content:check']);
await check('build', 'npm', ['run', '--silent', 'build', '--', '--logLevel', 'warn']);
await vitest();
await playwright('browser', 'tests/browser/playwright.config.ts');
await run('node', ['src/commands/run.mjs', 'tests/electron/obtain']);
await playwright('electron', 'tests/electron/playwright.config.ts', virtualDisplay());

process.stdout.write(`\n${rows.map((row) => row.join('  ')).join('\n')}\n`);
for (const line of loud) process.stdout.write(`\n!!! ${line}\n`);
process.stdout.write(`\n${total.passed} passed, ${total.failed} failed, ${total.skipped} skipped\n`);
process.exitCode = total.failed === 0 && total.passed > 0 ? 0 : 1;

/** A tier that passes or fails as one. */
async function check(name, command, args) {
  const code = await run(command, args);
  count(name, { passed: code === 0 ? 1 : 0, failed: code === 0 ? 0 : 1, skipped: 0 });
}

async function vitest() {
  const file = join(results, 'vitest.json');
  const code = await run('npx', ['vitest', 'run', '--reporter=dot', '--reporter=json', `--outputFile.json=${file}`]);
  const report = readReport(file);
  if (report === null) return count('unit', { passed: 0, failed: 1, skipped: 0 });
  const tests = report.testResults.flatMap((each) => each.assertionResults);
  for (const test of tests)
    if (test.status === 'pending' || test.status === 'skipped') loud.push(`not run: ${test.fullName}`);
  const failed = tests.filter((test) => test.status === 'failed').length;
  count('unit', {
    passed: tests.filter((test) => test.status === 'passed').length,
    // A file that cannot be loaded has no tests in it and fails all the same.
    failed: failed === 0 && code !== 0 ? 1 : failed,
    skipped: tests.length - tests.filter((test) => ['passed', 'failed'].includes(test.status)).length,
  });
}

async function playwright(name, config, before = []) {
  const file = join(results, `${name}.json`);
  const [command, ...args] = [...before, 'npx', 'playwright', 'test', '-c', config, '--reporter=list,json'];
  const code = await run(command, args, {
    PLAYWRIGHT_JSON_OUTPUT_FILE: join(process.cwd(), file),
  });
  const report = readReport(file);
  if (report === null) return count(name, { passed: 0, failed: 1, skipped: 0 });
  const { expected, unexpected, flaky, skipped } = report.stats;
  if (skipped > 0) loud.push(`the ${name} tier did not run ${skipped} of its tests: ${whySkipped(report)}`);
  const failed = unexpected + flaky;
  count(name, { passed: expected, failed: failed === 0 && code !== 0 ? 1 : failed, skipped });
}

/** Xvfb where there is no display, and it is installed. */
function virtualDisplay() {
  const isNeeded = process.platform === 'linux' && !process.env.DISPLAY && !process.env.WAYLAND_DISPLAY;
  const isThere = (process.env.PATH ?? '').split(delimiter).some((folder) => existsSync(join(folder, 'xvfb-run')));
  return isNeeded && isThere ? ['xvfb-run', '-a'] : [];
}

function whySkipped(report) {
  const reasons = new Set();
  const visit = (suite) => {
    for (const spec of suite.specs ?? []) {
      for (const test of spec.tests) {
        for (const note of test.annotations)
          if (note.type === 'skip' && note.description) reasons.add(note.description);
      }
    }
    for (const inner of suite.suites ?? []) visit(inner);
  };
  for (const suite of report.suites) visit(suite);
  return [...reasons].join('; ') || 'no reason was given';
}

function count(name, counts) {
  for (const key of Object.keys(total)) total[key] += counts[key];
  rows.push([name.padEnd(10), `${counts.passed} passed`, `${counts.failed} failed`, `${counts.skipped} skipped`]);
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
