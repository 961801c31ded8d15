import { makeBlock, type BlockNames, type BlockRow } from '../blocks';
import type { DocumentRule, Guide, RelatedGuide } from '../model';
import { checkUnique, checkVoice, richOf } from './checks';
import { conditionReader, type ConditionReader } from './conditions';
import type { Names } from './names';
import { isInEffect } from './needs';
import type { ContentParts } from './parse';
import type { Reading } from './reading';

type Row = ContentParts['documents']['value']['documents'][number];
type Words = ContentParts['documentWords']['value'][string];

/** The printed documents joined with their words, and the packet rule (docs/evidence/product-anchors.md §4.1). */
export function resolveDocuments(
  parts: ContentParts,
  names: Names,
  reading: Reading,
): Pick<Guide, 'documents' | 'order' | 'packet' | 'related' | 'languageHelp'> {
  const { documents: rules, documentWords } = parts;
  checkUnique(rules.value.documents, 'documents', rules.report);
  checkPacket(parts, names);
  const conditionAt = conditionReader(rules, names);
  return {
    documents: rules.value.documents.map((row, index) => {
      const words = documentWords.value[row.id];
      if (words === undefined)
        documentWords.report(row.id, `the document "${row.id}" has no words.`, `add [${row.id}].`);
      return resolveDocument({ row, index, words, reading }, parts, names);
    }),
    order: rules.value.order,
    related: resolveRelated(parts, conditionAt),
    languageHelp: parts.interpreter.value.languages.map(({ code, english, own, notice }) => ({
      code,
      english,
      own: own ?? null,
      notice: notice ?? null,
    })),
    packet: {
      fillTo: rules.value.fill_to.pages,
      budget: rules.value.budget,
      rows: rules.value.packet.map(({ when, must, fill }, index) => ({
        when: conditionAt(when, `packet.${index}.when`),
        must,
        fill,
      })),
    },
  };
}

interface Page {
  readonly row: Row;
  readonly index: number;
  readonly words: Words | undefined;
  readonly reading: Reading;
}

function resolveDocument({ row, index, words, reading }: Page, parts: ContentParts, names: Names): DocumentRule {
  const { report } = parts.documents;
  const reportWords = parts.documentWords.report;
  const conditionAt = conditionReader(parts.documents, names);
  const field = `documents.${index}`;
  for (const question of row.because) {
    if (!names.vocabulary.has(question))
      report(`${field}.because`, `there is no question "${question}".`, 'check the spelling.');
  }
  const blockNames = namesForBlocks({ row, index, words, reading }, parts, names);
  return {
    id: row.id,
    title: checkVoice(words?.title ?? row.id, `${row.id}.title`, reportWords),
    purpose: checkVoice(words?.purpose ?? '', `${row.id}.purpose`, reportWords),
    limit: row.limit,
    audience: row.audience,
    head: row.head,
    trigger: conditionAt(row.trigger, `${field}.trigger`),
    tickedWhen: conditionAt(row.ticked_when, `${field}.ticked_when`),
    because: row.because,
    appealPiece:
      row.appeal_piece === undefined
        ? null
        : { chosen: conditionAt(row.appeal_piece.chosen, `${field}.appeal_piece.chosen`) },
    blocks: row.blocks.flatMap((block) => {
      const from = atomsOf(block);
      for (const atom of from) {
        if (!names.atoms.has(atom))
          report(`${field}.blocks`, `the guide has no atom "${atom}".`, 'see npm run content:ledger.');
      }
      const made = { ...makeBlock(block, blockNames), when: conditionAt(block.when, `${field}.blocks`), from };
      const key = 'key' in block ? block.key : block.kind;
      const claim = { file: parts.documents, field: `${field}.blocks`, key, of: row.id, needs: block.needs };
      return isInEffect(claim, names, reading) ? [made] : [];
    }),
  };
}

