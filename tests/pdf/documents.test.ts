/** The printed documents of the real content: what each person is offered, and how long it is. */
import { describe, expect, it } from 'vitest';
import { loadGuide } from '../../src/guide/load';
import { plannerFor } from '../../src/plan';
import type { AnswerSet } from '../../src/plan/model';

const TODAY = '2026-11-23';
const loaded = loadGuide({ folder: 'content', language: 'en', today: TODAY });
if (!loaded.ok) throw new Error(`the content is not good: ${JSON.stringify(loaded.error[0])}`);
const { guide } = loaded.value;

const STAGES: readonly AnswerSet[] = [
  { stage: ['not-sent'] },
  { stage: ['waiting'], 'hold-up': ['unsure'] },
  { stage: ['more-info'] },
  { stage: ['approved'] },
  { stage: ['partial'], reason: ['none'], level: ['first'] },
  { stage: ['denied'], reason: ['none'], level: ['first'] },
  { stage: ['unsure'] },
];
const TREATMENTS = ['antibiotics', 'tpn', 'biologic', 'ivig', 'other', 'unsure'] as const;

function person(treatment: string, rest: AnswerSet): AnswerSet {
  const isApproved = rest['stage']?.includes('approved') === true;
  const urgent: AnswerSet = isApproved || rest['insurance']?.includes('none') === true ? {} : { urgent: ['no'] };
  return {
    who: ['me'],
    treatment: [treatment],
    leaving: ['today'],
    insurance: ['job'],
    money: ['no'],
    ...rest,
    ...urgent,
  };
}

function offered(answers: AnswerSet): readonly { readonly id: string; readonly ticked: boolean }[] {
  const letterDate = answers['reason'] === undefined ? null : '2026-11-02';
  const { documents } = plannerFor(guide).plan({
    today: TODAY,
    answers,
    state: 'TX',
    letterDate,
    helpers: [],
    computedDates: true,
    largePrint: false,
  });
  return documents;
}

const ticked = (answers: AnswerSet): readonly string[] =>
  offered(answers).flatMap((each) => (each.ticked ? [each.id] : []));

describe('the questions to ask', () => {
  const block = guide.documents.find(({ id }) => id === 'D02')?.blocks.find(({ kind }) => kind === 'questions');
  if (block?.kind !== 'questions') throw new Error('D02 has no questions');

  it.each(TREATMENTS)('are eight at every stage (%s), and none stands twice', (treatment) => {
    for (const stage of [...STAGES, { insurance: ['none'] }]) {
      const holds = plannerFor(guide).holds(person(treatment, stage));
      const shown = block.rows.filter((row) => holds(row.when)).slice(0, block.most);
      expect(shown).toHaveLength(8);
      expect(new Set(shown.map(({ text }) => text)).size).toBe(8);
    }
  });

  it('ask about the treatment of the person', () => {
    const holds = plannerFor(guide).holds(person('tpn', { stage: ['not-sent'] }));
    const shown = block.rows.filter((row) => holds(row.when)).slice(0, block.most);
    expect(shown.map(({ text }) => text).join(' ')).toContain('tube feeding');
  });
});

describe('the packet', () => {
  it('has the page of the treatment, and the general one for who is not sure', () => {
    expect(ticked(person('tpn', { stage: ['not-sent'] }))).toContain('D13b');
    const unsure = person('unsure', { stage: ['approved'] });
    expect(ticked(unsure)).toContain('D13d');
    expect(ticked(unsure)).not.toContain('D13a');
    expect(offered(unsure).map(({ id }) => id)).toEqual(expect.arrayContaining(['D13a', 'D13b', 'D13c', 'D13d']));
  });

  it('fills up to six pages in the order of the design', () => {
    expect(ticked(person('tpn', { stage: ['not-sent'], leaving: ['home'] }))).toEqual([
      'D01',
      'D04',
      'D13b',
      'D10',
      'D02',
      'D03',
    ]);
    expect(ticked(person('tpn', { ...STAGES[5], leaving: ['home'] }))).toEqual(['D01', 'D08', 'D12', 'D13b', 'D10']);
  });

  it('never offers a page for staff', () => {
    const staff = guide.documents.filter(({ audience }) => audience === 'staff').map(({ id }) => id);
    expect(staff).toEqual(expect.arrayContaining(['D22', 'D23', 'D24a', 'D24b', 'D24c']));
    for (const stage of STAGES) {
      const ids = offered(person('unsure', stage)).map(({ id }) => id);
      expect(ids.filter((id) => staff.includes(id))).toEqual([]);
    }
  });
});
