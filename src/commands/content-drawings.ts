/** `npm run content:drawings [-- --out FILE.svg]`: every drawing that content can name, with its name, on one sheet. */
import { writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { drawSheet } from './drawings-sheet';

const EXIT_BAD_INPUT = 2;
const USAGE = 'npm run content:drawings -- [--out FILE.svg]';

/** @returns the exit code */
export async function main(args: readonly string[]): Promise<number> {
  let out;
  try {
    out = parseArgs({ args: [...args], options: { out: { type: 'string', default: 'drawings.svg' } } }).values.out;
  } catch {
    process.stderr.write(`usage: ${USAGE}\n`);
    return EXIT_BAD_INPUT;
  }
  try {
    writeFileSync(out, await drawSheet());
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : 'unknown cause';
    process.stderr.write(`${out} cannot be written (${code}); name a file in a folder that is there\n`);
    return EXIT_BAD_INPUT;
  }
  process.stdout.write(`${out} shows every drawing and its name; open it in a browser\n`);
  return 0;
}
