import MarkdownIt from 'markdown-it';
import type { Atom } from '../model';

/** The letters of the guide's parts: `t` title, `i` introduction, `a`–`h` its eight sections, `z` the closing note. */
const SECTION_LETTERS = 'abcdefghijklmnopqrstuvwxy';

/** Ends of sentences: a stop before a space and a capital, but not after "e.g." or "Dr.". */
const SENTENCE_END = /(?<!\b(?:e\.g|i\.e|Dr|Mr|Ms|vs))([.?!]["”*]*)\s+(?=[A-Z*"“])/;

/**
 * Splits the source guide into atoms: headings, bold lead-ins, sentences of paragraphs, list items
 * (docs/design/content.md 1). An id tells the place: `b2.3` is the third claim below the second H3 of the second H2.
 * @param markdown the body, without front matter
 */
export function splitIntoAtoms(markdown: string): readonly Atom[] {
  const atoms: Atom[] = [];
  let section = 'i';
  let sections = 0;
  let part = 0;
  let claim = 0;
  const prefix = (): string => (part === 0 ? section : `${section}${part}`);
  const push = (id: string, kind: Atom['kind'], text: string): void => {
    atoms.push({ id, kind, section, text: text.trim() });
  };
  const tokens = new MarkdownIt({ html: false }).parse(markdown, {});
  let inItem = 0;
  tokens.forEach((token, at) => {
    if (token.type === 'hr') return;
    if (token.type === 'list_item_open') inItem += 1;
    if (token.type === 'list_item_close') inItem -= 1;
    if (token.type !== 'inline') return;
    const opener = tokens[at - 1];
    if (opener?.type === 'heading_open') {
      if (opener.tag === 'h1') {
        atoms.push({ id: 't', kind: 'heading', section: 't', text: token.content });
        return;
      }
      if (opener.tag === 'h2') {
        section = SECTION_LETTERS[sections] ?? 'x';
        sections += 1;
        part = 0;
      } else {
        part += 1;
      }
      claim = 0;
      push(prefix(), 'heading', token.content);
      return;
    }
    if (token.content.startsWith('*This guide is for educational')) {
      section = 'z';
      part = 0;
      claim = 0;
    }
    const kind = inItem > 0 ? 'item' : 'claim';
    const sentences = kind === 'item' ? [token.content] : splitSentences(token.content);
    for (const sentence of sentences) {
      claim += 1;
      push(`${prefix()}.${claim}`, kind, sentence);
    }
  });
  return atoms;
}

function splitSentences(paragraph: string): readonly string[] {
  const flat = paragraph.replace(/\s+/g, ' ').replace(/^(\*\*[^*]+\*\*) (?=[A-Z])/, '$1\n');
  return flat
    .split('\n')
    .flatMap((piece) => piece.split(new RegExp(SENTENCE_END.source, 'g')).reduce<string[]>(joinStops, []))
    .filter((sentence) => sentence.trim() !== '');
}

/** `split` with a group gives text, stop, text, stop …: puts each stop back behind its sentence. */
function joinStops(sentences: string[], piece: string, at: number): string[] {
  if (at % 2 === 0) sentences.push(piece);
  else sentences.push(`${sentences.pop() ?? ''}${piece}`);
  return sentences;
}
