/** The walk, proven from every place that the guide's own questions lead to. */
import { describe, expect, it } from 'vitest';
import { drawWalk } from '../../../tests/support/walk-picture';
import { representativeFacts } from '../../../tests/support/walk-visits';
import { loadGuide } from '../../guide/load';
import { plannerFor } from '../../plan';
import type { AnswerSet } from '../../plan/model';
import { unsureAnswers } from '../logic/answers';
import { FIRST_MODE, SCREEN_NAMES, type Mode, type Place, type ScreenName, type Walking } from './places';
import { SCREENS } from '../router/screens';
import {
  destinationOf,
  doorTo,
  edgesFrom,
  fetchingLanguagePage,
  NOTHING_ANSWERED,
  offersPages,
  offersStartOver,
  type WalkFacts,
} from './walk';

const loaded = loadGuide({ folder: 'content', language: 'en', today: '2026-11-23' });
if (!loaded.ok) throw new Error('the content does not load');
const { guide } = loaded.value;
const all = representativeFacts(guide);

function walk(facts: WalkFacts, place: Place, move: 'back' | 'next'): readonly [Place, WalkFacts] | 'leave' | null {
  const destination = destinationOf(move, place, facts);
  if (destination === null) return null;
  if (destination.kind === 'leave') return 'leave';
  return [destination.place, { ...facts, mode: destination.mode ?? facts.mode }];
}

/** Every place that this visit can reach. */
function placesOf({ path, sections, interruptedBy }: WalkFacts): readonly Place[] {
  return SCREEN_NAMES.flatMap((screen): readonly Place[] => {
    if (screen === 'question') return path.map((id) => ({ screen, id }));
    if (screen === 'safety' && interruptedBy === null) return [];
    if (screen === 'section') return sections.map((id) => ({ screen, id }));
    if (screen === 'decoder' || screen === 'find' || screen === 'preview')
      return [{ screen }, { screen, id: 'appeal' }];
    return [{ screen }];
  });
}

const isPlace = ({ screen, id }: Place, { path, sections }: WalkFacts): boolean => {
  if (screen === 'question') return path.includes(id ?? '');
  return screen !== 'section' || sections.includes(id ?? '');
};

describe('the question after this one', () => {
  const path = ['who', 'stage', 'reason', 'money'];
  const answers = { who: ['me'], stage: ['denied'], money: ['no'] };
  const next = (id: string, change: Partial<WalkFacts>): unknown =>
    destinationOf('next', { screen: 'question', id }, { ...NOTHING_ANSWERED, path, answers, ...change });

  it('is the next on the path, whether it was answered before or not', () => {
    expect(next('who', {})).toMatchObject({ place: { screen: 'question', id: 'stage' } });
  });

  it('is a new one while an answer is being changed, and then the check screen', () => {
    const mode = { kind: 'changing', dropped: [] } as const;
    expect(next('stage', { mode })).toMatchObject({ place: { screen: 'question', id: 'reason' } });
    const all = { ...answers, reason: ['none'] };
    expect(next('stage', { mode, answers: all })).toMatchObject({ place: { screen: 'check' } });
  });
});

it.each(['attract', 'cleaning', 'language', 'language-page'] as const)(
  'the screen "%s" does not wait for a path or a plan',
  (screen) => {
    const slow = (): never => {
      throw new Error('asked');
    };
    const facts = Object.defineProperties({ ...NOTHING_ANSWERED }, { path: { get: slow }, pages: { get: slow } });
    for (const { from } of edgesFrom({ screen }, facts)) expect(from).toBe(screen);
    expect(offersPages(screen, facts)).toBe(false);
  },
);

