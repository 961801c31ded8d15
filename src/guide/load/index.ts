/** Reads and checks a content folder (docs/design/content.md). What is wrong is a value: file, line, cause, fix. */
import * as v from 'valibot';
import { parseToml } from '../../basics/toml';
import type { Evidence } from '../evidence';
import type { Guide } from '../model';
import type { Problem } from '../../basics/problem';
import { readContentFiles, sha256, versionOf, type ContentFiles } from './files';
import { readCards } from './cards';
import { readContacts } from './contacts';
import { readCoverage } from './coverage';
import { readDocuments } from './documents';
import { readInterface } from './interface-words';
import { GUIDE } from './paths';
import { readPlanRules } from './plan-rules';
import { checkRequiredIds } from './required-ids';
import { readQuestions } from './questions';
import { readReview } from './review';
import { guideFileSchema, questionsSchema, sourceMetaSchema, speechSchema, termsSchema } from './schemas';
import { splitIntoAtoms } from './source';
import { readToml } from './toml';

export interface LoadRequest {
  /** The content folder. */
  readonly folder: string;
  readonly language: string;
  /** ISO date: contacts and rules run out. */
  readonly today: string;
}
export type Loaded =
  | { readonly ok: true; readonly guide: Guide; readonly evidence: Evidence }
  | { readonly ok: false; readonly problems: readonly Problem[] };

/** Loads everything in one language, or says all that is wrong. */
export function loadGuide({ folder, language, today }: LoadRequest): Loaded {
  const problems: Problem[] = [];
  const files = readContentFiles(folder, problems);
  const evidence: Evidence = { withheld: [], payers: [] };
  const guide = makeGuide(files, { language, today }, problems, evidence);
  return guide === null || problems.length > 0 ? { ok: false, problems } : { ok: true, guide, evidence };
}

/**
 * The same from texts in memory: what the broken-content tests use.
 * @param evidence filled with what the editor should see: facts withheld, and the payer rows
 */
export function makeGuide(
  files: ContentFiles,
  { language, today }: Omit<LoadRequest, 'folder'>,
  problems: Problem[],
  evidence: Evidence = { withheld: [], payers: [] },
): Guide | null {
  const words = `${GUIDE}/${language}`;
  const source = readSource(files, problems);
  const order = readToml(files, `${GUIDE}/guide.toml`, guideFileSchema, problems);
  const terms = readToml(files, `${words}/terms.toml`, termsSchema, problems);
  const speech = readToml(files, `${words}/speech.toml`, speechSchema, problems);
  const review = readReview(files, `${words}/review.toml`, problems);
  const interfaceWords = readInterface(files, language, problems);
  if (source === null || order === null || terms === null || speech === null || review === null) return null;

  if (order.value.source_sha256 !== source.hash) {
    problems.push({
      file: `${GUIDE}/source.en.md`,
      line: null,
      field: null,
      cause: 'the source guide is not the one the cards were written from.',
      fix: `put the approved text back, or check every card against the new text and write source_sha256 = "${source.hash}" into guide.toml.`,
    });
  }
  const atoms = splitIntoAtoms(source.body);
  const cards = readCards(files, `${words}/cards.toml`, { atoms, order: order.value.sections }, problems);
  // Read ahead for the names alone; what is wrong there is said once, by `readQuestions`.
  const asked = readToml(files, `${GUIDE}/questions.toml`, questionsSchema, []);
  const insurances = asked?.value.questions.find((question) => question.id === 'insurance')?.answers ?? [];
  const coverage = readCoverage(files, `${words}/coverage.toml`, { today, insurances }, problems, evidence);
  const contacts = readContacts(files, today, problems, evidence.withheld);
  if (cards === null || coverage === null || contacts === null) return null;
  const questions = readQuestions(
    files,
    { rules: `${GUIDE}/questions.toml`, words: `${words}/questions.toml`, plan: `${GUIDE}/plan.toml` },
    coverage.ladders,
    problems,
  );
  if (questions === null) return null;
  const knownCards = new Set(cards.cards.map((card) => card.id));
  const knownSections = new Set(cards.sections.map((section) => section.id));
  const documents = readDocuments(
    files,
    { rules: `${GUIDE}/documents.toml`, words: `${words}/documents.toml`, languages: 'language-help.toml' },
    {
      language: questions.language,
      cards: knownCards,
      sections: knownSections,
      atoms: new Set(atoms.map((each) => each.id)),
      terms: new Set(terms.value.terms.map((each) => each.term)),
    },
    problems,
  );
  const plan = readPlanRules(
    files,
    { rules: `${GUIDE}/plan.toml`, words: `${words}/plan.toml` },
    {
      language: questions.language,
      cards: knownCards,
      sections: knownSections,
      documents: new Set(documents?.documents.map((each) => each.id)),
      contacts: new Set([...contacts.contacts.map((each) => each.id), 'regulator', 'medicaid']),
      facts: coverage.facts,
    },
    problems,
    evidence.withheld,
  );
  if (documents === null || plan === null) return null;
  const guide: Guide = {
    version: versionOf(files),
    language,
    about: source.about,
    approval: review.state === 'signed' ? review.by : null,
    atoms,
    ...cards,
    terms: terms.value.terms,
    lexicon: speech.value,
    questions: questions.questions,
    helpers: questions.helpers,
    flags: questions.flags,
    ...plan.rules,
    ladders: coverage.ladders,
    clocks: coverage.clocks,
    ...documents,
    ...contacts,
    words: { ...interfaceWords, ...plan.words },
  };
  checkRequiredIds(guide, problems);
  return guide;
}

function readSource(
  files: ContentFiles,
  problems: Problem[],
): { readonly body: string; readonly hash: string; readonly about: Guide['about'] } | null {
  const file = `${GUIDE}/source.en.md`;
  const text = files.get(file) ?? '';
  const [, front, body] = /^\+\+\+\n([\s\S]*?)\n\+\+\+\n([\s\S]*)$/.exec(text) ?? [];
  const meta = front === undefined ? null : v.safeParse(sourceMetaSchema, frontMatter(front));
  if (meta === null || !meta.success || body === undefined) {
    problems.push({
      file,
      line: 1,
      field: null,
      cause: 'the guide is missing, or its front matter is not whole.',
      fix: 'put back the approved text with its first lines between +++ and +++.',
    });
    return null;
  }
  const { title, description, author, authority, effective_date } = meta.output;
  const disclaimer = splitIntoAtoms(body)
    .filter((atom) => atom.section === 'z')
    .map((atom) => atom.text.replaceAll('*', ''))
    .join(' ');
  return {
    body,
    hash: sha256(text),
    about: {
      title,
      description,
      authors: author,
      authority: authority.split(';').map((body) => body.trim()),
      effectiveDate: effective_date,
      disclaimer,
    },
  };
}

/** Front matter that is not TOML is as good as none. */
function frontMatter(text: string): unknown {
  const parsed = parseToml(text);
  return parsed.ok ? parsed.value.value : null;
}
