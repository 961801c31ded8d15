/** The readability gate over a content folder: gives `src/guide/plain` its texts, each with file, line and field. */
import type { RichText, Run } from '../../guide/model';
import { readabilityOf, type Readability } from './';
import type { DocumentTexts, DocumentUnit, PatientText } from './texts';
import type { Problem } from '../../basics/problem';
import { plainLines } from '../../guide/text';
import { readContacts } from '../../guide/load/contacts';
import type { ContentFiles } from '../../guide/load/files';
import { GUIDE } from '../../guide/load/paths';
import { readRich } from '../../guide/load/rich';
import {
  anySchema,
  cardsSchema,
  documentsSchema,
  plainWordsSchema,
  planSchema,
  speechSchema,
  termsSchema,
  type BlockRow,
} from '../../guide/load/schemas';
import { lineFinder } from '../../basics/toml';
import { readToml } from '../../guide/load/toml';

const ENGLISH = `${GUIDE}/en`;
const DOCUMENT_WORDS = `${ENGLISH}/documents.toml`;
const COVERAGE_WORDS = `${ENGLISH}/coverage.toml`;
/** The overlay that is the box of dates on page D01. */
const DATES_SHORT = 'overlays.dates.short';
const TERMS = `${ENGLISH}/terms.toml`;
const PLAN_WORDS = `${ENGLISH}/plan.toml`;

/**
 * Measures every text for a patient (docs/design/content.md 6), in English only.
 * The kiosk does not run this when it starts: a sentence that a hospital made a little too long must not take it down.
 * `npm run content:check` and `npm run content:readability` do. What is broken in other ways is left out here, for
 * `loadGuide` says it; only the gate's own word list is reported.
 */
export function checkReadability(files: ContentFiles): Readability {
  const problems: Problem[] = [];
  const plainWords = readToml(files, `${ENGLISH}/plain-words.toml`, plainWordsSchema, problems);
  const terms = readToml(files, TERMS, termsSchema, []);
  const speech = readToml(files, `${ENGLISH}/speech.toml`, speechSchema, []);
  const rules = readToml(files, `${GUIDE}/documents.toml`, documentsSchema, []);
  if (plainWords === null || terms === null || speech === null) return { rows: [], problems };
  const texts = textsOf(files);
  const units = unitsOf(texts, files);
  const { allowed, banned, reported } = plainWords.value;
  const documentLines = lineFinder(files.get(DOCUMENT_WORDS) ?? '');
  return readabilityOf({
    texts,
    documents: (rules?.value.documents ?? []).map((row): DocumentTexts => ({
      id: row.id,
      file: DOCUMENT_WORDS,
      line: documentLines(row.id),
      forPatients: row.audience === 'patient',
      units: [
        {
          when: {},
          texts: ['title', 'purpose'].flatMap((key) =>
            texts.filter((text) => text.file === DOCUMENT_WORDS && text.field === `${row.id}.${key}`),
          ),
        },
        ...row.blocks.flatMap((block) => units(row.id, block)),
      ],
    })),
    terms: terms.value.terms,
    plainWords: {
      file: plainWords.file,
      allowed: allowed.map(({ word }, at) => ({ word, line: plainWords.lineOf(`allowed.${at}`) })),
      banned,
      reported,
    },
    lexicon: speech.value,
  });
}

type Role = PatientText['role'];
interface Leaf {
  readonly field: string;
  readonly keys: readonly string[];
  readonly text: string;
  /** Where the field is a list. */
  readonly items: readonly string[] | null;
}
/** What a field is; null where it is no text for a person. */
type Reader = (leaf: Leaf) => { readonly page: string | null; readonly role: Role } | null;

