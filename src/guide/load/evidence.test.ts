/**
 * Expectations here are read off docs/evidence/coverage-facts.md §2–§7 and states.csv, row by row, never off content/.
 */
import { resolve } from 'node:path';
import { readdirSync, readFileSync, statSync } from 'node:fs';
import ts from 'typescript';
import { describe, expect, it } from 'vitest';
import type { Evidence } from '../evidence';
import type { Contact, DecisionClock, Guide } from '../model';
import { formatProblem, type Problem } from '../../basics/problem';
import { readContentFiles } from './files';
import { makeGuide } from './index';

const TODAY = '2026-11-23';
const GUIDE = 'guides/insurance-and-prior-authorization-home-infusion';
const PLAN = `${GUIDE}/plan.toml`;
const DOCUMENTS = `${GUIDE}/documents.toml`;
const COVERAGE_WORDS = 'coverage/en.toml';
const NATIONAL = 'contacts/national.toml';
const STATES = 'contacts/states.csv';
const PAYER_A = 'coverage/payers/a-employer-self-funded.toml';
const PAYER_E = 'coverage/payers/e-original-medicare.toml';
const PAYER_K = 'coverage/payers/k-other.toml';
const UNUSED = 'coverage/unused.toml';
const PAYER_F = 'coverage/payers/f-medicaid-plan.toml';

const GOOD = readContentFiles(resolve('content')).files;

function changed(file: string, from: string | RegExp, to: string, files = GOOD): ReadonlyMap<string, string> {
  const text = files.get(file) ?? '';
  const broken = text.replace(from, () => to);
  expect(broken, `${file} has ${String(from)}`).not.toBe(text);
  return new Map([...files, [file, broken]]);
}
/** One row of a payer file with a line more. */
function withLine(file: string, id: string, line: string, files = GOOD): ReadonlyMap<string, string> {
  return changed(file, `id = "${id}"\n`, `id = "${id}"\n${line}\n`, files);
}
function withStatus(file: string, id: string, status: string): ReadonlyMap<string, string> {
  const row = new RegExp(`(?<=id = "${id}"\\n[^[]*)status = "[^"]*"`);
  return changed(file, row, `status = "${status}"`);
}
function make(files: ReadonlyMap<string, string>, today = TODAY) {
  const made = makeGuide(files, { language: 'en', today });
  const evidence: Evidence = made.ok ? made.value.evidence : { withheld: [], payers: [] };
  return { guide: made.ok ? made.value.guide : null, problems: made.ok ? [] : made.error, evidence };
}
function good(files: ReadonlyMap<string, string> = GOOD, today = TODAY): Guide {
  const { guide, problems } = make(files, today);
  expect(problems.map(formatProblem)).toEqual([]);
  if (guide === null) throw new Error('no guide');
  return guide;
}
function problemIn(files: ReadonlyMap<string, string>, file: string, says: RegExp, today = TODAY): Problem {
  const { problems } = make(files, today);
  const found = problems.find((problem) => problem.file === file && says.test(problem.cause));
  if (found === undefined) throw new Error(`not said: ${problems.map(formatProblem).join('\n')}`);
  expect(found.fix).not.toBe('');
  return found;
}
function lineOf(files: ReadonlyMap<string, string>, file: string, text: string): number {
  return (files.get(file) ?? '').split('\n').findIndex((line) => line.includes(text)) + 1;
}
function withheldFacts(files: ReadonlyMap<string, string> = GOOD, today = TODAY): ReadonlyMap<string, string> {
  return new Map(make(files, today).evidence.withheld.map(({ fact, why }) => [fact, why]));
}
const inWords = (clock: DecisionClock): string =>
  `${clock.covers}: ${clock.standard.count} ${clock.standard.unit}, ${clock.urgent.count} ${clock.urgent.unit}`;
function textsOf(guide: Guide, overlay: string): readonly string[] {
  return guide.overlays.find(({ id }) => id === overlay)?.parts.map(({ text }) => text) ?? [];
}