/** Lookups for the blocks of one page: the words of the page, and all names of the content. */
function namesForBlocks({ row, index, words }: Page, parts: ContentParts, names: Names): BlockNames {
  const { documents, documentWords } = parts;
  const reportWords = documentWords.report;
  const field = `documents.${index}.blocks`;
  const word = (table: 'titles' | 'texts', key: string): string => {
    const found = words?.[table][key];
    const place = `${row.id}.${table}.${key}`;
    if (found === undefined) reportWords(place, `there are no words for "${key}".`, `add ${key} = "…" to ${table}.`);
    return checkVoice(found ?? key, place, reportWords);
  };
  const known = (set: ReadonlySet<string>, what: string, id: string): string => {
    if (!set.has(id)) documents.report(field, `there is no ${what} "${id}".`, 'check the spelling.');
    return id;
  };
  const conditionAt = conditionReader(documents, names);
  return {
    title: (key) => word('titles', key),
    text: (key) => word('texts', key),
    rich: (key) => richOf(word('texts', key), `${row.id}.texts.${key}`, reportWords),
    list(key) {
      const items = words?.lists[key];
      const place = `${row.id}.lists.${key}`;
      if (items === undefined) reportWords(place, `there is no list "${key}".`, `add ${key} = ["…"] to lists.`);
      return (items ?? []).map((item) => checkVoice(item, place, reportWords));
    },
    card: (id) => known(names.cards, 'card', id),
    section: (id) => known(names.sections, 'section', id),
    overlay(id, pieces) {
      const missing = pieces.filter((piece) => names.overlays.get(id)?.has(piece) !== true);
      if (missing.length > 0) {
        const cause = `the overlay "${id}" has no part ${missing.map((piece) => `"${piece}"`).join(', ')}.`;
        documents.report(field, cause, 'check the spelling against the overlays of plan.toml.');
      }
      return id;
    },
    terms: (terms) => terms.map((term) => known(names.terms, 'term', term)),
    termsBeside(document) {
      known(names.documents, 'document', document);
      const page = documents.value.documents.find(({ id }) => id === document);
      const there = page?.blocks.flatMap((block) => (block.kind === 'terms' ? block.terms : [])) ?? [];
      return [...names.terms].filter((term) => !there.includes(term));
    },
    when: (raw) => conditionAt(raw, field),
  };
}

/** The atoms of a block, with those of its rows. */
function atomsOf(row: BlockRow): readonly string[] {
  return row.kind === 'questions' ? [...row.from, ...row.rows.flatMap((each) => each.from)] : row.from;
}

/** The order of the packet must have every page, and nothing else. */
function checkPacket({ documents: { value, report } }: ContentParts, names: Names): void {
  const refer = (ids: readonly string[], field: string): void => {
    for (const id of ids)
      if (!names.documents.has(id)) report(field, `there is no document "${id}".`, 'check the spelling.');
  };
  refer(value.order, 'order');
  for (const id of names.documents) {
    if (!value.order.includes(id)) report('order', `the document "${id}" has no place in the packet.`, 'add it.');
  }
  // Page 1 and the sheet on top of the packet are found by their blocks.
  for (const kind of ['plan', 'cover'] as const) {
    if (value.documents.some(({ blocks }) => blocks.some((block) => block.kind === kind))) continue;
    const fix = `add a block { kind = "${kind}" } to the page that is meant for it.`;
    report('documents', `no page has a block of kind "${kind}".`, fix);
  }
  value.packet.forEach(({ must, fill }, index) => refer([...must, ...fill], `packet.${index}`));
}

/** The other guides of the series. Their titles are words of a page that lists them. */
function resolveRelated(
  { documents: { value, report }, documentWords }: ContentParts,
  conditionAt: ConditionReader,
): readonly RelatedGuide[] {
  const pages = value.documents.filter(({ blocks }) => blocks.some(({ kind }) => kind === 'related'));
  return value.related.map(({ id, first }, index) => {
    const title = pages.map((page) => documentWords.value[page.id]?.titles[id]).find((each) => each !== undefined);
    if (title === undefined) {
      const fix = `add ${id} = "…" to the titles of a page with a block of kind "related".`;
      report(`related.${index}`, `the guide "${id}" has no title.`, fix);
    }
    return { id, title: title ?? id, first: first === undefined ? null : conditionAt(first, `related.${index}.first`) };
  });
}
