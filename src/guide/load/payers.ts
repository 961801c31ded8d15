import type * as v from 'valibot';
import { confirm } from '../confirmed';
import type { Evidence } from '../evidence';
import type { DecisionClock, DecisionLimit, Guide, Ladder } from '../model';
import type { Problem } from '../../basics/problem';
import { reporter, type Report } from './checks';
import type { CoverageRequest, Gate } from './coverage';
import type { ContentFiles } from './files';
import { payerSchema } from './schemas';
import { readToml, type TomlFile } from './toml';

type Payer = v.InferOutput<typeof payerSchema>;

/** The rows of docs/evidence/coverage-facts.md §2. */
const KEYS: readonly Payer['key'][] = ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h', 'i', 'j', 'k'];

interface Known extends CoverageRequest {
  readonly ladders: readonly Ladder[];
}

/** The payer rows a–k: their decision times for the guide, all else for the editor and for `findContradictions`. */
export function readPayers(
  files: ContentFiles,
  folder: string,
  known: Known,
  problems: Problem[],
  evidence: Evidence,
  gate: Gate,
): Guide['clocks'] {
  const payers: Payer[] = [];
  const seen = new Set<string>();
  let unreadable = 0;
  for (const path of files.keys()) {
    if (!path.startsWith(folder) || !path.endsWith('.toml')) continue;
    const file = readToml(files, path, payerSchema, problems);
    if (file === null) {
      unreadable += 1;
      continue;
    }
    const report = reporter(file, problems);
    if (payers.some(({ key }) => key === file.value.key)) {
      report('key', `the row "${file.value.key}" stands in two files.`, 'give one of them its own key.');
    }
    checkPayer(file.value, known, report);
    noteRows(file, seen, report, gate);
    payers.push(file.value);
    evidence.payers.push({
      key: file.value.key,
      file: path,
      line: file.lineOf('key'),
      insurances: file.value.insurance,
      federal: file.value.federal,
      overseers: file.value.overseers.map(({ contacts }, at) => ({ contacts, line: file.lineOf(`overseers.${at}`) })),
      help: file.value.help.map(({ option, use }, at) => ({ option, use, line: file.lineOf(`help.${at}`) })),
    });
  }
  const missing = KEYS.filter((key) => !payers.some((payer) => payer.key === key));
  if (missing.length > unreadable) {
    const cause = `no file has the payer row ${missing.join(', ')}.`;
    problems.push({ file: folder, line: null, field: null, cause, fix: 'put it back from the packaged content.' });
  }
  return Object.fromEntries(
    known.insurances.map((insurance) => [
      insurance,
      sharedClocks(
        payers.filter((payer) => payer.insurance.includes(insurance)),
        known.today,
      ),
    ]),
  );
}

function checkPayer(payer: Payer, { insurances, ladders }: Known, report: Report): void {
  for (const insurance of payer.insurance) {
    if (!insurances.includes(insurance))
      report('insurance', `"insurance" has no answer "${insurance}".`, `use one of: ${insurances.join(', ')}.`);
  }
  for (const id of payer.ladders) {
    const its = ladders.filter((ladder) => ladder.id === id);
    if (its.length === 0) report('ladders', `there is no ladder "${id}".`, 'check the spelling.');
    else if (!its.some((ladder) => payer.insurance.includes(ladder.coverage)))
      report('ladders', `the ladder "${id}" is of another insurance.`, 'correct one of the two files.');
  }
}

/**
 * Every row is noted with its proof; ids name the payer and stand once. Who oversees and who may use what decide which
 * texts stand and print no figure themselves, so none of them is withheld (docs/design/product.md "What may print as a
 * fact").
 */
function noteRows(file: TomlFile<Payer>, seen: Set<string>, report: Report, gate: Gate): void {
  const { key, clocks, rules, overseers, help } = file.value;
  for (const [table, rows] of Object.entries({ clocks, rules, overseers })) {
    rows.forEach((row, at) => {
      const field = `${table}.${at}`;
      if (!row.id.startsWith(`${key}.`))
        report(`${field}.id`, `"${row.id}" is not of row ${key}.`, `begin it with ${key}.`);
      if (seen.has(row.id)) report(`${field}.id`, `the id "${row.id}" stands twice.`, 'give one of them another id.');
      seen.add(row.id);
      gate(file, row, { fact: table === 'overseers' ? null : row.id, id: row.id, field });
    });
  }
  help.forEach((row, at) => {
    gate(file, row, { fact: null, id: null, field: `help.${at}` });
  });
}

/**
 * The times that are the same, and confirmed, for every payer row that one answer can mean: who has "a plan from a job"
 * cannot tell whether row a or b is theirs.
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
