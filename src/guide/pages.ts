import type { BlockKind } from './blocks';
import type { DocumentRule, Guide } from './model';

/** The pages that hold a block of this kind. Content may name a page as it likes: the program knows it by its blocks. */
export function pagesWith({ documents }: Pick<Guide, 'documents'>, kind: BlockKind): readonly DocumentRule[] {
  return documents.filter(({ blocks }) => blocks.some((block) => block.kind === kind));
}

/** Pages that help somebody whose language the screens do not speak. Anybody may print them, with no answer given. */
export function languagePages(guide: Guide): readonly string[] {
  return pagesWith(guide, 'languages').map(({ id }) => id);
}
