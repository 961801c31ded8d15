/** The readability gate for English (docs/design/content.md 6). Pure: texts in, rows and problems out. */
import { filledLines, linesOf } from './fill';
import { gradesOf, isLong, sentencesOf, wordsOf, type Grades, type WordRules } from './count';
import { literal, undefinedTerms, withoutTerms } from './terms';
import { unspoken } from '../../guide/speech';
import type { Lexicon, Term, Voice } from '../../guide/model';
import type { Problem } from '../../basics/problem';
import type { DocumentTexts, DocumentUnit, PatientText, PlainWords } from './texts';

export interface GateInput {
  readonly texts: readonly PatientText[];
  readonly documents: readonly DocumentTexts[];
  readonly terms: readonly Term[];
  readonly plainWords: PlainWords;
  readonly lexicon: Lexicon;
}
/** One page and its grades, in the harder of its two voices. */
export interface ReadabilityRow extends Grades {
  readonly place: string;
  /** False: reported only, because the page is for a plan, a doctor or staff. */
  readonly gated: boolean;
  /** Long words that are not on the allow-list, most frequent first. */
  readonly longWords: readonly string[];
}
export interface Readability {
  readonly rows: readonly ReadabilityRow[];
  readonly problems: readonly Problem[];
}

export const LIMITS = {
  fk: 6,
  smog: 7,
  wordsInSentence: 20,
  longWordsInSentence: 1,
  sentencesInParagraph: 4,
  itemsInList: 7,
  allowed: 80,
} as const;

const VOICES: readonly Voice[] = ['me', 'other'];

/** Measures every page of the content and reports what breaks the gate. */
export function readabilityOf(input: GateInput): Readability {
  const { plainWords, lexicon, documents } = input;
  const rules: WordRules = { allowed: new Set(plainWords.allowed.map(({ word }) => word.toLowerCase())), lexicon };
  const staffTexts = new Set(documents.filter((each) => !each.forPatients).flatMap(ownTexts));
  const isGated = (text: PatientText): boolean =>
    !staffTexts.has(text) &&
    !plainWords.reported.some(({ file, field }) => text.file === file && `${text.field}.`.startsWith(`${field}.`));

  const pages = pagesOf(input, isGated);
  const measured = pages.map((page) => ({ page, row: rowOf(page, rules) }));
  return {
    rows: measured.map(({ row }) => row),
    problems: [
      ...allowListProblems(plainWords),
      ...input.texts.filter(isGated).flatMap((text) => unspokenProblems(text, lexicon)),
      ...input.texts
        .filter((text) => text.role !== 'name' && isGated(text))
        .flatMap((text) => textProblems(text, input, rules)),
      ...measured.flatMap(({ page, row }) => (page.gated ? pageProblems(page, row, input.terms) : [])),
    ],
  };
}

interface Page {
  readonly place: string;
  readonly gated: boolean;
  /** Whether it must explain each technical term. */
  readonly defines: boolean;
  readonly at: { readonly file: string; readonly line: number | null; readonly field: string };
  readonly units: readonly DocumentUnit[];
}

function ownTexts(document: DocumentTexts): readonly PatientText[] {
  return document.units.flatMap((unit) => unit.texts.filter((text) => text.page === null));
}

function pagesOf({ texts, documents }: GateInput, isGated: (text: PatientText) => boolean): readonly Page[] {
  const byPage = new Map<string, PatientText[]>();
  for (const text of texts) {
    if (text.page === null || text.role === 'name') continue;
    const place = isGated(text) ? text.page : `${text.page} (staff)`;
    byPage.set(place, [...(byPage.get(place) ?? []), text]);
  }
  const pages = [...byPage].map(([place, all]): Page => {
    const [first] = all;
    return {
      place,
      gated: first !== undefined && isGated(first),
      defines: /^(card|question) /.test(place),
      at: { file: first?.file ?? '', line: first?.line ?? null, field: first?.field ?? '' },
      units: [{ when: {}, texts: all }],
    };
  });
  return [
    ...pages,
    ...documents.map((each): Page => ({
      place: each.id,
      gated: each.forPatients,
      defines: true,
      at: { file: each.file, line: each.line, field: each.id },
      units: each.units,
    })),
  ];
}

