/**
 * Plans a second, as a program of its own: bundled as the kiosk is (`runPlans` in bench.ts), because the module runner
 * of the commands resolves every imported name again at each use. Writes the rate of each round as JSON.
 */
import { loadGuide } from '../../src/guide/load';
import { plannerFor } from '../../src/plan';
import { inputOf, randomWay } from '../../src/audit/plan/sets';
import { makeRandom } from '../../src/basics/random';

const SEED = 20261123;
const PLANS = 2_000;
/** A kiosk makes a plan after every answer, all day, so the warm engine is measured. */
const WARM_UP_ROUNDS = 100;
const ROUNDS = 50;

const loaded = loadGuide({ folder: 'content', language: 'en', today: '2026-11-23' });
if (!loaded.ok) throw new Error('the content is not good: run npm run content:check');
const random = makeRandom(SEED);
const people = Array.from({ length: PLANS }, (_, at) =>
  inputOf(loaded.value.guide, randomWay(loaded.value.guide, random), at),
);
const planner = plannerFor(loaded.value.guide);
const rates = Array.from({ length: WARM_UP_ROUNDS + ROUNDS }, () => {
  const started = performance.now();
  for (const person of people) planner.plan(person);
  return PLANS / ((performance.now() - started) / 1000);
});
process.stdout.write(JSON.stringify(rates.slice(WARM_UP_ROUNDS)));
