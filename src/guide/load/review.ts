import type { Guide } from '../model';
import type { Problem } from '../../basics/problem';
import { versionOf, type ContentFiles } from './files';
import { reviewSchema } from './schemas';
import { readToml } from './toml';

/** A hospital's sign-off (docs/design/content.md 8). It holds for the very content that was read, and no other. */
export type Review =
  | { readonly state: 'open' }
  | { readonly state: 'signed'; readonly by: NonNullable<Guide['approval']> }
  | { readonly state: 'stale'; readonly reviewer: string; readonly cause: string };

/** @returns null when the file is bad; what is wrong is added to `problems` */
export function readReview(files: ContentFiles, path: string, problems: Problem[]): Review | null {
  const file = readToml(files, path, reviewSchema, problems);
  if (file === null) return null;
  const { reviewer, role, date, hash } = file.value;
  if (reviewer === '' && role === '' && date === '' && hash === '') return { state: 'open' };
  const empty = Object.entries({ reviewer, role, date, hash }).find(([, value]) => value === '');
  const version = versionOf(files);
  if (empty !== undefined) return { state: 'stale', reviewer, cause: `"${empty[0]}" is empty` };
  if (hash !== version) {
    return { state: 'stale', reviewer, cause: `it was given for version ${hash}, and this is version ${version}` };
  }
  return { state: 'signed', by: { reviewer, role, date } };
}
