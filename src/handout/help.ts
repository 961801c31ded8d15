/** Where to get help: kinds of help, where to complain, and how long the plans may take. */
import { h, type VNode } from 'vue';
import { pagesWith } from '../guide/pages';
import { plainLines } from '../guide/text';
import type { PlanView } from '../plan/model';
import { cardOf } from './guide-text';
import type { PageContext } from './page-context';
import { contactList, isBreakable, paragraph, richText, ticked } from './parts';

/** A longer list gets no space between its lines. */
const MAX_AIRY_LINES = 5;

/** Groups items that share a text, so that the text is printed once. */
function groupByText<T>(all: readonly T[], textOf: (one: T) => string): readonly (readonly [string, readonly T[]])[] {
  const groups = new Map<string, T[]>();
  for (const one of all) groups.set(textOf(one), [...(groups.get(textOf(one)) ?? []), one]);
  return [...groups];
}

/** How long each of the person's plans may take. For a plan without a confirmed time, it says to ask. */
export function clocks({ view: { clocks } }: PageContext): readonly VNode[] {
  const lines = groupByText(clocks.lines, ({ text }) => text);
  const [only, ...more] = clocks.lines;
  if (only === undefined) return [];
  if (more.length === 0) return [paragraph(clocks.intro === null ? only.text : `${clocks.intro} ${only.text}`)];
  return [
    ...(clocks.intro === null ? [] : [paragraph(clocks.intro)]),
    h(
      'ul',
      { class: lines.length > MAX_AIRY_LINES ? 'list tight' : 'list' },
      lines.map(([text, of]) => {
        const plans = of.flatMap(({ plan }) => (plan === null ? [] : [plan]));
        return h('li', [h('strong', plans.length === 0 ? '' : `${plans.join('; ')}: `), text]);
      }),
    ),
  ];
}

/** If there are more offices than this, they are only on the phone list. */
const MAX_OFFICES = 3;

/** Where to complain about each plan. An office that two plans share is printed once. */
export function complaints(context: PageContext): readonly VNode[] {
  const { complaints: routes } = context.view;
  const offices = [...new Set(routes.flatMap(({ contacts }) => contacts))];
  const isLong = offices.length > MAX_OFFICES;
  const seen = new Set<string>();
  const shown = routes.map(({ text, contacts }) => {
    const fresh = isLong ? [] : contacts.filter((id) => !seen.has(id));
    for (const id of fresh) seen.add(id);
    return h('div', { class: 'complaint' }, [paragraph(text), ...contactList(fresh, context)]);
  });
  if (!isLong) return shown;
  const phoneLists = pagesWith(context.guide, 'contacts').map(({ id }) => id);
  const hasList = context.view.documents.some(({ id }) => phoneLists.includes(id));
  return [...shown, paragraph(context.word(hasList ? 'complaint.phones' : 'contacts.none'))];
}

type HelpKind = PlanView['help'][number];

/** The kinds of help that fit, with how to get them; then the others, with why they do not fit. */
export function help(context: PageContext): readonly VNode[] {
  const offered = context.view.help.filter((kind) => kind.offered);
  const others = context.view.help.filter((kind) => !kind.offered);
  return [
    h(
      'ul',
      { class: 'ticks help' },
      offered.map((kind, at) => helpItem(kind, offered.slice(0, at), context)),
    ),
    ...(others.length === 0
      ? []
      : [
          h('h2', context.word('help.not-now')),
          h(
            'ul',
            { class: 'list' },
            groupByText(others, ({ reason }) => reason).map(([reason, kinds]) =>
              h('li', [h('strong', `${reason} `), kinds.map(({ title }) => title).join('; ')]),
            ),
          ),
        ]),
  ];
}

function helpItem(kind: HelpKind, before: readonly HelpKind[], context: PageContext): VNode {
  const body = context.rich(cardOf(kind.card, context).body);
  const said = plainLines(body).join('\n');
  // A contact is not repeated if it is listed above, or if the text just named it and there is no phone to add.
  const adds = (id: string): boolean => {
    if (before.some((earlier) => earlier.contacts.includes(id))) return false;
    const contact = context.view.contacts.find((candidate) => candidate.id === id);
    return contact !== undefined && (contact.phone !== null || contact.web === null || !said.includes(contact.web));
  };
  const [first, ...rest] = body;
  const opening = first?.kind === 'paragraph' ? [first] : [];
  const length = [kind.title, kind.reason, ...plainLines(opening)].join(' ').length;
  return ticked([
    h('div', { class: isBreakable(length) ? 'opening long' : 'opening' }, [
      h('h3', `${kind.title}:`),
      ' ',
      paragraph(kind.reason),
      ' ',
      ...richText(opening),
    ]),
    ...richText(opening.length === 0 ? body : rest),
    ...contactList(kind.contacts.filter(adds), context),
  ]);
}
