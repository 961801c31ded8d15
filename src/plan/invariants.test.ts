/** What must hold on every way through the questions (design/content.md 9): no dead end, no contradictory advice. */
import { resolve } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Guide } from '../guide/model';
import { loadGuide } from '../guide/load';
import { checkInput, compilePlanner, pathOf, viewPlan, type Planner } from './index';
import type { AnswerSet, Because, Plan, PlanInput } from './model';

const FEDERAL = ['medicare', 'advantage', 'medicaid', 'tricare', 'va'];
const MANY_SAMPLES = 20_000;
const VIEW_EVERY = 97;
const VERB = /^(Appeal|Ask|Call|Check|Find|Gather|Get|Send|Take|Write)\b/;

let guide: Guide;
let planner: Planner;
beforeAll(() => {
  const loaded = loadGuide({ folder: resolve('content'), language: 'en', today: '2026-11-23' });
  if (!loaded.ok) throw new Error('the content does not load');
  guide = loaded.guide;
  planner = compilePlanner(guide);
});

/** Each broken rule with the first answers that broke it: half a million `expect`s would take minutes. */
type Broken = Map<string, string>;

function inputOf(answers: AnswerSet, more: Partial<PlanInput> = {}): PlanInput {
  const base = {
    today: '2026-11-23',
    state: 'TX',
    letterDate: null,
    helpers: [],
    computedDates: true,
    largePrint: false,
  };
  return { ...base, answers, ...more };
}

/** The branching as design/product.md tells it, apart from the program's own. */
function expectedPath(answers: AnswerSet): readonly string[] {
  const has = (question: string, ...wanted: readonly string[]): boolean =>
    wanted.some((answer) => answers[question]?.includes(answer) === true);
  if (has('insurance', 'none')) return ['who', 'treatment', 'leaving', 'insurance', 'money'];
  const no = has('stage', 'denied', 'partial');
  return [
    'who',
    'treatment',
    'leaving',
    'insurance',
    'stage',
    ...(has('stage', 'waiting') ? ['hold-up'] : []),
    ...(no ? ['reason'] : []),
    ...(no && (answers['insurance']?.length ?? 0) >= 2 ? ['who-said-no'] : []),
    ...(no ? ['level'] : []),
    ...(has('stage', 'approved') ? [] : ['urgent']),
    'money',
  ];
}

/** Every way through the questions with one answer at each. */
function* everySinglePath(answers: AnswerSet = {}): Generator<AnswerSet> {
  const next = expectedPath(answers).find((id) => answers[id] === undefined);
  if (next === undefined) {
    yield answers;
    return;
  }
  for (const answer of guide.questions.find((question) => question.id === next)?.answers ?? []) {
    yield* everySinglePath({ ...answers, [next]: [answer.id] });
  }
}

/** Mulberry32: the same people every time. */
function random(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}
function randomAnswers(next: () => number): AnswerSet {
  const pick = <Each>(list: readonly Each[]): Each => list[Math.floor(next() * list.length)] as Each;
  let answers: AnswerSet = {};
  for (;;) {
    const id = pathOf(guide, answers).find((each) => answers[each] === undefined);
    if (id === undefined) return answers;
    const question = guide.questions.find((each) => each.id === id);
    if (question === undefined) throw new Error(id);
    const own = question.answersFrom === null ? null : [...(answers[question.answersFrom] ?? []), 'unsure'];
    const all = question.answers.filter((answer) => own === null || own.includes(answer.id));
    const first = pick(all);
    const several = question.many && !first.exclusive ? all.filter((each) => !each.exclusive && next() < 0.35) : [];
    answers = { ...answers, [id]: [...new Set([first.id, ...several.map((each) => each.id)])] };
  }
}

