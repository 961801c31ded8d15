/** Parts of the guide: cards, sections, terms, the other guides of the series, and who wrote the guide. */
import { h, type VNode } from 'vue';
import type { Card } from '../guide/model';
import { relatedGuides } from '../guide/related';
import { addressCodes } from './codes';
import type { PageContext } from './page-context';
import { paragraph, richText, ticked } from './parts';
import { MAX_ABOVE_OTHERS } from './phone-list';

export function cardOf(id: string, context: PageContext): Card {
  const card = context.guide.cards.find((candidate) => candidate.id === id);
  if (card === undefined) throw new Error(`the guide has no card ${id}`);
  return card;
}

export function cardText(card: Card, heading: 'h2' | 'h3', context: PageContext): readonly VNode[] {
  return [h('div', { class: 'card' }, [h(heading, context.say(card.title)), ...richText(context.rich(card.body))])];
}

export function section(id: string, context: PageContext): readonly VNode[] {
  const found = context.guide.sections.find((candidate) => candidate.id === id);
  if (found === undefined) throw new Error(`the guide has no section ${id}`);
  return [
    h('h2', { class: 'section' }, context.say(found.title)),
    ...found.cards.flatMap((card) => cardText(cardOf(card, context), 'h3', context)),
  ];
}

export function contents({ guide, say }: PageContext): readonly VNode[] {
  return [
    h(
      'ol',
      { class: 'list contents' },
      guide.sections.map((section) => h('li', say(section.title))),
    ),
  ];
}

/** Words with their meanings, one per line. */
export function terms(named: readonly string[], context: PageContext): VNode {
  const shown = context.guide.terms.filter(({ term }) => named.includes(term));
  return h(
    'ul',
    { class: 'terms' },
    shown.map(({ term, plain }) => h('li', [h('strong', `${term}: `), context.say(plain)])),
  );
}

/** At most two codes a page (docs/evidence/product-anchors.md §4.2). */
const RELATED_CODES = 2;

/**
 * The other guides of the series, starting with the one that fits these answers.
 * @param base address of the guides, with a slash at the end; null prints only titles
 */
export function related(base: string | null, context: PageContext): readonly VNode[] {
  const places = relatedGuides(context.guide, context.holds, base).map(({ title, web }) => ({
    name: context.say(title),
    web,
  }));
  return [
    h(
      'ul',
      { class: 'list' },
      places.map(({ name, web }) => h('li', [name, ...(web === null ? [] : [h('br'), web])])),
    ),
    ...(base === null ? [] : [h('div', { class: 'codes' }, [...addressCodes(places, RELATED_CODES, context)])]),
  ];
}

/** The titles of the other guides at the end of a page, if a long list of offices leaves room. */
export function relatedBelow(context: PageContext): readonly VNode[] {
  if (context.view.contacts.length > MAX_ABOVE_OTHERS) return [];
  return [h('h2', context.word('contacts.related')), ...related(null, context)];
}

/** A box to tick for each language, and the hospital's own notice if it has one. */
export function languages(context: PageContext): VNode {
  return h(
    'ul',
    { class: 'ticks' },
    context.guide.languageHelp.map(({ code, english, own, notice }) =>
      ticked([
        context.word('languages.speak', { language: english }),
        ...(own === null ? [] : [' · ', h('strong', { lang: code }, own)]),
        ...(notice === null ? [] : [h('p', { class: 'text', lang: code, dir: 'auto' }, notice)]),
      ]),
    ),
  );
}

export function about(context: PageContext): readonly VNode[] {
  const { about: guide, version } = context.guide;
  const facts: readonly (readonly [string, string])[] = [
    ['about.authors', guide.authors.join(', ')],
    ['about.authority', guide.authority.join('; ')],
    ['about.effective', guide.effectiveDate],
    ['about.version', version],
  ];
  return [
    h('div', { class: 'about' }, [
      h('h2', context.word('about.title')),
      h('p', { class: 'text' }, [h('strong', guide.title)]),
      paragraph(guide.description),
      ...facts.map(([key, value]) => h('p', { class: 'text' }, [h('strong', `${context.word(key)}: `), value])),
      paragraph(guide.disclaimer),
    ]),
  ];
}
