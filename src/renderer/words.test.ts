import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'smol-toml';
import { describe, expect, it } from 'vitest';

const HERE = import.meta.dirname;
const CONTENT = join(HERE, '../../content/interface/en');

function keysOf(table: unknown, prefix = ''): readonly string[] {
  if (typeof table !== 'object' || table === null) return [prefix];
  return Object.entries(table).flatMap(([key, value]) => keysOf(value, prefix === '' ? key : `${prefix}.${key}`));
}

function sources(folder: string): readonly string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.(?:vue|ts|html)$/.test(name) && !name.endsWith('.test.ts'))
    .map((name) => readFileSync(join(folder, name), 'utf8'));
}

const wordsOf = (file: string): readonly string[] => keysOf(parse(readFileSync(join(CONTENT, file), 'utf8')));
const own = ['screens.toml', 'printer.toml'].flatMap(wordsOf);
/** With what screens and paper both say: from the guide's plan.toml, and from paper.toml. */
const known = new Set([...own, 'plan.emergency', 'plan.state-note', ...wordsOf('paper.toml')]);
const code = sources(HERE).join('\n');

/** `word('bar.back')`, and `counted('bar.sheets', …)` with its form for one. */
const asked = [...code.matchAll(/\b(word|counted)\(\s*'([\w.-]+)'/g)].flatMap(([, call = '', key = '']) =>
  call === 'counted' ? [key, `${key}-one`] : [key],
);
/** Keys that stand alone, as in `cond ? 'guide.plain' : 'guide.source'` or in a static page. */
const named = [...code.matchAll(/(?:'|\{\{)([a-z][\w-]*(?:\.[\w-]+)+)(?:'|\}\})/g)].map(([, key = '']) => key);
/** Keys put together while running, as in `how.${step}-more`. */
const made = [...code.matchAll(/`([a-z][\w.-]*)\$\{[^}]*\}([\w.-]*)`/g)].map(([, start = '', end = '']) => ({
  start,
  end,
}));

/** What is filled in while running is one part of a key, never a group. */
function isMade(key: string, { start, end }: { readonly start: string; readonly end: string }): boolean {
  const filled = key.slice(start.length, key.length - end.length);
  return key.startsWith(start) && key.endsWith(end) && filled !== '' && !filled.includes('.');
}

describe('words of the screens', () => {
  it('are all in content', () => {
    expect(asked.length).toBeGreaterThan(80);
    expect([...new Set(asked)].filter((key) => !known.has(key))).toEqual([]);
  });

  it('have one for every beginning that is put together while running', () => {
    expect(
      made.filter(({ start }) => start.includes('.')).filter((each) => ![...known].some((key) => isMade(key, each))),
    ).toEqual([]);
  });

  it('are all used by some screen', () => {
    const used = new Set([...asked, ...named]);
    const isUsed = (key: string): boolean => used.has(key) || made.some((each) => isMade(key, each));
    expect(own.filter((key) => !isUsed(key))).toEqual([]);
  });
});