function checkPlan(input: PlanInput, broken: Broken): void {
  const note = (rule: string, holds: boolean): void => {
    if (!holds && !broken.has(rule)) broken.set(rule, JSON.stringify(input));
  };
  const { answers } = input;
  const insurance = answers['insurance'] ?? [];
  let plan: Plan;
  try {
    plan = planner(input);
  } catch (error) {
    note(`makes a plan (${String(error)})`, false);
    return;
  }
  note('has the branching of the design', pathOf(guide, answers).join() === expectedPath(answers).join());
  note('asks at most ten questions', Object.keys(answers).length <= 10);
  note('has one main message', plan.message !== '');
  note('has three steps', plan.steps.length === 3 && new Set(plan.steps.map((step) => step.id)).size === 3);
  note(
    'says why each step',
    plan.steps.every((step) => step.because.length > 0),
  );
  note(
    'says why each overlay',
    plan.overlays.every((overlay) => overlay.because.length > 0),
  );
  note(
    'says why each complaint',
    plan.complaints.every((complaint) => complaint.because.length > 0),
  );
  note(
    'says why each page',
    plan.documents.every((document) => document.because.length > 0),
  );
  const isOwn = (each: Because): boolean =>
    'question' in each && answers[each.question]?.includes(each.answer) === true;
  note(
    'quotes only own answers in steps',
    plan.steps.every((each) => each.because.every(isOwn)),
  );
  note(
    'quotes only own answers in overlays',
    plan.overlays.every((each) => each.because.every(isOwn)),
  );
  note(
    'quotes only own answers in complaints',
    plan.complaints.every((each) => each.because.every(isOwn)),
  );
  const pagesQuote = plan.documents.every((each) => each.id === 'D19' || each.because.every(isOwn));
  note('quotes only own answers on pages', pagesQuote);

  const federal = insurance.filter((each) => FEDERAL.includes(each));
  const card = plan.help.find((each) => each.id === 'F2');
  note('offers no copay card under a federal programme', card !== undefined && (federal.length === 0 || !card.offered));
  const onlyFederal = federal.length === insurance.length;
  const regulator = plan.contacts.some((id) => id.startsWith('regulator-'));
  note('sends nobody with only federal cover to the state', !onlyFederal || !regulator);
  note('names everybody to call once', new Set(plan.contacts).size === plan.contacts.length);

  const ticked = plan.documents.filter((each) => each.ticked);
  const pages = ticked.reduce((sum, each) => sum + each.limit, 0);
  note('keeps the default packet to 8 pages, 13 in large print', pages <= (input.largePrint ? 13 : 8));
  note('starts with D01', plan.documents[0]?.id === 'D01' && ticked[0]?.id === 'D01');
  note(
    'ticks the people who can help',
    ticked.some((each) => each.id === 'D10'),
  );
  note(
    'never ticks the whole guide',
    ticked.every((each) => each.id !== 'D19'),
  );

  const no = answers['stage']?.some((each) => each === 'denied' || each === 'partial') === true;
  note('has dates exactly after a no', plan.dates.length > 0 === no);
  for (const { id, here } of plan.ladders) {
    const ladder = guide.ladders.find((each) => each.id === id);
    note('stands on a step of the ladder', ladder?.levels.some((level) => level.id === here) === true);
  }
  note('shows no ladder twice', new Set(plan.ladders.map((each) => each.id)).size === plan.ladders.length);
}

function checkView(input: PlanInput, broken: Broken): void {
  const note = (rule: string, holds: boolean): void => {
    if (!holds && !broken.has(rule)) broken.set(rule, JSON.stringify(input));
  };
  try {
    const view = viewPlan(guide, planner(input), input, { unitContacts: [] });
    note('has the emergency line', view.emergency.includes('Emergency: call 911.'));
    note(
      'starts each step with a verb',
      view.steps.every((step) => VERB.test(step.text)),
    );
    note(
      'has at most 20 words a step',
      view.steps.every((step) => step.text.split(/\s+/).length <= 20),
    );
    note(
      'says who and why at each step',
      view.steps.every((step) => step.whoName !== '' && step.why !== ''),
    );
    note(
      'has words for each overlay',
      view.overlays.every((each) => each.text.length > 0 && each.short !== ''),
    );
    for (const { id, becauseLine } of view.documents) {
      note(`says why on ${id}`, becauseLine.includes(id === 'D19' ? 'because you asked for it' : 'because you said'));
    }
    note('leaves no brace', !/[{}]/.test(JSON.stringify(Object.values(view).flat().map(textsOf))));
    if (input.answers['who']?.[0] === 'other') {
      const texts = [view.mainMessage, ...view.overlays.flatMap((each) => [each.title, each.short, ...each.text])];
      note(
        'never says "your" to somebody else',
        texts.every((text) => !/\byour\b/i.test(text)),
      );
    }
  } catch (error) {
    note(`says the plan (${String(error)})`, false);
  }
}

