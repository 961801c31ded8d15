/** Shared by the commands: exit codes, the command line, and output to the terminal. */
import { parseArgs, type ParseArgsConfig } from 'node:util';

/** The command ran and found problems: in the content, or a printer that is not ready. */
export const EXIT_FINDINGS = 1;
/** The command cannot run on this machine: no Chromium, or the screens do not build. */
export const EXIT_CANNOT_RUN = 1;
/** The command line or a file that it names is wrong. Nothing was written. */
export const EXIT_BAD_INPUT = 2;

/** Ends a command with one line, before it has written anything; thrown below `refusable`. */
export class Refusal extends Error {
  constructor(
    readonly exitCode: number,
    line: string,
  ) {
    super(line);
  }
}

/** Runs a command that may end with a `Refusal`. @returns the exit code */
export async function refusable(run: () => Promise<void>): Promise<number> {
  try {
    await run();
    return 0;
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    return fail(error.exitCode, error.message);
  }
}

/** A refusal that names what is wrong in the input, and how to fix it. */
export function badInput(place: string, fix: string): Refusal {
  return new Refusal(EXIT_BAD_INPUT, `${place}: ${fix}`);
}

export function print(line: string): void {
  process.stdout.write(`${line}\n`);
}

/** Prints what went wrong. @returns the exit code, for `return fail(EXIT_BAD_INPUT, …)` */
export function fail(exitCode: number, ...lines: readonly string[]): number {
  for (const line of lines) process.stderr.write(`${line}\n`);
  return exitCode;
}

/** Node's `parseArgs`. @returns null if the command line does not fit the options; the command then prints its usage */
export function readCommandLine<const Config extends ParseArgsConfig>(
  config: Config,
): ReturnType<typeof parseArgs<Config>> | null {
  try {
    return parseArgs(config);
  } catch {
    return null;
  }
}
