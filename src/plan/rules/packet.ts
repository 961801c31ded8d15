/**
 * Which pages a person gets: ticked, or offered under "More pages for you" (docs/evidence/product-anchors.md §4.1
 * "Packet rule").
 */
import type { Guide } from '../../guide/model';
import type { PersonFacts, Language } from './conditions';
import type { Because, PlannedDocument } from '../model';
import { all, first, stands, type Matches, type AddRules } from './rule-matcher';

const ASKED: readonly Because[] = [{ asked: true }];

export function compilePacket(
  guide: Guide,
  language: Language,
  sieved: AddRules,
): (choices: PersonFacts, sifted: Matches, largePrint: boolean) => readonly PlannedDocument[] {
  const rules = guide.order.flatMap((id) => {
    const rule = guide.documents.find((document) => document.id === id);
    return rule === undefined || rule.audience === 'staff' ? [] : [rule];
  });
  const documents = sieved(
    rules.map((rule) => ({ ...rule, when: rule.trigger })),
    ({ id, limit, because }, place) => {
      // A page that no answer asks for is there because the person did.
      const becauseOf = because.length === 0 ? () => ASKED : language.compileBecause(because);
      return { id, place, limit, becauseOf };
    },
  );
  const mayTick = sieved(
    rules.map((rule) => ({ when: rule.tickedWhen })),
    () => null,
  );
  const placesOf = (ids: readonly string[]): readonly number[] =>
    ids.map((id) => rules.findIndex((rule) => rule.id === id)).filter((place) => place >= 0);
  const rows = sieved(guide.packet.rows, ({ must, fill }) => ({ must: placesOf(must), fill: placesOf(fill) }));
  const { budget, fillTo } = guide.packet;

  return (choices, sifted, largePrint) => {
    const ticked = rules.map(() => false);
    let regular = 0;
    let large = 0;
    const tick = (places: readonly number[], mostRegular: number): void => {
      for (const place of places) {
        const more = documents.made[place]?.limit;
        if (more === undefined || ticked[place] === true) continue;
        if (!stands(documents.from + place, sifted) || !stands(mayTick.from + place, sifted)) continue;
        if (regular + more.regular > mostRegular || (largePrint && large + more.large > budget.large)) continue;
        ticked[place] = true;
        regular += more.regular;
        large += more.large;
      }
    };
    const row = first(rows, sifted);
    if (row !== undefined) {
      tick(row.must, budget.regular);
      // Counted at regular size for both: who needs large print gets the same fill pages while they fit.
      tick(row.fill, fillTo);
    }
    return all(documents, sifted, ({ id, place, limit, becauseOf }) => ({
      id,
      ticked: ticked[place] === true,
      because: becauseOf(choices),
      limit: largePrint ? limit.large : limit.regular,
    }));
  };
}
