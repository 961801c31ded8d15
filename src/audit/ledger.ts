/**
 * Where each claim of the source guide went: its cards, screens, printed pages, and who gets them
 * (docs/design/content.md 3).
 */
import type { Atom, DocumentRule, Guide } from '../guide/model';

/** A screen of the kiosk and the parts of the guide that it shows. For the ledger and the proof pack; the kiosk does not use it. */
export interface ScreenRow {
  readonly id: string;
  readonly name: string;
  /** `section/a`, `question/stage`, or another name of the router. */
  readonly routes: readonly string[];
  /** Ids of the cards shown: those of its sections, and those that it names itself. */
  readonly cards: readonly string[];
  /** Atoms that the screen's own words say. */
  readonly from: readonly string[];
  /** Groups of `interface/`. */
  readonly words: readonly string[];
}

export interface ScreenIndex {
  readonly screens: readonly ScreenRow[];
  /** Atoms that the footer of every printed page says. */
  readonly footer: readonly string[];
}

export interface LedgerRow {
  readonly atom: Atom;
  /** Ids of the cards that say it. */
  readonly cards: readonly string[];
  /** Ids of the screens that show such a card, or say it in words of their own. */
  readonly screens: readonly string[];
  /** Ids of the printed documents, in packet order. */
  readonly documents: readonly string[];
}

/** @param footer atoms that the footer of every page says */
export function makeLedger(
  guide: Guide,
  screens: readonly ScreenRow[],
  footer: readonly string[],
): readonly LedgerRow[] {
  const atomsOfCard = new Map(guide.cards.map((card) => [card.id, card.from]));
  const ofCards = (cards: readonly string[]): readonly string[] => cards.flatMap((card) => atomsOfCard.get(card) ?? []);
  const onScreen = screens.map((screen) => ({ screen, atoms: new Set([...ofCards(screen.cards), ...screen.from]) }));
  const onPage = guide.order.flatMap((id) => {
    const rule = guide.documents.find((document) => document.id === id);
    return rule === undefined
      ? []
      : [
          {
            id,
            atoms: new Set([...ofCards(cardsOn(guide, rule)), ...saidBy(rule), ...(hasFooter(rule) ? footer : [])]),
          },
        ];
  });
  return guide.atoms.map((atom) => {
    return {
      atom,
      cards: guide.cards.filter((card) => card.from.includes(atom.id)).map((card) => card.id),
      screens: onScreen.filter(({ atoms }) => atoms.has(atom.id)).map(({ screen }) => screen.id),
      documents: onPage.filter(({ atoms }) => atoms.has(atom.id)).map(({ id }) => id),
    };
  });
}

/** Ids of the cards that a document can print, whatever the answers. */
function cardsOn(guide: Guide, { blocks }: DocumentRule): readonly string[] {
  return blocks.flatMap((block) => {
    if (block.kind === 'card') return [block.card];
    if (block.kind === 'help') return guide.help.map((help) => help.card);
    if (block.kind !== 'section') return [];
    return guide.sections.find((section) => section.id === block.section)?.cards ?? [];
  });
}

/** The cover sheet has a count of sheets instead. */
function hasFooter({ blocks }: DocumentRule): boolean {
  return blocks.every((block) => block.kind !== 'cover');
}

function saidBy({ blocks }: DocumentRule): readonly string[] {
  return blocks.flatMap((block) => block.from);
}

/** What is missing, one line each: an atom with no card, on no screen, or on no page. */
export function gapsOf(rows: readonly LedgerRow[]): readonly string[] {
  return rows.flatMap(({ atom, cards, screens, documents }) => [
    ...(cards.length === 0 ? [`${atom.id}: no card says it`] : []),
    ...(screens.length === 0 ? [`${atom.id}: it is on no screen`] : []),
    ...(documents.length === 0 ? [`${atom.id}: it is on no printed page`] : []),
  ]);
}
