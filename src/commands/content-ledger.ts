/** `npm run content:ledger [-- FOLDER]`: where the content says each claim of the source guide, and which claims are missing. */
import { gapsOf, makeLedger, type LedgerRow } from '../audit/ledger';
import { ALWAYS, type Guide } from '../guide/model';
import { formatProblem } from '../basics/problem';
import { formatCondition, formatFlag } from '../audit/format-condition';
import { openContent } from './content-folder';
import { EXIT_BAD_INPUT, EXIT_FINDINGS, fail, print } from './terminal';

const SOURCE_CHARACTERS = 44;

/** @returns the exit code */
export function main(args: readonly string[]): number {
  const opened = openContent(args);
  if (!opened.ok) return fail(EXIT_BAD_INPUT, ...opened.lines);
  const { guide, places, problems } = opened;
  const rows = makeLedger(guide, places.screens, places.footer);
  const lines = [
    ...table([['atom', 'source', 'card', 'screens', 'pages'], ...rows.map(cellsOf)]),
    '',
    'Screens',
    ...table(places.screens.map((screen) => [screen.id, screen.name])),
    '',
    'Pages, and the answers that bring them',
    ...table(guide.order.map((id) => [id, ...pageOf(guide, id)])),
    '',
    'Names used there',
    ...table(guide.flags.map((flag) => [formatFlag(flag)])),
  ];
  print(lines.join('\n'));

  const gaps = [...problems.map(formatProblem), ...gapsOf(rows)];
  for (const gap of gaps) process.stderr.write(`gap: ${gap}\n`);
  print(`\n${rows.length} atoms, ${guide.cards.length} cards, ${gaps.length} gaps`);
  return gaps.length === 0 ? 0 : EXIT_FINDINGS;
}

function cellsOf({ atom, cards, screens, documents }: LedgerRow): readonly string[] {
  const text = atom.text.replaceAll('**', '');
  return [
    atom.id,
    text.length > SOURCE_CHARACTERS ? `${text.slice(0, SOURCE_CHARACTERS - 1)}…` : text,
    cards.join(' '),
    screens.join(' '),
    documents.join(' '),
  ];
}

function pageOf(guide: Guide, id: string): readonly [string, string] {
  const rule = guide.documents.find((document) => document.id === id);
  if (rule === undefined) return ['', ''];
  const isFree = JSON.stringify(rule.trigger) === JSON.stringify(ALWAYS);
  return [rule.title.replace(/\{([^{}|]*)\|[^{}]*\}/g, '$1'), isFree ? 'everybody' : formatCondition(rule.trigger)];
}

/** Pads each column to its widest cell. */
function table(rows: readonly (readonly string[])[]): readonly string[] {
  const widths = (rows[0] ?? []).map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)));
  return rows.map((row) =>
    row
      .map((cell, column) => cell.padEnd(widths[column] ?? 0))
      .join('  ')
      .trimEnd(),
  );
}