describe('the longest times of docs/evidence/coverage-facts.md §3', () => {
  it.each([
    ['job', ['any: 15 days, 72 hours']],
    ['bought', ['any: 15 days, 72 hours']],
    ['advantage', ['care: 7 days, 72 hours', 'part-b-drug: 72 hours, 24 hours', 'part-d-drug: 72 hours, 24 hours']],
    ['medicare', ['part-d-drug: 72 hours, 24 hours']],
    ['medicaid', ['care: 7 days, 72 hours', 'drug: 24 hours, 24 hours']],
    ['tricare', []],
    ['va', []],
    ['none', []],
    ['other', []],
    ['unsure', []],
  ])('%s', (insurance, clocks) => {
    expect(good().clocks[insurance]?.map(inWords)).toEqual(clocks);
  });

  it('says none when only one of the rows behind an answer is confirmed, or the two differ', () => {
    const doubted = withStatus('coverage/payers/b-employer-insured.toml', 'b.any.standard', 'corroborated');
    expect(good(doubted).clocks['job']).toEqual([]);
    const shorter = changed(PAYER_F, 'limit = { count = 7, unit = "days" }', 'limit = { count = 14, unit = "days" }');
    expect(good(shorter).clocks['medicaid']?.map(inWords)).toEqual(['drug: 24 hours, 24 hours']);
  });
  it('says none before a row starts and after it has run out', () => {
    expect(good(GOOD, '2025-12-31').clocks['medicaid']?.map(inWords)).toEqual(['drug: 24 hours, 24 hours']);
    const until = withLine(PAYER_E, 'e.part-d-drug.standard', 'effective_until = "2026-12-31"');
    expect(good(until, '2026-12-31').clocks['medicare']).toHaveLength(1);
    expect(good(until, '2027-01-01').clocks['medicare']).toEqual([]);
    expect(withheldFacts(until, '2027-01-01').get('e.part-d-drug.standard')).toBe('it ran out on 2026-12-31');
  });
});

