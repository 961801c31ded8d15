/**
 * `npm run content:check [-- FOLDER]`: reports everything that is wrong with a content folder to its editor. Checks more
 * than a kiosk does when it starts: also what the ledger, the proof pack and the readability gate need.
 */
import { formatWithheld } from '../guide/evidence';
import { makeGuide } from '../guide/load';
import { readContentFiles, type ContentFiles } from '../guide/load/files';
import { checkInterface } from '../guide/load/interface-words';
import { guidePaths, languageOf, SOURCE_LANGUAGE } from '../guide/load/paths';
import { openReading } from '../guide/load/reading';
import { checkReadability } from '../audit/readability/gate';
import { readReview } from '../guide/load/review';
import { readScreenIndex } from '../audit/screen-index';
import { gapsOf, makeLedger } from '../audit/ledger';
import type { Guide } from '../guide/model';
import { formatProblem, type Problem } from '../basics/problem';
import { pathProblems } from '../machine/content';
import { today } from '../machine/today';
import { findContradictions } from '../plan';
import { BUNDLED, readFolderArgument } from './content-folder';
import { EXIT_BAD_INPUT, EXIT_FINDINGS, fail, print } from './terminal';

/** `en`, or `pt-BR`. */
const LANGUAGE = /^[a-z]{2}(-[A-Z]{2})?$/;

/** @returns the exit code */
export function main(args: readonly string[]): number {
  const argument = readFolderArgument(args);
  if (!argument.ok) return fail(EXIT_BAD_INPUT, `content:check: ${argument.error}`);
  const folder = argument.value;
  const { problems, notes, summary } = checkFolder(folder, { packaged: BUNDLED, today: today() });
  for (const note of notes) print(`note: ${note}`);
  if (problems.length > 0) {
    const count = problems.length === 1 ? '1 problem' : `${problems.length} problems`;
    return fail(EXIT_FINDINGS, ...problems, `${count} in ${folder}`);
  }
  print(`${folder} is good: ${summary}`);
  return 0;
}

export interface FolderReport {
  /** One line each, in the order of files and lines: what must be fixed. */
  readonly problems: readonly string[];
  /** Notes that need no fix: facts that do not print, a sign-off that no longer holds. */
  readonly notes: readonly string[];
  readonly summary: string;
}

/**
 * Checks a folder in all its languages. No content makes it throw.
 * @param packaged the packaged content: the words that the program needs
 */
export function checkFolder(
  folder: string,
  { packaged, today: day }: { readonly packaged: string; readonly today: string },
): FolderReport {
  const { files, problems: unread } = readContentFiles(folder);
  const problems: Problem[] = [...unread];
  const notes: string[] = [];
  const summaries: string[] = [];
  const model = readContentFiles(packaged).files;
  for (const language of files.size === 0 ? [] : languagesOf(files, problems)) {
    const loaded = makeGuide(files, { language, today: day });
    if (!loaded.ok) {
      problems.push(...loaded.error);
      continue;
    }
    const { guide, evidence } = loaded.value;
    const found = [...checkInterface(files, model, language), ...ledgerProblems(guide, files)];
    problems.push(...found);
    // The next checks take some seconds and need complete words.
    if (found.length > 0) continue;
    const walked = pathProblems(guide, files);
    problems.push(...walked.problems);
    problems.push(...findContradictions(guide, evidence.payers));
    if (language === SOURCE_LANGUAGE) problems.push(...checkReadability(files).problems);
    notes.push(...evidence.withheld.map(formatWithheld), ...reviewNotes(files, guide));
    summaries.push(formatCounts(guide, walked.ways));
  }
  return { problems: inOrder(problems), notes: [...new Set(notes)], summary: summaries.join('; ') };
}

/** The languages of the folder's words. */
function languagesOf(files: ContentFiles, problems: Problem[]): readonly string[] {
  const found = new Set([...files.keys()].flatMap((path) => languageOf(path) ?? []));
  for (const name of found) {
    if (LANGUAGE.test(name)) continue;
    const cause = `"${name}" is not a language.`;
    problems.push({ file: name, line: null, field: null, cause, fix: 'name the folder with two letters, like en.' });
  }
  const languages = [...found].filter((name) => LANGUAGE.test(name));
  return languages.length === 0 ? [SOURCE_LANGUAGE] : languages;
}

function ledgerProblems(guide: Guide, files: ContentFiles): readonly Problem[] {
  const file = guidePaths(guide.id, guide.language).rules.guide;
  const { screens, footer, problems } = readScreenIndex(files, guide);
  const gaps = gapsOf(makeLedger(guide, screens, footer)).map((gap) => {
    const fix = 'see npm run content:ledger, and name the atom where its claim is said.';
    return { file, line: null, field: null, cause: `a claim of the guide has no place: ${gap}.`, fix };
  });
  return [...problems, ...gaps];
}

function reviewNotes(files: ContentFiles, guide: Guide): readonly string[] {
  const review = readReview(openReading(files, guide.id, { language: guide.language, today: '' }));
  const write = `hash = "${guide.version}"`;
  switch (review?.state) {
    case undefined:
    case 'signed':
      return [];
    case 'open':
      return [`${guide.language}: nobody has signed. To sign, fill in review.toml with ${write}`];
    case 'stale':
      return [
        `${guide.language}: the approval of ${review.reviewer || 'the reviewer'} is stale: ${review.cause}. ` +
          `Pages say "Not yet approved by your hospital". To sign, write ${write}`,
      ];
  }
}

function formatCounts(guide: Guide, ways: number): string {
  const counts = [
    `${guide.atoms.length} atoms`,
    `${guide.cards.length} cards`,
    `${guide.documents.length} documents`,
    `${ways.toLocaleString('en-US')} ways through the questions`,
  ];
  return `version ${guide.version}, ${guide.language}: ${counts.join(', ')}`;
}

/** Languages share the rules, so a problem there is reported once. */
function inOrder(problems: readonly Problem[]): readonly string[] {
  const sorted = [...problems].sort((a, b) => a.file.localeCompare(b.file) || (a.line ?? 0) - (b.line ?? 0));
  return [...new Set(sorted.map(formatProblem))];
}
