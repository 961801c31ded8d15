import type { Guide } from '../model';
import { versionOf } from './files';
import { guidePaths } from './paths';
import type { Reading } from './reading';
import { reviewSchema } from './schemas';

/** A hospital's sign-off (docs/design/content.md 8). It is valid only for the exact content that was read. */
export type Review =
  | { readonly state: 'open' }
  | { readonly state: 'signed'; readonly by: NonNullable<Guide['approval']> }
  | { readonly state: 'stale'; readonly reviewer: string; readonly cause: string };

/** @returns null if the file is bad; its problems have been reported */
export function readReview(reading: Reading): Review | null {
  const { files, guide, language } = reading;
  const file = reading.parse(guidePaths(guide, language).words.review, reviewSchema);
  if (file === null) return null;
  const { reviewer, role, date, hash } = file.value;
  if (reviewer === '' && role === '' && date === '' && hash === '') return { state: 'open' };
  const empty = Object.entries({ reviewer, role, date, hash }).find(([, value]) => value === '');
  if (empty !== undefined) return { state: 'stale', reviewer, cause: `"${empty[0]}" is empty` };
  const version = versionOf(files, guide, language);
  if (hash !== version) {
    return { state: 'stale', reviewer, cause: `it was given for version ${hash}, and this is version ${version}` };
  }
  return { state: 'signed', by: { reviewer, role, date } };
}
