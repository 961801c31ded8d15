/** The verification itself: the whole guide passes, a broken one does not, and docs/plan.md lists what is checked. */
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { loadGuide } from '../../guide/load';
import type { Guide } from '../../guide/model';
import { plannerFor } from '../../plan';
import { makeRandom } from '../../basics/random';
import { addMonthsByTable, dayNumber } from './calendar';
import { allRules, verifyPlans, unreached } from './verify';
import { everyWay, inputOf, randomWay } from './sets';

const PAIRS = 30_000;
const RANDOM_PEOPLE = 10_000;
const SEED = 20261123;
const MINUTES = 60_000;
const VERB = /^(Appeal|Ask|Call|Check|Find|Gather|Get|Send|Take|Write)\b/;

let guide: Guide;
beforeAll(() => {
  const loaded = loadGuide({ folder: resolve('content'), language: 'en', today: '2026-11-23' });
  if (!loaded.ok) throw new Error('the content does not load');
  guide = loaded.value.guide;
});

describe('everybody who could stand there', () => {
  it(
    'has a plan that keeps every invariant: all single answers, some pairs, some at random',
    () => {
      const random = { count: RANDOM_PEOPLE, seed: SEED };
      const verification = verifyPlans(guide, { pairs: PAIRS, random });
      expect([...verification.violations, ...unreached(guide, verification.reached)]).toEqual([]);
      // who × treatment × leaving × (9 insurances × (3×3 + 4×3 + 1 + 2×6×4×3) stages + none) × money
      const singles = 2 * 6 * 4 * (9 * (9 + 12 + 1 + 144) + 1) * 6;
      // Pairs of treatments 10, insurances 28 (who said no: 3), reasons 10, kinds of money help 6.
      const pairs =
        (2 * 10 * 4 * 1495 + 2 * 6 * 4 * 9 * (2 * 10 * 4 * 3) + 2 * 6 * 4 * 1495) * 6 +
        2 * 6 * 4 * 28 * (9 + 12 + 1 + 144 * 3) * 6;
      expect(singles + pairs).toBe(5_861_856);
      expect(verification.sets).toBe(singles + PAIRS);
    },
    5 * MINUTES,
  );

  it('reads as a plan: verbs first, short steps, every slot filled, a reason on every page', () => {
    const planner = plannerFor(guide);
    const random = makeRandom(SEED);
    for (let at = 0; at < 2000; at += 1) {
      const input = inputOf(guide, randomWay(guide, random), at);
      const view = planner.view(input, { unitContacts: [] });
      const where = JSON.stringify(input);
      expect(view.emergency, where).toContain('911');
      for (const step of view.steps) {
        expect(step.text, where).toMatch(VERB);
        expect(step.text.split(/\s+/).length, where).toBeLessThanOrEqual(20);
        expect([step.whoName, step.why], where).not.toContain('');
      }
      for (const { title, becauseLine } of view.documents) expect([title, becauseLine], where).not.toContain('');
      for (const { text, short } of view.overlays) expect([short, ...text], where).not.toContain('');
      const { calendar, ...rest } = view;
      expect(
        textsOf(rest).filter((text) => /[{}]/.test(text)),
        where,
      ).toEqual([]);
      expect(calendar?.date ?? null, where).toBe(
        view.dates
          .flatMap(({ id, date, state }) =>
            date !== null && state !== 'past' && !/^(send-by|check|keep)/.test(id) ? [date] : [],
          )
          .sort()[0] ?? null,
      );
    }
  });
});

describe('the verification', () => {
  it('says who is hurt by a broken rule, and by which', () => {
    const broken = {
      ...guide,
      help: guide.help.map((rule) =>
        rule.id === 'F2' ? { ...rule, outcomes: rule.outcomes.filter(({ id }) => id !== 'federal') } : rule,
      ),
    };
    const verification = verifyPlans(broken, {
      pairs: 0,
      share: { at: 0, of: 50 },
      random: { count: 2000, seed: SEED },
    });
    const card = verification.violations.find(({ id }) => id === 'copay-card');
    expect(card?.count).toBeGreaterThan(0);
    const insurance = card?.example?.answers['insurance'] ?? [];
    expect(insurance.some((each) => ['medicare', 'advantage', 'medicaid', 'tricare', 'va'].includes(each))).toBe(true);
  });

  it('finds a plan that cannot be made, a page that nobody gets and a wrong word', () => {
    const broken = {
      ...guide,
      messages: guide.messages.filter(({ id }) => id !== 'unsure'),
      words: { ...guide.words, 'plan.emergency': 'Call your doctor.' },
    };
    const verification = verifyPlans(broken, { pairs: 0, share: { at: 0, of: 200 } });
    const ids = verification.violations.map(({ id }) => id);
    expect(ids).toContain('makes-a-plan');
    expect(ids).toContain('emergency');
    expect(unreached(guide, new Set()).map(({ detail }) => detail)).toContain('page D19');
  });

  it('asks any hospital only what does not hang on the ids of this guide', () => {
    const renamed = { ...guide, messages: guide.messages.map((each) => ({ ...each, id: `our-${each.id}` })) };
    const share = { at: 0, of: 400 };
    expect(verifyPlans(renamed, { pairs: 0, share, holdsFor: 'every' }).violations).toEqual([]);
    expect(verifyPlans(renamed, { pairs: 0, share }).violations.map(({ id }) => id)).toEqual(['message']);
  });

  it('walks every way once, and each share a part of it', () => {
    const start = { who: ['me'], leaving: ['home'], insurance: ['job'] };
    const ways = [...everyWay(guide, true, start)].map(({ answers }) => JSON.stringify(answers));
    expect(new Set(ways).size).toBe(ways.length);
    const sets = [0, 1, 2].map((at) => verifyPlans(guide, { pairs: 0, share: { at, of: 3 * 100 } }).sets);
    expect(sets.every((count) => count > 1000)).toBe(true);
  });

  it('reckons days by itself', () => {
    expect(dayNumber('1970-01-01')).toBe(0);
    expect(dayNumber('2028-03-01') - dayNumber('2028-02-28')).toBe(2);
    expect(addMonthsByTable('2026-10-30', 4)).toBe(dayNumber('2027-03-01'));
    expect(addMonthsByTable('2027-10-29', 4)).toBe(dayNumber('2028-02-29'));
    expect(addMonthsByTable('2026-08-31', 4)).toBe(dayNumber('2026-12-31'));
  });
});

it('is written down in docs/plan.md, rule by rule', () => {
  const [, page = ''] = readFileSync('docs/plan.md', 'utf8')
    .split(/^## /m)
    .filter((section) => /^Who is|^What must/.test(section));
  const listed = [...page.matchAll(/^\| `([\w-]+)` \| (.+?) \| (.+?) \|$/gm)].map(([, id, says, source]) => ({
    id,
    says,
    source,
  }));
  expect(listed).toEqual(allRules(guide).map(({ id, says, source }) => ({ id, says, source })));
});

/** The bare strings in a value. */
function textsOf(value: unknown): readonly string[] {
  if (typeof value === 'string') return [value];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(textsOf) : [];
}
