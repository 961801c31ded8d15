/**
 * The walk: where each screen leads, as one table and pure functions over it. A screen reports what happened (`back`,
 * `next` or a named exit), and this table decides where to go. `walk.test.ts` walks it from every place.
 */
import type { AnswerSet } from '../../plan/model';
import { FIRST_MODE, walkingOf, type Mode, type Place, type ScreenName } from './places';

/** Everything that decides where the walk goes. */
export interface WalkFacts {
  readonly mode: Mode;
  readonly answers: AnswerSet;
  /** The questions asked for these answers, in order. */
  readonly path: readonly string[];
  /** The sections of the guide, in order. */
  readonly sections: readonly string[];
  /** The question whose answer brings up the safety screen; null when no answer does. */
  readonly interruptedBy: string | null;
  /** Printed pages of the picked documents; null until they are counted, or when there is no plan yet. */
  readonly pages: number | null;
  /** Appeal papers are available. */
  readonly canAppeal: boolean;
  /** No page of the last job may be reprinted again. */
  readonly reprintsSpent: boolean;
}

/** What is true while nobody is at the kiosk. */
export const NOTHING_ANSWERED: WalkFacts = {
  mode: FIRST_MODE,
  answers: {},
  path: [],
  sections: [],
  interruptedBy: null,
  pages: null,
  canAppeal: false,
  reprintsSpent: false,
};

/** Where a move leads: to a place, perhaps in another mode, or out of the visit. */
export type Destination =
  { readonly kind: 'place'; readonly place: Place; readonly mode?: Mode } | { readonly kind: 'leave' };

/** Null if the move is not available now. */
type Way = (facts: WalkFacts, place: Place) => Destination | null;

/** What happened on a screen, other than Back and Continue. */
export type Exit =
  | 'begun'
  | 'basics-chosen'
  | 'cleaned'
  | 'pages-decided'
  | 'print-started'
  | 'printed'
  | 'some-missing'
  | 'nothing-came'
  | 'finished';

/** What one screen leads to. */
interface ScreenWays {
  /** Absent: the screen has no Back. */
  readonly back?: Way;
  /** Absent: the screen has no Continue. */
  readonly next?: Way;
  readonly exits?: Readonly<Partial<Record<Exit, Way>>>;
  /** Screens that controls on this screen open by name. */
  readonly doors?: readonly ScreenName[];
  /** False: Start over is unavailable, because nothing is answered yet or pages are at the printer. */
  readonly startsOver?: false;
}

export type Move = 'back' | 'next' | Exit;

/**
 * Above this many pages, the person is asked once whether they want all of them (docs/evidence/product-anchors.md
 * P-24).
 */
const MAX_UNASKED_PAGES = 10;

