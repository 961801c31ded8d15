import { readFileSync } from 'node:fs';
import { parse } from 'smol-toml';
import type { Plugin } from 'vite';
import { renderToString } from 'vue/server-renderer';
import { DRAWINGS, type DrawingName } from '../src/drawings';
import { picture } from '../src/handout/drawings/picture';

/**
 * Puts words of the content into a static page: `{{out-of-service.title}}` is the text of that key in `screens`, and
 * `{{plan.emergency.text}}` that of `emergency.text` in `plan`, so that the emergency line has one home.
 * `{{picture nurse-listens}}` is that drawing in black lines, as on paper; the words next to it say the same.
 * For the one page that must work when the app does not.
 */
export function htmlWords(screens: string, plan: string): Plugin {
  return {
    name: 'homeward:html-words',
    async transformIndexHtml(html) {
      const words = { ...parse(readFileSync(screens, 'utf8')), plan: parse(readFileSync(plan, 'utf8')) };
      const said = html.replace(/\{\{\s*([\w.-]+)\s*\}\}/g, (_slot, path: string) => escapeHtml(wordAt(words, path)));
      const drawn = await Promise.all(
        [...said.matchAll(/\{\{picture ([\w-]+)\}\}/g)].map(async ([slot, name = '']) => {
          return [slot, await renderToString(picture(drawingAt(name), null, 'picture'))] as const;
        }),
      );
      return drawn.reduce((page, [slot, svg]) => page.replace(slot, svg), said);
    },
  };
}

function drawingAt(name: string): (typeof DRAWINGS)[DrawingName] {
  if (!Object.hasOwn(DRAWINGS, name)) throw new Error(`there is no drawing ${name}, which a page needs`);
  return DRAWINGS[name as DrawingName];
}

function wordAt(words: unknown, path: string): string {
  const found = path.split('.').reduce<unknown>((at, key) => {
    return typeof at === 'object' && at !== null ? (at as Readonly<Record<string, unknown>>)[key] : undefined;
  }, words);
  if (typeof found !== 'string') throw new Error(`the content has no text ${path}, which a page needs`);
  return found;
}

function escapeHtml(text: string): string {
  return text.replace(/[&<>"]/g, (character) => `&#${character.charCodeAt(0)};`);
}
