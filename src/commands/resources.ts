/** `npm run resources`: generates the files in `resources/` from the drawings. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { chromium } from '@playwright/test';
import { findChromium } from '../preview/chromium';
import { drawIcon, ICON_PX } from './icon';
import { drawNurse } from './nurse';
import { EXIT_CANNOT_RUN, fail, print } from './terminal';

/** @returns the exit code */
export async function main(): Promise<number> {
  const found = await findChromium();
  if ('missing' in found) return fail(EXIT_CANNOT_RUN, `No icon can be made: ${found.missing}.`);
  const svg = drawIcon();
  const browser = await chromium.launch({ executablePath: found.executablePath, args: [...found.args] });
  try {
    const page = await browser.newPage({ viewport: { width: ICON_PX, height: ICON_PX } });
    await page.setContent(`<style>body{margin:0}svg{display:block}</style>${svg}`);
    await page.screenshot({ path: join('resources', 'icon.png'), omitBackground: true });
  } finally {
    await browser.close();
  }
  writeFileSync(join('resources', 'icon.svg'), svg);
  writeFileSync(join('resources', 'nurse.svg'), await drawNurse());
  print('resources/ has new icon.svg, icon.png and nurse.svg');
  return 0;
}
