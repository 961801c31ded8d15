/** What the commands for content share: one folder named on the command line, read and checked. */
import { statSync } from 'node:fs';
import { makeGuide } from '../guide/load';
import { readContentFiles, type ContentFiles } from '../guide/load/files';
import { GUIDE } from '../guide/load/paths';
import { readScreenIndex } from '../audit/screen-index';
import type { ScreenIndex } from '../audit/ledger';
import type { Evidence } from '../guide/evidence';
import type { Guide } from '../guide/model';
import { formatProblem, type Problem } from '../basics/problem';
import { today } from '../machine/today';

export const BUNDLED = 'content';

/** A folder that loads. */
export interface OpenedContent {
  readonly folder: string;
  readonly files: ContentFiles;
  readonly guide: Guide;
  readonly evidence: Evidence;
  readonly places: ScreenIndex;
  /** What is wrong with what only the commands read. */
  readonly problems: readonly Problem[];
}
export type Opened =
  ({ readonly ok: true } & OpenedContent) | { readonly ok: false; readonly lines: readonly string[] };

/** @param args at most one: the folder, `content` when left out */
export function openContent(args: readonly string[], language = 'en'): Opened {
  const [folder = BUNDLED, ...more] = args;
  if (more.length > 0 || !isFolder(folder)) return { ok: false, lines: [noFolder(folder)] };
  const problems: Problem[] = [];
  const files = readContentFiles(folder, problems);
  const evidence: Evidence = { withheld: [], payers: [] };
  const guide = makeGuide(files, { language, today: today() }, problems, evidence);
  if (guide === null || problems.length > 0) {
    return {
      ok: false,
      lines: [...problems.map(formatProblem), `${folder} does not load; npm run content:check tells more`],
    };
  }
  const places = readScreenIndex(files, `${GUIDE}/guide.toml`, guide, problems);
  return { ok: true, folder, files, guide, evidence, places, problems };
}

export function isFolder(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false })?.isDirectory() === true;
}

export function noFolder(path: string): string {
  return `${path} is not a folder; name one content folder, like content`;
}