/** Every text of the content folder that a patient reads or hears. */
function textsOf(files: ContentFiles): readonly PatientText[] {
  const cards = readToml(files, `${ENGLISH}/cards.toml`, cardsSchema, [])?.value.cards ?? [];
  const cardPage = (at: string): string => `card ${cards[Number(at)]?.id ?? at}`;
  const read = (file: string, reader: Reader): readonly PatientText[] => {
    const toml = readToml(files, file, anySchema, []);
    return leavesOf(toml?.value, []).flatMap((leaf) => {
      const found = reader(leaf);
      if (toml === null || found === null) return [];
      return [{ file, line: toml.lineOf(leaf.field), field: leaf.field, ...found, rich: richOf(leaf, found.role) }];
    });
  };
  const interfaceFiles = [...files.keys()].filter((file) => file.startsWith('interface/en/'));
  return [
    ...read(`${ENGLISH}/cards.toml`, ({ keys: [table = '', at = '', key = ''] }) => {
      if (key === 'title') return { page: table === 'cards' ? cardPage(at) : 'sections', role: 'title' };
      return key === 'body' ? { page: cardPage(at), role: 'body' } : null;
    }),
    ...read(`${ENGLISH}/questions.toml`, ({ keys: [question = ''] }) => ({
      page: `question ${question}`,
      role: 'sentence',
    })),
    ...read(PLAN_WORDS, ({ keys, text }) => ({
      page: `plan ${keys[0] ?? ''}`,
      role: titleOr(keys.at(-1), sentenceOrLabel(text)),
    })),
    ...read(DOCUMENT_WORDS, ({ keys: [, table = ''] }) => {
      if (table === 'title' || table === 'titles') return { page: null, role: 'title' };
      return { page: null, role: table === 'texts' ? 'body' : 'sentence' };
    }),
    ...read(COVERAGE_WORDS, ({ keys, text }) => ({
      page: `ladder ${keys[0] ?? ''}`,
      role: titleOr(keys.at(-1), sentenceOrLabel(text)),
    })),
    ...read(TERMS, ({ keys }) => {
      if (keys[2] === 'plain') return { page: 'terms', role: 'sentence' };
      return keys[2] === 'term' ? { page: 'terms', role: 'name' } : null;
    }),
    ...interfaceFiles.flatMap((file) =>
      read(file, ({ keys, text }) => ({ page: `words ${keys[0] ?? ''}`, role: sentenceOrLabel(text) })),
    ),
    ...read('contacts/national.toml', ({ keys }) => {
      if (keys[2] === 'about') return { page: 'contacts', role: 'sentence' };
      return ['name', 'phone', 'tty', 'web'].includes(keys[2] ?? '') ? { page: 'contacts', role: 'name' } : null;
    }),
    ...read('contacts/states.toml', ({ keys }) =>
      keys[0]?.endsWith('_about') === true ? { page: 'contacts', role: 'sentence' } : null,
    ),
    ...(readContacts(files, '', [], [])?.states ?? []).flatMap((state, at) => {
      const offices = [...state.regulators, state.medicaid];
      return [state.name, ...offices.flatMap(({ name, web }) => [name, web ?? ''])].map((name): PatientText => ({
        file: 'contacts/states.csv',
        line: at + 2,
        field: state.id,
        page: 'contacts',
        role: 'name',
        rich: richOf({ text: name, items: null }, 'name'),
      }));
    }),
  ];
}

