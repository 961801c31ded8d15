import type { BlockKind } from './blocks';
import type { DocumentRule, Guide } from './model';

/** The pages that hold a block of this kind. Content may choose any id for a page: the program finds it by its blocks. */
export function pagesWith({ documents }: Pick<Guide, 'documents'>, kind: BlockKind): readonly DocumentRule[] {
  return documents.filter(({ blocks }) => blocks.some((block) => block.kind === kind));
}

/** Pages for people whose language the screens do not have. Anybody may print them without answering questions. */
export function languagePages(guide: Guide): readonly string[] {
  return pagesWith(guide, 'languages').map(({ id }) => id);
}
