/**
 * `npm run measures`: how the house is kept, as a table with its limits; code 1 where one is broken. The lint lane runs
 * it. `npm run measures -- FOLDER` measures another copy of the project.
 */
import { execFileSync } from 'node:child_process';
import { resolve } from 'node:path';
import process from 'node:process';
import * as code from './code';
import type { Finding } from './code';
import { englishLiterals } from './english';
import { unresolvedReferences } from './references';

interface Measure {
  readonly name: string;
  /** The highest count that is accepted. */
  readonly limit: number;
  readonly findings: readonly Finding[];
}

/** Each measure's findings are printed where its limit is broken. */
export function main(args: readonly string[]): number {
  const root = resolve(args[0] ?? '.');
  const measures = measure(root);
  const width = Math.max(...measures.map(({ name }) => name.length));
  for (const { name, limit, findings } of measures)
    process.stdout.write(
      `${name.padEnd(width)}  ${String(findings.length).padStart(4)}  limit ${limit}${findings.length > limit ? '  BROKEN' : ''}\n`,
    );
  const broken = measures.filter(({ limit, findings }) => findings.length > limit);
  for (const { name, findings } of broken) {
    process.stdout.write(`\n${name}:\n`);
    for (const { place, what } of findings) process.stdout.write(`  ${place}  ${what}\n`);
  }
  return broken.length === 0 ? 0 : 1;
}

function measure(root: string): readonly Measure[] {
  const sources = code.readSources(root, 'src').filter((source) => !code.isTest(source));
  const browserTests = code.readSources(root, 'tests/browser');
  return [
    { name: 'functions over 100 lines', limit: 0, findings: code.longFunctions(sources) },
    { name: 'parameters over four', limit: 0, findings: code.longParameterLists(sources) },
    { name: 'unresolved references', limit: 0, findings: unresolvedReferences(root) },
    { name: 'stores reset by hand', limit: 0, findings: code.storesResetByHand(sources) },
    { name: 'types of settings declared twice', limit: 0, findings: code.settingsDeclaredTwice(sources) },
    { name: 'English literals in browser tests', limit: 19, findings: englishLiterals(root, browserTests) },
    { name: 'import directions broken', limit: 0, findings: code.brokenDirections(sources) },
    { name: 'dead exports and files', limit: 0, findings: deadCode(root) },
  ];
}

interface KnipReport {
  readonly issues: readonly Readonly<Record<string, unknown>>[];
}

/** What knip finds: files, exports and dependencies that nothing uses. */
function deadCode(root: string): readonly Finding[] {
  const { issues } = JSON.parse(runKnip(root)) as KnipReport;
  return issues.flatMap(({ file, ...kinds }) =>
    Object.entries(kinds).flatMap(([kind, found]) =>
      (Array.isArray(found) ? found : []).map((each: { readonly name: string; readonly line?: number }) => ({
        place: each.line === undefined ? String(file) : `${String(file)}:${each.line}`,
        what: `${kind}: ${each.name}`,
      })),
    ),
  );
}

/** knip ends with code 1 when it finds something; its report is on stdout all the same. */
function runKnip(root: string): string {
  const args = ['knip', '--reporter', 'json', '--config', resolve('knip.jsonc'), '--directory', root];
  try {
    return execFileSync('npx', args, { encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] });
  } catch (error) {
    if (error instanceof Error && 'stdout' in error && String(error.stdout).startsWith('{'))
      return String(error.stdout);
    throw error;
  }
}
