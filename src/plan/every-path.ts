/**
 * Whether the rules of a content folder leave nobody without a plan, and no rule without a person: every way through the
 * questions with one answer at each, then people with several (docs/design/content.md 9). What a plan must say is
 * proven for our own content by `npm run verify:plan`; this is what a hospital's own rules are held to.
 */
import type { Guide } from '../guide/model';
import type { AnswerSet, Plan, PlanInput } from './model';
import { plannerFor } from './planner';
import { makeRandom } from '../basics/random';

export interface PathFinding {
  readonly file: 'plan' | 'documents' | 'questions';
  /** Path in that file, `messages.3`; null where no single rule is wrong. */
  readonly field: string | null;
  readonly cause: string;
  readonly fix: string;
}
export interface PathReport {
  /** Ways through the questions that were walked. */
  readonly ways: number;
  readonly findings: readonly PathFinding[];
}

const STEPS = 3;
/** Enough for any two answers of one question to meet many times. */
const PEOPLE_WITH_SEVERAL = 20_000;
/** Enough to meet every stage with every insurance: what a kiosk can afford at its start. */
const PEOPLE_AT_START = 4_000;
/** More findings than these only bury the first. */
const MAX_FINDINGS = 20;

/** Somebody without a plan, found among some thousand people in a moment: what keeps rules from a kiosk at its start. */
export function checkSomePeople(guide: Guide): readonly PathFinding[] {
  const walk = new Walk(guide);
  for (const answers of madeUpPeople(guide, PEOPLE_AT_START)) walk.see(answers, true);
  return walk.broken();
}

/**
 * All of it; takes some seconds, less where people are without a plan: that is said first. Never throws: rules that
 * break the planner are findings.
 */
export function checkEveryPath(guide: Guide): PathReport {
  const walk = new Walk(guide);
  let ways = 0;
  for (const answers of madeUpPeople(guide, PEOPLE_WITH_SEVERAL)) walk.see(answers, true);
  for (const answers of walk.broken().length > 0 ? [] : everyWay(guide)) {
    ways += 1;
    walk.see(answers, false);
  }
  const broken = walk.broken();
  // Where a plan is missing, what it would have reached is missing too.
  const findings = broken.length > 0 ? broken : walk.unreached();
  return { ways, findings: findings.slice(0, MAX_FINDINGS) };
}

/** Remembers what was reached and what went wrong. */
class Walk {
  private readonly reached = new Map<RuleName['list'], Set<string>>();
  private readonly outcomes = new Map<string, Set<string>>();
  private readonly trouble = new Map<string, { readonly first: AnswerSet; count: number }>();

  constructor(private readonly guide: Guide) {}

  /** @param packet whether to look at the packet too, which takes longer */
  see(answers: AnswerSet, packet: boolean): void {
    const plan = planOf(this.guide, answers, (cause) => this.note(cause, answers));
    if (plan === null) return;
    this.add('messages', [plan]);
    this.add('steps', plan.steps);
    this.add('overlays', plan.overlays);
    this.add('complaints', plan.complaints);
    this.add('documents', plan.documents);
    for (const { id, outcome } of plan.help) setAt(this.outcomes, id).add(outcome);
    const asked = setAt(this.reached, 'questions');
    for (const id in answers) asked.add(id);
    if (plan.steps.length !== STEPS) this.note(`there are not ${STEPS} steps`, answers);
    for (const id of packet ? mustNotTicked(this.guide, plan, answers) : []) {
      this.note(`the page "${id}" must be in the packet and has no room within [budget]`, answers);
    }
  }

  broken(): readonly PathFinding[] {
    return [...this.trouble].map(([cause, { first, count }]) => {
      const isPacket = cause.startsWith('the page');
      const more = count === 1 ? '' : `, and ${count - 1} more like this`;
      return {
        file: isPacket ? 'documents' : 'plan',
        field: null,
        cause: `${cause} for ${formatAnswers(first)}${more}.`,
        fix: isPacket
          ? 'take pages out of that row of [[packet]], or lower their limits.'
          : 'give the last rule of the list a condition that holds for everybody who is left.',
      };
    });
  }

  unreached(): readonly PathFinding[] {
    return allRules(this.guide)
      .filter(({ list, id, outcome }) =>
        outcome === null ? !setAt(this.reached, list).has(id) : !setAt(this.outcomes, id).has(outcome),
      )
      .map(formatUnreached);
  }

  private add(
    list: RuleName['list'],
    rules: readonly ({ readonly id: string } | { readonly message: string })[],
  ): void {
    const set = setAt(this.reached, list);
    for (const rule of rules) set.add('id' in rule ? rule.id : rule.message);
  }

  private note(cause: string, answers: AnswerSet): void {
    const known = this.trouble.get(cause);
    if (known === undefined) this.trouble.set(cause, { first: answers, count: 1 });
    else known.count += 1;
  }
}

function setAt<Key>(sets: Map<Key, Set<string>>, key: Key): Set<string> {
  const known = sets.get(key);
  if (known !== undefined) return known;
  const made = new Set<string>();
  sets.set(key, made);
  return made;
}

