import { confirm } from '../confirmed';
import type { Evidence } from '../evidence';
import type { DecisionClock, DecisionLimit, Guide } from '../model';
import type { PayerFile } from './coverage-files';
import type { ContentParts } from './parse';
import { PAYERS } from './paths';
import type { Reading } from './reading';
import { answersOf } from './roles';
import { PAYER_KEYS } from './schemas';

type Payer = PayerFile['value'];

/** The longest decision times of each insurance: those that apply to every payer that the answer can mean. */
export function resolveClocks(parts: ContentParts, reading: Reading): Guide['clocks'] {
  const { payers } = parts.coverage;
  checkPayers(parts, reading);
  return Object.fromEntries(
    insurancesOf(parts).map((insurance) => {
      const its = payers.map(({ value }) => value).filter((payer) => payer.insurance.includes(insurance));
      return [insurance, sharedClocks(its, reading.today)];
    }),
  );
}

/** The payer rows for the editor. The rules of the plan must agree with them. */
export function payerEvidence(payers: readonly PayerFile[]): Evidence['payers'] {
  return payers.map(({ file, value, lineOf }) => ({
    key: value.key,
    file,
    line: lineOf('key'),
    insurances: value.insurance,
    federal: value.federal,
    overseers: value.overseers.map(({ contacts }, index) => ({ contacts, line: lineOf(`overseers.${index}`) })),
    help: value.help.map(({ option, use }, index) => ({ option, use, line: lineOf(`help.${index}`) })),
  }));
}

function insurancesOf({ questions }: ContentParts): readonly string[] {
  return answersOf(questions.value, 'insurance');
}

/** Each row a–k needs a file, which may name only insurances and ladders that exist. */
function checkPayers(parts: ContentParts, reading: Reading): void {
  const { payers, ladders } = parts.coverage;
  const insurances = insurancesOf(parts);
  const seen = new Set<string>();
  for (const { value: payer, report } of payers) {
    if (seen.has(payer.key))
      report('key', `the row "${payer.key}" is used in two files.`, 'give one of them its own key.');
    seen.add(payer.key);
    for (const insurance of payer.insurance) {
      if (!insurances.includes(insurance))
        report(
          'insurance',
          `the question about the insurance has no answer "${insurance}".`,
          `use one of: ${insurances.join(', ')}.`,
        );
    }
    for (const id of payer.ladders) {
      const covered = ladders.filter(({ value }) => value.id === id).flatMap(({ value }) => value.insurance);
      if (covered.length === 0) report('ladders', `there is no ladder "${id}".`, 'check the spelling.');
      else if (!covered.some((insurance) => payer.insurance.includes(insurance)))
        report('ladders', `the ladder "${id}" is of another insurance.`, 'correct one of the two files.');
    }
  }
  const missing = PAYER_KEYS.filter((key) => !seen.has(key));
  if (missing.length === 0) return;
  const cause = `no file has the payer row ${missing.join(', ')}.`;
  reading.report({ file: PAYERS, line: null, field: null, cause, fix: 'put it back from the packaged content.' });
}

/**
 * The times that are the same, and confirmed, for every payer row that one answer can mean: somebody with "a plan from a
 * job" cannot tell whether row a or b is theirs.
 */
function sharedClocks(payers: readonly Payer[], today: string): readonly DecisionClock[] {
  const [first, ...others] = payers.map((payer) => clocksOf(payer, today));
  return (first ?? []).filter((clock) =>
    others.every((clocks) => {
      const same = clocks.find(({ covers }) => covers === clock.covers);
      return same !== undefined && isSame(same.standard, clock.standard) && isSame(same.urgent, clock.urgent);
    }),
  );
}

function clocksOf({ clocks }: Payer, today: string): readonly DecisionClock[] {
  return (['any', 'care', 'part-b-drug', 'part-d-drug', 'drug'] as const).flatMap((covers) => {
    const limitOf = (pace: 'standard' | 'urgent') => {
      const row = clocks.find((clock) => clock.covers === covers && clock.pace === pace);
      return row?.limit === undefined ? null : confirm(row.limit, row, today);
    };
    const standard = limitOf('standard');
    const urgent = limitOf('urgent');
    return standard === null || urgent === null ? [] : [{ covers, standard, urgent }];
  });
}

function isSame(one: DecisionLimit, other: DecisionLimit): boolean {
  return one.count === other.count && one.unit === other.unit;
}