describe('every row of evidence stands with its true status', () => {
  it.each([
    // §3
    ['b.state-law', 'UNCONFIRMED'],
    ['c.formulary-exception.standard', 'confirmed (secondary)'],
    ['c.formulary-exception.urgent', 'confirmed (secondary)'],
    ['e.pumps-on-list', 'confirmed (secondary)'],
    ['h.any.standard', 'UNCONFIRMED'],
    ['h.any.urgent', 'UNCONFIRMED'],
    ['i.own-care-no-pa', 'UNCONFIRMED'],
    ['a.cut-early', 'confirmed (secondary)'],
    // §4.1
    ['a.two-levels', 'UNCONFIRMED'],
    ['f.outside-medical-review', 'UNCONFIRMED'],
    ['h.appeal-decision', 'UNCONFIRMED'],
    ['i.benefit-decisions', 'UNCONFIRMED'],
    // A8, A10, A11, A12, A16, A17, A18, A19, A20
    ['g.keep-care', 'confirmed (secondary)'],
    ['f.keep-care-cost', 'confirmed (secondary)'],
    ['d.approval-stays', 'confirmed (secondary)'],
    ['d.transition', 'confirmed (secondary)'],
    ['d.no-second-no', 'confirmed (secondary)'],
    ['d.appointment-form', 'UNCONFIRMED'],
    ['c.filing-fee', 'confirmed (secondary)'],
    ['d.step-therapy', 'confirmed (secondary)'],
    ['d.step-therapy-new-starts', 'UNCONFIRMED'],
    ['a.wrong-way-urgent', 'confirmed (secondary)'],
    ['a.wrong-way', 'UNCONFIRMED'],
    // §4.2, §6.2, §7, §14
    ['b.federal-process-states', 'UNCONFIRMED'],
    ['h.moved-states', 'UNCONFIRMED'],
    ['e.part-d-cap-2026', 'confirmed (secondary)'],
    ['e.part-d-cap-2027', 'confirmed (secondary)'],
    ['j.healthcare-gov-window', 'UNCONFIRMED'],
    ['j.special-period', 'UNCONFIRMED'],
    ['d.part-d-drug-rule', 'proposed'],
    ['e.part-d-drug-rule', 'proposed'],
    // A30 to A34, O2, O3, O8, R5, R7
    ['f.transition', 'confirmed (secondary)'],
    ['f.out-of-network', 'confirmed (secondary)'],
    ['a.peer-call', 'confirmed (secondary)'],
    ['d.gap-exception', 'UNCONFIRMED'],
    ['e.first-dose', 'UNCONFIRMED'],
    ['e.wiser', 'confirmed (secondary)'],
    ['e.joe-fiandra-act', 'confirmed (secondary)'],
    ['k.federal-employees-opm-days', 'confirmed (secondary)'],
    ['k.federal-employees-fast', 'confirmed (secondary)'],
    ['k.sharing-ministry', 'confirmed (secondary)'],
    ['j.papers-and-status', 'confirmed (secondary)'],
  ])('%s is withheld: %s', (fact, status) => {
    expect(withheldFacts().get(fact)).toBe(`its status is "${status}"`);
  });

  it.each([
    'a.extension',
    'a.missing-information',
    'a.missing-information-urgent',
    'a.more-of-approved-urgent',
    'a.missed-deadline',
    'a.both-at-once',
    'b.both-at-once',
    'c.both-at-once',
    'a.review-needs',
    'a.review-four-months',
    'a.no-weekend',
    'a.free-copies',
    'a.by-phone',
    'a.partial',
    'b.partial',
    'c.one-level',
    'd.care-extension',
    'd.care-missed-deadline',
    'd.part-d-partial',
    'e.part-d-missed-deadline',
    'd.good-cause',
    'd.discharge-review',
    'e.discharge-review',
    'd.doctor-may-appeal',
    'd.judge-amount-2026',
    'd.court-amount-2026',
    'e.no-pa',
    'e.pa-no-appeal',
    'f.keep-care',
    'f.missed-deadline',
    'f.drug-emergency-supply',
    'g.hearing-longest',
    'h.expedited-appeal',
    'h.network-provider',
    'h.hearing-amount',
    'i.clinical-appeal',
    'j.charity-deadline',
    'k.federal-employees',
    // "Changes of 2026-11-30": new rows, and rows that were lifted to confirmed
    'a.urgent-means',
    'c.keep-care',
    'c.partial',
    'd.care-partial',
    'f.partial',
    'f.one-level',
    'f.appeal-by-phone',
    'g.under-21',
    'g.hearing-expedited',
    'c.missing-information',
    'c.missing-information-urgent',
    'c.more-of-approved-urgent',
    'd.appeal-extension',
    'd.appeal-missed-deadline',
    'e.part-d-appeal-missed-deadline',
    'd.integrated-plan',
    'e.observation-notice',
    'e.status-change-appeal',
    'e.abn',
    'e.supplier-day-and-night',
    'b.continuity',
    'b.doctor-may-appeal',
    'f.doctor-may-appeal',
    'g.missed-deadline',
    'g.states-later',
    'h.tfl',
    'i.community-care-ok',
    'i.emergency-72-hours',
    'i.community-care-appeal',
    'j.back-dating-2026',
    'j.presumptive',
    'c.grace-period',
    'k.federal-employees-opm',
    'k.federal-employees-copay-card',
    'k.cobra',
    'k.short-term',
    'k.church-plan',
    'k.student-plan',
    'k.grandfathered',
    'k.workers-comp',
    'k.indian-health',
    'k.chip',
    'k.chip-appeal',
    'k.chip-review',
  ])('%s is confirmed: a text may rest on it', (fact) => {
    expect(withheldFacts().has(fact)).toBe(false);
    const files = changed(PLAN, 'needs = ["k.government-plan"]', `needs = ["${fact}"]`);
    expect(make(files).problems.filter(({ cause }) => cause.includes('unconfirmed'))).toEqual([]);
  });

  it('has nobody down as a checker, and runs out only where the evidence names a day', () => {
    for (const [path, text] of GOOD) {
      if (!path.startsWith('coverage/')) continue;
      for (const [, day] of text.matchAll(/^checked_on = "(.*)"$/gm)) expect(day, path).toBe('');
      for (const [, day] of text.matchAll(/^effective_until = "(.*)"$/gm)) {
        expect(['2026-12-15', '2026-12-31', '2027-03-31', '2027-12-31'], path).toContain(day);
      }
    }
  });

  it('lets the amounts of 2026 run out with the year', () => {
    const later = withheldFacts(GOOD, '2027-01-01');
    expect(later.get('d.judge-amount-2026')).toBe('it ran out on 2026-12-31');
    expect(later.get('d.court-amount-2026')).toBe('it ran out on 2026-12-31');
  });
});

