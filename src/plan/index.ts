/** Questions → answers → plan. Pure: "today" is an argument (docs/design/architecture.md). */
export { findContradictions } from './insurance/agreement';
export { becauseTexts } from './rules/because';
export { checkInput, type InputProblem } from './check';
export { conditionsFor, pathOf } from './rules/conditions';
export { FOUR_STEPS, stepOf } from './four-steps';
export { planFor, type Planned } from './plan-for';
export { compilePlanner } from './planner';
export { viewPlan, voiceOf } from './view';
