/** Reads and checks the content folder that a command line names. */
import { statSync } from 'node:fs';
import { makeGuide } from '../guide/load';
import { readContentFiles, type ContentFiles } from '../guide/load/files';
import { readScreenIndex } from '../audit/screen-index';
import type { ScreenIndex } from '../audit/ledger';
import type { Evidence } from '../guide/evidence';
import type { Guide } from '../guide/model';
import { formatProblem, type Problem } from '../basics/problem';
import { today } from '../machine/today';
import type { Result } from '../basics/result';

export const BUNDLED = 'content';

/** A folder that loads. */
export interface OpenedContent {
  readonly folder: string;
  readonly files: ContentFiles;
  readonly guide: Guide;
  readonly evidence: Evidence;
  readonly places: ScreenIndex;
  /** Problems in the parts that only the commands read. */
  readonly problems: readonly Problem[];
}
export type Opened =
  ({ readonly ok: true } & OpenedContent) | { readonly ok: false; readonly lines: readonly string[] };

/** @param args at most one: the folder, `content` when left out */
export function openContent(args: readonly string[], language = 'en'): Opened {
  const argument = readFolderArgument(args);
  if (!argument.ok) return { ok: false, lines: [argument.error] };
  const folder = argument.value;
  const { files, problems: unread } = readContentFiles(folder);
  const loaded = makeGuide(files, { language, today: today() });
  if (!loaded.ok || unread.length > 0) {
    const problems = [...unread, ...(loaded.ok ? [] : loaded.error)];
    return {
      ok: false,
      lines: [...problems.map(formatProblem), `${folder} does not load; see npm run content:check`],
    };
  }
  const { guide, evidence } = loaded.value;
  const { problems, ...places } = readScreenIndex(files, guide);
  return { ok: true, folder, files, guide, evidence, places, problems };
}

/** The one folder that a command line may name, `content` when left out; the error is a line for the terminal. */
export function readFolderArgument([folder = BUNDLED, ...more]: readonly string[]): Result<string, string> {
  if (more.length > 0) return { ok: false, error: `name one content folder, not ${more.length + 1}` };
  const isFolder = statSync(folder, { throwIfNoEntry: false })?.isDirectory() === true;
  return isFolder
    ? { ok: true, value: folder }
    : { ok: false, error: `${folder} is not a folder; name a content folder` };
}