function planOf(guide: Guide, answers: AnswerSet, onTrouble: (cause: string) => void): Plan | null {
  const input: PlanInput = {
    today: '2026-11-23',
    answers,
    state: guide.states[0]?.id ?? null,
    letterDate: null,
    helpers: [],
    computedDates: true,
    largePrint: false,
  };
  try {
    return plannerFor(guide).plan(input);
  } catch (error) {
    onTrouble(error instanceof Error ? error.message.replace(/ for these answers$/, '') : String(error));
    return null;
  }
}

interface RuleName {
  readonly file: PathFinding['file'];
  readonly list: 'questions' | 'messages' | 'steps' | 'overlays' | 'complaints' | 'help' | 'documents';
  readonly at: number;
  readonly id: string;
  /** Of a kind of help, which of its outcomes. */
  readonly outcome: string | null;
}

/** Everything that somebody must be able to reach. Staff print their own pages. */
function allRules(guide: Guide): readonly RuleName[] {
  const of = (
    file: RuleName['file'],
    list: RuleName['list'],
    rules: readonly { readonly id: string }[],
  ): readonly RuleName[] => rules.map(({ id }, at) => ({ file, list, at, id, outcome: null }));
  const staff = new Set(guide.documents.filter((document) => document.audience === 'staff').map(({ id }) => id));
  return [
    ...of('questions', 'questions', guide.questions),
    ...of('plan', 'messages', guide.messages),
    ...of('plan', 'steps', guide.steps),
    ...of('plan', 'overlays', guide.overlays),
    ...of('plan', 'complaints', guide.complaints),
    ...of('plan', 'help', guide.help).flatMap((help) =>
      (guide.help[help.at]?.outcomes ?? []).map((outcome) => ({ ...help, outcome: outcome.id })),
    ),
    ...of('documents', 'documents', guide.documents).filter(({ id }) => !staff.has(id)),
  ];
}

function formatUnreached({ file, list, at, id, outcome }: RuleName): PathFinding {
  const what = outcome === null ? `"${id}"` : `the outcome "${outcome}" of "${id}"`;
  const isFirstOfList = list === 'messages' || list === 'steps' || list === 'help';
  return {
    file,
    field: `${list}.${at}`,
    cause: `${what} can never be reached, whatever somebody answers.`,
    fix: isFirstOfList
      ? 'a rule above it holds for the same people, or its condition contradicts itself: change one of them.'
      : 'its condition contradicts itself or the questions: change it.',
  };
}

/** Pages of the packet row that hold for these answers and are not ticked. */
function mustNotTicked(guide: Guide, plan: Plan, answers: AnswerSet): readonly string[] {
  const holds = plannerFor(guide).holds(answers);
  const row = guide.packet.rows.find((each) => holds(each.when));
  const mayTick = (id: string): boolean => {
    const rule = guide.documents.find((document) => document.id === id);
    return rule !== undefined && holds(rule.tickedWhen);
  };
  return (row?.must ?? []).filter(
    (id) => plan.documents.some((document) => document.id === id && !document.ticked) && mayTick(id),
  );
}

/** Every way through the questions with one answer at each. */
function* everyWay(guide: Guide, answers: AnswerSet = {}): Generator<AnswerSet> {
  const open = openQuestion(guide, answers);
  if (open === undefined) {
    yield answers;
    return;
  }
  for (const { id } of open.answers) yield* everyWay(guide, { ...answers, [open.id]: [id] });
}

/** The same made-up people every time, with many answers where many can be chosen. */
export function* madeUpPeople(guide: Guide, count: number): Generator<AnswerSet> {
  const next = makeRandom(count);
  for (let at = 0; at < count; at += 1) yield somebody(guide, next);
}

function somebody(guide: Guide, next: () => number): AnswerSet {
  let answers: AnswerSet = {};
  for (;;) {
    const open = openQuestion(guide, answers);
    if (open === undefined) return answers;
    const own = open.answersFrom === null ? null : (answers[open.answersFrom] ?? []);
    const all = open.answers.filter(({ id }) => own === null || id === open.unsure || own.includes(id));
    const first = all[Math.floor(next() * all.length)];
    if (first === undefined) return answers;
    const isSeveral = open.many && !first.exclusive;
    const others = isSeveral ? all.filter((each) => !each.exclusive && each !== first && next() < 0.35) : [];
    answers = { ...answers, [open.id]: [first, ...others].map(({ id }) => id) };
  }
}

function openQuestion(guide: Guide, answers: AnswerSet): Guide['questions'][number] | undefined {
  const open = plannerFor(guide)
    .pathOf(answers)
    .find((id) => answers[id] === undefined);
  return guide.questions.find((question) => question.id === open);
}

function formatAnswers(answers: AnswerSet): string {
  return Object.entries(answers)
    .map(([question, chosen]) => `${question} = ${chosen.join(' + ')}`)
    .join(', ');
}
