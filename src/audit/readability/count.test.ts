import { describe, expect, it } from 'vitest';
import type { Lexicon } from '../../guide/model';
import { gradesOf, isLong, sentencesOf, wordsOf, type WordRules } from './count';

const lexicon: Lexicon = {
  words: { TPN: 'T P N', OPAT: 'oh pat', IV: 'I V' },
  forms: { range: '', money: '', percent: '', date: '', month: '', dot: '', slash: '', months: [] },
};
const bare: WordRules = { allowed: new Set(), lexicon };
const listed: WordRules = { allowed: new Set(['medicare', 'pharmacy', 'antibiotic']), lexicon };

describe('sentences', () => {
  it.each<readonly [string, readonly string[]]>([
    ['Call the plan. Ask why.', ['Call the plan.', 'Ask why.']],
    ['The U.S. Labor Department helps. Call it.', ['The U.S. Labor Department helps.', 'Call it.']],
    ['Dr. Stern said so.', ['Dr. Stern said so.']],
    ['Go to needymeds.org. It is free.', ['Go to needymeds.org.', 'It is free.']],
    [
      '"Please expedite. Waiting could hurt." Ask how fast.',
      ['"Please expedite.', 'Waiting could hurt."', 'Ask how fast.'],
    ],
    ['no stop at the end', ['no stop at the end']],
  ])('%s', (text, sentences) => {
    expect(sentencesOf(text)).toEqual(sentences);
  });
});

describe('words', () => {
  const syllables = (text: string, rules = bare): readonly (readonly [string, number])[] =>
    wordsOf(text, rules).map((word) => [word.text, word.syllables]);

  it('count a hyphenated word as one, a number as one syllable, an address as two', () => {
    expect(syllables('doctor-to-doctor')).toEqual([['doctor-to-doctor', 5]]);
    expect(syllables('in 72 hours, 1-866-444-3272')).toEqual([
      ['in', 1],
      ['72', 1],
      ['hours', 1],
      ['1-866-444-3272', 1],
    ]);
    expect(syllables('healthwellfoundation.org')).toEqual([['healthwellfoundation.org', 2]]);
  });
  it('count an abbreviation as it is said', () => {
    expect(syllables('TPN, OPAT, IV')).toEqual([
      ['TPN', 3],
      ['OPAT', 2],
      ['IV', 2],
    ]);
  });
  it('count a listed word, its plural and its owner as two, and keep the raw count', () => {
    const words = wordsOf("Medicare, Medicare's pharmacies, antibiotics", listed);
    expect(words.map((word) => word.syllables)).toEqual([2, 2, 2, 2]);
    expect(words.map((word) => word.syllablesRaw)).toEqual([3, 3, 3, 5]);
    expect(words.some(isLong)).toBe(false);
  });
});

describe('grades', () => {
  it('match the formula computed by hand', () => {
    // 2 sentences, 9 words, 10 syllables: 0.39 × 9/2 + 11.8 × 10/9 − 15.59.
    const { fk, sentences, words, smog } = gradesOf(['Ask the doctor to call. Write it all down.'], bare);
    expect({ sentences, words, smog }).toEqual({ sentences: 2, words: 9, smog: null });
    expect(fk).toBeCloseTo(0.39 * 4.5 + (11.8 * 10) / 9 - 15.59, 9);
  });
  it('do not count a word like "Yes." as a sentence', () => {
    expect(gradesOf(['Yes. The plan will pay for it.'], bare).sentences).toBe(1);
    expect(gradesOf(['how often', 'the dose'], bare).sentences).toBe(2);
  });
  it('are higher without the list', () => {
    const { fk, fkRaw } = gradesOf(['Medicare pays for antibiotics at the pharmacy.'], listed);
    // Seven words: 2+1+1+2+1+1+2 = 10 syllables with the list, 3+1+1+5+1+1+3 = 15 without.
    expect(fk).toBeCloseTo(0.39 * 7 + (11.8 * 10) / 7 - 15.59, 9);
    expect(fkRaw).toBeCloseTo(0.39 * 7 + (11.8 * 15) / 7 - 15.59, 9);
  });
  it('include SMOG from 30 sentences on, by the number of long words', () => {
    const lines = Array.from({ length: 30 }, (_, index) =>
      index < 9 ? 'Ask the coordinator now.' : 'Ask the nurse now.',
    );
    expect(gradesOf(lines.slice(1), bare).smog).toBeNull();
    expect(gradesOf(lines, bare).smog).toBeCloseTo(3.1291 + 1.043 * Math.sqrt(9), 9);
  });
  it('are null for an empty text', () => {
    expect(gradesOf([], bare)).toMatchObject({ sentences: 0, fk: null, smog: null });
  });
});
