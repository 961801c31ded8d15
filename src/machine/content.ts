/**
 * The content the kiosk runs on: a hospital's own folder while it is good, else the packaged one. What is wrong with it
 * goes to the log, never to a patient (docs/design/content.md).
 */
import { statSync } from 'node:fs';
import type { Result } from '../basics/result';
import { makeGuide } from '../guide/load';
import { readContentFiles, type ContentFiles } from '../guide/load/files';
import { checkInterface } from '../guide/load/interface-words';
import { guidePaths, languageOf } from '../guide/load/paths';
import type { ReadingRequest } from '../guide/load/reading';
import { lineFinder } from '../basics/toml';
import type { Guide } from '../guide/model';
import type { Problem } from '../basics/problem';
import { findContradictions } from '../plan';
import { checkEveryPath, checkSomePeople, type PathFinding } from '../plan/every-path';
import type { Log } from './events';

export interface ContentPaths {
  readonly bundledContent: string;
  readonly ownContent: string | null;
}
export interface ContentNeeds {
  readonly languages: readonly string[];
  readonly today: string;
  readonly log: Log;
}
/** The content in force: each good language with the files that it was made from. */
export interface Content {
  readonly folder: string;
  /** In the order of the site's languages; never empty. */
  readonly languages: ReadonlyMap<string, LoadedGuide>;
}
interface LoadedGuide {
  readonly files: ContentFiles;
  readonly guide: Guide;
}

/**
 * The hospital's own content if it is good in at least one language, else the packaged one.
 * @param last the content in force; null at the start. What has gone bad since keeps its last good files, made for today.
 */
export function openContent(
  { ownContent, bundledContent }: ContentPaths,
  needs: ContentNeeds,
  last: Content | null,
): Result<Content, readonly Problem[]> {
  const problems: Problem[] = [];
  const folders = ownContent === null ? [bundledContent] : [ownContent, bundledContent];
  // Settings may offer only languages that no content has: people are better served in another than not at all.
  const opened =
    openFirst(folders, needs) ?? openFirst(folders, { ...needs, languages: otherLanguages(folders, needs) });
  if (opened === null) return { ok: false, error: problems };
  for (const problem of problems) needs.log({ kind: 'content-problem', problem });
  return { ok: true, value: opened };

  function openFirst(tried: readonly string[], wanted: ContentNeeds): Content | null {
    for (const folder of tried) {
      const packaged = folder === bundledContent ? null : readContentFiles(bundledContent).files;
      const lastHere = last?.folder === folder ? last.languages : new Map<string, LoadedGuide>();
      const languages = readLanguages({ folder, packaged, lastHere }, wanted, problems);
      if (languages.size > 0) return { folder, languages };
    }
    return null;
  }
}

/** What these folders have beside the languages that were asked for. */
function otherLanguages(folders: readonly string[], { languages }: ContentNeeds): readonly string[] {
  const has = folders.flatMap((folder) => [...readContentFiles(folder).files.keys()].map(languageOf));
  return [...new Set(has)].filter((language): language is string => language !== null && !languages.includes(language));
}

interface Source {
  readonly folder: string;
  /** See `readGoodContent`. */
  readonly packaged: ContentFiles | null;
  /** What is in force from this folder. */
  readonly lastHere: ReadonlyMap<string, LoadedGuide>;
}

/** Every language that this folder has, or had last. */
function readLanguages(
  { folder, packaged, lastHere }: Source,
  { languages, today }: ContentNeeds,
  problems: Problem[],
): ReadonlyMap<string, LoadedGuide> {
  const hasFolder = isFolder(folder, problems);
  const loaded = new Map<string, LoadedGuide>();
  for (const language of languages) {
    const read = hasFolder ? readGoodContent(folder, { language, today, packaged }) : null;
    if (read?.ok === true) {
      loaded.set(language, { files: read.files, guide: read.guide });
      continue;
    }
    problems.push(...(read?.problems ?? []));
    const last = lastHere.get(language);
    // Contacts and rules run out, so the last good files are made for the new day.
    if (last !== undefined) loaded.set(language, { ...last, guide: remade(last, { language, today }) });
  }
  return loaded;
}

export type GoodContent =
  | { readonly ok: true; readonly files: ContentFiles; readonly guide: Guide }
  | { readonly ok: false; readonly problems: readonly Problem[] };

/**
 * Reads a folder and holds it to all that a kiosk needs: it loads, it has every word of the packaged content, and nobody
 * is left without a plan.
 * @param packaged the packaged content; null for that content itself, which its own tests prove
 */
function readGoodContent(
  folder: string,
  request: { readonly language: string; readonly today: string; readonly packaged: ContentFiles | null },
): GoodContent {
  const { language, packaged } = request;
  const { files, problems: unread } = readContentFiles(folder);
  const loaded = makeGuide(files, request);
  if (!loaded.ok || unread.length > 0) return { ok: false, problems: [...unread, ...(loaded.ok ? [] : loaded.error)] };
  const { guide, evidence } = loaded.value;
  const problems =
    packaged === null
      ? []
      : [
          ...checkInterface(files, packaged, language),
          ...checkSomePeople(guide).map((finding) => placeOf(finding, guide, files)),
          ...findContradictions(guide, evidence.payers),
        ];
  return problems.length > 0 ? { ok: false, problems } : { ok: true, files, guide };
}

/** All ways through the questions: more than a kiosk has time for at its start. */
export function pathProblems(
  guide: Guide,
  files: ContentFiles,
): { readonly ways: number; readonly problems: readonly Problem[] } {
  const { ways, findings } = checkEveryPath(guide);
  return { ways, problems: findings.map((finding) => placeOf(finding, guide, files)) };
}

/** A finding about the rules together, with the line of the rule. */
function placeOf({ file: name, field, cause, fix }: PathFinding, guide: Guide, files: ContentFiles): Problem {
  const file = guidePaths(guide.id, guide.language).rules[name];
  return { file, line: field === null ? null : lineFinder(files.get(file) ?? '')(field), field, cause, fix };
}

function isFolder(folder: string, problems: Problem[]): boolean {
  if (statSync(folder, { throwIfNoEntry: false })?.isDirectory() === true) return true;
  const cause = 'this is not a folder of content.';
  problems.push({ file: folder, line: null, field: null, cause, fix: 'name one in HOMEWARD_CONTENT, or unset it.' });
  return false;
}

function remade({ files, guide }: LoadedGuide, request: ReadingRequest): Guide {
  const made = makeGuide(files, request);
  return made.ok ? made.value.guide : guide;
}
