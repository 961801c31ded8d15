import { readFileSync } from 'node:fs';
import { parse } from 'smol-toml';
import type { Plugin } from 'vite';

/**
 * Puts words of the content into a static page: `{{out-of-service.title}}` is the text of that key in `screens`, and
 * `{{plan.emergency.text}}` that of `emergency.text` in `plan`, so that the emergency line has one home.
 * For the one page that must stand when the app does not.
 */
export function htmlWords(screens: string, plan: string): Plugin {
  return {
    name: 'homeward:html-words',
    transformIndexHtml(html) {
      const words = { ...parse(readFileSync(screens, 'utf8')), plan: parse(readFileSync(plan, 'utf8')) };
      return html.replace(/\{\{\s*([\w.-]+)\s*\}\}/g, (_slot, path: string) => escapeHtml(wordAt(words, path)));
    },
  };
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
