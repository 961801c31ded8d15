import type { Guide } from '../guide/model';
import { say } from '../guide/text';

/** A part that the page repeats in each language, or a slot: `{{group.key}}`, a text of the interface, or `{{language}}`. */
const FILLED = /<template>([\s\S]*?)<\/template>|\{\{([\w.-]+)\}\}/g;

/**
 * Puts the words of the running content into a built page, because a page without the app cannot ask for them. The content
 * of `<template>` is repeated in each language; other slots get the words of the first language.
 *
 * @param guides one for each language of the kiosk, the first language first; never empty
 * @throws Error for a slot that no word fills
 */
export function fillPage(html: string, guides: ReadonlyMap<string, Guide>): string {
  const [first] = guides.values();
  if (first === undefined) throw new Error('a kiosk has at least one language');
  return html.replace(FILLED, (_match, repeated: string | undefined, key: string | undefined) =>
    repeated === undefined
      ? wordOf(first, key ?? '')
      : [...guides].map(([language, guide]) => fillPage(repeated, new Map([[language, guide]]))).join(''),
  );
}

function wordOf({ language, words }: Guide, key: string): string {
  const text = key === 'language' ? language : words[key];
  if (text === undefined) throw new Error(`the content has no text ${key}, which a page needs`);
  return escapeHtml(say(text, 'me'));
}

function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);
}
