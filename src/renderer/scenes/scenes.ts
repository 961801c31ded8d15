/**
 * Every screen, curtain and state that is worth looking at. The gallery page, the layout sweep, the contact sheet and
 * tests show these; nothing of it is in the product.
 */
import type { Guide } from '../../guide/model';
import { CURTAINS } from '../stores/shell';
import type { Place, ScreenName } from '../walk/places';
import { PEOPLE, type PersonName } from './people';
import type { Scene } from './scene';

/** The parts of a guide that have a screen each. */
export interface ScenicGuide {
  readonly questions: readonly Pick<Guide['questions'][number], 'id'>[];
  readonly sections: readonly Pick<Guide['sections'][number], 'id'>[];
}

/** All scenes, each under a name of its own. Those of the guide follow its order. */
export function scenesOf({ questions, sections }: ScenicGuide): readonly Scene[] {
  return [
    ...BEFORE_QUESTIONS,
    ...questions.map(({ id }) =>
      scene(`question-${id}`, id in PEOPLE.waiting.answers && !(id in PEOPLE.denied.answers) ? 'waiting' : 'denied', {
        screen: 'question',
        id,
      }),
    ),
    ...ABOUT_PLAN,
    ...sections.map(({ id }) => scene(`section-${id}`, 'denied', { screen: 'section', id })),
    ...ABOUT_PAGES,
    ...MUCH,
    ...CURTAINS.map((curtain) => scene(`over-${curtain}`, 'denied', { screen: 'check' }, { curtain })),
  ];
}

/**
 * Screens that are being read aloud, which takes one more bar. Listening stays on after them: show them after the
 * others.
 */
export function listeningScenesOf(guide: ScenicGuide): readonly Scene[] {
  const all = scenesOf(guide);
  return ['question-insurance', 'plan-denied', 'pages', 'preview', 'print', 'guide'].map((name) => ({
    ...sceneNamed(name, all),
    name: `listening-${name}`,
    listen: { on: true, paused: true },
  }));
}

/** @throws Error when there is none of this name */
export function sceneNamed(name: string, scenes: readonly Scene[]): Scene {
  const found = scenes.find((each) => each.name === name);
  if (found === undefined) throw new Error(`there is no scene ${name}`);
  return found;
}

const NO_PRINTER = { printer: { readiness: 'unavailable' } } as const;

const BEFORE_QUESTIONS: readonly Scene[] = [
  scene('attract', null),
  scene('attract-no-printer', null, { screen: 'attract' }, NO_PRINTER),
  scene('cleaning', null),
  scene('language', null),
  scene(
    'language-page',
    null,
    { screen: 'language-page' },
    {
      visit: {
        mode: { kind: 'language-page', returnPlace: { screen: 'language' }, before: { kind: 'asking', dropped: [] } },
      },
    },
  ),
  scene('how', null),
];

const ABOUT_PLAN: readonly Scene[] = [
  scene('safety', 'denied'),
  scene('check', 'denied'),
  scene('state', 'denied'),
  scene('helpers', 'denied'),
  scene('letter-date', 'denied'),
  scene('plan-denied', 'denied', { screen: 'plan' }),
  scene('plan-waiting', 'waiting', { screen: 'plan' }),
  scene('decoder', 'denied'),
  scene('decoder-reason', 'denied', { screen: 'decoder', id: 'not-necessary' }),
  scene('find', 'denied'),
  ...['money', 'offices', 'people', 'complain'].map((id) => scene(`find-${id}`, 'denied', { screen: 'find', id })),
  scene('appeal', 'denied'),
  scene('guide', 'denied'),
  scene('words', 'denied'),
];

const ABOUT_PAGES: readonly Scene[] = [
  scene('pages', 'denied'),
  scene('pages-no-printer', 'denied', { screen: 'pages' }, NO_PRINTER),
  scene('many', 'denied'),
  scene('preview', 'denied'),
  scene('preview-appeal', 'denied', { screen: 'preview', id: 'appeal' }),
  scene('print', 'denied'),
  scene('print-two', 'denied', { screen: 'print' }, { visit: { copies: 2 } }),
  scene('printing-sending', 'denied', { screen: 'printing' }, { job: { phase: 'sending' } }),
  ...(['attention', 'failed', 'unknown'] as const).map((phase) =>
    scene(`printing-${phase}`, 'denied', { screen: 'printing' }, { job: { phase, reason: 'paper-out' } }),
  ),
  ...(['busy', 'too-many-reprints'] as const).map((reason) =>
    scene(`printing-refused-${reason}`, 'denied', { screen: 'printing' }, { job: { phase: 'refused', reason } }),
  ),
  scene('printing-none', 'denied', { screen: 'printing' }, { job: { came: 'none' } }),
  scene('count', 'denied', { screen: 'count' }, { job: {} }),
  scene('missing', 'denied', { screen: 'missing' }, { job: {} }),
  scene('missing-spent', 'denied', { screen: 'missing' }, { job: { reprintsLeft: 0 } }),
  scene('done', 'denied', { screen: 'done' }, { job: {} }),
];

/** Where much was answered, much is shown. */
const MUCH: readonly Scene[] = [
  much('refused', { screen: 'question', id: 'who-said-no' }),
  much('refused', { screen: 'check' }),
  much('refused', { screen: 'plan' }),
  much('refused', { screen: 'find', id: 'offices' }),
  much('refused', { screen: 'find', id: 'complain' }),
  much('refused', { screen: 'appeal' }),
  much('refused', { screen: 'pages' }),
  much('refused', { screen: 'preview' }),
  much('unasked', { screen: 'plan' }),
  much('unasked', { screen: 'pages' }),
  { ...much('unasked', { screen: 'preview' }), turned: true },
];

function much(person: PersonName, place: Place): Scene {
  const name = ['much', person, place.screen, place.id].filter((part) => part !== undefined).join('-');
  return scene(name, person, place);
}

/** The screen of this name, or another place. A person has seen their answers on the check screen. */
function scene(name: ScreenName, person: PersonName | null): Scene;
function scene(
  name: string,
  person: PersonName | null,
  place: Place,
  rest?: Partial<Omit<Scene, 'name' | 'place'>>,
): Scene;
function scene(
  name: string,
  person: PersonName | null,
  place: Place = { screen: name as ScreenName },
  rest: Partial<Omit<Scene, 'name' | 'place'>> = {},
): Scene {
  const visit = person === null ? {} : { ...PEOPLE[person], mode: { kind: 'checked', dropped: [] } as const };
  return { name, place, ...rest, visit: { ...visit, ...rest.visit } };
}