/** The bare strings in a value: JSON has braces of its own. */
function textsOf(value: unknown): readonly string[] {
  if (typeof value === 'string') return [value];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(textsOf) : [];
}

describe('every way through the questions', () => {
  it('keeps every promise, one answer each', () => {
    const broken: Broken = new Map();
    let paths = 0;
    for (const answers of everySinglePath()) {
      paths += 1;
      const input = inputOf(answers, { largePrint: paths % 2 === 0 });
      checkPlan(input, broken);
      if (paths % VIEW_EVERY === 0) checkView(input, broken);
    }
    expect(Object.fromEntries(broken)).toEqual({});
    // who × treatment × leaving × (9 insurances × (3×3 + 4×3 + 1 + 2×6×4×3) stages + none) × money
    expect(paths).toBe(2 * 6 * 4 * (9 * (9 + 12 + 1 + 144) + 1) * 6);
  });

  it(`keeps them for ${MANY_SAMPLES} people with many answers`, () => {
    const next = random(20261123);
    const broken: Broken = new Map();
    const states = [null, ...guide.states.map((state) => state.id)];
    const letters = [null, '2024-11-23', '2026-09-18', '2026-10-31', '2026-11-23'];
    let several = 0;
    for (let at = 0; at < MANY_SAMPLES; at += 1) {
      const answers = randomAnswers(next);
      if ((answers['insurance']?.length ?? 0) > 1) several += 1;
      const input = inputOf(answers, {
        state: states[at % states.length] ?? null,
        letterDate: answers['level'] === undefined ? null : (letters[at % letters.length] ?? null),
        largePrint: next() < 0.5,
      });
      const checked = checkInput(guide, input);
      if (!checked.ok) {
        broken.set(`is taken: ${checked.problem.place} ${checked.problem.mend}`, JSON.stringify(input));
        continue;
      }
      checkPlan(checked.input, broken);
      if (at % 4 === 0) checkView(checked.input, broken);
    }
    expect(Object.fromEntries(broken)).toEqual({});
    expect(several).toBeGreaterThan(MANY_SAMPLES / 4);
  });

  it('reaches every message, step, overlay, complaint, help outcome and page', () => {
    const reached = new Set<string>();
    const see = (kind: string, ids: readonly string[]): void => {
      for (const id of ids) reached.add(`${kind} ${id}`);
    };
    for (const answers of everySinglePath({ who: ['me'], treatment: ['antibiotics'] })) {
      const plan = planner(inputOf(answers));
      see('message', [plan.message]);
      see(
        'step',
        plan.steps.map((each) => each.id),
      );
      see(
        'overlay',
        plan.overlays.map((each) => each.id),
      );
      see(
        'complaint',
        plan.complaints.map((each) => each.id),
      );
      see(
        'help',
        plan.help.map((each) => `${each.id} ${each.outcome}`),
      );
      see(
        'page',
        plan.documents.map((each) => each.id),
      );
    }
    const all = [
      ...guide.messages.map((each) => `message ${each.id}`),
      ...guide.steps.map((each) => `step ${each.id}`),
      ...guide.overlays.map((each) => `overlay ${each.id}`),
      ...guide.complaints.map((each) => `complaint ${each.id}`),
      ...guide.help.flatMap((each) => each.outcomes.map((outcome) => `help ${each.id} ${outcome.id}`)),
      ...guide.documents.map((each) => `page ${each.id}`),
    ];
    expect(all.filter((each) => !reached.has(each))).toEqual([]);
  });
});
