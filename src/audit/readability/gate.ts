/** The readability gate over a content folder: gives the readability checks their texts, each with file, line and field. */
import type { RichText, Run } from '../../guide/model';
import { readabilityOf, type Readability } from './';
import type { DocumentTexts, DocumentUnit, PatientText } from './texts';
import { plainLines } from '../../guide/text';
import type { BlockRow } from '../../guide/blocks';
import type { ContentFiles } from '../../guide/load/files';
import {
  guidePaths,
  interfaceFolder,
  sharedWords,
  NATIONAL,
  SOURCE_LANGUAGE,
  STATES_CSV,
} from '../../guide/load/paths';
import { openReading, type Reading } from '../../guide/load/reading';
import { readRich } from '../../guide/load/rich';
import {
  cardsSchema,
  documentsSchema,
  plainWordsSchema,
  planSchema,
  speechSchema,
  termsSchema,
} from '../../guide/load/schemas';
import { readSeries } from '../../guide/load/series';
import { parseStates } from '../../guide/load/states-csv';
import { lineFinder, parseToml } from '../../basics/toml';

/** The box of dates on page D01. */
const DATES_SHORT = 'overlays.dates.short';
const SHARED = sharedWords(SOURCE_LANGUAGE);
const PAPER = `${interfaceFolder(SOURCE_LANGUAGE)}paper.toml`;

/**
 * Measures every text for a patient (docs/design/content.md 6), in English only.
 * `npm run content:check` and `npm run content:readability` run this. The kiosk does not: a sentence that is slightly
 * too long must not stop it. Files that do not parse are skipped, because `loadGuide` reports them; of the problems with
 * files, only those of the gate's own word list are reported.
 */
