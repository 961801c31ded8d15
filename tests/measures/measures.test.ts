/** Each measure finds what it is there to find, and where it is. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import * as code from './code';
import { englishLiterals } from './english';
import { unresolvedReferences } from './references';

let root: string;
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'homeward-measures-'));
});
afterEach(() => {
  rmSync(root, { recursive: true });
});

function write(path: string, text: string): void {
  mkdirSync(dirname(join(root, path)), { recursive: true });
  writeFileSync(join(root, path), text);
}
const sourcesIn = (folder: string): readonly code.Source[] => code.readSources(root, folder);

describe('measures of the code', () => {
  it('find a function of 101 lines, also in a .vue file, and leave a style sheet alone', () => {
    const lines = 'work();\n'.repeat(99);
    write('src/a.vue', `<template />\n<script setup lang="ts">\nfunction long() {\n${lines}}\n</script>`);
    write('src/b.ts', `function fits() {\n${lines.slice(8)}}\nfunction style() {\n  return \`\n${lines}${lines}\`;\n}`);
    expect(code.longFunctions(sourcesIn('src'))).toEqual([{ place: 'src/a.vue:3', what: 'long has 101 lines' }]);
  });

  it('find a fifth parameter', () => {
    write('src/a.ts', 'const add = (a: 1, b: 1, c: 1, d: 1, e: 1) => a;\nfunction four(a: 1, b: 1, c: 1, d: 1) {}');
    expect(code.longParameterLists(sourcesIn('src'))).toEqual([{ place: 'src/a.ts:1', what: 'add has 5 parameters' }]);
  });

  it('find an import against the table of rooms', () => {
    write('src/plan/a.ts', "import '../basics/result';\nimport '../machine/session';\nexport * from 'node:fs';");
    write('src/guide/load/a.ts', "import '../model';\nconst late = import('../../main/window');");
    expect(code.brokenDirections(sourcesIn('src')).map(({ place }) => place)).toEqual([
      'src/guide/load/a.ts:2',
      'src/plan/a.ts:2',
      'src/plan/a.ts:3',
    ]);
  });

  it('find a store that is emptied by hand', () => {
    write(
      'src/renderer/stores/visit.ts',
      'export function useVisit() {\n  function reset() {}\n  return { reset };\n}',
    );
    expect(code.storesResetByHand(sourcesIn('src')).map(({ place }) => place)).toEqual([
      'src/renderer/stores/visit.ts:2',
    ]);
  });

  it('find a type of settings that the contract declares again', () => {
    write('src/site/site.ts', "interface Timing { idleMs: number; doneMs: number }\ntype Paper = 'a4' | 'letter';");
    write(
      'src/contract/table.ts',
      "v.strictObject({ doneMs: v.number(), idleMs: v.number() });\nv.picklist(['letter']);",
    );
    expect(code.settingsDeclaredTwice(sourcesIn('src')).map(({ place }) => place)).toEqual(['src/site/site.ts:1']);
  });
});

it('English of the content is found in browser tests, names of tests are not', () => {
  write('content/interface/en/screens.toml', 'start = "Touch to start"\nnext = "Continue"');
  write(
    'tests/browser/a.spec.ts',
    "test('Touch to start', () => {\n  sees('Continue');\n  sees(/^Touch to/);\n  press('Tab');\n});",
  );
  expect(englishLiterals(root, sourcesIn('tests')).map(({ what }) => what)).toEqual(['"Continue"', '"^Touch to"']);
});

describe('references', () => {
  /** Put together here, so that this file itself refers to nothing. */
  const page = ['docs', 'evidence', 'some-facts.md'].join('/');
  const gone = ['docs', 'gone.md'].join('/');
  const unfindable = ['design', 'paper.md'].join('/');
  const found = (comment: string): readonly string[] => {
    write(page, '# Facts\n\n## 5. Dates\n\n### 5.1 Late\n\n**Packet rule.** Text.\n\n| A12 | cell |\n\n9. A point.\n');
    write('src/a.ts', comment);
    return unresolvedReferences(root).map(({ place, what }) => `${place} ${what.replace(page, 'PAGE')}`);
  };

  it.each([
    `// ${page} §5, §5.1 and A12.`,
    `/**\n * Late dates (${page} "Packet\n * rule"; §5.1).\n */`,
    `// ${page} 9: the plan of 3 people.`,
    `const source = '${page} "Dates" (72 hours), A12';`,
  ])('are fine where the page has the place: %s', (comment) => {
    expect(found(comment)).toEqual([]);
  });

  it.each([
    [`// ${page} §6`, 'src/a.ts:1 PAGE has no §6'],
    [`\n// ${page} §5,\n// §5.2`, 'src/a.ts:2 PAGE has no §5.2'],
    [`// ${page} "Datum"`, 'src/a.ts:1 PAGE has no "Datum"'],
    [`// ${page} §5, A13`, 'src/a.ts:1 PAGE has no A13'],
    [`// ${page} 10`, 'src/a.ts:1 PAGE has no 10'],
    [`// ${gone}`, `src/a.ts:1 ${gone} does not exist`],
    ['// some-facts §5', 'src/a.ts:1 some-facts is not the path of a page: write PAGE'],
    [`// ${unfindable}`, `src/a.ts:1 ${unfindable} is not the path of a page`],
  ])('are found where they lead nowhere: %s', (comment, finding) => {
    expect(found(comment)).toEqual([finding]);
  });
});
