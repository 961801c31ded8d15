/** The worked people (people.ts) against the program. */
import { describe, expect, it } from 'vitest';
import type { PlanView } from '../../src/plan/model';
import { PEOPLE, type WorkedPerson } from './people';
import { guide, plannedFor } from './person';

const TODAY = '2026-11-23';
const USUAL = {
  who: 'me',
  treatment: 'tpn',
  leaving: 'home',
  urgent: 'no',
  money: 'no',
  reason: 'not-necessary',
  'hold-up': 'unsure',
};

function viewOf({ answers, ...person }: WorkedPerson): PlanView {
  return plannedFor({ ...person, today: TODAY, answers: { ...USUAL, ...answers } }).view;
}

describe('forty people', () => {
  it('are forty, one for each', () => {
    expect(new Set(PEOPLE.map(({ who }) => who)).size).toBe(40);
  });

  it.each(PEOPLE.map((person) => [person.who, person] as const))('%s', (_, person) => {
    const { expected } = person;
    const view = viewOf(person);
    const steps = view.steps.map((step) => step.text);
    const said = view.overlays.flatMap((overlay) => overlay.text).join('\n');
    const offered = view.help.filter((each) => each.offered).map(({ id }) => id);

    expect(view.mainMessage).toMatch(expected.message);
    expect(steps).toHaveLength(3);
    expected.steps.forEach((step, at) => {
      expect(steps[at]).toMatch(step);
    });
    expect(view.emergency).toContain('911');
    expect(view.overlays.map(({ id }) => id)).toEqual(expected.overlays);
    for (const words of expected.says ?? []) expect(said).toMatch(words);
    for (const words of expected.neverSays ?? [])
      expect([said, view.mainMessage, ...steps].join('\n')).not.toMatch(words);
    expect(view.ladders.map(({ id, here }) => `${id}: ${here}`).sort()).toEqual([...(expected.ladders ?? [])].sort());
    expect(datesOf(view).sort()).toEqual([...(expected.dates ?? [])].sort());
    expect(offered).toEqual(expected.offers ?? (person.answers['money'] === undefined ? [] : offered));
    for (const [id, reason] of Object.entries(expected.refuses ?? {})) {
      expect(view.help.find((each) => each.id === id)).toMatchObject({ offered: false });
      expect(view.help.find((each) => each.id === id)?.reason).toMatch(reason);
    }
    expect(officesOf(view, person.state ?? 'TX')).toEqual([...expected.complaints].sort());
    expect(view.documents.filter((each) => each.ticked).map(({ id }) => id)).toEqual(expected.pages);
  });
});

function datesOf(view: PlanView): string[] {
  return view.dates.map(({ id, ladder, date, state }) =>
    date === null ? `${ladder ?? '-'} ${id} none` : `${ladder ?? '-'} ${id} ${date} ${state}`,
  );
}

/** The offices of the complaint route; those of a state by their kind. */
function officesOf(view: PlanView, state: string): readonly string[] {
  const own = guide.states.find(({ id }) => id === state);
  const regulators = own?.regulators.map(({ id }) => id) ?? [];
  const named = view.complaints.flatMap(({ contacts }) => contacts);
  const kinds = named.map((id) => (regulators.includes(id) ? 'regulator' : id === own?.medicaid.id ? 'medicaid' : id));
  for (const id of regulators) if (kinds.includes('regulator')) expect(named).toContain(id);
  return [...new Set(kinds)].sort();
}
