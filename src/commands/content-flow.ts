/** `npm run content:flow [-- FOLDER]`: draws the way through the questions, from the rules, into flow.svg. */
import { writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { openContent } from './content-folder';
import { drawFlow } from './flow-svg';

const EXIT_BAD_INPUT = 2;
const USAGE = 'npm run content:flow -- [FOLDER] [--out FILE.svg]';

/** @returns the exit code */
export function main(args: readonly string[]): number {
  let parsed;
  try {
    parsed = parseArgs({
      args: [...args],
      allowPositionals: true,
      options: { out: { type: 'string', default: 'flow.svg' } },
    });
  } catch {
    process.stderr.write(`usage: ${USAGE}\n`);
    return EXIT_BAD_INPUT;
  }
  const opened = openContent(parsed.positionals);
  if (!opened.ok) {
    for (const line of opened.lines) process.stderr.write(`${line}\n`);
    return EXIT_BAD_INPUT;
  }
  const { out } = parsed.values;
  try {
    writeFileSync(out, drawFlow(opened.guide));
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : 'unknown cause';
    process.stderr.write(`${out} cannot be written (${code}); name a file in a folder that is there\n`);
    return EXIT_BAD_INPUT;
  }
  process.stdout.write(`${out} shows ${opened.guide.questions.length} questions; open it in a browser\n`);
  return 0;
}
