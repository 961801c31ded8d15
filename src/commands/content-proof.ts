/** `npm run content:proof [-- FOLDER]`: everything that a patient can read, as one PDF for the people who check it. */
import { checkSomePeople } from '../plan/every-path';
import { openContent } from './content-folder';
import { writeOutput } from './output';
import { EXIT_BAD_INPUT, EXIT_CANNOT_RUN, fail, print, readCommandLine } from './terminal';

const USAGE = 'npm run content:proof -- [FOLDER] [--language en] [--out FILE.pdf]';

/** @returns the exit code */
export async function main(args: readonly string[]): Promise<number> {
  const line = readCommandLine({
    args,
    allowPositionals: true,
    options: { out: { type: 'string' }, language: { type: 'string', default: 'en' } },
  });
  if (line === null) return fail(EXIT_BAD_INPUT, `usage: ${USAGE}`);
  const { language } = line.values;
  const out = line.values.out ?? `proof-${language}.pdf`;
  const opened = openContent(line.positionals, language);
  if (!opened.ok) return fail(EXIT_BAD_INPUT, ...opened.lines);
  if (checkSomePeople(opened.guide).length > 0) {
    return fail(EXIT_BAD_INPUT, 'the rules leave somebody without a plan; see npm run content:check');
  }

  // The browser driver and the page maker are large, so they are loaded only for a folder that is good.
  const { findChromium } = await import('../preview/chromium');
  const chromium = await findChromium();
  if ('missing' in chromium) return fail(EXIT_CANNOT_RUN, `No proof pack can be made: ${chromium.missing}.`);
  const { makeBrowserPdf } = await import('../preview/pdf');
  const { makeProof } = await import('./proof');
  const browser = await makeBrowserPdf(chromium);
  try {
    const { pdf, pages } = await makeProof(opened, browser.makePdf);
    const problem = writeOutput(out, pdf);
    if (problem !== null) return fail(EXIT_BAD_INPUT, problem);
    print(`${out}: ${pages} pages, content version ${opened.guide.version}, ${language}`);
    return 0;
  } finally {
    await browser.close();
  }
}
