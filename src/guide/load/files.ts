import { createHash } from 'node:crypto';
import { lstatSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Problem } from '../problems';

const CONTENT_FILE = /\.(toml|md|csv)$/;
const MOST_BYTES = 1024 * 1024;

/** Text of every content file, by its path below the folder with forward slashes. */
export type ContentFiles = ReadonlyMap<string, string>;

/** Reads a content folder. Links are not followed: content never leaves its folder. */
export function readContentFiles(folder: string, problems: Problem[]): ContentFiles {
  const files = new Map<string, string>();
  walk('');
  return files;

  function walk(below: string): void {
    for (const name of namesIn(below)) {
      const path = below === '' ? name : `${below}/${name}`;
      const info = lstatSync(join(folder, path));
      if (info.isDirectory()) walk(path);
      else if (info.isSymbolicLink()) refuse(path, 'this is a link.', 'put the file itself here.');
      else if (CONTENT_FILE.test(name)) read(path, info.size);
    }
  }
  function namesIn(below: string): readonly string[] {
    try {
      return readdirSync(join(folder, below)).sort();
    } catch {
      refuse(below === '' ? folder : below, 'this folder cannot be read.', 'check that it is there and may be read.');
      return [];
    }
  }
  function read(path: string, bytes: number): void {
    if (bytes > MOST_BYTES)
      return refuse(path, 'the file is larger than 1 MB.', 'content is text only; make it smaller.');
    try {
      const text = new TextDecoder('utf-8', { fatal: true }).decode(readFileSync(join(folder, path)));
      // The decoder takes a byte order mark away; Windows line ends are made plain so that hashes and lines agree.
      files.set(path, text.replaceAll('\r\n', '\n'));
    } catch (error) {
      if (!(error instanceof TypeError)) throw error;
      refuse(path, 'the file is not UTF-8 text.', 'save it as UTF-8.');
    }
  }
  function refuse(file: string, cause: string, mend: string): void {
    problems.push({ file, line: null, field: null, cause, mend });
  }
}

export function sha256(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}

/** Eight hex digits that change with any change of any file: printed on every page. */
export function versionOf(files: ContentFiles): string {
  const all = [...files].map(([path, text]) => `${path}\n${text.length}\n${text}`);
  return sha256(all.join('\n')).slice(0, 8);
}
