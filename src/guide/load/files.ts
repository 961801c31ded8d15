import { createHash } from 'node:crypto';
import { lstatSync, readdirSync, readFileSync, type Stats } from 'node:fs';
import { join } from 'node:path';
import type { Problem } from '../../basics/problem';
import { guideOf, languageOf, SERIES } from './paths';

const CONTENT_FILE = /\.(toml|md|csv)$/;
const MAX_BYTES = 1024 * 1024;
/** A content folder has about 40 files. One with very many more is another folder, named by mistake. */
const MAX_ENTRIES = 2_000;
const MAX_DEEP = 8;
/** All content has half a megabyte. A wrong folder must not make a kiosk read for minutes or run out of memory. */
const MAX_TOTAL_BYTES = 16 * 1024 * 1024;

/** Text of every content file, by its path below the folder with forward slashes. */
export type ContentFiles = ReadonlyMap<string, string>;

export interface FilesRead {
  readonly files: ContentFiles;
  /** Files that could not be read. All others are in `files`. */
  readonly problems: readonly Problem[];
}

/**
 * Reads a content folder. Links are not followed: content never leaves its folder. Only plain files are opened, so that
 * no pipe or device can block the kiosk; names that begin with a dot (`.git`, `.DS_Store`) are not content.
 */
export function readContentFiles(folder: string): FilesRead {
  const files = new Map<string, string>();
  const problems: Problem[] = [];
  let entries = 0;
  let bytesRead = 0;
  walk('', 0);
  if (files.size === 0 && problems.length === 0) {
    refuse(
      folder,
      'there is no content in this folder.',
      'name the folder that holds guides, coverage, contacts and interface.',
    );
  }
  return { files, problems };

  function walk(below: string, depth: number): void {
    if (depth > MAX_DEEP)
      return refuse(below, 'the folders go too deep.', 'put content where the packaged one has it.');
    for (const name of namesIn(below)) {
      entries += 1;
      if (entries > MAX_ENTRIES) break;
      const path = below === '' ? name : `${below}/${name}`;
      const info = infoOf(path);
      if (info === null) refuse(path, 'it cannot be read.', 'check that it is there and may be read.');
      else if (info.isDirectory() && !CONTENT_FILE.test(name)) walk(path, depth + 1);
      else if (info.isSymbolicLink()) refuse(path, 'this is a link.', 'put the file itself here.');
      else if (!CONTENT_FILE.test(name)) continue;
      else if (info.isFile()) read(path, info.size);
      else refuse(path, 'this is not a file.', 'put the file itself here.');
    }
    if (depth === 0 && entries > MAX_ENTRIES) {
      const cause = `the folder has more than ${MAX_ENTRIES} files.`;
      refuse(folder, cause, 'name the folder of the content alone.');
    }
  }
  function namesIn(below: string): readonly string[] {
    try {
      return readdirSync(join(folder, below))
        .filter((name) => !name.startsWith('.'))
        .sort();
    } catch {
      refuse(below === '' ? folder : below, 'this folder cannot be read.', 'check that it is there and may be read.');
      return [];
    }
  }
  function infoOf(path: string): Stats | null {
    try {
      return lstatSync(join(folder, path));
    } catch {
      return null;
    }
  }
  function read(path: string, bytes: number): void {
    if (bytes > MAX_BYTES)
      return refuse(path, 'the file is larger than 1 MB.', 'content is text only; make it smaller.');
    if (bytesRead > MAX_TOTAL_BYTES) return;
    bytesRead += bytes;
    if (bytesRead > MAX_TOTAL_BYTES)
      return refuse(folder, 'the files are larger than 16 MB together.', 'name the folder of the content alone.');
    let content: Buffer;
    try {
      content = readFileSync(join(folder, path));
    } catch {
      return refuse(path, 'the file cannot be read.', 'check who may read it.');
    }
    const text = textOf(content);
    if (text === null) return refuse(path, 'the file is not UTF-8 text.', 'save it as UTF-8.');
    files.set(path, text);
  }
  function refuse(file: string, cause: string, fix: string): void {
    problems.push({ file, line: null, field: null, cause, fix });
  }
}

/**
 * Null if it is not UTF-8 text; zero bytes mean UTF-16 or a binary file.
 * The decoder drops a byte order mark. Windows line ends are replaced, so that hashes and line numbers match.
 */
function textOf(content: Buffer): string | null {
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(content);
    return text.includes('\0') ? null : text.replaceAll('\r\n', '\n');
  } catch {
    return null;
  }
}

export function sha256(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}

/** Eight hex digits: enough to distinguish two texts, short enough to copy by hand. */
export function shortHash(text: string): string {
  return sha256(text).slice(0, 8);
}

/**
 * The version of one guide in one language: printed on every page, and what a hospital's reviewer writes down as read.
 * It changes with every file that the guide is made from in that language: the shared files, the guide's own rules, and
 * the words of the language. Words of another language or guide do not change it, and neither does the sign-off itself.
 */
export function versionOf(files: ContentFiles, guide: string, language: string): string {
  const parts = [...files].filter(
    ([path]) =>
      path !== SERIES &&
      !path.endsWith('/review.toml') &&
      (guideOf(path) ?? guide) === guide &&
      (languageOf(path) ?? language) === language,
  );
  return shortHash(parts.map(([path, text]) => `${path}\n${text.length}\n${text}`).join('\n'));
}
