import * as v from 'valibot';
import { US_STATES } from '../../basics/us-states';
import { STATES_CSV } from './paths';
import type { Reading } from './reading';
import { stateRowSchema } from './schemas';

const COLUMNS = Object.keys(stateRowSchema.entries);

/** One line of states.csv. */
export interface StateRow {
  readonly line: number;
  readonly value: v.InferOutput<typeof stateRowSchema>;
}

/** @returns null when the file cannot be read, or a line of it is bad */
export function parseStates(reading: Reading): readonly StateRow[] | null {
  const [header, ...lines] = (reading.files.get(STATES_CSV) ?? '').trim().split('\n');
  const report = (line: number | null, field: string | null, cause: string, fix: string): void => {
    reading.report({ file: STATES_CSV, line, field, cause, fix });
  };
  if (header !== COLUMNS.join(',')) {
    const fix = `write ${COLUMNS.join(',')} in the first line.`;
    report(1, null, 'the file is missing, or its first line does not name the columns.', fix);
    return null;
  }
  const rows = lines.flatMap((text, index): readonly StateRow[] => {
    const line = index + 2;
    const cells = splitCsvLine(text);
    if (cells.length !== COLUMNS.length || cells.slice(0, -1).includes('')) {
      const fix = 'put a cell that has a comma in double quotes, and leave none empty.';
      report(line, null, `found ${cells.length} cells, or an empty one; ${COLUMNS.length} are needed.`, fix);
      return [];
    }
    const row = Object.fromEntries(COLUMNS.map((column, place) => [column, cells[place] ?? '']));
    const read = v.safeParse(stateRowSchema, row);
    if (read.success) return [{ line, value: read.output }];
    const fix =
      'phones like 1-800-123-4567, addresses from https://, a status of confirmed, corroborated, unconfirmed.';
    for (const issue of read.issues)
      report(line, v.getDotPath(issue), `"${String(issue.input)}" has the wrong shape.`, fix);
    return [];
  });
  rows.forEach(({ line, value: { state } }, index) => {
    if (!US_STATES.includes(state)) report(line, 'state', `there is no state "${state}".`, 'write its two letters.');
    if (rows.slice(0, index).some((row) => row.value.state === state))
      report(line, 'state', `the state "${state}" is used twice.`, 'remove one of the lines.');
  });
  const missing = US_STATES.filter((state) => !lines.some((text) => text.startsWith(`${state},`)));
  if (missing.length > 0) {
    report(null, 'state', `no line has the state ${missing.join(', ')}.`, 'put it back from the packaged content.');
  }
  return rows.length === lines.length ? rows : null;
}

/** RFC 4180 without line breaks inside cells. */
export function splitCsvLine(line: string): readonly string[] {
  return [...line.matchAll(/(?:^|,)(?:"((?:[^"]|"")*)"|([^,]*))/g)].map(([, quoted, bare]) =>
    quoted === undefined ? (bare ?? '') : quoted.replaceAll('""', '"'),
  );
}
