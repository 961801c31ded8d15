/** The pages of docs stay true: what they name exists, and the worked change of docs/content.md can be made. */
import { cpSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { checkFolder } from '../../src/commands/content-check';

const PAGE = readFileSync('docs/content.md', 'utf8');
const GUIDE = 'guides/insurance-and-prior-authorization-home-infusion';
const folder = mkdtempSync(join(tmpdir(), 'homeward-docs-'));
cpSync(resolve('content'), folder, { recursive: true });
afterAll(() => rmSync(folder, { recursive: true }));

/** Line numbers and versions change with every edit; the messages do not. */
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

/** Our own pages; copies of the design and evidence name what is elsewhere. */
const OWN_PAGES = ['README.md', 'CONTRIBUTING.md', ...pagesIn('docs'), ...pagesIn('docs/tasks'), ...pagesIn('docs/decisions')];
function pagesIn(path: string): readonly string[] {
  return readdirSync(path)
    .filter((name) => name.endsWith('.md'))
    .map((name) => join(path, name));
}

describe.each(OWN_PAGES)('%s', (page) => {
  const text = readFileSync(page, 'utf8');

  it('names only commands that there are', () => {
    const { scripts } = JSON.parse(readFileSync('package.json', 'utf8')) as { scripts: Record<string, string> };
    const named = [...text.matchAll(/npm run ([a-z]+(?::[a-z]+)?)/g)].map(([, name = '']) => name);
    expect(named.filter((name) => scripts[name] === undefined)).toEqual([]);
  });

  it('names only files and folders that there are', () => {
    // A path with a capital or an ellipsis is a pattern: `src/contract/calls/GROUP.ts`.
    const named = [...text.matchAll(/`((?:src|tests|content|docs|build|resources)\/[a-z0-9_./-]*)`/g)];
    expect(named.map(([, path = '']) => path).filter((path) => !existsSync(path))).toEqual([]);
  });

  it('links only to pages that there are', () => {
    const links = [...text.matchAll(/\]\((?!https?:)([^)#]+)/g)].map(([, link = '']) => join(dirname(page), link));
    expect(links.filter((link) => !existsSync(link))).toEqual([]);
  });
});
