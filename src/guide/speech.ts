/**
 * Turns a text into speech: the lexicon of `speech.toml` has abbreviations and number forms (docs/design/content.md 4).
 */
import type { Lexicon, RichText, Text, Voice } from './model';
import { plainLines, say, sayRich, type Parameters } from './text';

/** A piece of a text. `said` is null if the voice reads it unchanged. */
interface Piece {
  readonly text: string;
  readonly said: string | null;
}
interface Form {
  readonly pattern: RegExp;
  say(found: readonly string[], lexicon: Lexicon): string;
}

/** Number forms, most specific first. Patterns match at one index (`y`). */
const FORMS: readonly Form[] = [
  {
    pattern: /(?:[A-Za-z0-9-]{2,}\.)+[a-z]{2,}(?:\/[\w./-]*\w)?(?![A-Za-z0-9])/y,
    say: ([address = ''], lexicon) => addressAloud(address.replace(/^www\./, ''), lexicon),
  },
  { pattern: /(?:1-)?\d{3}-\d{3}-\d{4}(?!\d)/y, say: ([phone = '']) => digitGroups(phone) },
  {
    pattern: /(\d{4})-(\d{2})-(\d{2})(?!\d)/y,
    say: ([, year = '', month = '', day = ''], { forms }) =>
      say(forms.date, 'me', { month: monthName(month, forms.months), day: Number(day), year }),
  },
  {
    pattern: /(0?[1-9]|1[0-2])\/(\d{4})(?!\d)/y,
    say: ([, month = '', year = ''], { forms }) =>
      say(forms.month, 'me', { month: monthName(month, forms.months), year }),
  },
  {
    pattern: /\$(\d{1,3}(?:,\d{3})+|\d+)(?![\d.]\d)/y,
    say: ([, count = ''], { forms }) => say(forms.money, 'me', { count: bare(count) }),
  },
  { pattern: /(\d+)%/y, say: ([, count = ''], { forms }) => say(forms.percent, 'me', { count }) },
  {
    pattern: /(\d+)\s?[–-]\s?(\d+)(?![\d-])/y,
    say: ([, from = '', to = ''], { forms }) => say(forms.range, 'me', { from, to }),
  },
  { pattern: /\d{1,3}(?:,\d{3})+(?!\d)/y, say: ([count = '']) => bare(count) },
  { pattern: /[/–—·](?=\s)/y, say: () => ', ' },
  // Document ids and lines to write on are not read aloud.
  { pattern: /_{2,}/y, say: () => '' },
  { pattern: /D\d{2}[a-z]?(?![\p{L}\p{N}])/uy, say: () => '' },
  // The version of the content, character by character.
  { pattern: /(?=[a-f]*\d)[\da-f]{8}(?![\p{L}\p{N}])/uy, say: ([code = '']) => [...code].join(' ') },
  // A year, a day or a small number: every voice reads these.
  { pattern: /\d{1,4}(?:st|nd|rd|th)?(?![\p{L}\p{N}]|[.,]\d)/uy, say: ([count = '']) => count },
];

/** Text before an index in the middle of a word or number. No entry begins there. */
const INSIDE = /[\p{L}\p{N}]$|\d[.,]$/u;

/** The text for a voice. Adds only pauses; words that are not in the lexicon are unchanged. */
export function spoken(text: string, lexicon: Lexicon): string {
  return tidy(
    piecesOf(text, lexicon)
      .map((piece) => piece.said ?? pauses(piece.text))
      .join(''),
  );
}

