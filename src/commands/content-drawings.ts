/** `npm run content:drawings [-- --out FILE.svg]`: every drawing with its name, on one sheet. */
import { drawSheet } from './drawings-sheet';
import { writeOutput } from './output';
import { EXIT_BAD_INPUT, fail, print, readCommandLine } from './terminal';

const USAGE = 'npm run content:drawings -- [--out FILE.svg]';

/** @returns the exit code */
export async function main(args: readonly string[]): Promise<number> {
  const line = readCommandLine({ args, options: { out: { type: 'string', default: 'drawings.svg' } } });
  if (line === null) return fail(EXIT_BAD_INPUT, `usage: ${USAGE}`);
  const { out } = line.values;
  const problem = writeOutput(out, await drawSheet());
  if (problem !== null) return fail(EXIT_BAD_INPUT, problem);
  print(`${out} shows every drawing and its name; open it in a browser`);
  return 0;
}
