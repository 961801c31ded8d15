import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { loadGuide } from '../guide/load';
import type { Guide } from '../guide/model';
import { fillPage } from './fill-page';

const english = { language: 'en', words: { 'a.title': 'Ask <a nurse> & "me"' } } as unknown as Guide;
const spanish = { language: 'es', words: { 'a.title': 'Pregunte' } } as unknown as Guide;
const both = new Map([
  ['en', english],
  ['es', spanish],
]);

test('a slot gets the word of the first language, escaped', () => {
  expect(fillPage('<html lang="{{language}}"><p>{{a.title}}</p>', both)).toBe(
    '<html lang="en"><p>Ask &#60;a nurse&#62; &#38; &#34;me&#34;</p>',
  );
});

test('what stands in a template is said in each language', () => {
  expect(fillPage('<template><p lang="{{language}}">{{a.title}}</p></template>', both)).toBe(
    '<p lang="en">Ask &#60;a nurse&#62; &#38; &#34;me&#34;</p><p lang="es">Pregunte</p>',
  );
});

test('a word that looks like a slot is not filled again', () => {
  const words = new Map([['en', { ...english, words: { 'a.title': '<template>', 'b.title': 'b' } }]]);
  expect(fillPage('{{a.title}}{{b.title}}', words)).toBe('&#60;template&#62;b');
});

test('a slot without a word is a bug', () => {
  expect(() => fillPage('{{a.missing}}', both)).toThrow('a.missing');
});

test.each(['index', 'out-of-service'])('the packaged content has every word of %s.html', (page) => {
  const loaded = loadGuide({ folder: 'content', language: 'en', today: '2026-11-23' });
  if (!loaded.ok) throw new Error('the content does not load');
  const html = readFileSync(`src/renderer/${page}.html`, 'utf8');
  const filled = fillPage(html, new Map([['en', loaded.value.guide]]));
  expect(filled).toContain('<html lang="en">');
  expect(filled).not.toContain('{{');
});
