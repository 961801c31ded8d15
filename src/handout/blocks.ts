/** Each kind of block of `documents.toml`, as it stands on paper. */
import { h, type VNode } from 'vue';
import { DRAWINGS, wayHome } from '../drawings';
import type { Block, Card } from '../guide/model';
import { pagesWith } from '../guide/pages';
import { relatedGuides } from '../guide/related';
import { plainLines } from '../guide/text';
import { FOUR_STEPS, stepOf } from '../plan';
import type { PlanView } from '../plan/model';
import { cover } from './cover';
import { datesToWatch } from './dates-page';
import { picture } from './drawings/picture';
import { addressCodes } from './codes';
import type { PageContext } from './page-context';
import { ladders } from './ladder';
import { blanks, letterhead } from './letter';
import { contactList, isBreakable, paragraph, phoneOrBlank, richText, ticked, writeIn, writeLines } from './parts';
import { MAX_ABOVE_OTHERS, phoneList } from './phone-list';
import { planPage } from './plan-page';
import { printerTest } from './printer-test';
import { walletCards } from './wallet';

/** Draws one block. A card or section that the guide does not have is a bug of its loader. */
export function drawBlock(block: Block, ink: PageContext): readonly VNode[] {
  switch (block.kind) {
    case 'plan':
      return planPage(ink);
    case 'ladder':
      return ladders(ink);
    case 'path':
      return [path(ink)];
    case 'people':
      return ink.view.people.map((person) => personCard(person, ink));
    case 'help':
      return help(ink);
    case 'complaint':
      return complaints(ink);
    case 'contents':
      return [
        h(
          'ol',
          { class: 'list contents' },
          ink.guide.sections.map((section) => h('li', ink.say(section.title))),
        ),
      ];
    case 'about':
      return about(ink);
    case 'log':
      return [callLog(block.rows, ink)];
    case 'card':
      return cardText(cardOf(block.card, ink), 'h2', ink);
    case 'section':
      return section(block.section, ink);
    case 'heading':
      return [h('h2', ink.say(block.text))];
    case 'text':
      return richText(ink.rich(block.body));
    case 'box':
      return [h('div', { class: 'box' }, [h('h2', ink.say(block.title)), ...richText(ink.rich(block.body))])];
    case 'ticks':
      return [
        h(
          'ul',
          { class: 'ticks' },
          block.items.map((item) => ticked([ink.say(item), ...(block.lines === 0 ? [] : [writeLines(block.lines)])])),
        ),
      ];
    case 'lines':
      return [
        h('div', { class: 'labelled-lines' }, [paragraph(ink.say(block.label), 'label'), writeLines(block.count)]),
      ];
    case 'questions':
      return [
        h(
          'ul',
          { class: 'ticks questions' },
          block.rows
            .filter((row) => ink.holds(row.when))
            .slice(0, block.most)
            .map((row) => ticked([ink.say(row.text), writeLines(1)])),
        ),
      ];
    case 'picture':
      return [figure(block, ink)];
    case 'terms':
      return [terms(block.terms, ink)];
    case 'dates':
      return datesToWatch(ink);
    case 'contacts':
      return phoneList(ink);
    case 'related':
      return block.addresses ? related(ink.guidesAddress, ink) : relatedBelow(ink);
    case 'languages':
      return [languages(ink)];
    case 'wallet':
      return walletCards(ink);
    case 'cover':
      return [cover(ink)];
    case 'clocks':
      return clocks(ink);
    case 'overlay':
      return overlayParts(block, ink);
    case 'test-page':
      return printerTest(ink);
    case 'blanks':
      return [blanks(block.labels, ink)];
    case 'letterhead':
      return letterhead(block, ink);
  }
}

function figure({ picture: name, caption, alt }: Extract<Block, { kind: 'picture' }>, ink: PageContext): VNode {
  const label = paragraph(ink.say(caption), 'caption');
  const drawing = picture(DRAWINGS[name], ink.say(alt), `scene scene-${name}`);
  if (name !== 'letter') return h('div', { class: 'figure' }, [drawing, label]);
  return h('div', { class: 'figure letter-map' }, [
    drawing,
    h('div', [
      h('h2', ink.say(caption)),
      h('ol', { class: 'list' }, [
        h('li', ink.word('letter.date')),
        h('li', ink.word('letter.reason')),
        h('li', ink.word('letter.last-day')),
      ]),
    ]),
  ]);
}