export function checkReadability(files: ContentFiles): Readability {
  const series = readSeries(files);
  const reading = openReading(files, series.ok ? series.value.opens : '', { language: SOURCE_LANGUAGE, today: '' });
  const { rules: ruleFiles, words } = guidePaths(reading.guide, SOURCE_LANGUAGE);
  const plainWords = reading.parse(SHARED.plainWords, plainWordsSchema);
  const problems = [...reading.problems];
  const terms = reading.parse(words.terms, termsSchema);
  const speech = reading.parse(SHARED.speech, speechSchema);
  const rules = reading.parse(ruleFiles.documents, documentsSchema);
  if (plainWords === null || terms === null || speech === null) return { rows: [], problems };
  const texts = textsOf(reading);
  const units = unitsOf(texts, reading);
  const { allowed, banned, reported } = plainWords.value;
  const documentLines = lineFinder(files.get(words.documents) ?? '');
  return readabilityOf({
    texts,
    documents: (rules?.value.documents ?? []).map((row): DocumentTexts => ({
      id: row.id,
      file: words.documents,
      line: documentLines(row.id),
      forPatients: row.audience === 'patient',
      units: [
        {
          when: {},
          texts: ['title', 'purpose'].flatMap((key) =>
            texts.filter((text) => text.file === words.documents && text.field === `${row.id}.${key}`),
          ),
        },
        ...row.blocks.flatMap((block) => units(row.id, block)),
      ],
    })),
    terms: terms.value.terms,
    plainWords: {
      file: plainWords.file,
      allowed: allowed.map(({ word }, index) => ({ word, line: plainWords.lineOf(`allowed.${index}`) })),
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
  /** Null unless the field is a list. */
  readonly items: readonly string[] | null;
}
/** Page and role of a field; null if people do not read it. */
type Reader = (leaf: Leaf) => { readonly page: string | null; readonly role: Role } | null;

/** Every text of the content folder that a patient reads or hears. */
function textsOf(reading: Reading): readonly PatientText[] {
  const { words } = guidePaths(reading.guide, SOURCE_LANGUAGE);
  const read = (file: string, reader: Reader): readonly PatientText[] => {
    const toml = parseToml(reading.files.get(file) ?? '');
    if (!toml.ok) return [];
    return leavesOf(toml.value.value, []).flatMap((leaf) => {
      const found = reader(leaf);
      if (found === null) return [];
      return [
        { file, line: toml.value.lineOf(leaf.field), field: leaf.field, ...found, rich: richOf(leaf, found.role) },
      ];
    });
  };
  const interfaceFiles = [...reading.files.keys()].filter((file) => file.startsWith(interfaceFolder(SOURCE_LANGUAGE)));
  return [
    ...read(words.cards, ({ keys: [table = '', id = '', key = ''] }) => {
      if (table === 'sections') return { page: 'sections', role: 'title' };
      if (key === 'title') return { page: `card ${id}`, role: 'title' };
      return key === 'body' ? { page: `card ${id}`, role: 'body' } : null;
    }),
    ...read(words.questions, ({ keys: [question = ''] }) => ({ page: `question ${question}`, role: 'sentence' })),
    ...read(words.plan, ({ keys, text }) => ({
      page: `plan ${keys[0] ?? ''}`,
      role: titleOr(keys.at(-1), sentenceOrLabel(text)),
    })),
    ...read(words.documents, ({ keys: [, table = ''] }) => {
      if (table === 'title' || table === 'titles') return { page: null, role: 'title' };
      return { page: null, role: table === 'texts' ? 'body' : 'sentence' };
    }),
    ...read(SHARED.coverage, ({ keys, text }) => ({
      page: `ladder ${keys[0] ?? ''}`,
      role: titleOr(keys.at(-1), sentenceOrLabel(text)),
    })),
    ...read(words.terms, ({ keys }) => {
      if (keys[2] === 'plain') return { page: 'terms', role: 'sentence' };
      return keys[2] === 'term' ? { page: 'terms', role: 'name' } : null;
    }),
    ...interfaceFiles.flatMap((file) =>
      read(file, ({ keys, text }) => ({ page: `words ${keys[0] ?? ''}`, role: sentenceOrLabel(text) })),
    ),
    ...read(SHARED.contacts, () => ({ page: 'contacts', role: 'sentence' })),
    ...read(NATIONAL, ({ keys }) =>
      ['name', 'phone', 'tty', 'web'].includes(keys[2] ?? '') ? { page: 'contacts', role: 'name' } : null,
    ),
    ...stateTexts(reading),
  ];
}

/** Names and web addresses of the offices of each state. */
function stateTexts(reading: Reading): readonly PatientText[] {
  return (parseStates(reading) ?? []).flatMap(({ line, value: row }) => {
    const webs = [...row.regulator_url.split(' | '), row.medicaid_url];
    const texts = [
      row.name,
      ...row.regulator.split(' | '),
      row.medicaid_agency,
      ...webs.map((web) => web.replace(/^https?:\/\//, '').replace(/\/$/, '')),
    ];
    return texts.map((text): PatientText => ({
      file: STATES_CSV,
      line,
      field: row.state,
      page: 'contacts',
      role: 'name',
      rich: richOf({ text, items: null }, 'name'),
    }));
  });
}

/** Joins the texts of a document's block; a block made from the plan gets every text that the plan may put there. */
function unitsOf(
  texts: readonly PatientText[],
  reading: Reading,
): (document: string, block: BlockRow) => readonly DocumentUnit[] {
  const { rules, words } = guidePaths(reading.guide, SOURCE_LANGUAGE);
  const cardRows = reading.parse(rules.cards, cardsSchema)?.value.cards ?? [];
  const help = reading.parse(rules.plan, planSchema)?.value.help ?? [];
  const ladders = new Set(
    texts.filter((text) => text.file === SHARED.coverage).map((text) => text.field.split('.')[0] ?? ''),
  );
  const below = (file: string, prefix: string): readonly PatientText[] => textsBelow(texts, file, prefix);
  const each = (file: string, table: string): readonly DocumentUnit[] => unitPerRule(below(file, table), table);
  const steps = stepItems(each(words.plan, 'steps'));
  const notes = unitPerRule(
    below(words.plan, 'overlays').filter(({ field }) => field.endsWith('.short') && field !== DATES_SHORT),
    'overlays',
  );
  const termRows = reading.parse(words.terms, termsSchema)?.value.terms ?? [];
  const plainTerms = new Map(
    below(words.terms, 'terms').map((text) => [termRows[Number(text.field.split('.')[1])]?.term ?? '', text]),
  );
  const card = (id: string): readonly PatientText[] => texts.filter((text) => text.page === `card ${id}`);
  const cards = (ids: readonly string[], when: DocumentUnit['when']): readonly DocumentUnit[] =>
    ids.map((id) => ({ when, texts: card(id) }));
  const paper = (kind: string): readonly DocumentUnit[] => [{ when: {}, texts: below(PAPER, `paper.${kind}`) }];

  return (document, block) => {
    const { when } = block;
    const own = (key: string): readonly PatientText[] =>
      ['titles', 'texts', 'lists'].flatMap((table) => below(words.documents, `${document}.${table}.${key}`));
    switch (block.kind) {
      case 'plan':
        return [
          ...each(words.plan, 'messages'),
          { when: {}, texts: below(words.plan, 'emergency') },
          ...notes,
          // The box of dates is above the steps whenever a step mentions an appeal.
          { when: null, texts: [...below(words.plan, DATES_SHORT), ...below(words.plan, 'dates'), ...steps] },
        ];
      case 'ladder':
        return [...[...ladders].flatMap((id) => each(SHARED.coverage, `${id}.levels`)), ...paper(block.kind)];
      case 'people':
        return each(words.plan, 'people');
      case 'help':
        return help.map(({ id, card: its }) => ({
          when: null,
          texts: [...below(words.plan, `help.${id}`), ...card(its)],
        }));
      case 'complaint':
        return each(words.plan, 'complaints');
      case 'overlay':
        return block.parts.map((part) => ({
          when,
          texts: below(words.plan, `overlays.${block.overlay}.${part}`),
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

/** The texts of a file whose field is `prefix` or below it, without names. */
function textsBelow(texts: readonly PatientText[], file: string, prefix: string): readonly PatientText[] {
  return texts.filter(
    (text) => text.file === file && text.role !== 'name' && `${text.field}.`.startsWith(`${prefix}.`),
  );
}

/** One unit per rule of a table: a rule prints alone or not at all. */
function unitPerRule(texts: readonly PatientText[], table: string): readonly DocumentUnit[] {
  const depth = table.split('.').length + 1;
  const rules = new Map<string, PatientText[]>();
  for (const text of texts) {
    const rule = text.field.split('.').slice(0, depth).join('.');
    rules.set(rule, [...(rules.get(rule) ?? []), text]);
  }
  return [...rules.values()].map((rule) => ({ when: null, texts: rule }));
}

/** A step and its reason are one item of the list. */
function stepItems(steps: readonly DocumentUnit[]): readonly PatientText[] {
  return steps.flatMap(({ texts: [step, ...why] }) => {
    if (step === undefined) return [];
    const text = [step, ...why].flatMap((part) => plainLines(part.rich)).join(' ');
    return [{ ...step, rich: richOf({ text, items: null }, 'sentence') }];
  });
}

/** Texts with their fields; a list of texts is one leaf. */
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

/** Bodies have been checked by the loader. Other texts use only bold. */
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
