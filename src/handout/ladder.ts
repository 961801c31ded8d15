/** The appeal ladder as the way home: one stone a level, "you are here" at the next step. */
import { h, type VNode } from 'vue';
import { DRAWINGS, stone } from '../drawings';
import type { LadderView } from '../plan/model';
import { picture } from './drawings/picture';
import type { PageContext } from './page-context';
import { paragraph, writeIn } from './parts';
import { lastDaysOf, overlaysWith } from './plan-page';

type Level = LadderView['levels'][number];

/** The ladders of the plan, each under the words to look for in the letter; without one, where to find the steps. */
export function ladders(context: PageContext): readonly VNode[] {
  const { overlays, dates, ladders: shown } = context.view;
  // Page 1 has one sentence of each of these overlays; the rest is printed here.
  const ids = overlaysWith(context.guide, 'ladder', 'dates');
  const intro = overlays.filter(({ id }) => ids.includes(id)).flatMap(({ text }) => text);
  const elsewhere = lastDaysOf(dates).filter((date) => !shown.some((ladder) => ladder.id === date.ladder));
  return [
    ...(intro.length === 0 ? [] : [paragraph(intro.join(' '))]),
    ...shown.map((ladder, at) => ladderFigure(ladder, shown.slice(0, at), context)),
    ...(shown.length === 0 ? [] : [paragraph(context.word('ladder.caption'), 'caption')]),
    ...elsewhere.map((date) => paragraph(date.text, 'text date')),
    ...(shown.length === 0 && elsewhere.length > 0 ? [writeIn(context.word('plan.last-day'))] : []),
  ];
}

function ladderFigure(ladder: LadderView, above: readonly LadderView[], context: PageContext): VNode {
  const own = ladder.levels.slice(0, ladder.levels.length - sharedSteps(ladder, above));
  const shared = ladder.levels.slice(own.length);
  return h('div', { class: 'ladder' }, [
    h('div', { class: 'rung start' }, [
      picture(DRAWINGS.hospital, context.word('ladder.alt-door'), 'place'),
      h('h2', ladder.letterWords ?? ladder.name),
    ]),
    h('ol', { class: 'levels' }, [
      ...own.map((level, at) => rung(level, at + 1, ladder, context)),
      ...(shared.length === 0 ? [] : [lastRungs(shared, own.length + 1, above, context)]),
    ]),
  ]);
}

/** How many of the last steps also end a ladder above: they are drawn there and only named here. */
function sharedSteps(ladder: LadderView, above: readonly LadderView[]): number {
  const most = above.map((other) => {
    let count = 0;
    while (isSame(ladder.levels.at(-1 - count), other.levels.at(-1 - count))) count += 1;
    return count;
  });
  const hereAt = ladder.levels.findIndex((level) => level.id === ladder.here);
  const shared = Math.min(Math.max(0, ...most), ladder.levels.length - hereAt - 1);
  return shared < 2 ? 0 : shared;
}

function isSame(one: Level | undefined, other: Level | undefined): boolean {
  return one !== undefined && one.name === other?.name && one.about === other.about;
}

/** Steps that another ladder explains; a time that differs from the other ladder's follows the name. */
function lastRungs(
  levels: readonly Level[],
  number: number,
  above: readonly LadderView[],
  context: PageContext,
): VNode {
  const others = above.flatMap((ladder) => ladder.levels);
  const names = levels.map((level) => {
    const times = timesOf(level, context);
    const isTold = times === '' || others.some((other) => isSame(level, other) && timesOf(other, context) === times);
    return isTold ? level.name : `${level.name} (${times.replace(/\.$/, '')})`;
  });
  return h('li', { class: 'rung' }, [
    picture(stone(number, false), null, 'stone'),
    picture(DRAWINGS.house, context.word('ladder.alt-house'), 'place'),
    h('div', { class: 'level' }, [paragraph(context.word('ladder.as-above', { names: names.join(', ') }))]),
  ]);
}

function rung(level: Level, number: number, ladder: LadderView, context: PageContext): VNode {
  const here = level.id === ladder.here;
  // When to send it and when to call is on the page of dates.
  const dates = here ? lastDaysOf(context.view.dates).filter((date) => date.ladder === ladder.id) : [];
  const times = timesOf(level, context);
  return h('li', { class: here ? 'rung here' : 'rung' }, [
    picture(stone(number, here), null, 'stone'),
    ...(number === ladder.levels.length ? [picture(DRAWINGS.house, context.word('ladder.alt-house'), 'place')] : []),
    h('div', { class: 'level' }, [
      h('p', { class: 'text' }, [
        h('strong', `${level.name}. `),
        ...(here
          ? [h('span', { class: 'here-mark' }, context.word(ladder.sent ? 'ladder.sent' : 'ladder.here')), ' ']
          : []),
        level.about,
      ]),
      ...(times === '' ? [] : [paragraph(times, 'text')]),
      ...dates.map((date) => paragraph(date.text, 'text date')),
    ]),
  ]);
}

/** How long one has, and how long they have. */
function timesOf(level: Level, context: PageContext): string {
  const { askWithin, decidedWithin } = level;
  const parts = [
    askWithin === null
      ? null
      : context.word('ladder.ask-within', {
          count: askWithin.count,
          unit: context.word(`ladder.${askWithin.unit}`),
          from: context.word(`ladder.from-${askWithin.from}`),
        }),
    decidedWithin.standard === null ? null : context.word('ladder.standard', { time: decidedWithin.standard }),
    decidedWithin.fast === null ? null : context.word('ladder.fast', { time: decidedWithin.fast }),
  ];
  return parts.filter((part) => part !== null).join(' ');
}
