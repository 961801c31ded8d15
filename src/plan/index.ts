/** Questions → answers → plan. Pure: "today" is an argument (design/architecture.md). */
export { findContradictions } from './agreement';
export { becauseTexts } from './because';
export { checkInput } from './check';
export { conditionsFor, pathOf } from './choices';
export { FOUR_STEPS, stepOf } from './four-steps';
export { compilePlanner } from './planner';
export { viewPlan, voiceOf } from './view';