function rowOf(page: Page, rules: WordRules): ReadabilityRow {
  const texts = page.units.flatMap((unit) => unit.texts);
  const counted = texts.filter(isCounted);
  const [mine, theirs] = [gradesIn('me'), gradesIn('other')];
  const [harder, easier] = (theirs.fk ?? 0) > (mine.fk ?? 0) ? [theirs, mine] : [mine, theirs];
  const counts = new Map<string, number>();
  for (const line of texts.flatMap((text) => linesOf(text.rich, 'me'))) {
    for (const word of wordsOf(line, rules).filter(isLong)) {
      const key = word.text.toLowerCase();
      counts.set(key, (counts.get(key) ?? 0) + 1);
    }
  }
  const longWords = [...counts].sort((one, other) => other[1] - one[1]).map(([word]) => word);
  const smog = easier.smog !== null && easier.smog > (harder.smog ?? 0) ? easier : harder;
  return { place: page.place, gated: page.gated, ...harder, smog: smog.smog, smogRaw: smog.smogRaw, longWords };

  function gradesIn(voice: Voice): Grades {
    return gradesOf(
      counted.flatMap((text) => linesOf(text.rich, voice)),
      rules,
    );
  }
}

function isCounted(text: PatientText): boolean {
  return text.role === 'body' || text.role === 'sentence';
}

function pageProblems(page: Page, row: ReadabilityRow, terms: readonly Term[]): readonly Problem[] {
  const problems: Problem[] = [];
  const grade = (name: string, value: number | null, limit: number): void => {
    if (value === null || value <= limit) return;
    problems.push({
      ...page.at,
      cause: `${page.place} reads at ${name} grade ${value.toFixed(1)}; ${limit.toFixed(1)} is the most.`,
      fix: 'use shorter words and sentences, or split it. See npm run content:readability.',
    });
  };
  grade('Flesch-Kincaid', row.fk, LIMITS.fk);
  grade('SMOG', row.smog, LIMITS.smog);
  return page.defines ? [...problems, ...termProblems(page, terms)] : problems;
}

function termProblems(page: Page, terms: readonly Term[]): readonly Problem[] {
  const problems = new Map<string, Problem>();
  for (const voice of VOICES) {
    const groups = page.units.map((unit) => ({ when: unit.when, chunks: chunksOf(unit, voice) }));
    for (const { term, chunk } of undefinedTerms(groups, terms)) {
      const { file, line, field } = chunk.from;
      const key = `${file} ${field} ${term.term}`;
      if (problems.has(key)) continue;
      problems.set(key, {
        file,
        line,
        field,
        cause: `${page.place} says "${term.term}" for the first time with no word on what it is: "${short(chunk.words)}".`,
        fix: `explain it right there, in words like ${term.cues.map((cue) => `"${cue}"`).join(' or ')} (cues in terms.toml).`,
      });
    }
  }
  return [...problems.values()];
}

interface PlacedChunk {
  readonly words: string;
  readonly from: PatientText;
}

/** A heading is joined with the text below it; a question is one chunk; a list of terms explains itself. */
function chunksOf(unit: DocumentUnit, voice: Voice): readonly PlacedChunk[] {
  const used = unit.texts.filter((text) => text.page !== 'terms');
  const [first] = used;
  if (first === undefined) return [];
  if (first.page?.startsWith('question') === true) {
    return [{ words: used.flatMap((text) => linesOf(text.rich, voice)).join(' '), from: first }];
  }
  const chunks: PlacedChunk[] = [];
  let heading = '';
  for (const text of used) {
    const lines = linesOf(text.rich, voice);
    if (text.role === 'title') {
      heading = `${heading} ${lines.join(' ')}`.trim();
      continue;
    }
    lines.forEach((line, index) =>
      chunks.push({ words: index === 0 ? `${heading} ${line}`.trim() : line, from: text }),
    );
    heading = '';
  }
  if (heading !== '') chunks.push({ words: heading, from: used.at(-1) ?? first });
  return chunks;
}

