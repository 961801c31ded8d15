/** The appeal ladder as the way home: one stone a level, "you are here" at the next step. */
import { h, type VNode } from 'vue';
import type { LadderView, PlanView } from '../plan/model';
import { hospital, house } from './drawings/places';
import { picture } from './drawings/strokes';
import { numberedStone } from './drawings/way-home';
import type { Ink } from './ink';
import { paragraph, writeIn } from './parts';
import { AROUND_THE_LAST_DAY } from './plan-page';

type Level = LadderView['levels'][number];

const PLACE = { widthPt: 48, heightPt: 56, className: 'place' };
const STONE = { widthPt: 44, heightPt: 30, alt: null, className: 'stone' };

/** Page 1 has one sentence of these; the rest of them stands here. */
const OVERLAYS_OF_THE_LADDER: readonly string[] = ['payer-steps', 'dates'];

/** The ladders of the plan, each under the words to look for in the letter; without one, where to find the steps. */
export function ladders(ink: Ink): readonly VNode[] {
  const { overlays, dates, ladders: shown } = ink.view;
  const intro = overlays.filter((overlay) => OVERLAYS_OF_THE_LADDER.includes(overlay.id)).flatMap(({ text }) => text);
  const elsewhere = dates.filter((date) => !shown.some((ladder) => ladder.id === date.ladder));
  return [
    ...intro.map((text) => paragraph(text)),
    ...shown.map((ladder) => ladderFigure(ladder, ink)),
    ...(shown.length === 0 ? [] : [paragraph(ink.word('ladder.caption'), 'caption')]),
    ...dateLines(elsewhere),
    ...(shown.length === 0 && elsewhere.length > 0 ? [writeIn(ink.word('plan.last-day'))] : []),
  ];
}

/** The last day in bold, what to do around it behind it. */
function dateLines(dates: PlanView['dates']): readonly VNode[] {
  const [first, ...others] = dates;
  if (first === undefined) return [];
  return [
    paragraph(first.text, 'text date'),
    ...(others.length === 0 ? [] : [paragraph(others.map((date) => date.text).join(' '))]),
  ];
}

function ladderFigure(ladder: LadderView, ink: Ink): VNode {
  return h('div', { class: 'ladder' }, [
    h('div', { class: 'rung start' }, [
      picture({ ...PLACE, alt: ink.word('ladder.alt-door') }, [hospital(0, 0)]),
      h('h2', ladder.letterWords ?? ladder.name),
    ]),
    h(
      'ol',
      { class: 'levels' },
      ladder.levels.map((level, at) => rung(level, at + 1, ladder, ink)),
    ),
  ]);
}

function rung(level: Level, number: number, ladder: LadderView, ink: Ink): VNode {
  const here = level.id === ladder.here;
  const dates = here ? ink.view.dates.filter((date) => date.ladder === ladder.id) : [];
  // Two ladders share the pages of one: then each keeps its last day, and the times of this step and the next.
  const isCompact = ink.view.ladders.length > 1;
  const hereAt = ladder.levels.findIndex((each) => each.id === ladder.here);
  const times = isCompact && number > hereAt + 2 ? '' : timesOf(level, ink);
  return h('li', { class: here ? 'rung here' : 'rung' }, [
    picture(STONE, [numberedStone({ x: 22, y: 15 }, number, here)]),
    ...(number === ladder.levels.length
      ? [picture({ ...PLACE, alt: ink.word('ladder.alt-house') }, [house(0, 0)])]
      : []),
    h('div', { class: 'level' }, [
      h('p', { class: 'text' }, [
        h('strong', `${level.name}. `),
        ...(here ? [h('span', { class: 'here-mark' }, ink.word('ladder.here')), ' '] : []),
        level.about,
      ]),
      ...(times === '' ? [] : [paragraph(times, 'text')]),
      ...dateLines(isCompact ? dates.filter((date) => !AROUND_THE_LAST_DAY.includes(date.id)) : dates),
    ]),
  ]);
}

/** How long one has, and how long they have. */
function timesOf(level: Level, ink: Ink): string {
  const { askWithin, decidedWithin } = level;
  const parts = [
    askWithin === null
      ? null
      : ink.word('ladder.ask-within', {
          count: askWithin.count,
          unit: ink.word(`ladder.${askWithin.unit}`),
          from: ink.word(`ladder.from-${askWithin.from}`),
        }),
    decidedWithin.standard === null ? null : ink.word('ladder.standard', { time: decidedWithin.standard }),
    decidedWithin.fast === null ? null : ink.word('ladder.fast', { time: decidedWithin.fast }),
  ];
  return parts.filter((part) => part !== null).join(' ');
}
