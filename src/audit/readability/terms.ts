/** A page explains each technical term where it first uses it (docs/design/content.md 6). */
import type { Term } from '../../guide/model';
import type { DocumentUnit } from './texts';

/** A paragraph, a list item, or a heading joined with the text below it. */
export interface Chunk {
  readonly words: string;
}

/** A term that is used without an explanation. */
export interface Undefined<Place extends Chunk> {
  readonly term: Term;
  readonly chunk: Place;
}

/** Chunks that print under one condition (`DocumentUnit.when`). */
export interface ChunkGroup<Place extends Chunk> {
  readonly when: DocumentUnit['when'];
  readonly chunks: readonly Place[];
}

/** Quoted words to look for in a letter: shown, not used. */
const SHOWN = /["“][^"”.?!]{1,40}["”]/g;

/** Terms that a page uses before it explains them, with the first place in each group. */
export function undefinedTerms<Place extends Chunk>(
  page: readonly ChunkGroup<Place>[],
  terms: readonly Term[],
): readonly Undefined<Place>[] {
  const matchers = matchersOf(terms);
  const before: { readonly when: DocumentUnit['when']; readonly met: ReadonlySet<Term> }[] = [];
  return page.flatMap(({ when, chunks }) => {
    const met = new Set(before.filter((each) => printsWith(each.when, when)).flatMap((each) => [...each.met]));
    const missing: Undefined<Place>[] = [];
    for (const chunk of chunks) {
      const used = termsIn(chunk.words.replace(SHOWN, ' '), matchers);
      for (const term of termsIn(chunk.words, matchers)) {
        if (met.has(term)) continue;
        const explained = isExplained(term, chunk.words, matchers);
        if (!explained && used.has(term)) missing.push({ term, chunk });
        if (explained || used.has(term)) met.add(term);
      }
    }
    before.push({ when, met });
    return missing;
  });
}

/** Whether everything under `one` prints on each page that shows something under `other`. */
function printsWith(one: DocumentUnit['when'], other: DocumentUnit['when']): boolean {
  if (one === null) return false;
  return Object.entries(one).every(([key, value]) => JSON.stringify(value) === JSON.stringify(other?.[key]));
}

/** The text without its terms, which the page is there to teach. */
export function withoutTerms(text: string, terms: readonly Term[]): string {
  return matchersOf(terms).reduce((rest, { pattern }) => rest.replace(pattern, ' '), text);
}

interface Matcher {
  readonly term: Term;
  /** Lowercase text that every match contains: a quick first check. */
  readonly start: string;
  readonly pattern: RegExp;
}

const made = new WeakMap<readonly Term[], readonly Matcher[]>();

/** Longest forms first, so that "PA number" does not match as "PA". */
function matchersOf(terms: readonly Term[]): readonly Matcher[] {
  const cached = made.get(terms);
  if (cached !== undefined) return cached;
  const matchers = terms
    .flatMap((term) => term.forms.map((form) => ({ term, form })))
    .sort((one, other) => other.form.length - one.form.length)
    .map(({ term, form }) => ({ term, start: form.toLowerCase(), pattern: patternOf(form) }));
  made.set(terms, matchers);
  return matchers;
}

/** A form with capitals is an abbreviation or a name, so its case matters ("SHIP" is not "ship"). */
function patternOf(form: string): RegExp {
  const flags = /\p{Lu}/u.test(form) ? 'gu' : 'giu';
  return new RegExp(`(?<![\\p{L}\\p{N}-])${literal(form)}(?:s|es|['’]s)?(?![\\p{L}\\p{N}])`, flags);
}

/** A pattern for exactly these words, with any space between them. */
export function literal(words: string): string {
  return words.replace(/[.*+?^${}()|[\]\\/]/g, '\\$&').replaceAll(' ', '\\s+');
}

/** The terms of a chunk; a longer one hides the shorter ones inside it. */
function termsIn(words: string, matchers: readonly Matcher[]): ReadonlySet<Term> {
  const found = new Set<Term>();
  let left = words;
  const lower = words.toLowerCase();
  for (const { term, start, pattern } of matchers) {
    if (!lower.includes(start)) continue;
    const without = left.replace(pattern, ' ¤ ');
    if (without !== left) found.add(term);
    left = without;
  }
  return found;
}

/** Whether the words around the term explain it. Another term may do so. */
function isExplained(term: Term, words: string, matchers: readonly Matcher[]): boolean {
  const around = matchers
    .filter((each) => each.term === term)
    .reduce((rest, { pattern }) => rest.replace(pattern, ' ¤ '), words)
    .toLowerCase();
  return term.cues.some((cue) => around.includes(cue.toLowerCase()));
}