/** Each word and what it means, one line each. */
function terms(named: readonly string[], ink: PageContext): VNode {
  const shown = ink.guide.terms.filter(({ term }) => named.includes(term));
  return h(
    'ul',
    { class: 'terms' },
    shown.map(({ term, plain }) => h('li', [h('strong', `${term}: `), ink.say(plain)])),
  );
}

/** At most two codes a page (docs/evidence/product-anchors.md §4.2). */
const RELATED_CODES = 2;

/**
 * The other guides of the series, first the one that these answers ask for.
 * @param base where they stand, with a slash at the end; null: titles alone
 */
function related(base: string | null, ink: PageContext): readonly VNode[] {
  const places = relatedGuides(ink.guide, ink.holds, base).map(({ title, web }) => ({ name: ink.say(title), web }));
  return [
    h(
      'ul',
      { class: 'list' },
      places.map(({ name, web }) => h('li', [name, ...(web === null ? [] : [h('br'), web])])),
    ),
    ...(base === null ? [] : [h('div', { class: 'codes' }, [...addressCodes(places, RELATED_CODES, ink)])]),
  ];
}

/** Their titles at the end of a page, where a long list of offices leaves the room. */
function relatedBelow(ink: PageContext): readonly VNode[] {
  if (ink.view.contacts.length > MAX_ABOVE_OTHERS) return [];
  return [h('h2', ink.word('contacts.related')), ...related(null, ink)];
}

/** A box to mark for each language, with the hospital's own notice where it has one. */
function languages(ink: PageContext): VNode {
  return h(
    'ul',
    { class: 'ticks' },
    ink.guide.languageHelp.map(({ code, english, own, notice }) =>
      ticked([
        ink.word('languages.speak', { language: english }),
        ...(own === null ? [] : [' · ', h('strong', { lang: code }, own)]),
        ...(notice === null ? [] : [h('p', { class: 'text', lang: code, dir: 'auto' }, notice)]),
      ]),
    ),
  );
}

/** A list of more lines than these gives up the room between them. */
const MAX_AIRY_LINES = 5;

/** Those that share a text stand together, so that it is read once. */
function together<T>(all: readonly T[], textOf: (one: T) => string): readonly (readonly [string, readonly T[]])[] {
  const groups = new Map<string, T[]>();
  for (const one of all) groups.set(textOf(one), [...(groups.get(textOf(one)) ?? []), one]);
  return [...groups];
}

