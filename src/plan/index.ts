/** Questions → answers → plan. Pure: "today" is an argument (docs/design/architecture.md "Rooms"). */
export { findContradictions } from './insurance/agreement';
export type { InputProblem } from './check';
export { FOUR_STEPS, stepOf } from './four-steps';
export { AROUND_THE_LAST_DAY, FAST_FIRST, isLastDay, isOnlyIfCareIsCut } from './insurance/dates';
export { planFor, type Planned } from './plan-for';
export { plannerFor } from './planner';
export { voiceOf } from './wording';
