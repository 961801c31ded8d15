import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { loadGuide } from '../../guide/load';

const loaded = loadGuide({ folder: 'content', language: 'en', today: '2026-11-23' });
if (!loaded.ok) throw new Error('the content does not load');
const keys = Object.keys(loaded.value.guide.words).sort();

const FILE = `// Written by \`npm run content:words\` from the words in content; a test keeps it fresh.
/** The key of every text of the interface, \`group.key\`. */
export type WordKey =
${keys.map((key) => `  | '${key}'`).join('\n')};
`;

it('the keys are those of the content', async () => {
  await expect(FILE).toMatchFileSnapshot('./word-keys.ts');
});

it('no word of the screens is unused', () => {
  const code = readdirSync(join(import.meta.dirname, '..'), { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.(?:vue|ts|html)$/.test(name) && !name.includes('word-keys'))
    .map((name) => readFileSync(join(import.meta.dirname, '..', name), 'utf8'))
    .join('\n');
  // A key may be built at run time, as in `how.${step}-more`.
  const made = [...code.matchAll(/`([a-z][\w-]*\.[\w.-]*)\$\{[^}]*\}([\w.-]*)`/g)];
  const isUsed = (key: string): boolean =>
    [`'${key}'`, `'${key.replace(/-one$/, '')}'`, `{{${key}}}`].some((use) => code.includes(use)) ||
    made.some(([, start = '', end = '']) => key.startsWith(start) && key.endsWith(end));
  const ofScreens = keys.filter((key) => !/^(?:paper|plan|calendar)\./.test(key));
  expect(ofScreens.filter((key) => !isUsed(key))).toEqual([]);
});