/** How long each of the person's plans may take; a plan with no confirmed time says to ask. */
function clocks({ view: { clocks } }: PageContext): readonly VNode[] {
  const lines = together(clocks.lines, ({ text }) => text);
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

/** More offices than these stand on the page of phones alone. */
const MAX_OFFICES = 3;

/** Where to complain, by plan; an office that two of them share is told once. */
function complaints(ink: PageContext): readonly VNode[] {
  const { complaints: routes } = ink.view;
  const offices = [...new Set(routes.flatMap(({ contacts }) => contacts))];
  const isLong = offices.length > MAX_OFFICES;
  const seen = new Set<string>();
  const shown = routes.map(({ text, contacts }) => {
    const fresh = isLong ? [] : contacts.filter((id) => !seen.has(id));
    for (const id of fresh) seen.add(id);
    return h('div', { class: 'complaint' }, [paragraph(text), ...contactList(fresh, ink)]);
  });
  if (!isLong) return shown;
  const phoneLists = pagesWith(ink.guide, 'contacts').map(({ id }) => id);
  const hasList = ink.view.documents.some(({ id }) => phoneLists.includes(id));
  return [...shown, paragraph(ink.word(hasList ? 'complaint.phones' : 'contacts.none'))];
}

function overlayParts({ overlay, parts }: Extract<Block, { kind: 'overlay' }>, ink: PageContext): readonly VNode[] {
  const standing = (ink.guide.overlays.find(({ id }) => id === overlay)?.parts ?? []).filter(
    ({ key, when }) => parts.includes(key) && ink.holds(when),
  );
  return standing.map(({ text }) => paragraph(ink.say(text)));
}

function cardOf(id: string, ink: PageContext): Card {
  const card = ink.guide.cards.find((candidate) => candidate.id === id);
  if (card === undefined) throw new Error(`the guide has no card ${id}`);
  return card;
}

function cardText(card: Card, heading: 'h2' | 'h3', ink: PageContext): readonly VNode[] {
  return [h('div', { class: 'card' }, [h(heading, ink.say(card.title)), ...richText(ink.rich(card.body))])];
}

function section(id: string, ink: PageContext): readonly VNode[] {
  const found = ink.guide.sections.find((candidate) => candidate.id === id);
  if (found === undefined) throw new Error(`the guide has no section ${id}`);
  return [
    h('h2', { class: 'section' }, ink.say(found.title)),
    ...found.cards.flatMap((card) => cardText(cardOf(card, ink), 'h3', ink)),
  ];
}

function path(ink: PageContext): VNode {
  const step = stepOf(ink.answers);
  const alt = step === null ? ink.word('path.alt') : ink.word('path.alt-here', { step });
  return h('div', { class: 'path' }, [
    picture(wayHome(step), alt, 'way-home'),
    h(
      'ol',
      { class: 'path-steps' },
      FOUR_STEPS.map((number) =>
        h('li', { class: number === step ? 'here' : '' }, [
          ink.word(`path.step-${number}`),
          ...(number === step ? [h('span', { class: 'here-mark' }, ink.word('path.here'))] : []),
        ]),
      ),
    ),
    paragraph(ink.word('path.caption'), 'caption'),
  ]);
}

function personCard(person: PlanView['people'][number], ink: PageContext): VNode {
  const portrait = ink.guide.people.find(({ id }) => id === person.id)?.picture ?? null;
  return h('div', { class: 'person' }, [
    ...(portrait === null ? [] : [picture(DRAWINGS[portrait], null, 'portrait')]),
    h('h2', person.name),
    paragraph(person.does),
    h('p', { class: 'text' }, [h('strong', `${ink.word('people.asks')} `), person.asks.join(' ')]),
    h('div', { class: 'side-by-side' }, [writeIn(ink.word('name')), phoneOrBlank(person.phone, ink)]),
  ]);
}

type HelpKind = PlanView['help'][number];

/** Kinds of help that fit, each with how to get it; then the others with the reason why not. */
function help(ink: PageContext): readonly VNode[] {
  const offered = ink.view.help.filter((kind) => kind.offered);
  const others = ink.view.help.filter((kind) => !kind.offered);
  return [
    h(
      'ul',
      { class: 'ticks help' },
      offered.map((kind, at) => helpItem(kind, offered.slice(0, at), ink)),
    ),
    ...(others.length === 0
      ? []
      : [
          h('h2', ink.word('help.not-now')),
          h(
            'ul',
            { class: 'list' },
            together(others, ({ reason }) => reason).map(([reason, kinds]) =>
              h('li', [h('strong', `${reason} `), kinds.map(({ title }) => title).join('; ')]),
            ),
          ),
        ]),
  ];
}

function helpItem(kind: HelpKind, before: readonly HelpKind[], ink: PageContext): VNode {
  const body = ink.rich(cardOf(kind.card, ink).body);
  const said = plainLines(body).join('\n');
  // What stands above already, or what the text has just named with no phone to add, is not said twice.
  const adds = (id: string): boolean => {
    if (before.some((earlier) => earlier.contacts.includes(id))) return false;
    const contact = ink.view.contacts.find((candidate) => candidate.id === id);
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
    ...contactList(kind.contacts.filter(adds), ink),
  ]);
}

const LOG_COLUMNS = ['date', 'who', 'number', 'said', 'next'] as const;

function callLog(rows: number, ink: PageContext): VNode {
  return h('div', { class: 'log' }, [
    paragraph(ink.word('log.how-to')),
    h('table', [
      h('thead', [
        h(
          'tr',
          LOG_COLUMNS.map((column) => h('th', { class: column, scope: 'col' }, ink.word(`log.${column}`))),
        ),
      ]),
      h(
        'tbody',
        Array.from({ length: rows }, () =>
          h(
            'tr',
            LOG_COLUMNS.map(() => h('td')),
          ),
        ),
      ),
    ]),
  ]);
}

function about(ink: PageContext): readonly VNode[] {
  const { about: guide, version } = ink.guide;
  const facts: readonly (readonly [string, string])[] = [
    ['about.authors', guide.authors.join(', ')],
    ['about.authority', guide.authority.join('; ')],
    ['about.effective', guide.effectiveDate],
    ['about.version', version],
  ];
  return [
    h('div', { class: 'about' }, [
      h('h2', ink.word('about.title')),
      h('p', { class: 'text' }, [h('strong', guide.title)]),
      paragraph(guide.description),
      ...facts.map(([key, value]) => h('p', { class: 'text' }, [h('strong', `${ink.word(key)}: `), value])),
      paragraph(guide.disclaimer),
    ]),
  ];
}
