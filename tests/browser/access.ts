import type { Page } from '@playwright/test';
import axe, { type AxeResults } from 'axe-core';

/** How much of a faulty element is shown, in characters. */
const MAX_HTML = 160;

/** @returns one line for each violation that axe finds on the current screen */
export async function accessFaults(page: Page): Promise<readonly string[]> {
  // Evaluated, because the page's security policy blocks foreign scripts; once, because the app never loads a new page.
  if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(axe.source);
  const violations = await page.evaluate(async () => {
    const { axe: inPage } = window as unknown as { axe: { run(options: object): Promise<AxeResults> } };
    return (await inPage.run({ resultTypes: ['violations'] })).violations;
  });
  return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, MAX_HTML)).join(' ')}`);
}
