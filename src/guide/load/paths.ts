/** Paths of the content files (docs/content.md "The folder"). */

/** The language of the approved guides. The packaged content is complete in it. */
export const SOURCE_LANGUAGE = 'en';

export const SERIES = 'series.toml';
export const INTERPRETER = 'language/interpreter.toml';
export const NATIONAL = 'contacts/national.toml';
export const STATES = 'contacts/states.toml';
export const STATES_CSV = 'contacts/states.csv';
export const LADDERS = 'coverage/ladders/';
export const PAYERS = 'coverage/payers/';
export const UNUSED = 'coverage/unused.toml';

export interface GuidePaths {
  readonly source: string;
  /** The rules of the guide: no language. */
  readonly rules: Readonly<Record<'guide' | RuleFile, string>>;
  /** Its words in one language. */
  readonly words: Readonly<Record<RuleFile | 'terms' | 'review', string>>;
}
type RuleFile = 'cards' | 'questions' | 'plan' | 'documents';

/** @param guide the id of the guide: the name of its folder */
export function guidePaths(guide: string, language: string): GuidePaths {
  const rule = (name: string): string => `guides/${guide}/${name}.toml`;
  const word = (name: string): string => `guides/${guide}/${language}/${name}.toml`;
  return {
    source: `guides/${guide}/source.${SOURCE_LANGUAGE}.md`,
    rules: {
      guide: rule('guide'),
      cards: rule('cards'),
      questions: rule('questions'),
      plan: rule('plan'),
      documents: rule('documents'),
    },
    words: {
      cards: word('cards'),
      questions: word('questions'),
      plan: word('plan'),
      documents: word('documents'),
      terms: word('terms'),
      review: word('review'),
    },
  };
}

/** The words that all guides share, in one language. */
export function sharedWords(
  language: string,
): Readonly<Record<'speech' | 'plainWords' | 'contacts' | 'coverage', string>> {
  return {
    speech: `language/${language}/speech.toml`,
    plainWords: `language/${language}/plain-words.toml`,
    contacts: `contacts/${language}.toml`,
    coverage: `coverage/${language}.toml`,
  };
}

export function interfaceFolder(language: string): string {
  return `interface/${language}/`;
}

const OF_A_LANGUAGE =
  /^(?:(?:interface|language)\/([^/]+)\/|guides\/[^/]+\/([^/]+)\/|(?:contacts|coverage)\/([a-z]{2}(?:-[A-Z]{2})?)\.toml$)/;

/** The language whose words a file holds; null for a file that every language shares. */
export function languageOf(path: string): string | null {
  const [, folder, guideFolder, file] = OF_A_LANGUAGE.exec(path) ?? [];
  return folder ?? guideFolder ?? file ?? null;
}

/** The id of the guide that a file belongs to; null for a file that every guide shares. */
export function guideOf(path: string): string | null {
  return /^guides\/([^/]+)\//.exec(path)?.[1] ?? null;
}
