/** `npm run content:readability [-- FOLDER]`: prints every page with its grade, the hardest first, and what breaks the gate. */
import { readContentFiles } from '../guide/load/files';
import { checkReadability } from '../audit/readability/gate';
import { LIMITS, type ReadabilityRow } from '../audit/readability';
import { formatProblem, type Problem } from '../basics/problem';
import { BUNDLED, isFolder, noFolder } from './content-folder';

const EXIT_BAD_INPUT = 2;
const WORDS_SHOWN = 6;

/** @returns the exit code: 1 when a text breaks the gate, 2 when there is no such folder */
export function main([folder = BUNDLED, ...more]: readonly string[]): number {
  if (more.length > 0 || !isFolder(folder)) {
    process.stderr.write(`content:readability: ${noFolder(folder)}\n`);
    return EXIT_BAD_INPUT;
  }
  const unreadable: Problem[] = [];
  const { rows, problems } = checkReadability(readContentFiles(folder, unreadable));
  const all = [...unreadable, ...problems];
  process.stdout.write(tableOf(rows));
  for (const problem of all) process.stderr.write(`${formatProblem(problem)}\n`);
  process.stdout.write(
    `Flesch-Kincaid ${LIMITS.fk.toFixed(1)} and SMOG ${LIMITS.smog.toFixed(1)} are the most; raw: no word allow-listed; ` +
      `*: reported only.\n${all.length === 0 ? 'Every text is plain.' : `${all.length} problems.`}\n`,
  );
  return all.length === 0 ? 0 : 1;
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
  return `${cells.map((line) => line.map(pad).join('  ').trimEnd()).join('\n')}\n`;
}

function grade(value: number | null): string {
  return value === null ? '–' : value.toFixed(1);
}
