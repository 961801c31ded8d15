/** `npm run content:flow [-- FOLDER]`: draws the flow of questions into flow.svg. */
import { openContent } from './content-folder';
import { drawFlow } from './flow-svg';
import { writeOutput } from './output';
import { EXIT_BAD_INPUT, fail, print, readCommandLine } from './terminal';

const USAGE = 'npm run content:flow -- [FOLDER] [--out FILE.svg]';

/** @returns the exit code */
export function main(args: readonly string[]): number {
  const line = readCommandLine({
    args,
    allowPositionals: true,
    options: { out: { type: 'string', default: 'flow.svg' } },
  });
  if (line === null) return fail(EXIT_BAD_INPUT, `usage: ${USAGE}`);
  const opened = openContent(line.positionals);
  if (!opened.ok) return fail(EXIT_BAD_INPUT, ...opened.lines);
  const { out } = line.values;
  const problem = writeOutput(out, drawFlow(opened.guide));
  if (problem !== null) return fail(EXIT_BAD_INPUT, problem);
  print(`${out} shows ${opened.guide.questions.length} questions; open it in a browser`);
  return 0;
}
