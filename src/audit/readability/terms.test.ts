import { describe, expect, it } from 'vitest';
import type { DocumentUnit } from './texts';
import { undefinedTerms, withoutTerms } from './terms';

const APPEAL = { term: 'Appeal', plain: 'Asking again', forms: ['appeal'], cues: ['new look'] };
const INTERNAL = {
  term: 'Internal appeal',
  plain: 'The plan looks',
  forms: ['internal appeal'],
  cues: ['the plan looks'],
};
const SHIP = { term: 'SHIP', plain: 'Helpers', forms: ['SHIP'], cues: ['free help'] };
const TERMS = [APPEAL, INTERNAL, SHIP];

function undefinedIn(
  ...page: readonly (readonly [when: DocumentUnit['when'], ...chunks: readonly string[]])[]
): readonly string[] {
  const groups = page.map(([when, ...chunks]) => ({ when, chunks: chunks.map((words) => ({ words })) }));
  return undefinedTerms(groups, TERMS).map(({ term, chunk }) => `${term.term}: ${chunk.words}`);
}

describe('a term on a page', () => {
  it('is explained where it is first used, before it or after it', () => {
    expect(undefinedIn([{}, 'To appeal is to ask for a new look.', 'Send the appeal.'])).toEqual([]);
    expect(undefinedIn([{}, 'Ask for a new look (appeal).'])).toEqual([]);
    expect(undefinedIn([{}, 'Send the appeal.', 'To appeal is to ask for a new look.'])).toEqual([
      'Appeal: Send the appeal.',
    ]);
  });
  it('is known by its plural and its owner, and as an abbreviation only in capitals', () => {
    expect(undefinedIn([{}, 'Many appeals are won.'])).toEqual(['Appeal: Many appeals are won.']);
    expect(undefinedIn([{}, 'They ship it.', 'Call SHIP.'])).toEqual(['SHIP: Call SHIP.']);
  });
  it('is not found inside a longer one', () => {
    expect(undefinedIn([{}, 'An internal appeal: the plan looks at it.'])).toEqual([]);
    expect(undefinedIn([{}, 'an unappealing word'])).toEqual([]);
  });
  it('may be shown in quotation marks, to look for it', () => {
    expect(undefinedIn([{}, 'Look for "appeal" near the end.'])).toEqual([]);
    expect(undefinedIn([{}, 'Say: "Please take my appeal. Waiting could hurt."'])).toHaveLength(1);
  });
  it('is not explained by what prints only for some', () => {
    const some = { stage: ['denied'] };
    expect(undefinedIn([some, 'An appeal is a new look.'], [{}, 'Send the appeal.'])).toEqual([
      'Appeal: Send the appeal.',
    ]);
    expect(
      undefinedIn([some, 'An appeal is a new look.'], [{ ...some, level: ['first'] }, 'Send the appeal.']),
    ).toEqual([]);
    expect(undefinedIn([some, 'An appeal is a new look.'], [{ stage: ['partial'] }, 'Send the appeal.'])).toHaveLength(
      1,
    );
    expect(undefinedIn([null, 'An appeal is a new look.'], [null, 'Send the appeal.'])).toHaveLength(1);
  });
});

describe('a text without its terms', () => {
  it('keeps the other words', () => {
    expect(withoutTerms('Ask SHIP about an internal appeal today.', TERMS).split(/\s+/)).toEqual([
      'Ask',
      'about',
      'an',
      'today.',
    ]);
  });
});
