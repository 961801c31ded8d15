import { describe, expect, it } from 'vitest';
import { loadGuide } from './load';
import type { RichText } from './model';
import { speechOfRich, speechOfText, spoken, unspoken } from './speech';

const loaded = loadGuide({ folder: 'content', language: 'en', today: '2026-11-23' });
if (!loaded.ok) throw new Error('the content is not good');
const { lexicon } = loaded.value.guide;

/** As written → as it should be heard. */
const TABLE: readonly (readonly [string, string])[] = [
  ['IV nutrition, also called TPN', 'I V nutrition, also called T P N'],
  ['IVIG is antibodies given through a vein.', 'I V I G is antibodies given through a vein.'],
  ['Ask about OPAT.', 'Ask about oh pat.'],
  ['Is the PA approved?', 'Is the P A approved?'],
  ['Prior authorization (PA) means an OK.', 'Prior authorization, P A, means an okay.'],
  ['the EOB, the MSN and the ABN', 'the E O B, the M S N and the A B N'],
  ['Ask EBSA about ERISA plans.', 'Ask ebsa about a rissa plans.'],
  ['DME', 'D M E'],
  ['Free Medicare helpers (SHIP)', 'Free Medicare helpers, ship'],
  ['an HMO or a PPO', 'an H M O or a P P O'],
  ['TTY 711', 'T T Y 7 1 1'],
  ['two IVs, and the plan’s PAs', 'two I Vs, and the plan’s P As'],
  ['The U.S. Labor Department helps.', 'The U S Labor Department helps.'],
  ['Not with Medicare, Medicaid, TRICARE or VA.', 'Not with Medicare, Medicaid, try care or V A.'],
  ['Emergency: call 911.', 'Emergency: call 9 1 1.'],
  ['Call 1-866-444-3272.', 'Call 1, 8 6 6, 4 4 4, 3 2 7 2.'],
  ['512-555-0100', '5 1 2, 5 5 5, 0 1 0 0'],
  ['search NeedyMeds (needymeds.org)', 'search needy meds, needy meds dot org'],
  ['Go to HealthCare.gov.', 'Go to health care dot gov.'],
  ['tricare.mil/west', 'try care dot mil slash west'],
  ['askebsa.dol.gov', 'ask ebsa dot D O L dot gov'],
  ['www.ssa.gov', 'S S A dot gov'],
  ['often 24 to 72 hours (1 to 3 days)', 'often 24 to 72 hours, 1 to 3 days'],
  ['3–5 business days', '3 to 5 business days'],
  ['24–72 hours', '24 to 72 hours'],
  ['about $2,100 a year', 'about 2100 dollars a year'],
  ['at least 300 dollars', 'at least 300 dollars'],
  ['about 4 in 10 of the plans', 'about 4 in 10 of the plans'],
  ['Version: df30d21c.', 'Version: d f 3 0 d 2 1 c.'],
  ['approximately 40% of the time', 'approximately 40 percent of the time'],
  ['by May 1, 2027, or earlier', 'by May 1, 2027, or earlier'],
  ['as of 11/2026', 'as of November 2026'],
  ['Effective 2026-02-23', 'Effective February 23, 2026'],
  ['D09a · Version 3', 'Version 3'],
  ['talk again on ________', 'talk again on'],
  ['ForwardHealth / BadgerCare Plus', 'forward health, badger care Plus'],
  ['Approved from – to', 'Approved from, to'],
  ['Experimental/investigational', 'Experimental, investigational'],
  ['"Not medically necessary"', 'Not medically necessary'],
  ['Step 1: the plan (its doctor). Then wait', 'Step 1: the plan, its doctor. Then wait'],
];

describe('a text as it is said aloud', () => {
  it.each(TABLE)('%s', (written, said) => {
    expect(spoken(written, lexicon)).toBe(said);
  });

  it('can say the guide in its own words too', () => {
    const { atoms } = loaded.value.guide;
    expect(atoms.length).toBeGreaterThan(100);
    const bare = (text: string): string => text.replace(/\*|\[|\]\([^)]*\)/g, '');
    expect(atoms.flatMap((atom) => unspoken(bare(atom.text), lexicon))).toEqual([]);
  });

  it('leaves what is inside another word alone', () => {
    expect(spoken('DIVIDE the PAGES, ship it', { ...lexicon, words: { IV: 'I V', PA: 'P A', SHIP: 'ship' } })).toBe(
      'DIVIDE the PAGES, ship it',
    );
  });

  it('is whole where every word is known, and names what no voice can be trusted with', () => {
    for (const [written] of TABLE) expect(unspoken(written, lexicon), written).toEqual([]);
    expect(unspoken('Ask the CMS about 3.5 and 12345 at 5 & 6.', lexicon)).toEqual(['CMS', '3.5', '12345', '&']);
    expect(unspoken('Sunday in May, at Mercy Hospital', lexicon)).toEqual([]);
  });
});

describe('a rich text as speech', () => {
  const rich: RichText = [
    {
      kind: 'paragraph',
      runs: [
        { text: 'Ask {your|their} plan about ', strong: false },
        { text: 'PA', strong: true },
      ],
    },
    { kind: 'list', items: [[{ text: 'by {date}', strong: false }], [{ text: 'Now?', strong: false }]] },
  ];

  it('is one closed sentence for each paragraph and list item, in the voice of the person', () => {
    expect(speechOfRich(rich, 'me', lexicon, { date: '11/2026' })).toEqual([
      'Ask your plan about P A.',
      'by November 2026.',
      'Now?',
    ]);
    expect(speechOfRich(rich, 'other', lexicon, { date: 'May 1, 2027' })[0]).toBe('Ask their plan about P A.');
  });
  it('closes a heading and leaves a question open', () => {
    expect(speechOfText('{My plan|Our plan}', 'other', lexicon)).toBe('Our plan.');
    expect(speechOfText('Has the plan said yes?', 'me', lexicon)).toBe('Has the plan said yes?');
  });
});
