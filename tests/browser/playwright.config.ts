import { defineConfig } from '@playwright/test';
import { findChromium } from '../../src/preview/chromium';

const chromium = await findChromium();
if ('missing' in chromium) throw new Error(`browser tier: ${chromium.missing}`);

/** The built kiosk in a real Chromium over the preview host, with the real machine behind it. */
export default defineConfig({
  testDir: '.',
  testMatch: '*.spec.ts',
  outputDir: '../../test-results/browser',
  workers: 1,
  timeout: 120_000,
  expect: { timeout: 15_000 },
  forbidOnly: true,
  reporter: [['list']],
  use: {
    browserName: 'chromium',
    launchOptions: { executablePath: chromium.executablePath, args: [...chromium.args] },
    viewport: { width: 1080, height: 1920 },
  },
});
