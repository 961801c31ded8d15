import vue from '@vitejs/plugin-vue';
import { defineConfig } from 'vitest/config';

/** The lanes that vitest runs and the test files of each. `tests/run.mjs` runs one lane at a time; see docs/testing.md. */
const LANES = {
  unit: ['src/**/*.test.ts', 'tests/measures/**/*.test.ts', '!src/audit/plan/**'],
  content: ['tests/content/**/*.test.ts'],
  contract: ['tests/contract/**/*.test.ts'],
  screens: ['tests/screens/**/*.test.ts'],
  plan: ['src/audit/plan/**/*.test.ts', 'tests/plan/**/*.test.ts'],
  pdf: ['tests/pdf/**/*.test.ts'],
  print: ['tests/print/**/*.test.ts'],
};

export default defineConfig({
  plugins: [vue()],
  test: {
    testTimeout: 60_000,
    hookTimeout: 60_000,
    // The default leaves one of two cores idle.
    maxWorkers: 2,
    reporters: ['default'],
    projects: Object.entries(LANES).map(([name, globs]) => ({
      extends: true,
      test: {
        name,
        include: globs.filter((glob) => !glob.startsWith('!')),
        exclude: globs.filter((glob) => glob.startsWith('!')).map((glob) => glob.slice(1)),
      },
    })),
  },
});
