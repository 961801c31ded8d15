/** The fake printer must stand before CUPS's own conformance tests, or what it proves is worth little. */
import { execFile } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startFakePrinter } from '../support/fake-printer';
import { missingProgram } from '../support/print-lab';
import { smallPdf } from '../support/print-lab/small-pdf';

const missing = missingProgram(['ipptool']);
const title = missing === null ? 'the fake printer, by ipptool' : `SKIPPED, the fake printer by ipptool: ${missing}`;

describe.skipIf(missing !== null)(title, { timeout: 60_000 }, () => {
  let folder: string;
  let pdf: string;

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'homeward-ipptool-'));
    pdf = join(folder, 'small.pdf');
    await writeFile(pdf, smallPdf('conformance'));
  });

  afterAll(() => rm(folder, { recursive: true, force: true }));

  // ipptool waits five seconds between two looks at a job, so they run side by side.
  it.concurrent.each([
    ['get-printer-attributes.test', 1],
    ['validate-job.test', 1],
    ['print-job.test', 1],
    ['print-job-and-wait.test', 2],
    ['create-job.test', 2],
    ['get-completed-jobs.test', 1],
    // Stops where Debian's package lacks the sample documents; the RFC 8011 part comes before.
    ['ipp-1.1.test', 30],
  ])('passes %s', async (file, atLeast) => {
    const fake = await startFakePrinter();
    const report = await ipptool(['-I', '-t', '-f', pdf, fake.uri, file]);
    await fake.stop();
    expect(report.split('\n').filter((line) => line.includes('[FAIL]'))).toEqual([]);
    expect(report.match(/\[PASS\]/g)?.length ?? 0, report).toBeGreaterThanOrEqual(atLeast);
  });
});

/** What it reports; its exit code also counts tests that it could not run. */
function ipptool(args: readonly string[]): Promise<string> {
  return new Promise((resolve) => {
    execFile('ipptool', args, { timeout: 30_000 }, (_error, stdout) => resolve(stdout));
  });
}
