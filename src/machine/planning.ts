import type { Condition, Guide } from '../guide/model';
import type { Site } from '../site/site';
import { checkInput, compilePlanner, conditionsFor, viewPlan } from '../plan';
import type { PlanInput, PlanView } from '../plan/model';

export interface Planned {
  readonly input: PlanInput;
  readonly view: PlanView;
  /** Whether a block of a page stands for these answers. */
  readonly holds: (when: Condition) => boolean;
}
export type Planning =
  | { readonly ok: true; readonly planned: Planned }
  /** Answers that no screen and no path offers: where, and how to fix it. */
  | { readonly ok: false; readonly problem: { readonly place: string; readonly fix: string } };

/** A plan in words from answers that came from outside: checked here, never believed. */
export function planFor(guide: Guide, site: Site, raw: PlanInput): Planning {
  const checked = checkInput(guide, raw);
  if (!checked.ok) return checked;
  const { input } = checked;
  const plan = compilePlanner(guide)(input);
  const view = viewPlan(guide, plan, input, { unitContacts: site.unitContacts });
  return { ok: true, planned: { input, view, holds: conditionsFor(guide, input.answers) } };
}