function textProblems(text: PatientText, { terms, plainWords }: GateInput, rules: WordRules): readonly Problem[] {
  const problems = new Map<string, Problem>();
  const report = (cause: string, fix: string): void => {
    const { file, line, field } = text;
    if (!problems.has(cause)) problems.set(cause, { file, line, field, cause, fix });
  };
  for (const block of text.rich) {
    if (block.kind === 'list' && block.items.length > LIMITS.itemsInList) {
      report(
        `a list has ${block.items.length} items; ${LIMITS.itemsInList} is the most.`,
        'make two lists with a line between.',
      );
    }
  }
  for (const voice of VOICES) {
    for (const block of filledLines(text.rich, voice)) {
      if (block.kind !== 'paragraph') continue;
      const count = sentencesOf(block.text).filter((sentence) => /\p{L}/u.test(sentence)).length;
      if (count > LIMITS.sentencesInParagraph)
        report(
          `a paragraph has ${count} sentences; ${LIMITS.sentencesInParagraph} is the most.`,
          'make two paragraphs.',
        );
    }
    for (const sentence of linesOf(text.rich, voice).flatMap(sentencesOf)) {
      const words = wordsOf(sentence, rules);
      if (words.length > LIMITS.wordsInSentence)
        report(
          `a sentence has ${words.length} words; ${LIMITS.wordsInSentence} is the most: "${short(sentence)}".`,
          'make two sentences, or a list.',
        );
      const long = words.filter(isLong).map((word) => word.text);
      if (long.length > LIMITS.longWordsInSentence)
        report(
          `a sentence has ${long.length} long words (${long.join(', ')}): "${short(sentence)}".`,
          'use shorter words, or two sentences; a name or term may be allow-listed in plain-words.toml.',
        );
      for (const { word, use } of plainWords.banned) {
        const pattern = bannedPattern(word);
        if (pattern.test(sentence) && pattern.test(withoutTerms(sentence, terms)))
          report(`"${word}" is not used: "${short(sentence)}".`, `write ${use}.`);
      }
    }
  }
  return [...problems.values()];
}

const bannedPatterns = new Map<string, RegExp>();

/** A word with its endings ("utilizes", "utilizing"); a phrase only in this form. */
function bannedPattern(word: string): RegExp {
  const known = bannedPatterns.get(word);
  if (known !== undefined) return known;
  const isPhrase = /[^\p{L}]/u.test(word);
  const stem = word.replace(/e$/, '');
  const inflected = `${stem}${stem === word ? '' : 'e?'}(?:s|es|d|ed|ing)?`;
  const pattern = new RegExp(`(?<![\\p{L}\\p{N}-])${isPhrase ? literal(word) : inflected}(?![\\p{L}\\p{N}])`, 'iu');
  bannedPatterns.set(word, pattern);
  return pattern;
}

function unspokenProblems(text: PatientText, lexicon: Lexicon): readonly Problem[] {
  const missing = VOICES.flatMap((voice) => linesOf(text.rich, voice)).flatMap((line) => unspoken(line, lexicon));
  const { file, line, field } = text;
  return [...new Set(missing)].map((token) => ({
    file,
    line,
    field,
    cause: `"${token}" has no spoken form.`,
    fix: `add "${token}" = "as it is said" to [words] of speech.toml.`,
  }));
}

function allowListProblems({ allowed, file }: PlainWords): readonly Problem[] {
  const over = allowed[LIMITS.allowed];
  if (over === undefined) return [];
  const cause = `${allowed.length} words are allow-listed; ${LIMITS.allowed} is the most.`;
  return [
    {
      file,
      line: over.line,
      field: `allowed.${LIMITS.allowed}`,
      cause,
      fix: 'take one out, and write a plainer word where it stood.',
    },
  ];
}

const SHORT = 70;
function short(text: string): string {
  return text.length > SHORT ? `${text.slice(0, SHORT - 1)}…` : text;
}
