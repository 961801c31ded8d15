import type { StateOf } from './table';

/** Nothing is being printed. */
export const NO_JOB: StateOf<'job'> = {
  phase: 'idle',
  request: null,
  job: null,
  packet: null,
  reason: null,
  sheets: 0,
  twoSided: false,
  reprintsLeft: 0,
  came: null,
};
