/** The worked people (people.ts) against the program. */
import { resolve } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { loadGuide } from '../../src/guide/load';
import type { Guide } from '../../src/guide/model';
import { planFor, plannerFor } from '../../src/plan';
import type { PlanInput, PlanView } from '../../src/plan/model';
import { PEOPLE, type WorkedPerson } from './people';

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

let guide: Guide;
beforeAll(() => {
  const loaded = loadGuide({ folder: resolve('content'), language: 'en', today: TODAY });
  if (!loaded.ok) throw new Error('the content does not load');
  guide = loaded.value.guide;
});

function viewOf({
  answers,
  letterDate = null,
  largePrint = false,
  state = 'TX',
}: Omit<WorkedPerson, 'expected' | 'letterDate'> & {
  readonly letterDate?: string | null;
}): PlanView {
  const all = Object.fromEntries(
    Object.entries({ ...USUAL, ...answers }).map(([id, chosen]) => [
      id,
      typeof chosen === 'string' ? [chosen] : chosen,
    ]),
  );
  const path = plannerFor(guide).pathOf(all);
  const asked = Object.fromEntries(Object.entries(all).filter(([id]) => path.includes(id)));
  const input: PlanInput = {
    today: TODAY,
    answers: asked,
    state,
    letterDate,
    helpers: [],
    computedDates: true,
    largePrint,
  };
  const planned = planFor(guide, { unitContacts: [] }, input);
  if (!planned.ok) throw new Error(`${planned.error.place}: ${planned.error.fix}`);
  return planned.value.view;
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
