/** One thing that is wrong in content or settings, for the person who edits them. */
export interface Problem {
  readonly file: string;
  readonly line: number | null;
  readonly field: string | null;
  readonly cause: string;
  readonly fix: string;
}

/** `content/plan.toml:12: messages.3.when: there is no answer "denyed" … Fix: …` */
export function formatProblem(problem: Problem): string {
  const place = problem.line === null ? problem.file : `${problem.file}:${problem.line}`;
  const field = problem.field === null ? '' : ` ${problem.field}:`;
  return `${place}:${field} ${problem.cause} Fix: ${problem.fix}`;
}
