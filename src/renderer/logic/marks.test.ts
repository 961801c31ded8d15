import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { MARKS } from './marks';

const MARK = /(?<![\w-])data-[a-z]+(?:-[a-z]+)*/g;
const RENDERER = join(import.meta.dirname, '..');
const marks = Object.values(MARKS).sort();

it('every mark in a template or a style sheet is in the list, and the other way round', () => {
  const files = readdirSync(RENDERER, { recursive: true, encoding: 'utf8' }).filter((name) =>
    /\.(vue|css)$/.test(name),
  );
  const used = files.flatMap((name) => readFileSync(join(RENDERER, name), 'utf8').match(MARK) ?? []);
  expect([...new Set(used)].sort()).toEqual(marks);
});

it('script takes the name of a mark from the list', () => {
  const scripts = readdirSync(RENDERER, { recursive: true, encoding: 'utf8' }).filter(
    (name) => name.endsWith('.ts') && !/marks(?:\.test)?\.ts$/.test(name),
  );
  const literal = scripts.flatMap((name) => readFileSync(join(RENDERER, name), 'utf8').match(MARK) ?? []);
  expect(literal).toEqual([]);
});

it('docs/screens.md has one row for each mark', () => {
  const rows = [...readFileSync('docs/screens.md', 'utf8').matchAll(/^\| `(data-[a-z-]+)` \|/gm)].map(
    ([, name]) => name,
  );
  expect(rows.sort()).toEqual(marks);
});
