/**
 * Which pages a person gets: ticked, or offered under "More pages for you" (docs/evidence/product-anchors.md §4.1
 * "Packet rule").
 */
import type { Guide } from '../../guide/model';
import type { Because, PlannedDocument } from '../model';
import type { ConditionCompiler } from './conditions';
import type { PersonFacts } from './person';
import { allMatches, firstMatch, isMatch, type AddRules, type Matches } from './rule-matcher';

const ASKED: readonly Because[] = [{ asked: true }];

export type PickDocuments = (person: PersonFacts, matches: Matches, largePrint: boolean) => readonly PlannedDocument[];

/** Compiles the packet rule: pages by their triggers, ticked as the person's packet row and the page budget allow. */
export function compilePacket(guide: Guide, compiler: ConditionCompiler, addRules: AddRules): PickDocuments {
  const rules = guide.order.flatMap((id) => {
    const rule = guide.documents.find((document) => document.id === id);
    return rule === undefined || rule.audience === 'staff' ? [] : [rule];
  });
  const documents = addRules(
    rules.map((rule) => ({ ...rule, when: rule.trigger })),
    ({ id, limit, because }, index) => {
      // A page that no answer asks for is there because the person did.
      const becauseOf = because.length === 0 ? () => ASKED : compiler.compileBecause(because);
      return { id, index, limit, becauseOf };
    },
  );
  const mayTick = addRules(
    rules.map((rule) => ({ when: rule.tickedWhen })),
    () => null,
  );
  const indexesOf = (ids: readonly string[]): readonly number[] =>
    ids.map((id) => rules.findIndex((rule) => rule.id === id)).filter((index) => index >= 0);
  const rows = addRules(guide.packet.rows, ({ must, fill }) => ({ must: indexesOf(must), fill: indexesOf(fill) }));
  const { budget, fillTo } = guide.packet;

  return (person, matches, largePrint) => {
    const ticked = rules.map(() => false);
    let regular = 0;
    let large = 0;
    const tick = (indexes: readonly number[], maxRegular: number): void => {
      for (const index of indexes) {
        const limit = documents.values[index]?.limit;
        if (limit === undefined || ticked[index] === true) continue;
        if (!isMatch(documents.from + index, matches) || !isMatch(mayTick.from + index, matches)) continue;
        if (regular + limit.regular > maxRegular || (largePrint && large + limit.large > budget.large)) continue;
        ticked[index] = true;
        regular += limit.regular;
        large += limit.large;
      }
    };
    const row = firstMatch(rows, matches);
    if (row !== undefined) {
      tick(row.must, budget.regular);
      // Counted at regular size for both print sizes: large print gets the same fill pages while they fit.
      tick(row.fill, fillTo);
    }
    return allMatches(documents, matches, ({ id, index, limit, becauseOf }) => ({
      id,
      ticked: ticked[index] === true,
      because: becauseOf(person),
      limit: largePrint ? limit.large : limit.regular,
    }));
  };
}
