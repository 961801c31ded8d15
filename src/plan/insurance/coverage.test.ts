/**
 * What a person is told of time limits, offices and help, by the evidence of docs/evidence/coverage-facts.md §3, §6.1
 * and §7.
 */
import { resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { PayerRow } from '../../guide/evidence';
import { makeGuide } from '../../guide/load';
import { readContentFiles } from '../../guide/load/files';
import type { Guide } from '../../guide/model';
import { formatProblem } from '../../basics/problem';
import { findContradictions, plannerFor } from '../index';
import type { PlanView } from '../model';

const PLAN = 'guides/insurance-and-prior-authorization-home-infusion/plan.toml';
const GOOD = readContentFiles(resolve('content')).files;

function make(files: ReadonlyMap<string, string> = GOOD, today = '2026-11-23') {
  const made = makeGuide(files, { language: 'en', today });
  if (!made.ok) throw new Error(made.error.map(formatProblem).join('\n'));
  return { guide: made.value.guide, payers: made.value.evidence.payers };
}
function changed(from: string | RegExp, to: string): ReadonlyMap<string, string> {
  const text = GOOD.get(PLAN) ?? '';
  const broken = text.replace(from, () => to);
  expect(broken).not.toBe(text);
  return new Map([...GOOD, [PLAN, broken]]);
}
const { guide: GUIDE, payers: PAYERS } = make();

function viewOf(
  answers: Readonly<Record<string, readonly string[]>>,
  { guide = GUIDE, state = 'TX' as string | null, today = '2026-11-23' } = {},
): PlanView {
  const given = { who: ['me'], treatment: ['other'], leaving: ['home'], urgent: ['no'], money: ['all'], ...answers };
  const input = {
    today,
    answers: given,
    state,
    letterDate: null,
    helpers: [],
    computedDates: true,
    largePrint: false,
  };
  return plannerFor(guide).view(input, { unitContacts: [] });
}
const waiting = { stage: ['waiting'], 'hold-up': ['unsure'] };

describe('how long the plan may take', () => {
  it.each([
    ['job', '15 days; if urgent, 72 hours (3 days). Some cases may take longer.'],
    ['bought', '15 days; if urgent, 72 hours (3 days). Some cases may take longer.'],
    [
      'advantage',
      '7 days for care; if urgent, 72 hours (3 days). 72 hours (3 days) for a drug; if urgent, 24 hours (1 day). Some cases may take longer.',
    ],
    ['medicare', '72 hours (3 days) for a Part D drug; if urgent, 24 hours (1 day).'],
    [
      'medicaid',
      '7 days for care; if urgent, 72 hours (3 days). 24 hours (1 day) for a drug. Some cases may take longer.',
    ],
  ])('%s: %s', (insurance, text) => {
    const { clocks } = viewOf({ insurance: [insurance], ...waiting });
    expect(clocks.intro).toBe('The longest the law allows for your plan:');
    expect(clocks.lines.map((line) => line.text)).toEqual([text]);
  });
  it.each(['tricare', 'va', 'other', 'unsure'])('%s: nothing is confirmed, so ask', (insurance) => {
    const { clocks } = viewOf({ insurance: [insurance], ...waiting });
    expect(clocks).toEqual({ intro: null, lines: [{ plan: null, text: 'Ask the plan for its time limit.' }] });
  });
  it('has a line for each of several plans, under its own name', () => {
    const { clocks } = viewOf({ insurance: ['job', 'tricare'], ...waiting });
    expect(clocks.lines.map(({ plan }) => plan)).toEqual(['A plan from a job or union', 'TRICARE (military)']);
    expect(clocks.lines[1]?.text).toBe('Ask the plan for its time limit.');
  });
  it('is about the plan that said no, where the person knows which', () => {
    const denied = { insurance: ['job', 'medicaid'], stage: ['denied'], reason: ['none'], level: ['first'] };
    expect(viewOf({ ...denied, 'who-said-no': ['job'] }).clocks.lines).toHaveLength(1);
    expect(viewOf({ ...denied, 'who-said-no': ['unsure'] }).clocks.lines).toHaveLength(2);
  });
  it('says nothing to somebody with no plan', () => {
    expect(viewOf({ insurance: ['none'] }).clocks.lines).toEqual([]);
  });
});

describe('when there is nothing to print', () => {
  const CASE_MANAGER = 'Ask your case manager for the number.';
  const denied = { insurance: ['bought'], stage: ['denied'], reason: ['none'], level: ['first'] };

  it('a contact past its date sends the person to the case manager', () => {
    const today = '2027-11-24';
    const { contacts } = viewOf({ ...denied, insurance: ['medicare'] }, { guide: make(GOOD, today).guide, today });
    expect(contacts.find(({ id }) => id === 'medicare')).toMatchObject({ phone: null, freshness: CASE_MANAGER });
    const fresh = viewOf({ ...denied, insurance: ['medicare'] }).contacts;
    expect(fresh.find(({ id }) => id === 'medicare')?.freshness).toBe('as of 11/2026');
  });
  it('so does the office of a state that nobody named', () => {
    expect(viewOf(denied, { state: null }).complaints[0]?.text).toBe(
      `The state insurance office can help. ${CASE_MANAGER}`,
    );
    expect(viewOf(denied, { state: null }).complaints[0]?.contacts).toEqual([]);
    expect(viewOf(denied).complaints[0]?.text).toBe('The state insurance office can help.');
    const medicaid = viewOf(denied, { state: null }).help.find(({ id }) => id === 'F3');
    expect(medicaid?.reason).toContain(CASE_MANAGER);
  });
  it('names Montana without the phone and address that nobody stands behind', () => {
    const { contacts } = viewOf({ ...denied, insurance: ['medicaid'] }, { state: 'MT' });
    expect(contacts.find(({ id }) => id === 'medicaid-MT')).toMatchObject({
      phone: null,
      web: null,
      freshness: CASE_MANAGER,
    });
    const regulator = viewOf(denied, { state: 'MT' }).contacts.find(({ id }) => id === 'regulator-MT');
    expect(regulator?.phone).toBeNull();
    expect(regulator?.web).not.toBeNull();
  });
});

describe('plan.toml and the payer rows say the same', () => {
  const found = (guide: Guide, payers: readonly PayerRow[]) => findContradictions(guide, payers);
  /** The payer rows with one cell of one row changed. */
  function withUse(key: string, option: string, use: 'yes' | 'no'): readonly PayerRow[] {
    return PAYERS.map((payer) => ({
      ...payer,
      help: payer.help.map((cell) => (payer.key === key && cell.option === option ? { ...cell, use } : cell)),
    }));
  }

  it('in the content of the repository', () => {
    expect(PAYERS).toHaveLength(11);
    expect(found(GUIDE, PAYERS)).toEqual([]);
  });
  it('or it is said: help that a row bars is offered', () => {
    const [problem, ...more] = found(
      make(
        changed(
          '{ id = "federal", result = "no", when = { flags = ["gov"] }',
          '{ id = "federal", result = "no", when = { insurance = ["va"] }',
        ),
      ).guide,
      PAYERS,
    );
    expect(problem?.cause).toMatch(/bars F2, and plan\.toml offers it to "(advantage|medicare)" with "job"/);
    expect(problem?.file).toMatch(/^coverage\/payers\/[de]-/);
    expect(problem?.fix).not.toBe('');
    expect(more.length).toBeGreaterThan(0);
  });
  it('or it is said: help that a row gives is not offered, with the line of the row', () => {
    const problems = found(GUIDE, withUse('g', 'F2', 'yes'));
    expect(problems.map(({ cause }) => cause)).toEqual([
      'row g has "yes" for F2, and plan.toml says "no" to "medicaid".',
    ]);
    const line = problems[0]?.line ?? 0;
    expect((GOOD.get('coverage/payers/g-medicaid-state.toml') ?? '').split('\n').slice(line - 1, line + 1)).toEqual([
      '[[help]]',
      'option = "F2"',
    ]);
  });
  it('or it is said: what depends is promised', () => {
    const files = changed('{ id = "ask-maker", result = "ask"', '{ id = "ask-maker", result = "yes"');
    expect(found(make(files).guide, PAYERS).map(({ cause }) => cause)).toContain(
      'row d has "depends" for F1, and plan.toml says "yes" to "advantage".',
    );
  });
  it('or it is said: a federal plan is sent to the state', () => {
    const files = changed('contacts = ["medicare", "ship"]', 'contacts = ["medicare", "ship", "regulator"]');
    expect(found(make(files).guide, PAYERS).map(({ cause }) => cause)).toEqual([
      'plan.toml sends "medicare" to "regulator", which oversees none of rows e.',
      'plan.toml sends "advantage" to "regulator", which oversees none of rows d.',
    ]);
    const payers = PAYERS.map((payer) =>
      payer.key === 'h' ? { ...payer, overseers: [{ contacts: ['regulator'], line: 3 }] } : payer,
    );
    expect(found(GUIDE, payers).some(({ cause }) => /row h is federal/.test(cause))).toBe(true);
  });
  it('or it is said: an overseer is left out', () => {
    const files = changed('contacts = ["ebsa"]', 'contacts = []');
    expect(found(make(files).guide, PAYERS).map(({ cause }) => cause)).toEqual([
      'plan.toml does not send "job" to "ebsa".',
    ]);
  });
  it('or it is said: a row names help that nobody has', () => {
    const payers = PAYERS.map((payer) =>
      payer.key === 'j' ? { ...payer, help: [{ option: 'F99', use: 'yes' as const, line: 5 }] } : payer,
    );
    expect(found(GUIDE, payers)).toMatchObject([{ cause: '"F99" is neither a kind of help nor a contact.', line: 5 }]);
  });
  it('names the Patient Advocate Foundation to everybody, with and without insurance', () => {
    expect(found(GUIDE, withUse('j', 'paf', 'no'))).toHaveLength(1);
  });
});
