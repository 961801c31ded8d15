import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';

/** What is shown of an element that axe objects to. */
const MOST_HTML = 160;

/** One line for each violation that axe can find on the screen that stands now; none is good. */
export async function accessFaults(page: Page): Promise<readonly string[]> {
  // The kiosk has no frames, so axe need not go through them, and only what is wrong has to be told.
  const axe = new AxeBuilder({ page }).setLegacyMode(true).options({ resultTypes: ['violations'] });
  const { violations } = await axe.analyze();
  return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, MOST_HTML)).join(' ')}`);
}
