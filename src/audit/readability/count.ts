/**
 * Sentences, words and syllables of English, and the two formulas of the gate (docs/design/content.md 6).
 *
 * How things count:
 * - A paragraph is cut into sentences; a list item is at least one sentence. A piece of fewer than three words ("Yes.",
 *   "1.") does not count as a sentence: it would make a hard text look easy.
 * - A word with hyphens is one word. A number or a phone is one word of one syllable, as in the common tools.
 * - An abbreviation has the syllables of its spoken form. A web address counts as a name of two.
 * - An allow-listed word counts as two syllables at most; the raw figures ignore this.
 */
import { fleschKincaid } from 'flesch-kincaid';
import { smogFormula } from 'smog-formula';
import { syllable } from 'syllable';
import type { Lexicon } from '../../guide/model';

export interface Word {
  readonly text: string;
  readonly syllables: number;
  readonly syllablesRaw: number;
}
/** How words count: the allow-list (lower case) and the lexicon. */
export interface WordRules {
  readonly allowed: ReadonlySet<string>;
  readonly lexicon: Lexicon;
}
/** Grades of a text. Null without a sentence, or with too few for SMOG. */
export interface Grades {
  readonly sentences: number;
  readonly words: number;
  readonly fk: number | null;
  readonly fkRaw: number | null;
  readonly smog: number | null;
  readonly smogRaw: number | null;
}

/** Syllables of a long word, at least. */
const LONG = 3;
const ALLOWED_SYLLABLES = 2;
const MIN_WORDS_OF_A_SENTENCE = 3;
const MIN_SENTENCES_FOR_SMOG = 30;
const ADDRESS_SYLLABLES = 2;

const segmenter = new Intl.Segmenter('en', { granularity: 'sentence' });
/** The segmenter mistakes these for the end of a sentence. */
const NOT_THE_END = /\b(?:U\.S|Dr|Mr|Ms|e\.g|i\.e)\.["”)]*\s+$/;
const WORD = /[\p{L}\p{N}$]+(?:['’.,/–-][\p{L}\p{N}]+)*/gu;
const NUMBER = /^[\d$.,/–-]+$/;
const ADDRESS = /^(?:[A-Za-z0-9-]{2,}\.)+[a-z]{2,}(?:\/\S*)?$/;

/** The sentences of one paragraph or list item, unchanged. */
export function sentencesOf(text: string): readonly string[] {
  const sentences: string[] = [];
  let open = '';
  for (const { segment } of segmenter.segment(text)) {
    open += segment;
    if (NOT_THE_END.test(open)) continue;
    sentences.push(open.trim());
    open = '';
  }
  if (open.trim() !== '') sentences.push(open.trim());
  return sentences;
}

export function wordsOf(sentence: string, rules: WordRules): readonly Word[] {
  return (sentence.match(WORD) ?? []).map((text) => {
    const syllablesRaw = syllablesOf(text, rules.lexicon);
    const allowed = isAllowed(text, rules.allowed);
    return { text, syllablesRaw, syllables: allowed ? Math.min(syllablesRaw, ALLOWED_SYLLABLES) : syllablesRaw };
  });
}

export function isLong(word: Word): boolean {
  return word.syllables >= LONG;
}

/**
 * The grades of a text.
 * @param lines its paragraphs and list items
 */
export function gradesOf(lines: readonly string[], rules: WordRules): Grades {
  const words: Word[] = [];
  let sentences = 0;
  for (const line of lines) {
    const each = sentencesOf(line).map((sentence) => wordsOf(sentence, rules));
    if (each.every((sentence) => sentence.length === 0)) continue;
    words.push(...each.flat());
    sentences += Math.max(1, each.filter((sentence) => sentence.length >= MIN_WORDS_OF_A_SENTENCE).length);
  }
  const grade = (syllables: (word: Word) => number): Pick<Grades, 'fk' | 'smog'> => ({
    fk:
      sentences === 0
        ? null
        : fleschKincaid({
            sentence: sentences,
            word: words.length,
            syllable: words.reduce((sum, word) => sum + syllables(word), 0),
          }),
    smog:
      sentences < MIN_SENTENCES_FOR_SMOG
        ? null
        : smogFormula({
            sentence: sentences,
            polysillabicWord: words.filter((word) => syllables(word) >= LONG).length,
          }),
  });
  const neutral = grade((word) => word.syllables);
  const raw = grade((word) => word.syllablesRaw);
  return { sentences, words: words.length, ...neutral, fkRaw: raw.fk, smogRaw: raw.smog };
}

const counted = new WeakMap<Lexicon, Map<string, number>>();

/** Cached per lexicon and word: all pages use the same few thousand words. */
function syllablesOf(word: string, lexicon: Lexicon): number {
  const known = counted.get(lexicon) ?? new Map<string, number>();
  counted.set(lexicon, known);
  const cached = known.get(word);
  if (cached !== undefined) return cached;
  const count = countSyllables(word, lexicon);
  known.set(word, count);
  return count;
}

function countSyllables(word: string, lexicon: Lexicon): number {
  if (NUMBER.test(word)) return 1;
  if (ADDRESS.test(word)) return ADDRESS_SYLLABLES;
  const said = lexicon.words[withoutEnding(word)] ?? word;
  const parts = said.split(/[^\p{L}\p{N}'’]+/u).filter((part) => part !== '');
  return Math.max(
    1,
    parts.reduce((sum, part) => sum + (part.length === 1 ? letterSyllables(part) : syllable(part)), 0),
  );
}

function letterSyllables(letter: string): number {
  return letter.toUpperCase() === 'W' ? LONG : 1;
}

function isAllowed(word: string, allowed: ReadonlySet<string>): boolean {
  const lower = word.toLowerCase();
  const one = withoutEnding(lower);
  return (
    allowed.has(lower) ||
    allowed.has(one) ||
    allowed.has(one.replace(/s$/, '')) ||
    allowed.has(one.replace(/ies$/, 'y'))
  );
}

function withoutEnding(word: string): string {
  return word.replace(/['’]s?$/, '');
}
