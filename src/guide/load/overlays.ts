import type { OverlayRule } from '../model';
import { statesFigure } from './figures';
import type { ContentParts } from './parse';
import type { PlanFiles } from './plan-rules';
import type { Reading } from './reading';

type OverlayRow = ContentParts['plan']['value']['overlays'][number];
type PartRow = OverlayRow['parts'][number];

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
        checkFigures(part, { text, otherwise }, { files, place });
        if (holds(row, part, { files, place, reading })) return [{ key: part.key, when, text }];
        return otherwise === null ? [] : [{ key: part.otherwise ?? part.key, when, text: otherwise }];
      }),
    };
  });
}

interface Place {
  readonly files: PlanFiles;
  readonly place: string;
}

/** A figure names its evidence; the text that replaces it when the evidence expires has none. */
function checkFigures(
  part: PartRow,
  { text, otherwise }: { readonly text: string; readonly otherwise: string | null },
  { files, place }: Place,
): void {
  if (part.needs.length === 0 && statesFigure(text)) {
    const fix = 'name the rows of coverage/ it rests on: needs = ["a.any.urgent"].';
    files.plan.report(place, `"${part.key}" states a figure and names no evidence.`, fix);
  }
  if (otherwise !== null && statesFigure(otherwise)) {
    const cause = `"${part.otherwise ?? ''}" stands in for a figure and states one.`;
    files.plan.report(place, cause, 'say it with no figure.');
  }
}

/** Whether all evidence of a part is in effect. An unconfirmed row is reported as a problem, not treated as expired. */
function holds(
  overlay: OverlayRow,
  part: PartRow,
  { files, place, reading }: Place & { readonly reading: Reading },
): boolean {
  const { plan, names } = files;
  let inEffect = true;
  for (const need of part.needs) {
    const fact = names.facts.get(need);
    if (fact === undefined) {
      plan.report(place, `"${part.key}" needs "${need}", which no file of coverage/ has.`, 'check the spelling.');
    } else if (fact?.why === 'not-confirmed') {
      const fix = 'confirm the row in coverage/ with its source, or take the figure out of the text.';
      plan.report(place, `"${part.key}" rests on an unconfirmed rule: "${need}", ${fact.said}.`, fix);
    } else if (fact !== null) {
      inEffect = false;
      const why = `it rests on ${need}: ${fact.said}`;
      reading.withhold({ file: plan.file, line: plan.lineOf(place), fact: `${overlay.id}: ${part.key}`, why });
    }
  }
  return inEffect;
}
