/**
 * Whether the rules of plan.toml say the same as the payer rows of coverage/ (docs/evidence/coverage-facts.md §6.1,
 * §7).
 */
import type { HelpUse, PayerRow } from '../../guide/evidence';
import type { Guide, HelpRule } from '../../guide/model';
import type { Problem } from '../../basics/problem';
import { holds, languageOf, type PersonFacts } from '../rules/conditions';

type Outcome = HelpRule['outcomes'][number]['result'];

/** What a person is told about a kind of help, by the cell of docs/evidence/coverage-facts.md §7. */
const OUTCOME_OF: Readonly<Record<HelpUse, Outcome>> = { yes: 'yes', depends: 'ask', no: 'no', 'not-relevant': 'no' };
const STATE_REGULATOR = 'regulator';

/**
 * Asks for all help with each insurance alone, and with each second one where a payer bars a kind of help.
 * @returns a problem for each place where plan.toml offers what a payer row rules out, or the other way round
 */
export function findContradictions(guide: Guide, payers: readonly PayerRow[]): readonly Problem[] {
  const problems: Problem[] = [];
  const language = languageOf(guide);
  const help = guide.help.map((rule) => ({
    rule,
    outcomes: rule.outcomes.map((outcome) => ({ outcome, test: language.compile(outcome.when) })),
  }));
  const complaints = guide.complaints.map((rule) => ({ rule, test: language.compile(rule.when) }));
  const insurances = guide.questions.find((question) => question.id === 'insurance')?.answers ?? [];

  /** Somebody with these insurances whose plan said no, and who wants all the help there is. */
  const choose = (...insurance: readonly string[]): PersonFacts =>
    language.read({
      who: ['me'],
      treatment: ['other'],
      leaving: ['home'],
      insurance,
      stage: ['denied'],
      reason: ['none'],
      'who-said-no': insurance.slice(0, 1),
      level: ['first'],
      urgent: ['no'],
      money: ['all'],
    });
  const resultOf = ({ outcomes }: (typeof help)[number], { facts }: PersonFacts): Outcome =>
    outcomes.find(({ test }) => holds(test, facts))?.outcome.result ?? 'no';

  for (const payer of payers) {
    const report = (line: number | null, field: string, cause: string, fix: string): void => {
      problems.push({ file: payer.file, line: line ?? payer.line, field, cause, fix });
    };
    if (payer.federal) {
      for (const { contacts, line } of payer.overseers) {
        if (!contacts.includes(STATE_REGULATOR)) continue;
        const cause = `row ${payer.key} is federal, and a state's insurance office has no say over it.`;
        report(line, 'overseers', cause, 'take "regulator" out, or correct federal.');
      }
    }
    for (const insurance of payer.insurances) checkHelp(payer, insurance, report);
  }
  for (const { id: insurance } of insurances) checkComplaints(insurance);
  return problems;

  function checkHelp(payer: PayerRow, insurance: string, report: Report): void {
    const alone = choose(insurance);
    const barred = new Set<string>();
    for (const { option, use, line } of payer.help) {
      const kind = help.find(({ rule }) => rule.id === option);
      if (kind !== undefined) {
        const expected = OUTCOME_OF[use];
        const result = resultOf(kind, alone);
        if (result !== expected) {
          const cause = `row ${payer.key} has "${use}" for ${option}, and plan.toml says "${result}" to "${insurance}".`;
          report(line, 'help', cause, `correct the outcomes of ${option} in plan.toml, or this row.`);
        }
        if (use === 'no') barred.add(option);
      } else {
        checkContact(option, use, line, alone, report);
      }
    }
    const others = insurances.filter((answer) => !answer.exclusive && answer.id !== insurance);
    if (insurances.find(({ id }) => id === insurance)?.exclusive === true) return;
    for (const kind of help.filter(({ rule }) => barred.has(rule.id))) {
      const broken = others.find((other) => resultOf(kind, choose(insurance, other.id)) !== 'no');
      if (broken === undefined) continue;
      const cause = `row ${payer.key} bars ${kind.rule.id}, and plan.toml offers it to "${insurance}" with "${broken.id}".`;
      report(null, 'help', cause, `put the outcome that says no to "${insurance}" first in plan.toml.`);
    }
  }

  /** A group that helps, like the Patient Advocate Foundation: named with a kind of help that is offered. */
  function checkContact(id: string, use: HelpUse, line: number | null, choices: PersonFacts, report: Report): void {
    if (!guide.contacts.some((contact) => contact.id === id)) {
      report(line, 'help', `"${id}" is neither a kind of help nor a contact.`, 'check the spelling.');
      return;
    }
    const isNamed = help.some((kind) => kind.rule.contacts.includes(id) && resultOf(kind, choices) !== 'no');
    if (isNamed === (OUTCOME_OF[use] !== 'no')) return;
    const cause = `the row has "${use}" for ${id}, and plan.toml ${isNamed ? 'names' : 'does not name'} it.`;
    report(line, 'help', cause, 'correct the contacts of the kinds of help in plan.toml, or this row.');
  }

  function checkComplaints(insurance: string): void {
    const own = payers.filter((payer) => payer.insurances.includes(insurance));
    const [first] = own;
    if (first === undefined) return;
    const overseers = new Set(own.flatMap((payer) => payer.overseers.flatMap(({ contacts }) => contacts)));
    const { facts } = choose(insurance);
    const named = new Set(complaints.filter(({ test }) => holds(test, facts)).flatMap(({ rule }) => rule.contacts));
    const fix = 'correct the complaints in plan.toml, or the overseers of this row.';
    const place = { file: first.file, line: first.overseers[0]?.line ?? first.line, field: 'overseers' };
    for (const id of named) {
      if (overseers.has(id)) continue;
      const cause = `plan.toml sends "${insurance}" to "${id}", which oversees none of rows ${own.map((each) => each.key).join(', ')}.`;
      problems.push({ ...place, cause, fix });
    }
    for (const id of overseers) {
      if (named.has(id)) continue;
      problems.push({ ...place, cause: `plan.toml does not send "${insurance}" to "${id}".`, fix });
    }
  }
}

type Report = (line: number | null, field: string, cause: string, fix: string) => void;
