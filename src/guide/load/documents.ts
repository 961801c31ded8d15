import type { Block, Condition, DocumentRule, Guide } from '../model';
import type { Problem } from '../../basics/problem';
import { checkUnique, checkVoice, reporter, richOf } from './checks';
import { readCondition } from './conditions';
import type { ContentFiles } from './files';
import type { ConditionLanguage } from './questions';
import { documentsSchema, documentWordsSchema, languageHelpSchema, type BlockRow } from './schemas';
import { readToml } from './toml';

interface Known {
  readonly language: ConditionLanguage;
  readonly cards: ReadonlySet<string>;
  readonly sections: ReadonlySet<string>;
  readonly atoms: ReadonlySet<string>;
  readonly terms: ReadonlySet<string>;
}

/** The page that names the other guides of the series: their titles are its words. */
const RELATED_PAGE = 'D20';

/** The printed documents joined with their words, and the packet rule (docs/evidence/product-anchors.md §4.1). */
export function readDocuments(
  files: ContentFiles,
  paths: { readonly rules: string; readonly words: string; readonly languages: string },
  known: Known,
  problems: Problem[],
): Pick<Guide, 'documents' | 'order' | 'packet' | 'related' | 'languageHelp'> | null {
  const rules = readToml(files, paths.rules, documentsSchema, problems);
  const wordsFile = readToml(files, paths.words, documentWordsSchema, problems);
  const languages = readToml(files, paths.languages, languageHelpSchema, problems);
  if (rules === null || wordsFile === null || languages === null) return null;
  const report = reporter(rules, problems);
  const reportWords = reporter(wordsFile, problems);
  const { vocabulary, flags } = known.language;
  checkUnique(rules.value.documents, 'documents', report);

  const conditionAt = (raw: Readonly<Record<string, unknown>>, field: string): Condition =>
    readCondition(raw, vocabulary, new Set(flags.keys()), (cause) => {
      report(field, cause, 'check the spelling against questions.toml and the flags of plan.toml.');
    });

  const atomsAt = (from: readonly string[], field: string): readonly string[] => {
    for (const atom of from) {
      if (!known.atoms.has(atom)) report(field, `the guide has no atom "${atom}".`, 'see npm run content:ledger.');
    }
    return from;
  };

  const documents = rules.value.documents.map((row, at): DocumentRule => {
    const words = wordsFile.value[row.id];
    if (words === undefined) reportWords(row.id, `the document "${row.id}" has no words.`, `add [${row.id}].`);
    const field = `documents.${at}`;
    for (const question of row.because) {
      if (!vocabulary.has(question))
        report(`${field}.because`, `there is no question "${question}".`, 'check the spelling.');
    }
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
      group:
        row.group === undefined
          ? null
          : { id: row.group.id, chosen: conditionAt(row.group.chosen, `${field}.group.chosen`) },
      blocks: row.blocks.map((block) => ({
        ...blockOf(block, row.id, words),
        when: conditionAt(block.when, `${field}.blocks`),
        from: atomsAt(atomsOf(block), `${field}.blocks`),
      })),
    };
  });

  const ids = new Set(documents.map((document) => document.id));
  const refer = (list: readonly string[], field: string): void => {
    for (const id of list) if (!ids.has(id)) report(field, `there is no document "${id}".`, 'check the spelling.');
  };
  refer(rules.value.order, 'order');
  for (const id of ids) {
    if (!rules.value.order.includes(id)) report('order', `the document "${id}" has no place in the packet.`, 'add it.');
  }
  rules.value.packet.forEach((row, at) => {
    refer([...row.must, ...row.fill], `packet.${at}`);
  });
  const relatedTitles = wordsFile.value[RELATED_PAGE]?.titles ?? {};
  return {
    documents,
    order: rules.value.order,
    related: rules.value.related.map(({ id, first }, at) => {
      const title = relatedTitles[id];
      if (title === undefined)
        reportWords(`${RELATED_PAGE}.titles.${id}`, `the guide "${id}" has no title.`, `add ${id} = "…" to titles.`);
      const condition = first === undefined ? null : conditionAt(first, `related.${at}.first`);
      return { id, title: title ?? id, first: condition };
    }),
    languageHelp: languages.value.languages.map(({ code, english, own, notice }) => ({
      code,
      english,
      own: own ?? null,
      notice: notice ?? null,
    })),
    packet: {
      fillTo: rules.value.fill_to.pages,
      budget: rules.value.budget,
      rows: rules.value.packet.map((row, at) => ({
        when: conditionAt(row.when, `packet.${at}.when`),
        must: row.must,
        fill: row.fill,
      })),
    },
  };

  /** The terms that no block of the page `beside` names. */
  function termsBeside(beside: string, document: string): readonly string[] {
    const page = rules?.value.documents.find((each) => each.id === beside);
    if (page === undefined) report(document, `there is no document "${beside}".`, 'check the spelling.');
    const there = page?.blocks.flatMap((block) => (block.kind === 'terms' ? block.terms : [])) ?? [];
    return [...known.terms].filter((term) => !there.includes(term));
  }

  function blockOf(row: BlockRow, document: string, words: DocumentWords | undefined): Block {
    const word = (table: 'titles' | 'texts', key: string): string => {
      const found = words?.[table][key];
      const field = `${document}.${table}.${key}`;
      if (found === undefined) reportWords(field, `there are no words for "${key}".`, `add ${key} = "…" to ${table}.`);
      return checkVoice(found ?? key, field, reportWords);
    };
    const list = (key: string): readonly string[] => {
      const items = words?.lists[key];
      const field = `${document}.lists.${key}`;
      if (items === undefined) reportWords(field, `there is no list "${key}".`, `add ${key} = ["…"] to lists.`);
      return (items ?? []).map((item) => checkVoice(item, field, reportWords));
    };
    const rich = (key: string) => richOf(word('texts', key), `${document}.texts.${key}`, reportWords);
    switch (row.kind) {
      case 'log':
        return { kind: 'log', rows: row.rows };
      case 'card':
        if (!known.cards.has(row.card)) report(document, `there is no card "${row.card}".`, 'check the spelling.');
        return { kind: 'card', card: row.card };
      case 'section':
        if (!known.sections.has(row.section))
          report(document, `there is no section "${row.section}".`, 'check the spelling.');
        return { kind: 'section', section: row.section };
      case 'heading':
        return { kind: 'heading', text: word('titles', row.key) };
      case 'text':
        return { kind: 'text', body: rich(row.key) };
      case 'box':
        return { kind: 'box', title: word('titles', row.key), body: rich(row.key) };
      case 'ticks':
        return { kind: 'ticks', items: list(row.key), lines: row.lines };
      case 'lines':
        return { kind: 'lines', label: word('titles', row.key), count: row.count };
      case 'blanks':
        return { kind: 'blanks', labels: list(row.key) };
      case 'letterhead':
        return { kind: 'letterhead', labels: list(row.key), subject: word('titles', row.key) };
      case 'picture':
        return {
          kind: 'picture',
          picture: row.picture,
          caption: word('titles', row.key),
          alt: word('titles', `${row.key}-alt`),
        };
      case 'questions':
        return {
          kind: 'questions',
          most: row.most,
          rows: row.rows.map(({ key, when }) => ({
            text: word('texts', key),
            when: conditionAt(when, `${document}.questions`),
          })),
        };
      case 'terms':
        for (const term of row.terms) {
          if (!known.terms.has(term)) report(document, `there is no term "${term}".`, 'name it as in terms.toml.');
        }
        return { kind: 'terms', terms: row.beside === undefined ? row.terms : termsBeside(row.beside, document) };
      case 'overlay':
        return { kind: 'overlay', overlay: row.overlay, parts: row.parts };
      case 'related':
        return { kind: 'related', addresses: row.addresses };
      case 'plan':
      case 'ladder':
      case 'path':
      case 'people':
      case 'help':
      case 'complaint':
      case 'contents':
      case 'about':
      case 'dates':
      case 'contacts':
      case 'wallet':
      case 'cover':
      case 'languages':
      case 'test-page':
      case 'clocks':
        return { kind: row.kind };
    }
  }
}

/** The atoms of a block, those of its rows among them. */
function atomsOf(row: BlockRow): readonly string[] {
  return row.kind === 'questions' ? [...row.from, ...row.rows.flatMap((each) => each.from)] : row.from;
}

interface DocumentWords {
  readonly titles: Readonly<Record<string, string>>;
  readonly texts: Readonly<Record<string, string>>;
  readonly lists: Readonly<Record<string, readonly string[]>>;
}