const WAYS: Readonly<Record<ScreenName, ScreenWays>> = {
  attract: { exits: { begun: to('language') }, doors: ['cleaning'], startsOver: false },
  cleaning: { exits: { cleaned: to('attract') }, startsOver: false },
  language: { back: () => ({ kind: 'leave' }), next: to('how'), startsOver: false },
  'language-page': { back: returnToVisit, exits: { 'print-started': to('printing') }, startsOver: false },
  how: {
    back: to('language'),
    next: ({ path }) => (path[0] === undefined ? null : at('question', path[0])),
    exits: { 'basics-chosen': to('print', { kind: 'basics', dropped: [] }) },
    doors: ['guide'],
    startsOver: false,
  },
  question: { back: previousQuestion, next: afterAnswer },
  safety: { back: ({ interruptedBy }) => at('question', interruptedBy ?? undefined), next: afterInterruption },
  check: {
    back: ({ path }) => at('question', path.at(-1)),
    next: planOrOpenQuestion,
    doors: ['question', 'state', 'helpers', 'letter-date'],
  },
  state: { back: toCheck, next: toCheck },
  helpers: { back: toCheck, next: toCheck },
  'letter-date': { back: toCheck, next: toCheck },
  plan: { back: toCheck, next: to('pages'), doors: ['decoder', 'appeal', 'find', 'guide'] },
  guide: { back: (facts) => at(hasPlan(facts) ? 'plan' : 'how'), doors: ['section', 'words'] },
  words: { back: to('guide') },
  section: { back: to('guide'), next: nextSection },
  decoder: {
    back: (facts, { id }) => (id === undefined ? at(hasPlan(facts) ? 'plan' : 'guide') : at('decoder')),
    next: (facts, { id }) => (id !== undefined && hasPlan(facts) && facts.canAppeal ? at('appeal') : null),
    doors: ['decoder'],
  },
  find: {
    back: (_, { id }) => (id === undefined ? at('plan') : at('find')),
    next: to('pages'),
    doors: ['find', 'section'],
  },
  appeal: { back: to('plan'), next: to('pages'), doors: ['preview'] },
  pages: {
    back: (facts) => at(isBasics(facts) ? 'how' : 'plan'),
    next: ({ pages }) => at((pages ?? 0) > MAX_UNASKED_PAGES ? 'many' : 'preview'),
    doors: ['appeal'],
  },
  many: { back: to('pages'), exits: { 'pages-decided': to('preview') } },
  preview: {
    back: (_, { id }) => at(id === undefined ? 'pages' : 'appeal'),
    next: (_, { id }) => at(id === undefined ? 'print' : 'pages'),
  },
  print: {
    back: (facts) => at(isBasics(facts) ? 'how' : 'preview'),
    exits: { 'print-started': to('printing') },
  },
  printing: {
    // Printer trouble costs nobody their answers: a person who came for the language page can go back to them.
    back: (facts) => (facts.mode.kind === 'language-page' ? returnToVisit(facts) : null),
    exits: { printed: to('count'), finished: finish },
    startsOver: false,
  },
  count: {
    next: finish,
    exits: { 'some-missing': to('missing'), 'nothing-came': to('printing') },
    startsOver: false,
  },
  missing: {
    back: to('count'),
    next: (facts) => (facts.reprintsSpent ? finish(facts) : at('printing')),
    startsOver: false,
  },
  done: { doors: ['pages'], startsOver: false },
};

/** Where a move leads from a place; null if the move is not available. */
export function destinationOf(move: Move, place: Place, facts: WalkFacts): Destination | null {
  const ways = WAYS[place.screen];
  const way = move === 'back' || move === 'next' ? ways[move] : ways.exits?.[move];
  return way?.(facts, place) ?? null;
}

/** Where a control that names a place leads. Throws if the screen has no such control, which is a bug. */
export function doorTo(target: Place, place: Place, facts: WalkFacts): Destination {
  const isOpen = WAYS[place.screen].doors?.includes(target.screen) === true;
  if (!isOpen && !(target.screen === 'pages' && offersPages(place.screen, facts)))
    throw new Error(`the screen "${place.screen}" has no way to "${target.screen}"`);
  if (place.screen === 'check' && target.screen === 'question') return changing(target.id, facts);
  return at(target.screen, target.id);
}

/** Whether the bar of this screen offers Start over. */
export function offersStartOver(screen: ScreenName): boolean {
  return WAYS[screen].startsOver !== false;
}

/** Whether the bar offers "My pages": there is a plan to print. */
export function offersPages(screen: ScreenName, facts: WalkFacts): boolean {
  // Each fact is read only where it decides: a path and a plan take time.
  if (!offersStartOver(screen) || walkingOf(facts.mode).kind === 'asking') return false;
  return openQuestion(facts.path, facts.answers) === null;
}

/** The mode while the person gets the language page. Asking for it again keeps the first place to return to. */
export function fetchingLanguagePage(mode: Mode, place: Place): Mode {
  return mode.kind === 'language-page' ? mode : { kind: 'language-page', returnPlace: place, before: mode };
}

