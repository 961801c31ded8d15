import MarkdownIt from 'markdown-it';
import type { RichBlock, RichText, Run } from '../model';

const markdown = new MarkdownIt({ html: false, linkify: false });

export type RichReading =
  { readonly ok: true; readonly rich: RichText } | { readonly ok: false; readonly cause: string };

/** People read a card standing, and the Markdown parser needs minutes for a huge text. */
const MAX_CHARACTERS = 4_000;

/** Paragraphs, `- ` lists and `**bold**`, nothing else. Screen, speech and paper support all of these. */
export function readRich(text: string): RichReading {
  if (text.length > MAX_CHARACTERS) return { ok: false, cause: `a text of more than ${MAX_CHARACTERS} characters` };
  const blocks: RichBlock[] = [];
  let items: (readonly Run[])[] | null = null;
  const open: string[] = [];
  for (const token of markdown.parse(text, {})) {
    switch (token.type) {
      case 'bullet_list_open':
        if (items !== null) return { ok: false, cause: 'a list inside a list' };
        items = [];
        break;
      case 'bullet_list_close':
        if (items !== null) blocks.push({ kind: 'list', items });
        items = null;
        break;
      case 'paragraph_open':
      case 'list_item_open':
        open.push(token.type);
        break;
      case 'paragraph_close':
      case 'list_item_close':
        open.pop();
        break;
      case 'inline': {
        const runs: Run[] = [];
        let strong = false;
        for (const piece of token.children ?? []) {
          if (piece.type === 'strong_open') strong = true;
          else if (piece.type === 'strong_close') strong = false;
          else if (piece.type === 'text') runs.push({ text: piece.content, strong });
          else if (piece.type === 'softbreak') runs.push({ text: ' ', strong });
          else return { ok: false, cause: `"${piece.markup || piece.type}" is not used here` };
        }
        const kept = runs.filter((run) => run.text !== '');
        if (items === null) blocks.push({ kind: 'paragraph', runs: kept });
        else items.push(kept);
        break;
      }
      default:
        return { ok: false, cause: `"${token.markup || token.type}" is not used here` };
    }
  }
  return { ok: true, rich: blocks };
}
