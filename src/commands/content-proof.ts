/** `npm run content:proof [-- FOLDER]`: everything that a patient can read, as one PDF for the people who check it. */
import { writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { checkSomePeople } from '../plan/every-path';
import { openContent } from './content-folder';

const EXIT_CANNOT_RUN = 1;
const EXIT_BAD_INPUT = 2;
const USAGE = 'npm run content:proof -- [FOLDER] [--language en] [--out FILE.pdf]';

/** @returns the exit code: 1 when this machine cannot make a PDF, 2 when the input is wrong */
export async function main(args: readonly string[]): Promise<number> {
  let parsed;
  try {
    parsed = parseArgs({
      args: [...args],
      allowPositionals: true,
      options: { out: { type: 'string' }, language: { type: 'string', default: 'en' } },
    });
  } catch {
    return fail(EXIT_BAD_INPUT, `usage: ${USAGE}`);
  }
  const { language } = parsed.values;
  const out = parsed.values.out ?? `proof-${language}.pdf`;
  const opened = openContent(parsed.positionals, language);
  if (!opened.ok) return fail(EXIT_BAD_INPUT, opened.lines.join('\n'));
  if (checkSomePeople(opened.guide).length > 0) {
    return fail(EXIT_BAD_INPUT, 'the rules leave somebody without a plan; npm run content:check tells more');
  }

  // What drives the browser and draws the pages is large: it is loaded when the folder is good enough to need it.
  const { findChromium } = await import('../preview/chromium');
  const chromium = await findChromium();
  if ('missing' in chromium) return fail(EXIT_CANNOT_RUN, `No proof pack can be made: ${chromium.missing}.`);
  const { makeBrowserPdf } = await import('../preview/pdf');
  const { makeProof } = await import('./proof');
  const browser = await makeBrowserPdf(chromium);
  try {
    const { pdf, pages } = await makeProof(opened, browser.makePdf);
    writeFileSync(out, pdf);
    process.stdout.write(`${out}: ${pages} pages, content version ${opened.guide.version}, ${language}\n`);
    return 0;
  } catch (error) {
    if (!(error instanceof Error && 'code' in error)) throw error;
    return fail(
      EXIT_BAD_INPUT,
      `${out} cannot be written (${String(error.code)}); name a file in a folder that is there`,
    );
  } finally {
    await browser.close();
  }
}

function fail(code: number, line: string): number {
  process.stderr.write(`${line}\n`);
  return code;
}
