/** Small parts of all pages: rich text, tick boxes, lines to write on. */
import { h, type VNode } from 'vue';
import type { RichText, Run } from '../guide/model';
import type { ContactView } from '../plan/model';
import type { PageContext } from './page-context';

type Content = string | readonly (string | VNode)[];

function element(tag: string, className: string, content: Content): VNode {
  return h(tag, { class: className }, typeof content === 'string' ? content : [...content]);
}

export function paragraph(text: string, className = 'text'): VNode {
  return h('p', { class: className }, text);
}

function runs(parts: readonly Run[]): readonly (string | VNode)[] {
  return parts.map((run) => (run.strong ? h('strong', run.text) : run.text));
}

/**
 * Whether a text with this many characters may continue on the next page: it has at least four lines in either print size.
 * A shorter text is kept on one page, because Chromium splits a single line off a three-line text, whatever `widows` says.
 */
export function isBreakable(characters: number): boolean {
  return characters >= 250;
}

function lengthOf(parts: readonly Run[]): number {
  return parts.reduce((length, run) => length + run.text.length, 0);
}

/** Paragraphs and lists whose slots are already filled. */
export function richText(rich: RichText): readonly VNode[] {
  return rich.map((block) =>
    block.kind === 'paragraph'
      ? element('p', isBreakable(lengthOf(block.runs)) ? 'text long' : 'text', runs(block.runs))
      : h(
          'ul',
          { class: 'list' },
          block.items.map((item) => h('li', [...runs(item)])),
        ),
  );
}

/** A square to tick by hand. */
function tickBox(): VNode {
  return h('span', { class: 'tick', 'aria-hidden': 'true' });
}

/** A tick box and its text, never split over two pages. */
export function ticked(content: readonly (string | VNode)[], tag = 'li'): VNode {
  return h(tag, { class: 'ticked' }, [tickBox(), h('div', { class: 'ticked-text' }, [...content])]);
}

/** A label, followed by a line to write on. */
export function writeIn(label: string, className = ''): VNode {
  return h('div', { class: `write-in ${className}`.trimEnd() }, [
    h('span', { class: 'write-label' }, label),
    h('span', { class: 'write-line' }),
  ]);
}

/** Empty lines to write on. */
export function writeLines(count: number): VNode {
  return h(
    'div',
    { class: 'write-lines' },
    Array.from({ length: count }, () => h('div', { class: 'write-row' })),
  );
}

/** A blank in the shape of a phone number, at least 70 mm wide: `( ___ ) ___ – ____`. */
function phoneBlank(context: PageContext): VNode {
  const gap = (className: string): VNode => h('span', { class: `write-line ${className}` });
  return h('span', { class: 'phone' }, [
    h('span', { class: 'write-label' }, context.word('phone')),
    h('span', { class: 'phone-blank' }, ['(', gap('three'), ')', gap('three'), '–', gap('four')]),
  ]);
}

/** The phone number from the settings, or a blank for it. */
export function phoneOrBlank(phone: string | null, context: PageContext): VNode {
  if (phone === null) return phoneBlank(context);
  return h('span', { class: 'phone known' }, [h('span', context.word('phone')), h('strong', phone)]);
}

/** Organizations with the facts that may be printed, each with its age. */
export function contactList(ids: readonly string[], context: PageContext): readonly VNode[] {
  const contacts = ids.flatMap((id): readonly ContactView[] =>
    context.view.contacts.filter((contact) => contact.id === id),
  );
  if (contacts.length === 0) return [];
  return [
    h(
      'ul',
      { class: 'contacts' },
      contacts.map((contact) => h('li', contactLine(contact, context))),
    ),
  ];
}

/** `Medicare: 1-800-633-4227, medicare.gov (as of 11/2026)`; a fact is never split over two lines. */
export function contactLine(contact: ContactView, context: PageContext): (string | VNode)[] {
  const facts = [
    contact.phone,
    contact.tty === null ? null : context.word('contacts.tty', { number: contact.tty }),
    contact.web,
  ].filter((fact) => fact !== null);
  if (facts.length === 0) return [h('strong', `${contact.name}: `), contact.freshness];
  return [
    h('strong', `${contact.name}: `),
    ...facts.flatMap((fact, at) => [h('span', { class: 'fact' }, at + 1 < facts.length ? `${fact},` : fact), ' ']),
    h('span', { class: 'fresh' }, `(${contact.freshness})`),
  ];
}
