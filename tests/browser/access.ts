import type { Page } from '@playwright/test';
import axe, { type AxeResults } from 'axe-core';

/** What is shown of an element that axe objects to. */
const MAX_HTML = 160;

/** One line for each violation that axe can find on the screen that stands now; none is good. */
export async function accessFaults(page: Page): Promise<readonly string[]> {
  // The app never loads a page anew, so axe is brought in once; the policy of the page lets no script of others in.
  if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(axe.source);
  const violations = await page.evaluate(async () => {
    const { axe: inPage } = window as unknown as { axe: { run(options: object): Promise<AxeResults> } };
    return (await inPage.run({ resultTypes: ['violations'] })).violations;
  });
  return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, MAX_HTML)).join(' ')}`);
}
