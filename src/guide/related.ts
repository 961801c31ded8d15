import type { Condition, Guide, Text } from './model';

export interface RelatedGuide {
  readonly id: string;
  readonly title: Text;
  /** Without `https://`; null if the hospital does not have the guides on its website. */
  readonly web: string | null;
}

/**
 * The other guides of the series. Those that fit the answers come first.
 * @param base their web address, with a slash at the end ([pages] guides_address of the settings)
 */
export function relatedGuides(
  guide: Pick<Guide, 'related'>,
  holds: (when: Condition) => boolean,
  base: string | null,
): readonly RelatedGuide[] {
  const isFirst = ({ first }: Guide['related'][number]): boolean => first !== null && holds(first);
  const sorted = [...guide.related.filter(isFirst), ...guide.related.filter((each) => !isFirst(each))];
  return sorted.map(({ id, title }) => ({
    id,
    title,
    web: base === null ? null : `${base.replace('https://', '')}${id}`,
  }));
}
