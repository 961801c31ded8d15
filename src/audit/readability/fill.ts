/** Texts as they will stand before a person, with something in each slot. */
import type { RichText, Voice } from '../../guide/model';
import { plainLines, say } from '../../guide/text';

/** What a slot holds while a text is measured: a word of one syllable that every voice can say. */
const FILLING = '1';

/** A paragraph or a list item. */
export interface FilledLine {
  readonly kind: 'paragraph' | 'list';
  readonly text: string;
}

export function filledLines(rich: RichText, voice: Voice): readonly FilledLine[] {
  return rich.flatMap((block) => plainLines([block]).map((line) => ({ kind: block.kind, text: filled(line, voice) })));
}

/** Its paragraphs and list items, one string each. */
export function linesOf(rich: RichText, voice: Voice): readonly string[] {
  return filledLines(rich, voice).map((block) => block.text);
}

function filled(text: string, voice: Voice): string {
  const names = [...text.matchAll(/\{([^{}|]*)\}/g)].map(([, name = '']) => [name, FILLING]);
  return say(text, voice, Object.fromEntries(names) as Record<string, string>);
}