/** Parts of a text that a voice may say wrong: a word with two capitals, a number form or a sign without an entry. */
export function unspoken(text: string, lexicon: Lexicon): readonly string[] {
  return piecesOf(text, lexicon)
    .filter((piece) => piece.said === null)
    .flatMap(
      (piece) =>
        piece.text.match(
          /[\p{L}\p{N}]*\p{Lu}[\p{L}\p{N}]*\p{Lu}[\p{L}\p{N}]*|\S*\d\S*|\/(?!\p{L})|[&%$#@*_+=<>~^\\]/gu,
        ) ?? [],
    );
}

/**
 * A rich text for a voice: one string per paragraph or list item. Each ends with a period, so that the voice pauses and
 * the screen can show which one is being read.
 */
export function speechOfRich(
  rich: RichText,
  voice: Voice,
  lexicon: Lexicon,
  parameters: Parameters = {},
): readonly string[] {
  return plainLines(sayRich(rich, voice, parameters)).map((line) => closed(spoken(line, lexicon)));
}

/** The same for one text with slots: a heading, an answer, a button. */
export function speechOfText(text: Text, voice: Voice, lexicon: Lexicon, parameters: Parameters = {}): string {
  return closed(spoken(say(text, voice, parameters), lexicon));
}

function piecesOf(text: string, lexicon: Lexicon): readonly Piece[] {
  const words = wordPattern(lexicon);
  const pieces: Piece[] = [];
  let plainFrom = 0;
  let index = 0;
  while (index < text.length) {
    const isInside = INSIDE.test(text.slice(Math.max(0, index - 2), index));
    const found = isInside ? null : knownAt(text, index, words, lexicon);
    if (found === null) {
      index += 1;
      continue;
    }
    if (plainFrom < index) pieces.push({ text: text.slice(plainFrom, index), said: null });
    pieces.push(found);
    index += found.text.length;
    plainFrom = index;
  }
  if (plainFrom < text.length) pieces.push({ text: text.slice(plainFrom), said: null });
  return pieces;
}

function knownAt(text: string, index: number, words: RegExp, lexicon: Lexicon): Piece | null {
  words.lastIndex = index;
  const [whole, word = '', ending = ''] = words.exec(text) ?? [];
  if (whole !== undefined) return { text: whole, said: `${lexicon.words[word] ?? word}${ending}` };
  for (const { pattern, say: formatForm } of FORMS) {
    pattern.lastIndex = index;
    const found = pattern.exec(text);
    if (found !== null) return { text: found[0], said: formatForm(found, lexicon) };
  }
  return null;
}

const patterns = new WeakMap<Lexicon, RegExp>();

/** The entries of a lexicon, longest first, with a plural or possessive ending. Made once per lexicon. */
function wordPattern(lexicon: Lexicon): RegExp {
  const known = patterns.get(lexicon);
  if (known !== undefined) return known;
  const entries = Object.keys(lexicon.words)
    .sort((one, other) => other.length - one.length)
    .map((word) => word.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'));
  const pattern = new RegExp(`(${entries.join('|')})(['’]s|s)?(?![\\p{L}\\p{N}])(?!\\.[a-z]{2})`, 'uy');
  patterns.set(lexicon, pattern);
  return pattern;
}

/** "1-866-444-3272" → "1, 8 6 6, 4 4 4, 3 2 7 2": digit by digit, with a pause between the groups. */
function digitGroups(phone: string): string {
  return phone
    .split('-')
    .map((group) => [...group].join(' '))
    .join(', ');
}

/** "needymeds.org" → "needymeds dot org"; a part with an entry of its own is said that way. */
function addressAloud(address: string, { words, forms }: Lexicon): string {
  return address
    .split(/([./]|_)/)
    .map((part) => {
      if (part === '.') return ` ${forms.dot} `;
      if (part === '/') return ` ${forms.slash} `;
      return part === '_' ? ' ' : (words[part] ?? part);
    })
    .join('');
}

function monthName(month: string, months: readonly string[]): string {
  return months[Number(month) - 1] ?? month;
}

function bare(count: string): string {
  return count.replaceAll(',', '');
}

/** Parentheses and slashes become pauses; quotation marks are dropped. */
function pauses(text: string): string {
  return text
    .replace(/\s*\(/g, ', ')
    .replace(/\)/g, ',')
    .replace(/\/(?=\p{L})/gu, ', ')
    .replace(/["“”]/g, '');
}

function tidy(text: string): string {
  return text
    .replace(/\s+/g, ' ')
    .replace(/ +([,.;:?!])/g, '$1')
    .replace(/,(?=[,.;:?!])/g, '')
    .replace(/^[\s,]+|[\s,]+$/g, '');
}

function closed(sentence: string): string {
  return sentence === '' || /[.?!:]$/.test(sentence) ? sentence : `${sentence}.`;
}
