/** D15, the phone and web list: the offices of the person's state, then the national ones of this plan. */
import { h, type VNode } from 'vue';
import type { ContactView } from '../plan/model';
import { addressCodes } from './codes';
import type { PageContext } from './page-context';
import { contactLine, paragraph } from './parts';

/** At most two codes per page (docs/evidence/product-anchors.md §4.2), and none if a long list needs the room. */
const CODES = 2;
const MAX_BESIDE_CODES = 8;
/** A longer list leaves no room for anything below it. */
export const MAX_ABOVE_OTHERS = 9;
/** A longer list names the offices but not what they do. */
const MAX_REPORTED = 12;

export function phoneList(context: PageContext): readonly VNode[] {
  const { contacts } = context.view;
  if (contacts.length === 0) return [paragraph(context.word('contacts.none'))];
  const isNational = ({ id }: ContactView): boolean => context.guide.contacts.some((contact) => contact.id === id);
  const told = contacts.length > MAX_REPORTED ? contacts.map((contact) => ({ ...contact, about: '' })) : contacts;
  const ofState = told.filter((contact) => !isNational(contact));
  const ofCountry = told.filter(isNational);
  return [
    ...group('contacts.state', ofState, context),
    ...group('contacts.country', ofCountry, context),
    ...(contacts.length > MAX_BESIDE_CODES
      ? []
      : [h('div', { class: 'codes' }, [...addressCodes([...ofState, ...ofCountry], CODES, context)])]),
  ];
}

function group(heading: string, contacts: readonly ContactView[], context: PageContext): readonly VNode[] {
  if (contacts.length === 0) return [];
  return [
    h('h2', context.word(heading)),
    h(
      'ul',
      { class: contacts.every(({ about }) => about === '') ? 'contacts phones tight' : 'contacts phones' },
      contacts.map((contact) =>
        h('li', [...contactLine(contact, context), ...(contact.about === '' ? [] : [' ', contact.about])]),
      ),
    ),
  ];
}
