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
import { classesOf } from './classes';
import { isNoticed } from './mutate';
import { mutantsOfRules } from './rule-mutants';
import { everyWay, inputOf, randomWay, type WayRequest } from './sets';

const PAIRS = 30_000;
const RANDOM_PEOPLE = 10_000;
const SEED = 20261123;
const MINUTES = 60_000;
/** A verb first, or first for whom the step is. */
const VERB = /^([^.?:]+[?:] )?(Appeal|Ask|Call|Check|Find|Gather|Get|Send|Take|Write)\b/i;

let guide: Guide;
beforeAll(() => {
  const loaded = loadGuide({ folder: resolve('content'), language: 'en', today: '2026-11-30' });
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
      // who × treatment × leaving × (10 insurances × (3×3 + 4×3 + 1 + 2×10×5×3) stages + none × 3) × money
      const stages = 9 + 12 + 1 + 2 * 10 * 5 * 3;
      const core = 10 * stages + 3;
      const singles = 2 * 6 * 4 * core * 6;
      // Pairs of treatments 10, insurances 36 (who said no: 3), reasons 36, kinds of money help 6.
      const pairs =
        (2 * 10 * 4 * core + 2 * 6 * 4 * 10 * (2 * 36 * 5 * 3) + 2 * 6 * 4 * core) * 6 +
        2 * 6 * 4 * 36 * (22 + 2 * 10 * 5 * 3 * 3) * 6;
      expect(singles + pairs).toBe(16_073_184);
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
            date !== null && state !== 'past' && !/^(send-by|check|keep|fast)/.test(id) ? [date] : [],
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
      share: { at: 0, of: 5 },
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
    const verification = verifyPlans(broken, { pairs: 0, share: { at: 0, of: 20 } });
    const ids = verification.violations.map(({ id }) => id);
    expect(ids).toContain('makes-a-plan');
    expect(ids).toContain('emergency');
    expect(unreached(guide, new Set()).map(({ detail }) => detail)).toContain('page D19');
  });

  it('asks any hospital only what does not hang on the ids of this guide', () => {
    const renamed = { ...guide, messages: guide.messages.map((each) => ({ ...each, id: `our-${each.id}` })) };
    const share = { at: 0, of: 40 };
    expect(verifyPlans(renamed, { pairs: 0, share, holdsFor: 'every' }).violations).toEqual([]);
    expect(verifyPlans(renamed, { pairs: 0, share }).violations.map(({ id }) => id)).toEqual(['message']);
  });

  it('walks every way once, and each share a part of it', () => {
    const start = { who: ['me'], leaving: ['home'], insurance: ['job'] };
    const ways = [...everyWay(guide, { pairs: true, start })].map(({ answers }) => JSON.stringify(answers));
    expect(new Set(ways).size).toBe(ways.length);
    const shares = [0, 1, 2].map((at) => countWays({ pairs: true, start, share: { at, of: 3 } }));
    expect(shares.reduce((sum, count) => sum + count, 0)).toBe(ways.length);
    expect(Math.min(...shares)).toBeGreaterThan(0);
  });

  it('counts everybody whom one stands for, and nobody twice', () => {
    const start = { treatment: ['tpn'], insurance: ['medicaid'] };
    const all = countWays({ pairs: true, start });
    for (const part of ['help', 'rest'] as const) {
      const classOf = classesOf(guide, part);
      expect(countWays({ pairs: true, start, classOf }), part).toBe(all);
      expect([...everyWay(guide, { pairs: true, start, classOf })].length, part).toBeLessThan(all / 10);
    }
  });

  it('lets one stand only for those who get the same plan', () => {
    const planner = plannerFor(guide);
    const random = makeRandom(SEED);
    const classes = { help: classesOf(guide, 'help'), rest: classesOf(guide, 'rest') };
    const plansOf = new Map<string, string>();
    for (let at = 0; at < 3000; at += 1) {
      const answers = randomWay(guide, random, 0.2, { insurance: ['job'], stage: ['denied'], level: ['first'] });
      const input = { ...inputOf(guide, answers, 0), letterDate: null };
      const { help, contacts, ...rest } = planner.plan(input);
      for (const [part, chosen] of [
        ['help', { help, contacts }],
        ['rest', rest],
      ] as const) {
        const name = `${part} ${Object.entries(answers)
          .map(([id, each]) => `${id} ${classes[part](id, each)}`)
          .join('; ')}`;
        const plan = JSON.stringify(chosen, (key, value: unknown) => (key === 'because' ? null : value));
        expect(plansOf.get(name) ?? plan, name).toBe(plan);
        plansOf.set(name, plan);
      }
    }
    expect(plansOf.size).toBeLessThan(2 * 3000);
  });

  it('notices each broken rule for every person by the invariant with its number', () => {
    const random = makeRandom(SEED);
    const people = Array.from({ length: 6000 }, (_, at) => inputOf(guide, randomWay(guide, random, 0.1), at));
    const numbers = new Set<string>();
    for (const { kind, what, guide: broken } of mutantsOfRules(guide)) {
      numbers.add(kind);
      const own = `${kind.replace(' ', '-')}-`;
      expect(
        isNoticed(broken, guide, people, ({ id }) => id.startsWith(own)),
        `${kind}: ${what}`,
      ).toBe(true);
    }
    // Rule 15 is about evidence: the loader has it (src/guide/load/unused.ts).
    const all = Array.from({ length: 16 }, (_, at) => `rule ${at + 1}`).filter((each) => each !== 'rule 15');
    expect([...numbers].sort()).toEqual(all.sort());
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

function countWays(request: WayRequest): number {
  let sum = 0;
  for (const { count } of everyWay(guide, request)) sum += count;
  return sum;
}
