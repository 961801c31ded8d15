/** D15, the phone and web list: the offices of the person's state, then the national ones of this plan. */
import { h, type VNode } from 'vue';
import type { ContactView } from '../plan/model';
import type { Ink } from './ink';
import { contactLine, paragraph } from './parts';

export function phoneList(ink: Ink): readonly VNode[] {
  const { contacts } = ink.view;
  if (contacts.length === 0) return [paragraph(ink.word('contacts.none'))];
  const national = new Set(ink.guide.contacts.map((contact) => contact.id));
  return [
    ...group(
      'contacts.state',
      contacts.filter(({ id }) => !national.has(id)),
      ink,
    ),
    ...group(
      'contacts.country',
      contacts.filter(({ id }) => national.has(id)),
      ink,
    ),
  ];
}

function group(heading: string, contacts: readonly ContactView[], ink: Ink): readonly VNode[] {
  if (contacts.length === 0) return [];
  return [
    h('h2', ink.word(heading)),
    h(
      'ul',
      { class: 'contacts phones' },
      contacts.map((contact) =>
        h('li', [...contactLine(contact, ink), ...(contact.about === '' ? [] : [' ', contact.about])]),
      ),
    ),
  ];
}