describe('who may use what: the table of docs/evidence/coverage-facts.md §7', () => {
  const ROWS: Readonly<Record<string, string>> = {
    // columns: a b c d e f g h i j; Y yes, N no, ? depends, - not relevant (or "has it", "if also Medicare", "automatic")
    F1: '?????????Y',
    F2: 'YYYNNNNNN-',
    F3: '?????--??Y',
    F4: '---YY-----',
    F5: 'YYYYYYYYYY',
    F6: 'YYYYY????N',
    F7: 'YYY??????Y',
    F8: '---YY??---',
    F9: '---YY-----',
    F10: '---YY??---',
    F11: '---YY-----',
    F12: '---------Y',
    F13: '---------Y',
    paf: 'YYYYYYYYYY',
    needymeds: 'YYYYYYYYYY',
    rxassist: 'YYYYYYYYYY',
  };
  const USE: Readonly<Record<string, string>> = { Y: 'yes', N: 'no', '?': 'depends', '-': 'not-relevant' };

  it.each(Object.entries(ROWS))('%s', (option, row) => {
    const { payers } = make(GOOD).evidence;
    for (const [at, key] of [...'abcdefghij'].entries()) {
      const found = payers.find((payer) => payer.key === key)?.help.find((each) => each.option === option);
      expect(found?.use, key).toBe(USE[row[at] ?? '']);
    }
  });
  it('has no column for row k', () => {
    expect(make(GOOD).evidence.payers.find(({ key }) => key === 'k')?.help).toEqual([]);
  });
});

describe('who oversees whom: docs/evidence/coverage-facts.md §2, §6.1', () => {
  it.each([
    ['a', ['job'], ['ebsa'], false],
    ['b', ['job'], ['regulator', 'ebsa'], false],
    ['c', ['bought'], ['regulator'], false],
    ['d', ['advantage'], ['medicare', 'ship'], true],
    ['e', ['medicare'], ['medicare', 'ship'], true],
    ['f', ['medicaid'], ['medicaid'], true],
    ['g', ['medicaid'], ['medicaid'], true],
    ['h', ['tricare'], ['tricare-east', 'tricare-west', 'tricare-for-life'], true],
    ['i', ['va'], ['va', 'va-emergency'], true],
    ['j', ['none'], [], false],
    ['k', ['federal-job', 'other', 'unsure'], [], false],
  ] as const)('row %s', (key, insurances, contacts, federal) => {
    const row = make(GOOD).evidence.payers.find((payer) => payer.key === key);
    expect(row?.insurances).toEqual(insurances);
    expect(row?.overseers.flatMap((each) => each.contacts)).toEqual(contacts);
    expect(row?.federal).toBe(federal);
  });
});

describe('the appeal windows of docs/evidence/coverage-facts.md §4.1', () => {
  it.each([
    ['fehb', 'reconsideration', 6, 'months'],
    ['employer', 'internal', 180, 'days'],
    ['employer', 'external-review', 4, 'months'],
    ['individual', 'internal', 180, 'days'],
    ['individual', 'external-review', 4, 'months'],
    ['advantage-care', 'reconsideration', 65, 'days'],
    ['advantage-care', 'judge', 60, 'days'],
    ['part-d-drug', 'redetermination', 65, 'days'],
    ['part-d-drug', 'independent-review', 65, 'days'],
    ['medicare-claim', 'redetermination', 120, 'days'],
    ['medicare-claim', 'claim-reconsideration', 180, 'days'],
    ['medicaid-plan', 'plan-appeal', 60, 'days'],
    ['medicaid-plan', 'fair-hearing', 90, 'days'],
    ['tricare', 'reconsideration', 90, 'days'],
    ['tricare', 'second-reconsideration', 90, 'days'],
  ])('%s, %s: %i %s', (ladder, level, count, unit) => {
    const levels = good().ladders.find(({ id }) => id === ladder)?.levels;
    expect(levels?.find(({ id }) => id === level)?.askWithin).toMatchObject({ count, unit });
  });
  it.each([
    ['employer', 'second-internal'],
    ['medicaid-state', 'fair-hearing'],
    ['va', 'clinical-appeal'],
    ['fehb', 'opm'],
  ])('%s, %s: only the letter knows', (ladder, level) => {
    const levels = good().ladders.find(({ id }) => id === ladder)?.levels;
    expect(levels?.find(({ id }) => id === level)?.askWithin).toBeNull();
  });
});

