/**
 * `npm run verify:plan`: checks the plan of every possible person against every invariant (docs/plan.md).
 * One thread per core; each takes a share of the people.
 */
import { availableParallelism } from 'node:os';
import { parseArgs } from 'node:util';
import { fileURLToPath } from 'node:url';
import { isMainThread, parentPort, Worker } from 'node:worker_threads';
import * as v from 'valibot';
import { loadGuide } from '../guide/load';
import type { Guide } from '../guide/model';
import { formatProblem } from '../basics/problem';
import { today } from '../machine/today';
import { EXIT_BAD_INPUT, EXIT_FINDINGS, fail } from './terminal';
import { mutate, type MutationRow } from '../audit/plan/mutate';
import { verifyPlans, unreached, type Verification, type Violation } from '../audit/plan/verify';

const USAGE = 'npm run verify:plan -- [--seed NUMBER] [--random COUNT] [--threads COUNT] [--content DIR] [--mutate]';
const RANDOM_PEOPLE = 200_000;
const SEEDS = 2 ** 31;

interface Options {
  readonly seed: number;
  readonly random: number;
  readonly threads: number;
  readonly content: string;
  /** Break each rule in turn instead, and check that an invariant fails. */
  readonly mutate: boolean;
}

/** @returns the exit code: 0 when no plan breaks an invariant */
export async function main(args: readonly string[]): Promise<number> {
  const options = readOptions(args);
  if (options === null) return fail(EXIT_BAD_INPUT, `usage: ${USAGE}`);

  const loaded = loadGuide({ folder: options.content, language: 'en', today: today() });
  if (!loaded.ok) return fail(EXIT_FINDINGS, ...loaded.error.map(formatProblem));
  if (!isMainThread) {
    parentPort?.postMessage(verifyShare(loaded.value.guide, options, Number(process.env['HOMEWARD_SHARE'])));
    return 0;
  }
  if (options.mutate) return reportMutants(loaded.value.guide);
  const started = performance.now();
  const shares = await Promise.all(
    Array.from({ length: options.threads }, (_, index) => runShare(args, options, index)),
  );
  const reached = new Set(shares.flatMap((verification) => [...verification.reached]));
  const violations = [
    ...joined(shares.flatMap((verification) => verification.violations)),
    ...unreached(loaded.value.guide, reached),
  ];
  const seconds = (performance.now() - started) / 1000;
  const sum = (count: (verification: Verification) => number): string =>
    shares.reduce((total, verification) => total + count(verification), 0).toLocaleString('en-US');
  process.stdout.write(
    `${sum((verification) => verification.sets)} answer sets and ${sum((verification) => verification.random)} random people (seed ${options.seed}), ` +
      `${shares[0]?.invariants ?? 0} invariants, ${options.threads} threads, ${seconds.toFixed(1)} s\n`,
  );
  for (const { id, says, source, count, detail, example } of violations) {
    process.stdout.write(`\nBROKEN ${id}: ${says} (${source})\n  ${count.toLocaleString('en-US')} times`);
    process.stdout.write(`${detail === null ? '' : `; ${detail}`}\n`);
    if (example !== null) process.stdout.write(`  ${JSON.stringify(example)}\n`);
  }
  process.stdout.write(`${violations.length} violations\n`);
  return violations.length === 0 ? 0 : EXIT_FINDINGS;
}

/** A table of mutants by kind, then the survivors by name. */
function reportMutants(guide: Guide): number {
  const rows = mutate(guide);
  const write = (kind: string, ...counts: readonly (string | number)[]): void => {
    process.stdout.write(`${kind.padEnd(24)}${counts.map((each) => String(each).padStart(12)).join('')}\n`);
  };
  write('rule broken', 'mutants', 'killed', 'same plan', 'survived');
  for (const { kind, killed, same, survivors } of rows) {
    write(kind, killed + same.length + survivors.length, killed, same.length, survivors.length);
  }
  const sum = (count: (row: MutationRow) => number): number => rows.reduce((total, row) => total + count(row), 0);
  const survived = sum(({ survivors }) => survivors.length);
  const killed = sum((row) => row.killed);
  const same = sum((row) => row.same.length);
  write('all', killed + same + survived, killed, same, survived);
  for (const { kind, same: pairs } of rows) {
    for (const [what, why] of pairs) process.stdout.write(`same plan: ${kind} ${what} (${why})\n`);
  }
  for (const { kind, survivors } of rows) {
    for (const what of survivors) process.stdout.write(`SURVIVED: ${kind} ${what}\n`);
  }
  return survived === 0 ? 0 : EXIT_FINDINGS;
}

function verifyShare(guide: Guide, { seed, random, threads }: Options, index: number): Verification {
  return verifyPlans(guide, { pairs: 'all', random: { count: random, seed }, share: { at: index, of: threads } });
}

/** Runs this command in a thread. HOMEWARD_SHARE is the index of its share. */
function runShare(args: readonly string[], { seed }: Options, index: number): Promise<Verification> {
  return new Promise((resolve, reject) => {
    const worker = new Worker(fileURLToPath(new URL('src/commands/run.mjs', `file://${process.cwd()}/`)), {
      argv: ['verify-plan', ...args, '--seed', String(seed)],
      env: { ...process.env, HOMEWARD_SHARE: String(index) },
    });
    let verification: Verification | null = null;
    worker.once('message', (message: Verification) => {
      verification = message;
    });
    worker.once('error', reject);
    worker.once('exit', (code) => {
      if (verification === null) reject(new Error(`a share of the verification ended with code ${code}`));
      else resolve(verification);
    });
  });
}

/** Merges the violations of one rule in several shares. */
function joined(violations: readonly Violation[]): readonly Violation[] {
  const byRule = new Map<string, Violation>();
  for (const violation of violations) {
    const key = `${violation.id} ${violation.example === null ? (violation.detail ?? '') : ''}`;
    const known = byRule.get(key);
    // Violations without an example are the same in every share.
    const count = violation.example === null ? 1 : (known?.count ?? 0) + violation.count;
    byRule.set(key, { ...(known ?? violation), count });
  }
  return [...byRule.values()];
}

const count = v.pipe(v.string(), v.regex(/^\d{1,10}$/), v.transform(Number));
const optionsSchema = v.strictObject({
  seed: v.optional(count),
  random: v.optional(count),
  threads: v.optional(v.pipe(count, v.minValue(1))),
  content: v.optional(v.string()),
  mutate: v.optional(v.boolean()),
});

function readOptions(args: readonly string[]): Options | null {
  const text = { type: 'string' } as const;
  try {
    const { values } = parseArgs({
      args: [...args],
      options: { seed: text, random: text, threads: text, content: text, mutate: { type: 'boolean' } },
    });
    const read = v.safeParse(optionsSchema, values);
    if (!read.success) return null;
    const { seed, random, threads, content, mutate: isMutation } = read.output;
    return {
      seed: seed ?? Math.floor(Math.random() * SEEDS),
      random: random ?? RANDOM_PEOPLE,
      threads: threads ?? availableParallelism(),
      content: content ?? 'content',
      mutate: isMutation ?? false,
    };
  } catch {
    return null;
  }
}
