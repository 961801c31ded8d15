import { defineConfig } from '@playwright/test';
import browserTier from '../playwright.config';

/** No test, but it needs what the tests need. */
export default defineConfig({ ...browserTier, testDir: '.', testMatch: 'contact-sheet.ts' });