describe('a text with a figure rests on evidence', () => {
  const HOURS = 'The plan has 72 hours (3 days) from when it gets an urgent request.';

  it('is refused when the rule is not confirmed', () => {
    const files = withStatus(PAYER_A, 'a.any.urgent', 'confirmed (secondary)');
    const problem = problemIn(files, PLAN, /"hours-72" rests on an unconfirmed rule: "a\.any\.urgent"/);
    const line = (files.get(PLAN) ?? '').split('\n')[(problem.line ?? 0) - 1];
    expect(line).toMatch(/^parts = \[/);
    expect(
      (files.get(PLAN) ?? '')
        .split('\n')
        .slice(0, problem.line ?? 0)
        .join('\n'),
    ).toContain('id = "fast-review"');
  });
  it('is refused when it names a rule that is not there', () => {
    const files = changed(PLAN, '"a.any.urgent"', '"a.any.urgnt"');
    problemIn(files, PLAN, /needs "a\.any\.urgnt", which no file of coverage\/ has/);
  });
  it('is refused when it names none', () => {
    problemIn(
      changed(PLAN, ', needs = ["e.part-d-drug.urgent", "e.part-d-exception"]', ''),
      PLAN,
      /"hours-medicare" states a figure/,
    );
  });
  it('is refused when what stands in for it states a figure too', () => {
    const files = changed(
      PLAN,
      '"e.part-d-exception"], otherwise = "hours-ask"',
      '"e.part-d-exception"], otherwise = "hours-72"',
    );
    problemIn(files, PLAN, /"hours-72" stands in for a figure and states one/);
  });
  it('gives way to "ask" when the rule has run out, and the editor is told', () => {
    const until = withLine(PAYER_A, 'a.any.urgent', 'effective_until = "2026-12-31"');
    expect(textsOf(good(until), 'fast-review')).toContain(HOURS);
    const later = textsOf(good(until, '2027-01-01'), 'fast-review');
    expect(later).not.toContain(HOURS);
    expect(later).toHaveLength(textsOf(good(), 'fast-review').length);
    expect(later.filter((text) => text === 'Ask how fast they can decide.').length).toBeGreaterThan(
      textsOf(good(), 'fast-review').filter((text) => text === 'Ask how fast they can decide.').length,
    );
    expect(withheldFacts(until, '2027-01-01').get('fast-review: hours-72')).toBe(
      'it rests on a.any.urgent: it ran out on 2026-12-31',
    );
  });
  it('leaves when nothing can stand in for it', () => {
    const until = withLine(PAYER_A, 'a.both-at-once', 'effective_until = "2026-12-31"');
    const both = /at the same time/;
    expect(textsOf(good(until), 'fast-review').some((text) => both.test(text))).toBe(true);
    expect(textsOf(good(until, '2027-01-01'), 'fast-review').some((text) => both.test(text))).toBe(false);
  });
  it('leaves a page too when the rule has run out', () => {
    const until = withLine(PAYER_K, 'k.grandfathered', 'effective_until = "2026-12-31"');
    const keysOf = (guide: Guide) => JSON.stringify(guide.documents.find(({ id }) => id === 'D08')?.blocks);
    expect(keysOf(good(until))).toContain('grandfathered');
    expect(keysOf(good(until, '2027-01-01'))).not.toContain('grandfathered');
    expect(withheldFacts(until, '2027-01-01').get('D08: grandfathered')).toBe(
      'it rests on k.grandfathered: it ran out on 2026-12-31',
    );
  });
  it('is refused on a page, too, when the rule is not confirmed', () => {
    const files = withStatus(PAYER_K, 'k.grandfathered', 'corroborated');
    problemIn(files, DOCUMENTS, /"grandfathered" rests on an unconfirmed rule: "k\.grandfathered"/);
  });
  it('of a ladder gives way to its second form', () => {
    const level = (guide: Guide): string | undefined =>
      guide.ladders.find(({ id }) => id === 'tricare')?.levels.find(({ id }) => id === 'hearing')?.about;
    expect(level(good())).toBe('For cases of at least 300 dollars.');
    const until = changed(
      'coverage/ladders/tricare.toml',
      'id = "hearing"\n',
      'id = "hearing"\neffective_until = "2026-12-31"\n',
    );
    expect(level(good(until, '2027-01-01'))).toBe('For cases that reach a set sum.');
  });
  it('of a ladder is refused without a second form', () => {
    const files = changed(COVERAGE_WORDS, 'about = "Ask legal aid."', 'about = "Ask within 30 days."');
    expect(problemIn(files, COVERAGE_WORDS, /states a figure/).line).toBe(lineOf(files, COVERAGE_WORDS, 'within 30'));
  });
});

describe('payer files that are wrong are refused', () => {
  it('a row that is missing', () => {
    const files = new Map([...GOOD].filter(([path]) => path !== PAYER_F));
    problemIn(files, 'coverage/payers/', /no file has the payer row f/);
  });
  it('a row that is used twice', () => {
    const files = changed(PAYER_F, 'key = "f"', 'key = "e"');
    expect(problemIn(files, PAYER_F, /row "e" is used in two files/).line).toBe(lineOf(files, PAYER_F, 'key = "e"'));
  });
  it('a fact of another row, or one that is used twice', () => {
    problemIn(changed(PAYER_A, 'id = "a.extension"', 'id = "b.extension"'), PAYER_A, /is not of row a/);
    problemIn(changed(PAYER_A, 'id = "a.extension"', 'id = "a.partial"'), PAYER_A, /"a\.partial" is used twice/);
  });
  it('a ladder of another insurance, or none at all', () => {
    problemIn(changed(PAYER_A, 'ladders = ["employer"]', 'ladders = ["va"]'), PAYER_A, /"va" is of another insurance/);
    problemIn(changed(PAYER_A, 'ladders = ["employer"]', 'ladders = ["x"]'), PAYER_A, /no ladder "x"/);
  });
  it('a status with a slip of the pen', () => {
    const files = withStatus(PAYER_A, 'a.any.urgent', 'confirmd');
    problemIn(files, PAYER_A, /confirmd/);
  });
  it('hours that are no whole days', () => {
    problemIn(changed(PAYER_A, 'count = 72, unit = "hours"', 'count = 70, unit = "hours"'), PAYER_A, /found/);
  });
  it('a check that nobody can have made yet', () => {
    const files = changed(PAYER_A, 'checked_on = ""', 'checked_on = "2026-11-24"');
    expect(problemIn(files, PAYER_A, /2026-11-24 is in the future/).line).toBe(lineOf(files, PAYER_A, '2026-11-24'));
    expect(make(files, '2026-11-24').problems).toEqual([]);
  });
  it('a file where nothing reads it', () => {
    problemIn(new Map([...GOOD, ['coverage/old.toml', '']]), 'coverage/old.toml', /nothing reads this file/);
  });
});

describe('national contacts: docs/evidence/coverage-facts.md §6.2', () => {
  it.each([
    ['ebsa', '1-866-444-3272', null, 'askebsa.dol.gov'],
    ['medicare', '1-800-633-4227', '1-877-486-2048', 'medicare.gov'],
    ['marketplace', '1-800-318-2596', '1-855-889-4325', 'healthcare.gov'],
    ['ship', null, null, 'shiphelp.org'],
    ['external-review', '1-888-866-6205', null, null],
    ['no-surprises', null, null, 'cms.gov'],
    ['civil-rights', '1-800-368-1019', '1-800-537-7697', 'hhs.gov/ocr'],
    ['social-security', null, null, 'ssa.gov'],
    // docs/design/product.md: neither TRICARE phone prints, though the first is confirmed.
    ['tricare-east', null, null, 'humanamilitary.com'],
    ['tricare-west', null, null, 'tricare.mil/west'],
    ['va', '1-800-698-2411', '711', 'va.gov'],
    ['va-benefits', null, null, 'va.gov/health-care'],
    ['paf', null, null, 'patientadvocate.org'],
    // R6: PAN is part of the foundation since 2026-03, and its old phone is nobody's.
    ['totalassist', null, null, 'totalassist.org'],
    ['tricare-for-life', null, null, 'tricare4u.com'],
    ['va-emergency', '1-844-724-7842', null, 'va.gov'],
    ['needymeds', '1-800-503-6897', null, 'needymeds.org'],
    ['healthwell', null, null, 'healthwellfoundation.org'],
    ['rxassist', null, null, 'rxassist.org'],
  ])('%s: phone %s', (id, phone, tty, web) => {
    expect(good().contacts.find((contact) => contact.id === id)).toMatchObject({ phone, tty, web, checkedOn: null });
  });

  it('shows neither phone nor address from the day after its date, and tells the editor', () => {
    const expired = good(GOOD, '2027-12-01').contacts;
    for (const contact of expired) expect(contact).toMatchObject({ phone: null, tty: null, web: null });
    const told = withheldFacts(GOOD, '2027-11-24');
    expect(told.get('phone of Medicare')).toBe('it ran out on 2027-11-23');
    expect(told.get('address of Medicare')).toBe('it ran out on 2027-11-23');
    expect(told.get('phone of Texas Department of Insurance')).toMatch(/ran out on 2027-11-23/);
  });
  it('names PAN as a part of the Patient Advocate Foundation, and prints none of its old facts', () => {
    const { contacts } = good();
    expect(contacts.find(({ id }) => id === 'paf')?.about).toContain('PAN Foundation is now part of it');
    expect(JSON.stringify(contacts)).not.toMatch(/panfoundation|316-7263/);
  });
  it('lists the phones that nobody confirmed', () => {
    const told = withheldFacts();
    expect(told.get('phone of Patient Advocate Foundation')).toBe('its status is "confirmed (secondary)"');
    expect(told.get('phone of Social Security')).toBe('its status is "confirmed (secondary)"');
  });
  it.each([
    ['a phone of another shape', 'phone = "1-866-444-3272"', 'phone = "866 444 3272"', /866 444 3272/],
    ['an address of another shape', 'web = "askebsa.dol.gov"', 'web = "ask ebsa"', /ask ebsa/],
    ['a phone with no status', 'phone_status = "confirmed"\n', '', /no phone_status/],
    ['an address with no status', 'web_status = "confirmed"\n', '', /no web_status/],
    ['a date more than 12 months on', 'expires_on = "2027-11-23"', 'expires_on = "2027-11-24"', /more than 12 months/],
    ['a check that nobody can have made', 'checked_on = ""', 'checked_on = "2026-12-01"', /in the future/],
    ['no owner', 'owner = "national"\n', '', /missing/],
    ['no source', /source = .*\n/, '', /missing/],
  ] as const)('refuses %s', (_, from, to, says) => {
    expect(problemIn(changed(NATIONAL, from, to), NATIONAL, says).line).not.toBeNull();
  });
  it('counts the 12 months from the last check', () => {
    const files = changed(
      NATIONAL,
      'checked_on = ""\nexpires_on = "2027-11-23"',
      'checked_on = "2027-03-01"\nexpires_on = "2028-03-01"',
    );
    const ebsa = good(files, '2028-03-01').contacts.find(({ id }) => id === 'ebsa');
    expect(ebsa).toMatchObject({ phone: '1-866-444-3272', checkedOn: '2027-03-01' });
  });
});

describe('the offices of the states: states.csv', () => {
  const regulatorsOf = (guide: Guide, state: string): readonly Contact[] =>
    guide.states.find(({ id }) => id === state)?.regulators ?? [];

  it('has 50 states and DC, each once', () => {
    const ids = good().states.map(({ id }) => id);
    expect(new Set(ids).size).toBe(51);
    expect(ids).toContain('DC');
  });
  it('prints 49 phones and 50 Medicaid addresses', () => {
    const { states } = good();
    const without = states.filter(({ regulators }) => regulators.some(({ phone }) => phone === null));
    expect(without.map(({ id }) => id)).toEqual(['MT', 'NH']);
    expect(states.filter(({ medicaid }) => medicaid.web === null).map(({ id }) => id)).toEqual(['MT']);
    expect(states.every(({ regulators }) => regulators.every(({ web }) => web !== null))).toBe(true);
  });
  it('has two regulators for California, each with its own phone and address', () => {
    const [first, second, ...more] = regulatorsOf(good(), 'CA');
    expect(more).toEqual([]);
    expect(first?.name).toMatch(/Managed Health Care|DMHC/);
    expect(second?.name).toMatch(/Insurance|CDI/);
    expect(first?.phone).not.toBe(second?.phone);
    expect(first?.web).not.toBe(second?.web);
  });
  it.each([
    ['a state that is missing', /^TX,.*\n/m, '', /no line has the state TX/],
    ['a state that is used twice', /^TX,/m, 'WY,', /"WY" is used twice/],
    ['a state that is none', /^TX,/m, 'ZZ,', /no state "ZZ"/],
    ['an address of another shape', 'https://www.tdi.texas.gov', 'tdi', /wrong shape/],
    ['a phone of another shape', '1-334-241-4141', '334-241-4141', /wrong shape/],
    [
      'a status of its own',
      /^(AL,.*?),confirmed,/m,
      'AL,Alabama,A,https://a.gov/,1-334-241-4141,B,https://b.gov/,sure,',
      /wrong shape/,
    ],
    ['two names for one phone', 'Alabama Department of Insurance', 'One | Two', /2 regulators, 1 addresses/],
  ] as const)('refuses %s', (_, from, to, says) => {
    problemIn(changed(STATES, from, to), STATES, says);
  });
  it('holds 12 months from the day that somebody checked the state', () => {
    const files = changed('contacts/states.toml', '[checked]\n', '[checked]\nTX = "2027-03-01"\n');
    const later = good(files, '2028-02-29');
    expect(regulatorsOf(later, 'TX')[0]).toMatchObject({ checkedOn: '2027-03-01', expiresOn: '2028-03-01' });
    expect(regulatorsOf(later, 'TX')[0]?.phone).not.toBeNull();
    expect(regulatorsOf(later, 'OK')[0]?.phone).toBeNull();
    expect(regulatorsOf(good(files, '2028-03-02'), 'TX')[0]?.phone).toBeNull();
  });
  it('refuses a check of a state that is none', () => {
    const files = changed('contacts/states.toml', '[checked]\n', '[checked]\nZZ = "2026-11-01"\n');
    problemIn(files, 'contacts/states.toml', /no state "ZZ"/);
  });
});

describe('only one function makes a confirmed fact', () => {
  it('so that no plain text or number fits where one is meant', () => {
    const wrong = `
      import type { Contact, DecisionClock, Ladder } from './model';
      export const phone: Contact['phone'] = '1-800-000-0000';
      export const urgent: DecisionClock['urgent'] = { count: 1, unit: 'hours' };
      export const within: Ladder['levels'][number]['askWithin'] = { count: 1, unit: 'days', from: 'x' };
      export const none: Contact['phone'] = null;`;
    const file = resolve('src/guide/wrong.ts');
    const options = { strict: true, noEmit: true, skipLibCheck: true, types: [], lib: ['lib.es2023.d.ts'] };
    const host = ts.createCompilerHost(options);
    const { getSourceFile, fileExists } = host;
    host.fileExists = (path) => path === file || fileExists(path);
    host.getSourceFile = (path, ...rest) =>
      path === file ? ts.createSourceFile(path, wrong, ts.ScriptTarget.ES2022) : getSourceFile(path, ...rest);
    const program = ts.createProgram([file], options, host);
    const said = program.getSemanticDiagnostics(program.getSourceFile(file)).map(({ start = 0, code }) => {
      return `${wrong.slice(0, start).split('\n').length}: TS${code}`;
    });
    expect(said).toEqual(['3: TS2322', '4: TS2322', '5: TS2322']);
  });
  it('and nothing else in the sources claims to', () => {
    const claims = filesBelow('src').filter(
      (path) =>
        path.endsWith('.ts') && !path.endsWith('.test.ts') && /\bas Confirmed</.test(readFileSync(path, 'utf8')),
    );
    expect(claims).toEqual(['src/guide/confirmed.ts']);
  });

  function filesBelow(folder: string): readonly string[] {
    return readdirSync(folder).flatMap((name) => {
      const path = `${folder}/${name}`;
      return statSync(path).isDirectory() ? filesBelow(path) : [path];
    });
  }
});

describe('every confirmed rule is used, or the list says why not (rule 15)', () => {
  it('refuses a rule that no text names', () => {
    const files = changed(DOCUMENTS, ', needs = ["k.grandfathered"]', '');
    const problem = problemIn(files, PAYER_K, /no text uses the confirmed rule "k\.grandfathered"/);
    expect(problem.line).toBeGreaterThan(lineOf(files, PAYER_K, 'id = "k.grandfathered"') - 2);
  });
  it('takes a reason in its place', () => {
    const files = changed(DOCUMENTS, ', needs = ["k.grandfathered"]', '');
    good(changed(UNUSED, '[unused]', '[unused]\n"k.grandfathered" = "Few plans are left."', files));
  });
  it('refuses a reason for a rule that is used, or that is not there', () => {
    problemIn(changed(UNUSED, '[unused]', '[unused]\n"k.grandfathered" = "…"'), UNUSED, /a text uses/);
    problemIn(changed(UNUSED, '[unused]', '[unused]\n"k.nothing" = "…"'), UNUSED, /no confirmed rule "k\.nothing"/);
  });
});
