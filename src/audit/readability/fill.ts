/** Texts as a person will see them, with a value in every slot. */
import type { RichText, Voice } from '../../guide/model';
import { plainLines, say } from '../../guide/text';

/** Fills each slot while a text is measured: one syllable, and every voice can say it. */
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