/** One arrow of the drawn walk: what happens on a screen, and which screen follows. */
export interface Edge {
  readonly from: ScreenName;
  readonly by: Move | 'door';
  readonly to: ScreenName | 'leave';
}

/** Every arrow from this place. */
export function edgesFrom(place: Place, facts: WalkFacts): readonly Edge[] {
  const { exits = {}, doors = [] } = WAYS[place.screen];
  const moves: readonly Move[] = ['back', 'next', ...(Object.keys(exits) as Exit[])];
  const from = place.screen;
  return [
    ...moves.flatMap((by): readonly Edge[] => {
      const destination = destinationOf(by, place, facts);
      if (destination === null) return [];
      return [{ from, by, to: destination.kind === 'leave' ? 'leave' : destination.place.screen }];
    }),
    ...doors.map((door): Edge => ({ from, by: 'door', to: door })),
  ];
}

function at(screen: ScreenName, id?: string, mode?: Mode): Destination {
  return { kind: 'place', place: { screen, id }, ...(mode === undefined ? {} : { mode }) };
}

function to(screen: ScreenName, mode?: Mode): Way {
  return () => at(screen, undefined, mode);
}

function openQuestion(path: readonly string[], answers: AnswerSet): string | null {
  return path.find((id) => (answers[id] ?? []).length === 0) ?? null;
}

function isBasics({ mode }: WalkFacts): boolean {
  return walkingOf(mode).kind === 'basics';
}

/** The person has reached the check screen, so there is a plan to come back to. */
function hasPlan({ mode }: WalkFacts): boolean {
  return ['checked', 'changing'].includes(walkingOf(mode).kind);
}

/** To the check screen, which ends any change of a single answer. */
function toCheck({ mode }: WalkFacts): Destination {
  return at('check', undefined, { kind: 'checked', dropped: walkingOf(mode).dropped });
}

function changing(question: string | undefined, { mode }: WalkFacts): Destination {
  return at('question', question, { kind: 'changing', dropped: walkingOf(mode).dropped });
}

function previousQuestion(facts: WalkFacts, { id }: Place): Destination {
  if (facts.mode.kind === 'changing') return toCheck(facts);
  const previous = facts.path[facts.path.indexOf(id ?? '') - 1];
  return previous === undefined ? at('how') : at('question', previous);
}

function afterAnswer(facts: WalkFacts, { id }: Place): Destination {
  return id !== undefined && facts.interruptedBy === id ? at('safety') : followingQuestion(facts, id);
}

function afterInterruption(facts: WalkFacts): Destination {
  return followingQuestion(facts, facts.interruptedBy ?? undefined);
}

/** While one answer is being changed, the next question is the first that has no answer. */
function followingQuestion(facts: WalkFacts, id = ''): Destination {
  const { path, answers, mode } = facts;
  const following = mode.kind === 'changing' ? openQuestion(path, answers) : (path[path.indexOf(id) + 1] ?? null);
  return following === null ? toCheck(facts) : at('question', following);
}

function planOrOpenQuestion(facts: WalkFacts): Destination {
  const open = openQuestion(facts.path, facts.answers);
  return open === null ? at('plan', undefined, { kind: 'checked', dropped: [] }) : changing(open, facts);
}

function nextSection({ sections }: WalkFacts, { id }: Place): Destination | null {
  const following = sections[sections.indexOf(id ?? '') + 1];
  return following === undefined ? null : at('section', following);
}

function returnToVisit({ mode }: WalkFacts): Destination {
  // Only a reload could lose the mode. The language screen is where a person asks for that page.
  if (mode.kind !== 'language-page') return at('language');
  return { kind: 'place', place: mode.returnPlace, mode: mode.before };
}

/** The person has the paper: the visit ends, or goes back to where the language page was asked for. */
function finish(facts: WalkFacts): Destination {
  return facts.mode.kind === 'language-page' ? returnToVisit(facts) : at('done');
}
