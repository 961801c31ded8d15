import MarkdownIt from 'markdown-it';
import * as v from 'valibot';
import { parseToml } from '../../basics/toml';
import type { Atom, Guide } from '../model';
import { sha256 } from './files';
import { guidePaths } from './paths';
import type { Reading } from './reading';
import { sourceMetaSchema } from './schemas';

/** The approved guide, word for word. */
export interface SourceFile {
  readonly file: string;
  /** SHA-256 of the whole file. */
  readonly hash: string;
  readonly atoms: readonly Atom[];
  readonly about: Guide['about'];
}

/** @returns null when the file is missing or has no front matter */
export function parseSource(reading: Reading): SourceFile | null {
  const file = guidePaths(reading.guide, reading.language).source;
  const text = reading.files.get(file) ?? '';
  const [, front, body] = /^\+\+\+\n([\s\S]*?)\n\+\+\+\n([\s\S]*)$/.exec(text) ?? [];
  const meta = front === undefined ? null : v.safeParse(sourceMetaSchema, frontMatter(front));
  if (meta === null || !meta.success || body === undefined) {
    const cause = 'the guide is missing, or its front matter is not complete.';
    const fix = 'put back the approved text with its first lines between +++ and +++.';
    reading.report({ file, line: 1, field: null, cause, fix });
    return null;
  }
  const { title, description, author, authority, effective_date } = meta.output;
  const atoms = splitIntoAtoms(body);
  const closingNote = atoms.filter((atom) => atom.section === 'z').map((atom) => atom.text.replaceAll('*', ''));
  return {
    file,
    hash: sha256(text),
    atoms,
    about: {
      title,
      description,
      authors: author,
      authority: authority.split(';').map((name) => name.trim()),
      effectiveDate: effective_date,
      disclaimer: closingNote.join(' '),
    },
  };
}

/** Null if the front matter is not TOML. The schema refuses null. */
function frontMatter(text: string): unknown {
  const parsed = parseToml(text);
  return parsed.ok ? parsed.value.value : null;
}

/** The letters of the guide's parts: `t` title, `i` introduction, `a`–`h` its eight sections, `z` the closing note. */
const SECTION_LETTERS = 'abcdefghijklmnopqrstuvwxy';

/** The end of a sentence: a period before a space and a capital, but not after "e.g." or "Dr.". */
const SENTENCE_END = /(?<!\b(?:e\.g|i\.e|Dr|Mr|Ms|vs))([.?!]["”*]*)\s+(?=[A-Z*"“])/;

/**
 * Splits the source guide into atoms: headings, bold lead-ins, sentences of paragraphs, list items (docs/design/content.md 1).
 * An id names the place: `b2.3` is the third claim below the second H3 of the second H2.
 * @param markdown the body, without front matter
 */
function splitIntoAtoms(markdown: string): readonly Atom[] {
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
  tokens.forEach((token, index) => {
    if (token.type === 'hr') return;
    if (token.type === 'list_item_open') inItem += 1;
    if (token.type === 'list_item_close') inItem -= 1;
    if (token.type !== 'inline') return;
    const opener = tokens[index - 1];
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

/** `split` with a group gives text, period, text, period …: appends each period to its sentence. */
function joinStops(sentences: string[], piece: string, index: number): string[] {
  if (index % 2 === 0) sentences.push(piece);
  else sentences.push(`${sentences.pop() ?? ''}${piece}`);
  return sentences;
}
