import type { Atom, Card, Section } from '../model';
import { checkUnique, checkVoice, richOf } from './checks';
import { shortHash } from './files';
import type { Names } from './names';
import type { ContentParts } from './parse';
import { guidePaths, SOURCE_LANGUAGE } from './paths';
import type { Reading, Report } from './reading';
import { cardWordsSchema } from './schemas';

type CardRow = ContentParts['cards']['value']['cards'][number];
type CardWords = ContentParts['cardWords']['value']['cards'][string];

/** Cards and sections, with the ledger rule: a card says every atom of the source (docs/design/content.md 3). */
export function resolveCards(
  parts: ContentParts,
  names: Names,
  reading: Reading,
): { readonly cards: readonly Card[]; readonly sections: readonly Section[] } {
  const { report } = parts.cards;
  checkUnique(parts.cards.value.cards, 'cards', report);
  const freshness = freshnessCheck(parts, names, reading);
  const cards = parts.cards.value.cards.map((row, index): Card => {
    checkRow(row, `cards.${index}`, names, report);
    const words = parts.cardWords.value.cards[row.id];
    const reportWords = parts.cardWords.report;
    const field = `cards.${row.id}`;
    if (words === undefined) reportWords(field, `the card "${row.id}" has no words.`, `add [cards.${row.id}].`);
    else freshness(row, words);
    return {
      id: row.id,
      section: row.section,
      from: row.from,
      title: checkVoice(words?.title ?? row.id, `${field}.title`, reportWords),
      body: richOf(checkVoice(words?.body ?? '', `${field}.body`, reportWords), `${field}.body`, reportWords),
      picture: row.picture ?? null,
    };
  });
  for (const id of Object.keys(parts.cardWords.value.cards)) {
    if (!names.cards.has(id)) parts.cardWords.report(`cards.${id}`, `there is no card "${id}".`, 'check the spelling.');
  }
  const said = new Set(cards.flatMap(({ from }) => from));
  for (const atom of parts.source.atoms) {
    if (said.has(atom.id)) continue;
    const cause = `nothing says atom ${atom.id} of the guide: "${startOf(atom)}".`;
    report('cards', cause, 'add it to the "from" of the card that says it.');
  }
  return { cards, sections: resolveSections(parts, cards) };
}

function checkRow(row: CardRow, field: string, names: Names, report: Report): void {
  if (!names.sections.has(row.section))
    report(`${field}.section`, `there is no section "${row.section}".`, 'name a section of guide.toml.');
  for (const atom of row.from) {
    if (!names.atoms.has(atom))
      report(`${field}.from`, `the guide has no atom "${atom}".`, 'see npm run content:ledger.');
  }
  if (row.from.length === 0 && row.source === undefined)
    report(field, 'the card says nothing of the guide and names no source.', 'write from = ["…"] or source = "…".');
}

function resolveSections({ guide, cardWords, source }: ContentParts, cards: readonly Card[]): readonly Section[] {
  checkUnique(guide.value.sections, 'sections', guide.report);
  return guide.value.sections.map(({ id, picture, figure }) => {
    const title = cardWords.value.sections[id];
    if (title === undefined)
      cardWords.report('sections', `section "${id}" has no title.`, `add ${id} = "…" to [sections].`);
    return {
      id,
      sourceTitle: source.atoms.find((atom) => atom.id === id && atom.kind === 'heading')?.text ?? '',
      title: title ?? id,
      cards: cards.filter((card) => card.section === id).map((card) => card.id),
      picture: picture ?? null,
      figure: figure ?? null,
    };
  });
}

/**
 * A card names the text that it was written from: in the language of the guide the atoms (`read`), in every other
 * language the English card (`english`). When that text changes, the words may be wrong
 * (docs/design/content.md 2 and 8a).
 */
function freshnessCheck(
  { cardWords: { report } }: ContentParts,
  names: Names,
  reading: Reading,
): (row: CardRow, words: CardWords) => void {
  if (reading.language === SOURCE_LANGUAGE) return (row, words) => checkDrift(row, words, names.atoms, report);
  const english = reading.parse(guidePaths(reading.guide, SOURCE_LANGUAGE).words.cards, cardWordsSchema);
  return ({ id }, words) => {
    const model = english?.value.cards[id];
    if (model === undefined) return;
    const now = hashOfCard(model);
    if (words.english === now) return;
    const was = words.english === undefined ? 'names no English card' : 'was made from another English card';
    const cause = `the card "${id}" ${was}: now ${now} ("${model.title}").`;
    const fix = `compare it with the English card, fix it, then write english = "${now}".`;
    report(words.english === undefined ? `cards.${id}` : `cards.${id}.english`, cause, fix);
  };
}

/** What the words of another language name as `english`. */
export function hashOfCard({ title, body }: { readonly title: string; readonly body: string }): string {
  return shortHash(`${title}\n${body}`);
}

/** Each atom whose text has changed since the card was written is named, with both hashes. */
function checkDrift(row: CardRow, words: CardWords, atoms: ReadonlyMap<string, Atom>, report: Report): void {
  const said = row.from.flatMap((id) => atoms.get(id) ?? []);
  // An atom that is not there has been reported, and has no hash.
  if (said.length < row.from.length) return;
  const field = `cards.${row.id}`;
  const now = said.map((atom) => shortHash(atom.text));
  const write = `read = [${now.map((hash) => `"${hash}"`).join(', ')}]`;
  const fix = `compare the card with the guide's own words, fix it, then write ${write}.`;
  const read = words.read ?? [];
  if (read.length !== now.length) {
    const cause = `"read" of the card "${row.id}" names ${read.length} texts for ${now.length} atoms in "from".`;
    return report(words.read === undefined ? field : `${field}.read`, cause, fix);
  }
  said.forEach((atom, index) => {
    const [was = '', is = ''] = [read[index], now[index]];
    if (was === is) return;
    const cause = `the card "${row.id}" was written from another text of atom ${atom.id}: then ${was}, now ${is} ("${startOf(atom)}").`;
    report(`${field}.read`, cause, fix);
  });
}

function startOf(atom: Atom): string {
  return atom.text.length > 60 ? `${atom.text.slice(0, 59)}…` : atom.text;
}
