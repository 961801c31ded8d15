/** Questions → answers → plan. Pure: "today" is an argument (design/architecture.md). */
export { findContradictions } from './agreement';
export { becauseTexts } from './because';
export { calendarEvent } from './calendar-event';
export { checkInput, type Checked, type InputProblem } from './check';
export { conditionsFor, pathOf } from './choices';
export { compilePlanner, type Planner } from './planner';
export { viewPlan, voiceOf, type ViewExtras } from './view';
