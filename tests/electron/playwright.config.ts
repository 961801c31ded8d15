import { defineConfig } from '@playwright/test';

/** The built kiosk in Electron itself. One at a time: there is one display and one lock. */
export default defineConfig({
  testDir: '.',
  testMatch: '*.spec.ts',
  outputDir: '../../test-results/electron',
  workers: 1,
  timeout: 60_000,
  forbidOnly: true,
  reporter: [['list']],
});
