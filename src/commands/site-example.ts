/** `npm run site:example`: generates `build/site.example.toml` from the table of settings. */
import { EXAMPLE_FILE, exampleToml } from '../site/example';
import { writeOutput } from './output';
import { EXIT_BAD_INPUT, fail, print } from './terminal';

/** @returns the exit code */
export async function main(): Promise<number> {
  const problem = writeOutput(EXAMPLE_FILE, exampleToml());
  if (problem !== null) return fail(EXIT_BAD_INPUT, problem);
  print(`${EXAMPLE_FILE} shows every setting`);
  return 0;
}
