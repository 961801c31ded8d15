/** Which pages a person gets: ticked, or offered under "More pages for you" (product-anchors §4.1 "Packet rule"). */
import type { Guide } from '../guide/model';
import type { Choices, Language, Test } from './choices';
import type { Because, PlannedDocument } from './model';

const ASKED: readonly Because[] = [{ asked: true }];

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
  const limits = new Map(guide.documents.map((document) => [document.id, document.limit]));
  const { budget, fillTo } = guide.packet;

  return ({ masks, flags }, largePrint, becauseOf) => {
    const relevant = documents.filter((document) => document.trigger(masks, flags));
    const isRelevant = (id: string): boolean => relevant.some((document) => document.rule.id === id);
    const row = rows.find((each) => each.when(masks, flags));
    const ticked = new Set<string>();
    let regular = 0;
    let large = 0;
    const tick = (id: string, mostRegular: number): void => {
      const more = limits.get(id);
      if (more === undefined || !isRelevant(id) || ticked.has(id) || regular + more.regular > mostRegular) return;
      if (largePrint && large + more.large > budget.large) return;
      ticked.add(id);
      regular += more.regular;
      large += more.large;
    };
    for (const id of row?.must ?? []) tick(id, budget.regular);
    // Counted at regular size for both: who needs large print gets the same fill pages while they fit.
    for (const id of row?.fill ?? []) tick(id, fillTo);
    return relevant.map(({ rule }) => ({
      id: rule.id,
      ticked: ticked.has(rule.id),
      // A page that no answer asks for is there because the person did.
      because: rule.because.length === 0 ? ASKED : becauseOf(rule.because),
      limit: largePrint ? rule.limit.large : rule.limit.regular,
    }));
  };
}
