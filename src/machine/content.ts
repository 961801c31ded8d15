/**
 * The content the kiosk runs on: a hospital's own folder while it is good, else the packaged one. What is wrong with it
 * goes to the log, never to a patient (docs/design/content.md).
 */
import { statSync } from 'node:fs';
import { makeGuide } from '../guide/load';
import { readContentFiles, type ContentFiles } from '../guide/load/files';
import { checkInterface } from '../guide/load/interface-words';
import { guidePaths } from '../guide/load/paths';
import type { ReadingRequest } from '../guide/load/reading';
import { lineFinder } from '../basics/toml';
import type { Guide } from '../guide/model';
import type { Problem } from '../basics/problem';
import { findContradictions } from '../plan';
import { checkEveryPath, checkSomePeople, type PathFinding } from '../plan/every-path';
import type { Log } from './events';
import type { Guides } from './machine';

export interface ContentPaths {
  readonly bundledContent: string;
  readonly ownContent: string | null;
}
export interface ContentNeeds {
  readonly languages: readonly string[];
  readonly today: string;
  readonly log: Log;
}
export type OpenedContent =
  { readonly ok: true; readonly shelf: Guides } | { readonly ok: false; readonly problems: readonly Problem[] };

interface LoadedGuide {
  readonly day: string;
  readonly files: ContentFiles;
  readonly guide: Guide;
}

/** The hospital's own content if every language that it has is good, else the packaged one. */
export function openContent({ ownContent, bundledContent }: ContentPaths, needs: ContentNeeds): OpenedContent {
  const { languages, today, log } = needs;
  const problems: Problem[] = [];
  for (const folder of ownContent === null ? [bundledContent] : [ownContent, bundledContent]) {
    const isOwn = folder !== bundledContent;
    const packaged = isOwn ? readContentFiles(bundledContent).files : null;
    const kept = new Map<string, LoadedGuide>();
    for (const language of isFolder(folder, problems) ? languages : []) {
      const read = readGoodContent(folder, { language, today, packaged });
      if (read.ok) kept.set(language, { day: today, files: read.files, guide: read.guide });
      else problems.push(...read.problems);
    }
    if (kept.size > 0) {
      for (const problem of problems) log({ kind: 'content-problem', problem });
      return { ok: true, shelf: openGuides(folder, kept, packaged, log) };
    }
  }
  return { ok: false, problems };
}

export type GoodContent =
  | { readonly ok: true; readonly files: ContentFiles; readonly guide: Guide }
  | { readonly ok: false; readonly problems: readonly Problem[] };

/**
 * Reads a folder and holds it to all that a kiosk needs: it loads, it has every word of the packaged content, and nobody
 * is left without a plan.
 * @param packaged the packaged content; null for that content itself, which its own tests prove
 */
export function readGoodContent(
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

/**
 * Reads a language again once a day: contacts and rules run out, and an editor may have changed it. Content that went bad
 * under a running kiosk is left alone, and the last good is used, made for the new day.
 */
function openGuides(folder: string, kept: Map<string, LoadedGuide>, packaged: ContentFiles | null, log: Log): Guides {
  return {
    languages: [...kept.keys()],
    guideOf(language, today) {
      const last = kept.get(language);
      if (last === undefined || last.day === today) return last?.guide ?? null;
      const read = readGoodContent(folder, { language, today, packaged });
      for (const problem of read.ok ? [] : read.problems) log({ kind: 'content-problem', problem });
      const files = read.ok ? read.files : last.files;
      const guide = read.ok ? read.guide : (remade(files, { language, today }) ?? last.guide);
      const next = { day: today, files, guide };
      kept.set(language, next);
      return next.guide;
    },
  };
}

function remade(files: ContentFiles, request: ReadingRequest): Guide | null {
  const made = makeGuide(files, request);
  return made.ok ? made.value.guide : null;
}
