/** Promise 8 of docs/design/product.md: no patient-facing sentence lives in code; an editor can change every one. */
import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { describe, expect, it } from 'vitest';

const ROOMS = ['src/renderer', 'src/handout'];
const MIN_WORDS = 3;
/** Attributes that a person reads or hears. */
const SPOKEN_ATTRIBUTE = /\s(?:aria-label|aria-description|title|alt|placeholder|label)="([^"]*)"/g;

function filesBelow(folder: string): readonly string[] {
  return readdirSync(folder, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile() && /\.(vue|ts|html)$/.test(entry.name) && !entry.name.endsWith('.test.ts'))
    .map((entry) => join(entry.parentPath, entry.name));
}

function isSentence(text: string): boolean {
  return text.split(/\s+/).filter((word) => /^["'(]?\p{L}[\p{L}'’-]*[.,:;!?"')]*$/u.test(word)).length >= MIN_WORDS;
}

/** Text between tags and in spoken attributes; what is bound (`{{ }}`, `${ }`, `:title`) comes from content. */
function sentencesIn(markup: string): readonly string[] {
  const bare = markup
    .replace(/<!--[\s\S]*?-->/g, '')
    .replace(/<(script|style)\b[\s\S]*?<\/\1>/g, '')
    .replace(/\{\{[\s\S]*?\}\}/g, ' ')
    .replace(/\$\{[^{}]*\}/g, ' ');
  const attributes = [...bare.matchAll(SPOKEN_ATTRIBUTE)].map((found) => found[1] ?? '');
  // A quoted value may hold ">" (an arrow function), so attributes go before the tags are told apart.
  const plain = bare.replace(/="[^"]*"/g, '');
  const texts = [...plain.matchAll(/<\/?[a-zA-Z][^<>]*>([^<>]+)(?=<\/?[a-zA-Z])/g)].map((found) => found[1] ?? '');
  return [...texts, ...attributes].map((text) => text.replace(/\s+/g, ' ').trim()).filter(isSentence);
}

/** The parts of a file that are markup: the template of a component, the template strings with tags of a module. */
function markupOf(path: string, source: string): readonly string[] {
  if (path.endsWith('.vue')) return [/<template>[\s\S]*<\/template>/.exec(source)?.[0] ?? ''];
  if (path.endsWith('.html')) return [source];
  const code = source.replace(/\/\*[\s\S]*?\*\//g, '').replace(/(^|\s)\/\/.*$/gm, '');
  const strings = [...code.matchAll(/`(?:\\.|[^`\\])*`|'(?:\\.|[^'\\\n])*'/g)].map((found) => found[0].slice(1, -1));
  return strings.filter((text) => /<[a-z][^<>]*>/.test(text));
}

describe('no sentence for a patient stands in code', () => {
  const files = ROOMS.flatMap(filesBelow);

  it('reads the screens and the pages', () => {
    expect(files.filter((path) => path.endsWith('.vue')).length).toBeGreaterThan(20);
    expect(files.filter((path) => path.startsWith('src/handout')).length).toBeGreaterThan(5);
  });
  it('knows a sentence when it sees one', () => {
    expect(sentencesIn('<p class="a">Ask your nurse now.</p>')).toEqual(['Ask your nurse now.']);
    expect(sentencesIn('<button @click="() => go(1)">Print my pages</button>')).toEqual(['Print my pages']);
    expect(sentencesIn('<img alt="A nurse with papers" />')).toEqual(['A nurse with papers']);
    expect(sentencesIn("<p>{{ word('plan.steps now please') }}</p><i :title=\"a b c\">3</i>")).toEqual([]);
    expect(markupOf('a.ts', "const a = `<p>Take all the sheets ${count}</p>`; // <p>a b c d</p>").flatMap(sentencesIn)).toEqual([
      'Take all the sheets',
    ]);
  });
  it.each(files.map((path) => relative('.', path)))('%s', (path) => {
    expect(markupOf(path, readFileSync(path, 'utf8')).flatMap(sentencesIn)).toEqual([]);
  });
});
