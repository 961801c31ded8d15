import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { RichText } from './model';
import { plainLines, say, sayRich } from './text';

const plain = fc.string().map((text) => text.replace(/[{}|]/g, ''));
const name = fc.stringMatching(/^[a-z]{1,8}$/);

describe('say', () => {
  it('gives each reader their own words', () => {
    expect(say('Ask {your|their} nurse.', 'me')).toBe('Ask your nurse.');
    expect(say('Ask {your|their} nurse.', 'other')).toBe('Ask their nurse.');
  });
  it('leaves text without slots as it is', () => {
    fc.assert(fc.property(plain, fc.constantFrom('me', 'other'), (text, voice) => say(text, voice) === text));
  });
  it('fills any slot by voice and nothing else', () => {
    fc.assert(
      fc.property(plain, plain, plain, plain, (before, me, other, after) => {
        const text = `${before}{${me}|${other}}${after}`;
        expect(say(text, 'me')).toBe(before + me + after);
        expect(say(text, 'other')).toBe(before + other + after);
      }),
    );
  });
  it('puts a parameter in word for word, braces and dollars too', () => {
    fc.assert(
      fc.property(plain, name, fc.string(), plain, (before, key, value, after) => {
        expect(say(`${before}{${key}}${after}`, 'me', { [key]: value })).toBe(before + value + after);
      }),
    );
  });
  it('takes numbers', () => {
    expect(say('{count} sheets', 'me', { count: 0 })).toBe('0 sheets');
  });
  it('throws for a parameter nobody gave, and names it', () => {
    expect(() => say('by {date}', 'me', { day: 1 })).toThrow('{date}');
  });
});

describe('rich text', () => {
  const rich: RichText = [
    {
      kind: 'paragraph',
      runs: [
        { text: 'Ask ', strong: false },
        { text: '{your|their} plan', strong: true },
      ],
    },
    { kind: 'list', items: [[{ text: 'by {date}', strong: false }], [{ text: 'twice', strong: true }]] },
  ];
  it('is said run by run and keeps its shape', () => {
    expect(sayRich(rich, 'other', { date: 'May 1' })).toEqual([
      {
        kind: 'paragraph',
        runs: [
          { text: 'Ask ', strong: false },
          { text: 'their plan', strong: true },
        ],
      },
      { kind: 'list', items: [[{ text: 'by May 1', strong: false }], [{ text: 'twice', strong: true }]] },
    ]);
  });
  it('reads as one line a paragraph or item', () => {
    expect(plainLines(sayRich(rich, 'me', { date: 'May 1' }))).toEqual(['Ask your plan', 'by May 1', 'twice']);
  });
});
