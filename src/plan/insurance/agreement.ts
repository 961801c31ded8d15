/** Whether the rules of plan.toml agree with the payer rows of coverage/ (docs/evidence/coverage-facts.md §6.1, §7). */
import type { Problem } from '../../basics/problem';
import type { HelpUse, PayerRow } from '../../guide/evidence';
import type { Condition, Guide, HelpRule } from '../../guide/model';
import { plannerFor } from '../planner';

type Outcome = HelpRule['outcomes'][number]['result'];
type PayerHelp = PayerRow['help'][number];

/** Whether a condition of plan.toml holds for one person. */
type Holds = (when: Condition) => boolean;

/** What a person is told about a kind of help, by the cell of docs/evidence/coverage-facts.md §7. */
const OUTCOME_OF: Readonly<Record<HelpUse, Outcome>> = { yes: 'yes', depends: 'ask', no: 'no', 'not-relevant': 'no' };
const STATE_REGULATOR = 'regulator';

/**
 * Asks for all help with each insurance alone, and with each second one where a payer rules a kind of help out.
 * @returns a problem for each place where plan.toml offers what a payer row rules out, or the other way round
 */
export function findContradictions(guide: Guide, payers: readonly PayerRow[]): readonly Problem[] {
  const insurances = guide.questions.find((question) => question.id === guide.roles.insurance.question)?.answers ?? [];
  return [
    ...payers.flatMap((payer) => [
      ...checkFederal(payer),
      ...payer.insurances.flatMap((insurance) => [
        ...checkHelp(guide, payer, insurance),
        ...checkSecondInsurance(guide, payer, insurance),
      ]),
    ]),
    ...insurances.flatMap(({ id }) => checkComplaints(guide, payers, id)),
  ];
}

/** Somebody with these insurances whose plan said no, and who wants all the help there is. */
function deniedPerson(guide: Guide, ...insurance: readonly string[]): Holds {
  return plannerFor(guide).holds({
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
}

function outcomeOf({ outcomes }: HelpRule, holds: Holds): Outcome {
  return outcomes.find(({ when }) => holds(when))?.result ?? 'no';
}

function helpProblem(payer: PayerRow, line: number | null, cause: string, fix: string): Problem {
  return { file: payer.file, line: line ?? payer.line, field: 'help', cause, fix };
}

function checkFederal(payer: PayerRow): readonly Problem[] {
  if (!payer.federal) return [];
  return payer.overseers
    .filter(({ contacts }) => contacts.includes(STATE_REGULATOR))
    .map(({ line }) => ({
      file: payer.file,
      line: line ?? payer.line,
      field: 'overseers',
      cause: `row ${payer.key} is federal, and a state's insurance office has no say over it.`,
      fix: 'remove "regulator", or correct federal.',
    }));
}

function checkHelp(guide: Guide, payer: PayerRow, insurance: string): readonly Problem[] {
  const holds = deniedPerson(guide, insurance);
  return payer.help.flatMap((cell) => {
    const { option, use, line } = cell;
    const rule = guide.help.find(({ id }) => id === option);
    if (rule === undefined) return checkContact(guide, payer, cell, holds);
    const outcome = outcomeOf(rule, holds);
    if (outcome === OUTCOME_OF[use]) return [];
    const cause = `row ${payer.key} has "${use}" for ${option}, and plan.toml says "${outcome}" to "${insurance}".`;
    return [helpProblem(payer, line, cause, `correct the outcomes of ${option} in plan.toml, or this row.`)];
  });
}

/** A group that helps, like the Patient Advocate Foundation: named with a kind of help that is offered. */
function checkContact(
  guide: Guide,
  payer: PayerRow,
  { option: id, use, line }: PayerHelp,
  holds: Holds,
): readonly Problem[] {
  if (!guide.contacts.some((contact) => contact.id === id)) {
    return [helpProblem(payer, line, `"${id}" is neither a kind of help nor a contact.`, 'check the spelling.')];
  }
  const isNamed = guide.help.some((rule) => rule.contacts.includes(id) && outcomeOf(rule, holds) !== 'no');
  if (isNamed === (OUTCOME_OF[use] !== 'no')) return [];
  const cause = `the row has "${use}" for ${id}, and plan.toml ${isNamed ? 'names' : 'does not name'} it.`;
  return [helpProblem(payer, line, cause, 'correct the contacts of the kinds of help in plan.toml, or this row.')];
}

/** Help that a payer rules out stays ruled out for somebody who has a second insurance too. */
function checkSecondInsurance(guide: Guide, payer: PayerRow, insurance: string): readonly Problem[] {
  const insurances = guide.questions.find((question) => question.id === guide.roles.insurance.question)?.answers ?? [];
  if (insurances.find(({ id }) => id === insurance)?.exclusive === true) return [];
  const others = insurances.filter((answer) => !answer.exclusive && answer.id !== insurance);
  const ruledOut = guide.help.filter(({ id }) => payer.help.some(({ option, use }) => option === id && use === 'no'));
  return ruledOut.flatMap((rule) => {
    const offering = others.find(({ id }) => outcomeOf(rule, deniedPerson(guide, insurance, id)) !== 'no');
    if (offering === undefined) return [];
    const cause = `row ${payer.key} bars ${rule.id}, and plan.toml offers it to "${insurance}" with "${offering.id}".`;
    return [
      helpProblem(payer, payer.line, cause, `put the outcome that says no to "${insurance}" first in plan.toml.`),
    ];
  });
}

function checkComplaints(guide: Guide, payers: readonly PayerRow[], insurance: string): readonly Problem[] {
  const own = payers.filter((payer) => payer.insurances.includes(insurance));
  const [first] = own;
  if (first === undefined) return [];
  const holds = deniedPerson(guide, insurance);
  const overseers = new Set(own.flatMap((payer) => payer.overseers.flatMap(({ contacts }) => contacts)));
  const named = new Set(guide.complaints.filter(({ when }) => holds(when)).flatMap(({ contacts }) => contacts));
  const keys = own.map(({ key }) => key).join(', ');
  const causes = [
    ...[...named]
      .filter((id) => !overseers.has(id))
      .map((id) => `plan.toml sends "${insurance}" to "${id}", which oversees none of rows ${keys}.`),
    ...[...overseers].filter((id) => !named.has(id)).map((id) => `plan.toml does not send "${insurance}" to "${id}".`),
  ];
  return causes.map((cause) => ({
    file: first.file,
    line: first.overseers[0]?.line ?? first.line,
    field: 'overseers',
    cause,
    fix: 'correct the complaints in plan.toml, or the overseers of this row.',
  }));
}
