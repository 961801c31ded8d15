/**
 * The walk: what each screen leads to, as one table and pure functions over it. A screen says what happened (`back`,
 * `next`, or an exit by name); the way from there is decided here. `walk.test.ts` walks it from every place.
 */
import type { AnswerSet } from '../../plan/model';
import { nextQuestion } from '../logic/answers';
import { walkingOf, type Mode, type Place, type ScreenName } from './places';

/** All that the way depends on. */
export interface WalkFacts {
  readonly mode: Mode;
  readonly answers: AnswerSet;
  /** The questions that these answers lead through, in order. */
  readonly path: readonly string[];
  /** The sections of the guide, in order. */
  readonly sections: readonly string[];
  /** The question whose answer interrupts the questions with the safety screen; null when no answer does. */
  readonly interruptedBy: string | null;
  /** Printed pages of the picked documents; null until they are counted, or when there is no plan yet. */
  readonly pages: number | null;
  /** Papers of an appeal are on offer. */
  readonly canAppeal: boolean;
  /** No page of the last job may be printed again. */
  readonly reprintsSpent: boolean;
}

/** Where a move leads: a place, perhaps in another mode, or out of the kiosk. */
export type Destination =
  { readonly kind: 'place'; readonly place: Place; readonly mode?: Mode } | { readonly kind: 'leave' };

/** Null where the move is not offered now. */
type Way = (facts: WalkFacts, place: Place) => Destination | null;

/** What happened on a screen, where that is neither Back nor Continue. */
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
  /** Screens that a control on this screen names: they may be opened from here. */
  readonly doors?: readonly ScreenName[];
  /** Start over is not offered: nothing is answered yet, or pages are at the printer. */
  readonly startsOver?: false;
}

export type Move = 'back' | 'next' | Exit;

/** With more pages than this, the person is asked once whether all of them are wanted (docs/evidence/product-anchors.md P-24). */
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
    // A printer in trouble costs nobody their answers: who fetches the language page can go back to them.
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

/** Where a move leads from a place; null where it is not offered. */
export function destinationOf(move: Move, place: Place, facts: WalkFacts): Destination | null {
  const ways = WAYS[place.screen];
  const way = move === 'back' || move === 'next' ? ways[move] : ways.exits?.[move];
  return way?.(facts, place) ?? null;
}

/** Where a control leads that names its place. Throws where the screen has no such control: a bug. */
export function doorTo(target: Place, place: Place, facts: WalkFacts): Destination {
  const isOpen = WAYS[place.screen].doors?.includes(target.screen) === true;
  if (!isOpen && !(target.screen === 'pages' && offersPages(place.screen, facts)))
    throw new Error(`the screen "${place.screen}" has no way to "${target.screen}"`);
  if (place.screen === 'check' && target.screen === 'question') return changing(target.id, facts);
  return at(target.screen, target.id);
}

/** Start over is on the bar of this screen. */
export function offersStartOver(screen: ScreenName): boolean {
  return WAYS[screen].startsOver !== false;
}

/** "My pages" is on the bar: there is a plan to print. */
export function offersPages(screen: ScreenName, { mode, path, answers }: WalkFacts): boolean {
  return offersStartOver(screen) && walkingOf(mode).kind !== 'asking' && openQuestion(path, answers) === null;
}

/** The mode while the language page is fetched from here. A second wish on the way keeps the first place. */
export function fetchingLanguagePage(mode: Mode, place: Place): Mode {
  return mode.kind === 'language-page' ? mode : { kind: 'language-page', returnPlace: place, before: mode };
}

/** One line of the drawn walk: what happens on a screen, and which screen follows. */
export interface Edge {
  readonly from: ScreenName;
  readonly by: Move | 'door';
  readonly to: ScreenName | 'leave';
}

/** All that this place leads to. */
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

/** The check screen was reached once, so there is a plan to come back to. */
function hasPlan({ mode }: WalkFacts): boolean {
  return ['checked', 'changing'].includes(walkingOf(mode).kind);
}

/** The answers are seen there, and whatever was being changed is changed. */
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

function followingQuestion(facts: WalkFacts, id = ''): Destination {
  const following = nextQuestion(facts.path, facts.answers, id, facts.mode.kind === 'changing');
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
  // Only a reload in the middle could lose the place: then the language screen is where that page is asked for.
  if (mode.kind !== 'language-page') return at('language');
  return { kind: 'place', place: mode.returnPlace, mode: mode.before };
}

/** The paper is there: the end of the visit, or back to where the language page was asked for. */
function finish(facts: WalkFacts): Destination {
  return facts.mode.kind === 'language-page' ? returnToVisit(facts) : at('done');
}
