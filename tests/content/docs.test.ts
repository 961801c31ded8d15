/** docs/content.md stays true: its worked change can be made, and the check says what the page says it says. */
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { checkFolder } from '../../src/commands/content-check';

const PAGE = readFileSync('docs/content.md', 'utf8');
const GUIDE = 'guides/insurance-and-prior-authorization-home-infusion';
const folder = mkdtempSync(join(tmpdir(), 'homeward-docs-'));
cpSync(resolve('content'), folder, { recursive: true });
afterAll(() => rmSync(folder, { recursive: true }));

/** Lines and versions move with every edit; what is said does not. */
const bare = (line: string): string =>
  line.replace(`${GUIDE}/`, 'guides/…/').replace(/toml:\d+/, 'toml:N');
function rewrite(file: string, from: string, to: string): void {
  const text = readFileSync(join(folder, file), 'utf8');
  expect(text).toContain(from);
  writeFileSync(join(folder, file), text.replace(from, to));
}
const told = (): readonly string[] => checkFolder(folder, { packaged: folder, today: '2026-11-23' }).problems.map(bare);

it('the worked change is good, and its counter-example is refused with the lines of the page', () => {
  const said = PAGE.split('\n').map(bare);
  const [, old = ''] = /ends with\n\n> (.+)\n/.exec(PAGE) ?? [];
  const [, own = ''] = /Write instead\n\n> (.+)\n/.exec(PAGE) ?? [];
  rewrite(`${GUIDE}/en/cards.toml`, old, own);
  expect(told()).toEqual([]);

  const hard = 'Ask the financial assistance representative immediately on floor 2.';
  expect(PAGE.replace(/\s+/g, ' ')).toContain(`“${hard}”`);
  rewrite(`${GUIDE}/en/cards.toml`, 'Ask at our own desk on floor 2.', hard);
  const lines = told();
  expect(lines).toHaveLength(3);
  for (const line of lines) expect(said).toContain(line);
  // Every way through the questions is walked twice, which takes a minute where nine other things run.
}, 240_000);

it('the page names every file of the folder', () => {
  const names = new Set(
    readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name).slice(folder.length + 1)),
  );
  const inFolder = /^(?:coverage\/(?:ladders|payers)|contacts|interface)\//;
  for (const name of names) {
    if (!inFolder.test(name)) expect(PAGE, name).toContain(name.split('/').at(-1));
  }
});

it('names only commands that there are', () => {
  const { scripts } = JSON.parse(readFileSync('package.json', 'utf8')) as { scripts: Record<string, string> };
  const named = [...PAGE.matchAll(/npm run ([\w:]+)/g)].map(([, name = '']) => name);
  expect(named.length).toBeGreaterThan(6);
  expect(named.filter((name) => scripts[name] === undefined)).toEqual([]);
});
