import type { Result } from '../basics/result';
import type { Condition, Guide } from '../guide/model';
import { checkInput, type InputProblem } from './check';
import type { PlanInput, PlanView } from './model';
import { plannerFor } from './planner';
import type { SiteContacts } from './view';

/** A plan in words, with what the pages ask about it. */
export interface Planned {
  /** The answers as checked, each question's in the order of the guide. */
  readonly input: PlanInput;
  readonly view: PlanView;
  /** Whether a condition of the content, such as that of a block on a page, holds for these answers. */
  readonly holds: (when: Condition) => boolean;
}

/**
 * Answers → plan in words: the one door for screens, machine and commands, so that all three show the same plan.
 * @param raw answers from outside: checked here, never believed
 * @returns the first thing that is wrong with the answers where no plan can be made of them
 */
export function planFor(guide: Guide, site: SiteContacts, raw: PlanInput): Result<Planned, InputProblem> {
  const checked = checkInput(guide, raw);
  if (!checked.ok) return checked;
  const input = checked.value;
  const planner = plannerFor(guide);
  return { ok: true, value: { input, view: planner.view(input, site), holds: planner.holds(input.answers) } };
}
