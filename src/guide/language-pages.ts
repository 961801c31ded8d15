import type { Guide } from './model';

/** Pages that help somebody whose language the screens do not speak. Anybody may print them, with no answer given. */
export function languagePages(guide: Guide): readonly string[] {
  return guide.documents.filter(({ blocks }) => blocks.some(({ kind }) => kind === 'languages')).map(({ id }) => id);
}
