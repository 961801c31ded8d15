/** Blocks with a picture and text: a drawing with its caption, the four steps, and a person who can help. */
import { h, type VNode } from 'vue';
import { DRAWINGS, wayHome } from '../drawings';
import type { Block } from '../guide/model';
import { FOUR_STEPS, stepOf } from '../plan';
import type { PlanView } from '../plan/model';
import { picture } from './drawings/picture';
import type { PageContext } from './page-context';
import { paragraph, phoneOrBlank, writeIn } from './parts';

export function figure(
  { picture: name, caption, alt }: Extract<Block, { kind: 'picture' }>,
  context: PageContext,
): VNode {
  const label = paragraph(context.say(caption), 'caption');
  const drawing = picture(DRAWINGS[name], context.say(alt), `scene scene-${name}`);
  if (name !== 'letter') return h('div', { class: 'figure' }, [drawing, label]);
  return h('div', { class: 'figure letter-map' }, [
    drawing,
    h('div', [
      h('h2', context.say(caption)),
      h('ol', { class: 'list' }, [
        h('li', context.word('letter.date')),
        h('li', context.word('letter.reason')),
        h('li', context.word('letter.last-day')),
      ]),
    ]),
  ]);
}

/** The four steps of prior authorization, with a mark at the person's own step. */
export function path(context: PageContext): VNode {
  const step = stepOf(context.guide, context.answers);
  const alt = step === null ? context.word('path.alt') : context.word('path.alt-here', { step });
  return h('div', { class: 'path' }, [
    picture(wayHome(step), alt, 'way-home'),
    h(
      'ol',
      { class: 'path-steps' },
      FOUR_STEPS.map((number) =>
        h('li', { class: number === step ? 'here' : '' }, [
          context.word(`path.step-${number}`),
          ...(number === step ? [h('span', { class: 'here-mark' }, context.word('path.here'))] : []),
        ]),
      ),
    ),
    paragraph(context.word('path.caption'), 'caption'),
  ]);
}

export function personCard(person: PlanView['people'][number], context: PageContext): VNode {
  const portrait = context.guide.people.find(({ id }) => id === person.id)?.picture ?? null;
  return h('div', { class: 'person' }, [
    ...(portrait === null ? [] : [picture(DRAWINGS[portrait], null, 'portrait')]),
    h('h2', person.name),
    paragraph(person.does),
    h('p', { class: 'text' }, [h('strong', `${context.word('people.asks')} `), person.asks.join(' ')]),
    h('div', { class: 'side-by-side' }, [writeIn(context.word('name')), phoneOrBlank(person.phone, context)]),
  ]);
}
