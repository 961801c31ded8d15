/** `npm run content:readability [-- FOLDER]`: prints every page with its grade, hardest first, and every text that breaks the gate. */
import { readContentFiles } from '../guide/load/files';
import { checkReadability } from '../audit/readability/gate';
import { LIMITS, type ReadabilityRow } from '../audit/readability';
import { formatProblem } from '../basics/problem';
import { readFolderArgument } from './content-folder';
import { EXIT_BAD_INPUT, EXIT_FINDINGS, fail, print } from './terminal';

const WORDS_SHOWN = 6;

/** @returns the exit code */
export function main(args: readonly string[]): number {
  const folder = readFolderArgument(args);
  if (!folder.ok) return fail(EXIT_BAD_INPUT, `content:readability: ${folder.error}`);
  const { files, problems: unread } = readContentFiles(folder.value);
  const { rows, problems } = checkReadability(files);
  const all = [...unread, ...problems];
  print(tableOf(rows));
  for (const problem of all) process.stderr.write(`${formatProblem(problem)}\n`);
  print(
    `The limits: Flesch-Kincaid ${LIMITS.fk.toFixed(1)}, SMOG ${LIMITS.smog.toFixed(1)}. ` +
      `raw: without the list of allowed words; *: reported only.\n` +
      (all.length === 0 ? 'Every text is plain.' : `${all.length} problems.`),
  );
  return all.length === 0 ? 0 : EXIT_FINDINGS;
}

function tableOf(rows: readonly ReadabilityRow[]): string {
  const hardest = [...rows].sort((one, other) => (other.fk ?? 0) - (one.fk ?? 0));
  const cells = [
    ['FK', 'raw', 'SMOG', 'raw', 'sentences', 'words', 'page', 'long words not on the list'],
    ...hardest.map((row) => [
      grade(row.fk),
      grade(row.fkRaw),
      grade(row.smog),
      grade(row.smogRaw),
      String(row.sentences),
      String(row.words),
      row.gated ? row.place : `${row.place} *`,
      row.longWords.slice(0, WORDS_SHOWN).join(' '),
    ]),
  ];
  const widths = (cells[0] ?? []).map((_, column) => Math.max(...cells.map((line) => (line[column] ?? '').length)));
  const numbers = 6;
  const pad = (cell: string, column: number): string =>
    column < numbers ? cell.padStart(widths[column] ?? 0) : cell.padEnd(widths[column] ?? 0);
  return `${cells.map((line) => line.map(pad).join('  ').trimEnd()).join('\n')}`;
}

function grade(value: number | null): string {
  return value === null ? '–' : value.toFixed(1);
}