describe('the walk', () => {
  it('meets every question of the guide', () => {
    const asked = new Set(all.flatMap(({ path }) => path));
    expect(guide.questions.filter(({ id }) => !asked.has(id))).toEqual([]);
  });

  it('leads from every place by Back and by Continue to a place that this visit has', () => {
    for (const facts of all)
      for (const place of placesOf(facts))
        for (const move of ['back', 'next'] as const) {
          const walked = walk(facts, place, move);
          if (walked === null || walked === 'leave') continue;
          expect(isPlace(walked[0], facts), JSON.stringify([place, move, walked[0], facts.path])).toBe(true);
        }
  });

  it('comes back to its start by Back alone, without walking in a circle', () => {
    for (const facts of all)
      for (const start of placesOf(facts)) {
        let state: readonly [Place, WalkFacts] = [start, facts];
        const seen = new Set<string>();
        for (;;) {
          const key = JSON.stringify([state[0], state[1].mode]);
          expect(seen.has(key), `${key} again, from ${JSON.stringify(start)}`).toBe(false);
          seen.add(key);
          const walked = walk(state[1], state[0], 'back');
          if (walked === null || walked === 'leave') break;
          state = walked;
        }
      }
  });

  it('comes by Continue alone to the paper, or to a screen that waits for a choice', () => {
    const waits: readonly ScreenName[] = [
      'attract',
      'cleaning',
      'language-page',
      'guide',
      'words',
      'section',
      'decoder',
      'many',
      'print',
      'printing',
      'done',
    ];
    for (const facts of all.filter(({ mode }) => mode.kind !== 'language-page'))
      for (const start of placesOf(facts)) {
        let state: readonly [Place, WalkFacts] = [start, facts];
        for (let steps = 0; ; steps += 1) {
          expect(steps, `no end from ${JSON.stringify(start)}`).toBeLessThan(60);
          const walked = walk(state[1], state[0], 'next');
          if (walked === null) break;
          if (walked === 'leave') throw new Error('Continue leaves');
          state = walked;
          // The person stays at an open question until it is answered.
          if (state[0].screen === 'question' && (facts.answers[state[0].id ?? ''] ?? []).length === 0) break;
        }
        const [{ screen, id = '' }] = state;
        const isOpen = screen === 'question' && (facts.answers[id] ?? []).length === 0;
        expect(isOpen || waits.includes(screen), JSON.stringify([start, state[0]])).toBe(true);
      }
  });

  it('reaches every screen from the first', () => {
    const reached = new Set<ScreenName>(['attract']);
    for (let size = 0; size !== reached.size;) {
      size = reached.size;
      for (const facts of all)
        for (const place of placesOf(facts).filter(({ screen }) => reached.has(screen)))
          for (const { to } of edgesFrom(place, facts)) if (to !== 'leave') reached.add(to);
    }
    // Opened from the language screen and its curtain.
    reached.add('language-page');
    expect(SCREEN_NAMES.filter((each) => !reached.has(each))).toEqual([]);
  });

  it('offers Start over wherever an answer stands and no page is at the printer, and Hide on all of them', () => {
    const without = SCREEN_NAMES.filter((screen) => !offersStartOver(screen));
    expect(without).toEqual([
      'attract',
      'cleaning',
      'language',
      'language-page',
      'how',
      'printing',
      'count',
      'missing',
      'done',
    ]);
    expect(SCREEN_NAMES.filter((screen) => SCREENS[screen].frame === 'bare')).toEqual(['attract', 'cleaning']);
  });

  it('asks nobody only where nobody is waited for', () => {
    expect(SCREEN_NAMES.filter((screen) => SCREENS[screen].idle === 'never')).toEqual(['attract', 'cleaning', 'done']);
  });

  it('opens only the doors that a screen has', () => {
    const [facts] = all;
    if (facts === undefined) throw new Error('there are no visits');
    expect(() => doorTo({ screen: 'print' }, { screen: 'question', id: 'who' }, facts)).toThrow('no way to "print"');
  });
});

it('is drawn in docs/walk.md as it is; `npm run docs:walk` draws it anew', async () => {
  await expect(drawWalk(all)).toMatchFileSnapshot('../../../docs/walk.md');
});

describe('changing an answer', () => {
  const answers: AnswerSet = { ...unsureAnswers(guide), stage: ['denied'], reason: [] };
  const facts = factsOf(answers, { kind: 'checked', dropped: ['hold-up'] });

  it('leads through the questions that are new, and back to the check screen', () => {
    const changing = doorTo({ screen: 'question', id: 'stage' }, { screen: 'check' }, facts);
    expect(changing).toMatchObject({ mode: { kind: 'changing', dropped: ['hold-up'] } });
    const inChange = { ...facts, mode: { kind: 'changing', dropped: [] } as const };
    expect(destinationOf('next', { screen: 'question', id: 'stage' }, inChange)).toMatchObject({
      place: { screen: 'question', id: 'reason' },
    });
    const done = factsOf({ ...answers, reason: ['none'], level: ['first'] }, inChange.mode);
    expect(destinationOf('next', { screen: 'question', id: 'reason' }, done)).toMatchObject({
      place: { screen: 'check' },
      mode: { kind: 'checked' },
    });
  });

  it('is given up by Back', () => {
    const inChange = { ...facts, mode: { kind: 'changing', dropped: [] } as const };
    expect(destinationOf('back', { screen: 'question', id: 'money' }, inChange)).toMatchObject({
      place: { screen: 'check' },
    });
  });
});

describe('fetching the language page', () => {
  it('returns from everywhere to the very place and mode where it began', () => {
    const before: Walking = { kind: 'changing', dropped: ['level'] };
    const place: Place = { screen: 'question', id: 'stage' };
    const mode = fetchingLanguagePage(fetchingLanguagePage(before, place), { screen: 'printing' });
    const facts = { ...factsOf({}, mode), reprintsSpent: true };
    const back = { kind: 'place', place, mode: before };
    expect(destinationOf('back', { screen: 'language-page' }, facts)).toEqual(back);
    expect(destinationOf('back', { screen: 'printing' }, facts)).toEqual(back);
    expect(destinationOf('finished', { screen: 'printing' }, facts)).toEqual(back);
    expect(destinationOf('next', { screen: 'count' }, facts)).toEqual(back);
    expect(destinationOf('next', { screen: 'missing' }, facts)).toEqual(back);
  });
});

function factsOf(answers: AnswerSet, mode: Mode = FIRST_MODE): WalkFacts {
  return {
    mode,
    answers,
    path: plannerFor(guide).pathOf(answers),
    sections: guide.sections.map(({ id }) => id),
    interruptedBy: null,
    pages: null,
    canAppeal: false,
    reprintsSpent: false,
  };
}
