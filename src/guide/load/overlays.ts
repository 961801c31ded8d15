import type { OverlayRule } from '../model';
import { statesFigure } from './figures';
import { checkFigure, isInEffect, type Claim } from './needs';
import type { PlanFiles } from './plan-rules';
import type { Reading } from './reading';

/** The overlays of the plan. A part whose evidence has expired is replaced by its `otherwise`, or left out. */
export function resolveOverlays(files: PlanFiles, reading: Reading): readonly OverlayRule[] {
  const { plan, planWords, rule, word, refer } = files;
  return plan.value.overlays.map((row, index) => {
    const words = planWords.value.overlays[row.id];
    const field = `overlays.${row.id}`;
    if (row.page !== undefined) refer([row.page], 'document', `overlays.${index}.page`);
    return {
      ...rule(row, `overlays.${index}`),
      title: word(words, 'title', field),
      short: word(words, 'short', field),
      role: row.role ?? null,
      page: row.page ?? null,
      parts: row.parts.flatMap((part): OverlayRule['parts'] => {
        const place = `overlays.${index}.parts`;
        const when = files.conditionAt(part.when, place);
        const text = word(words, part.key, field);
        const otherwise = part.otherwise === undefined ? null : word(words, part.otherwise, field);
        const claim: Claim = { file: plan, field: place, key: part.key, of: row.id, needs: part.needs };
        checkFigure(claim, text);
        if (otherwise !== null && statesFigure(otherwise)) {
          const cause = `"${part.otherwise ?? ''}" stands in for a figure and states one.`;
          plan.report(place, cause, 'say it with no figure.');
        }
        if (isInEffect(claim, files.names, reading)) return [{ key: part.key, when, text }];
        return otherwise === null ? [] : [{ key: part.otherwise ?? part.key, when, text: otherwise }];
      }),
    };
  });
}
