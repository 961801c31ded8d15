/** Which pages a person gets: ticked, or offered under "More pages for you" (product-anchors §4.1 "Packet rule"). */
import type { Guide } from '../guide/model';
import type { Choices, Language, Test } from './choices';
import type { Because, PlannedDocument } from './model';

export type BecauseOf = (questions: readonly string[]) => readonly Because[];

export function compilePacket(
  guide: Guide,
  language: Language,
): (choices: Choices, largePrint: boolean, becauseOf: BecauseOf) => readonly PlannedDocument[] {
  const documents = guide.order.flatMap((id) => {
    const rule = guide.documents.find((document) => document.id === id);
    return rule === undefined ? [] : [{ rule, trigger: language.compile(rule.trigger) }];
  });
  const rows: readonly { when: Test; must: readonly string[]; fill: readonly string[] }[] = guide.packet.rows.map(
    (row) => ({ when: language.compile(row.when), must: row.must, fill: row.fill }),
  );
  const pagesOf = new Map(guide.documents.map((document) => [document.id, document.limit.regular]));

  return ({ masks, flags }, largePrint, becauseOf) => {
    const relevant = documents.filter((document) => document.trigger(masks, flags));
    const isRelevant = (id: string): boolean => relevant.some((document) => document.rule.id === id);
    const row = rows.find((each) => each.when(masks, flags));
    const ticked = new Set(row?.must.filter(isRelevant));
    // Counted at regular size for both: who needs large print gets the same pages, not fewer.
    let pages = 0;
    for (const id of ticked) pages += pagesOf.get(id) ?? 0;
    for (const id of row?.fill ?? []) {
      const more = pagesOf.get(id) ?? 0;
      if (!isRelevant(id) || ticked.has(id) || pages + more > guide.packet.fillTo) continue;
      ticked.add(id);
      pages += more;
    }
    return relevant.map(({ rule }) => ({
      id: rule.id,
      ticked: ticked.has(rule.id),
      because: becauseOf(rule.because),
      limit: largePrint ? rule.limit.large : rule.limit.regular,
    }));
  };
}
