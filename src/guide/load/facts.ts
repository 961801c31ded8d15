import { formatWithholding, withholdingOf, type Proof, type Withholding } from '../confirmed';
import type { LadderFile, PayerFile } from './coverage-files';
import type { ContentParts } from './parse';
import type { Reading, TomlFile } from './reading';
import { checkCheckedOn } from './span';

/** Every row of evidence by id: null if it may reach a patient, else the reason why not. */
export type Facts = ReadonlyMap<string, { readonly why: Withholding; readonly said: string } | null>;

interface Row {
  readonly field: string;
  readonly proof: Proof & { readonly checked_on: string };
  /** The id that texts may name in `needs`; null if none may. */
  readonly id: string | null;
  /** The name of the row in the list of withheld facts; null if it prints no figure. */
  readonly fact: string | null;
}

/** Checks the proof of each row of coverage/, and lists withheld rows for the editor. */
export function collectFacts({ coverage: { ladders, payers }, span }: ContentParts, reading: Reading): Facts {
  const facts = new Map<string, { readonly why: Withholding; readonly said: string } | null>();
  const note = (file: TomlFile<unknown>, { field, proof, id, fact }: Row): void => {
    const why = withholdingOf(proof, reading.today);
    const said = why === null ? null : { why, said: formatWithholding(why, proof) };
    if (id !== null) facts.set(id, said);
    checkCheckedOn(proof.checked_on, `${field}.checked_on`, { span, today: reading.today, report: file.report });
    if (said !== null && fact !== null)
      reading.withhold({ file: file.file, line: file.lineOf(field), fact, why: said.said });
  };
  for (const file of ladders) for (const row of ladderRows(file)) note(file, row);
  for (const file of payers) for (const row of payerRows(file)) note(file, row);
  checkPayerIds(payers);
  return facts;
}

function ladderRows({ value: { id, levels, dates } }: LadderFile): readonly Row[] {
  return [
    ...levels.map((level, index) => ({
      field: `levels.${index}`,
      proof: level,
      id: `${id}.${level.id}`,
      fact: `the times of "${level.id}"`,
    })),
    ...dates.map((date, index) => ({ field: `dates.${index}`, proof: date, id: null, fact: `the date "${date.id}"` })),
  ];
}

/**
 * Who oversees a plan, and who may use which help, decide which texts are shown and print no figure themselves, so they
 * are never withheld (docs/design/product.md "What may print as a fact").
 */
function payerRows({ value: { clocks, rules, overseers, help } }: PayerFile): readonly Row[] {
  return [
    ...clocks.map((row, index) => ({ field: `clocks.${index}`, proof: row, id: row.id, fact: row.id })),
    ...rules.map((row, index) => ({ field: `rules.${index}`, proof: row, id: row.id, fact: row.id })),
    ...overseers.map((row, index) => ({ field: `overseers.${index}`, proof: row, id: row.id, fact: null })),
    ...help.map((row, index) => ({ field: `help.${index}`, proof: row, id: null, fact: null })),
  ];
}

/** The id of a row must begin with the key of its payer and be unique. */
function checkPayerIds(payers: readonly PayerFile[]): void {
  const seen = new Set<string>();
  for (const file of payers) {
    const { key } = file.value;
    for (const { id, field } of payerRows(file)) {
      if (id === null) continue;
      if (!id.startsWith(`${key}.`))
        file.report(`${field}.id`, `"${id}" is not of row ${key}.`, `begin it with ${key}.`);
      if (seen.has(id)) file.report(`${field}.id`, `the id "${id}" is used twice.`, 'give one of them another id.');
      seen.add(id);
    }
  }
}
