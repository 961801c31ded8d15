import type * as v from 'valibot';
import { parseCoverage, type CoverageFiles } from './coverage-files';
import { parseInterface, type InterfaceWords } from './interface-words';
import { guidePaths, INTERPRETER, NATIONAL, sharedWords, STATES } from './paths';
import type { ClockSpan } from '../model';
import type { Reading, TomlFile } from './reading';
import {
  cardsSchema,
  cardWordsSchema,
  contactWordsSchema,
  documentsSchema,
  documentWordsSchema,
  guideFileSchema,
  interpreterSchema,
  nationalSchema,
  planSchema,
  planWordsSchema,
  questionsSchema,
  questionWordsSchema,
  reviewSchema,
  speechSchema,
  statesSchema,
  termsSchema,
} from './schemas';
import { parseSource, type SourceFile } from './source';
import { clockSpan } from './span';
import { parseStates, type StateRow } from './states-csv';

type Parsed<Schema extends v.GenericSchema> = TomlFile<v.InferOutput<Schema>>;

/** Every file of one guide in one language, parsed and checked for shape. Names are not resolved yet. */
export interface ContentParts {
  readonly source: SourceFile;
  readonly guide: Parsed<typeof guideFileSchema>;
  readonly cards: Parsed<typeof cardsSchema>;
  readonly cardWords: Parsed<typeof cardWordsSchema>;
  readonly terms: Parsed<typeof termsSchema>;
  readonly questions: Parsed<typeof questionsSchema>;
  readonly questionWords: Parsed<typeof questionWordsSchema>;
  readonly plan: Parsed<typeof planSchema>;
  readonly planWords: Parsed<typeof planWordsSchema>;
  readonly documents: Parsed<typeof documentsSchema>;
  readonly documentWords: Parsed<typeof documentWordsSchema>;
  readonly review: Parsed<typeof reviewSchema>;
  readonly speech: Parsed<typeof speechSchema>;
  readonly interpreter: Parsed<typeof interpreterSchema>;
  readonly national: Parsed<typeof nationalSchema>;
  readonly states: Parsed<typeof statesSchema>;
  readonly stateRows: readonly StateRow[];
  readonly contactWords: Parsed<typeof contactWordsSchema>;
  readonly coverage: CoverageFiles;
  readonly interfaceWords: InterfaceWords;
  readonly span: ClockSpan;
}

/** @returns null when a file is missing or bad; all problems have been reported */
export function parseContent(reading: Reading): ContentParts | null {
  const { rules, words } = guidePaths(reading.guide, reading.language);
  const shared = sharedWords(reading.language);
  const parts = {
    source: parseSource(reading),
    guide: reading.parse(rules.guide, guideFileSchema),
    cards: reading.parse(rules.cards, cardsSchema),
    cardWords: reading.parse(words.cards, cardWordsSchema),
    terms: reading.parse(words.terms, termsSchema),
    questions: reading.parse(rules.questions, questionsSchema),
    questionWords: reading.parse(words.questions, questionWordsSchema),
    plan: reading.parse(rules.plan, planSchema),
    planWords: reading.parse(words.plan, planWordsSchema),
    documents: reading.parse(rules.documents, documentsSchema),
    documentWords: reading.parse(words.documents, documentWordsSchema),
    review: reading.parse(words.review, reviewSchema),
    speech: reading.parse(shared.speech, speechSchema),
    interpreter: reading.parse(INTERPRETER, interpreterSchema),
    national: reading.parse(NATIONAL, nationalSchema),
    states: reading.parse(STATES, statesSchema),
    stateRows: parseStates(reading),
    contactWords: reading.parse(shared.contacts, contactWordsSchema),
    coverage: parseCoverage(reading),
    interfaceWords: parseInterface(reading),
  };
  return isWhole(parts) ? { ...parts, span: clockSpan(parts) } : null;
}

type Whole<Parts> = { readonly [Name in keyof Parts]: NonNullable<Parts[Name]> };

function isWhole<Parts extends object>(parts: Parts): parts is Parts & Whole<Parts> {
  return Object.values(parts).every((part) => part !== null);
}