/** Joins the texts of a document's block; blocks made from the plan take every text that the plan may put there. */
function unitsOf(
  texts: readonly PatientText[],
  files: ContentFiles,
): (document: string, block: BlockRow) => readonly DocumentUnit[] {
  const cardRows = readToml(files, `${ENGLISH}/cards.toml`, cardsSchema, [])?.value.cards ?? [];
  const help = readToml(files, `${GUIDE}/plan.toml`, planSchema, [])?.value.help ?? [];
  const ladders = new Set(
    texts.filter((text) => text.file === COVERAGE_WORDS).map((text) => text.field.split('.')[0] ?? ''),
  );
  const below = (file: string, prefix: string): readonly PatientText[] =>
    texts.filter((text) => text.file === file && text.role !== 'name' && `${text.field}.`.startsWith(`${prefix}.`));
  /** One unit for each rule: they stand on a page alone or not at all. */
  const each = (
    file: string,
    table: string,
    keep: (text: PatientText) => boolean = () => true,
  ): readonly DocumentUnit[] => {
    const rules = new Map<string, PatientText[]>();
    for (const text of below(file, table).filter(keep)) {
      const rule = text.field
        .split('.')
        .slice(0, table.split('.').length + 1)
        .join('.');
      rules.set(rule, [...(rules.get(rule) ?? []), text]);
    }
    return [...rules.values()].map((rule) => ({ when: null, texts: rule }));
  };
  const isShort = (text: PatientText): boolean => text.field.endsWith('.short');
  /** A step and its reason are one item of the list. */
  const steps = each(PLAN_WORDS, 'steps').flatMap(({ texts: [step, ...why] }) =>
    step === undefined
      ? []
      : [
          {
            ...step,
            rich: richOf(
              { text: [step, ...why].flatMap((text) => plainLines(text.rich)).join(' '), items: null },
              'sentence',
            ),
          },
        ],
  );
  const termRows = readToml(files, TERMS, termsSchema, [])?.value.terms ?? [];
  const plainTerms = new Map(
    below(TERMS, 'terms').map((text) => [termRows[Number(text.field.split('.')[1])]?.term ?? '', text]),
  );
  const card = (id: string): readonly PatientText[] => texts.filter((text) => text.page === `card ${id}`);
  const cards = (ids: readonly string[], when: DocumentUnit['when']): readonly DocumentUnit[] =>
    ids.map((id) => ({ when, texts: card(id) }));
  const paper = (kind: string): readonly DocumentUnit[] => [
    { when: {}, texts: below('interface/en/paper.toml', `paper.${kind}`) },
  ];

  return (document, block) => {
    const { when } = block;
    const own = (key: string): readonly PatientText[] =>
      ['titles', 'texts', 'lists'].flatMap((table) => below(DOCUMENT_WORDS, `${document}.${table}.${key}`));
    switch (block.kind) {
      case 'plan':
        return [
          ...each(PLAN_WORDS, 'messages'),
          { when: {}, texts: below(PLAN_WORDS, 'emergency') },
          ...each(PLAN_WORDS, 'overlays', isShort).filter(({ texts: [text] }) => text?.field !== DATES_SHORT),
          // The box of dates stands above the steps wherever a step speaks of an appeal.
          { when: null, texts: [...below(PLAN_WORDS, DATES_SHORT), ...below(PLAN_WORDS, 'dates'), ...steps] },
        ];
      case 'ladder':
        return [...[...ladders].flatMap((id) => each(COVERAGE_WORDS, `${id}.levels`)), ...paper(block.kind)];
      case 'people':
        return each(PLAN_WORDS, 'people');
      case 'help':
        return help.map(({ id, card: its }) => ({
          when: null,
          texts: [...below(PLAN_WORDS, `help.${id}`), ...card(its)],
        }));
      case 'complaint':
        return each(PLAN_WORDS, 'complaints');
      case 'overlay':
        return block.parts.map((part) => ({
          when,
          texts: below(PLAN_WORDS, `overlays.${block.overlay}.${part}`),
        }));
      case 'terms':
        return [
          {
            when,
            texts:
              block.terms.length === 0
                ? [...plainTerms.values()]
                : block.terms.flatMap((term) => plainTerms.get(term) ?? []),
          },
        ];
      case 'card':
        return cards([block.card], when);
      case 'section':
        return cards(
          cardRows.filter((row) => row.section === block.section).map((row) => row.id),
          when,
        );
      case 'questions':
        return block.rows.map(({ key }) => ({ when: null, texts: own(key) }));
      default:
        return [{ when, texts: 'key' in block ? own(block.key) : [] }, ...paper(block.kind)];
    }
  };
}

/** Texts with their fields; a list of texts stands together. */
function leavesOf(value: unknown, keys: readonly string[]): readonly Leaf[] {
  const field = keys.join('.');
  if (typeof value === 'string') return value.trim() === '' ? [] : [{ field, keys, text: value, items: null }];
  if (isTextList(value)) return [{ field, keys, text: value.join(' '), items: value }];
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) => leavesOf(inner, [...keys, key]));
}

function isTextList(value: unknown): value is readonly string[] {
  return Array.isArray(value) && value.length > 0 && value.every((item) => typeof item === 'string');
}

/** The loader has found the bodies good; elsewhere only bold is used. */
function richOf(leaf: Pick<Leaf, 'text' | 'items'>, role: Role): RichText {
  const read = role === 'body' && leaf.items === null ? readRich(leaf.text) : null;
  if (read?.ok === true) return read.rich;
  const runs = (text: string): readonly Run[] => [{ text: text.replaceAll('**', ''), strong: false }];
  return leaf.items === null
    ? [{ kind: 'paragraph', runs: runs(leaf.text) }]
    : [{ kind: 'list', items: leaf.items.map(runs) }];
}

function titleOr(key: string | undefined, role: Role): Role {
  return key === 'title' || key === 'name' ? 'title' : role;
}

/** A text that does not end like a sentence is a label. */
function sentenceOrLabel(text: string): Role {
  return /[.?!:]["”*]*$/.test(text.trim()) ? 'sentence' : 'label';
}
