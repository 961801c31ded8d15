import type * as v from 'valibot';
import { confirm, formatWithholding, withholdingOf, type Proof, type Withholding } from '../confirmed';
import type { Evidence } from '../evidence';
import type { Guide, Ladder } from '../model';
import type { Problem } from '../../basics/problem';
import { checkVoice, reporter, type Report } from './checks';
import type { ContentFiles } from './files';
import { readPayers } from './payers';
import { coverageSchema, coverageWordsSchema, type SureText } from './schemas';
import { readToml, type TomlFile } from './toml';

type Row = v.InferOutput<typeof coverageSchema>;
type LadderWords = v.InferOutput<typeof coverageWordsSchema>[string];

/** Every row of evidence by its id: null when it may reach a patient, else why not. */
export type Facts = Map<string, { readonly why: Withholding; readonly said: string } | null>;

export interface CoverageRequest {
  /** ISO date: rows start and run out. */
  readonly today: string;
  /** Answers to the question `insurance`. */
  readonly insurances: readonly string[];
}
export interface Coverage extends Pick<Guide, 'ladders' | 'clocks'> {
  readonly facts: Facts;
}

/** A number of something that law and contracts count in. */
const FIGURE = /\d+ ?(work |calendar )?(hours?|days?|weeks?|months?|years?|dollars|percent|%)/i;
const LADDERS = 'coverage/ladders/';
const PAYERS = 'coverage/payers/';

/** A text that states a figure must say which evidence it rests on, or nothing would take it down when that changes. */
export function statesFigure(text: string): boolean {
  return FIGURE.test(text);
}

/**
 * The appeal ladders and the payers. A row that is not confirmed, or not in effect, does not get past this point
 * (docs/design/content.md 7); what stays behind is listed in `evidence.withheld`.
 * @returns null when the words cannot be read
 */
export function readCoverage(
  files: ContentFiles,
  wordsPath: string,
  request: CoverageRequest,
  problems: Problem[],
  evidence: Evidence,
): Coverage | null {
  const facts: Facts = new Map();
  const gate: Gate = (file, proof, { fact, id, field }) => {
    const why = withholdingOf(proof, request.today);
    const said = why === null ? null : { why, said: formatWithholding(why, proof) };
    if (id !== null) facts.set(id, said);
    if (proof.checked_on > request.today) {
      reporter(file, problems)(
        `${field}.checked_on`,
        `${proof.checked_on} is not here yet.`,
        'write the day of the check.',
      );
    }
    if (said !== null && fact !== null)
      evidence.withheld.push({ file: file.file, line: file.lineOf(field), fact, why: said.said });
  };
  for (const path of files.keys()) {
    if (!path.startsWith('coverage/') || path.startsWith(LADDERS) || path.startsWith(PAYERS)) continue;
    const fix = `put a ladder into ${LADDERS}, a payer into ${PAYERS}.`;
    problems.push({ file: path, line: null, field: null, cause: 'nothing reads this file.', fix });
  }
  const ladders = readLadders(files, wordsPath, request, problems, gate);
  if (ladders === null) return null;
  const clocks = readPayers(files, PAYERS, { ...request, ladders }, problems, evidence, gate);
  return { ladders, clocks, facts };
}

/**
 * Notes a row of evidence. `fact`: what it is called when it is listed as withheld; null for one that prints no figure.
 * `id`: what texts may name in their `needs`; null for a row that none may name.
 */
export type Gate = (
  file: TomlFile<unknown>,
  proof: Proof & { readonly checked_on: string },
  row: { readonly fact: string | null; readonly id: string | null; readonly field: string },
) => void;

function readLadders(
  files: ContentFiles,
  wordsPath: string,
  { today, insurances }: CoverageRequest,
  problems: Problem[],
  gate: Gate,
): readonly Ladder[] | null {
  const wordsFile = readToml(files, wordsPath, coverageWordsSchema, problems);
  const paths = [...files.keys()].filter((path) => path.startsWith(LADDERS) && path.endsWith('.toml'));
  const ladders: Ladder[] = [];
  const reportWords: Report | null = wordsFile === null ? null : reporter(wordsFile, problems);
  for (const path of paths) {
    const file = readToml(files, path, coverageSchema, problems);
    if (file === null || wordsFile === null || reportWords === null) continue;
    const report = reporter(file, problems);
    const { id } = file.value;
    const words = wordsFile.value[id];
    if (ladders.some((ladder) => ladder.id === id)) {
      report('id', `the id "${id}" stands in two files.`, 'give one of them another id.');
    }
    if (words === undefined) {
      report('id', `the ladder "${id}" has no words.`, `add [${id}] to ${wordsPath}.`);
      continue;
    }
    checkWords(words, id, reportWords);
    file.value.levels.forEach((level, at) => {
      gate(file, level, { fact: `the times of "${level.id}"`, id: `${id}.${level.id}`, field: `levels.${at}` });
    });
    file.value.dates.forEach((date, at) => {
      gate(file, date, { fact: `the date "${date.id}"`, id: null, field: `dates.${at}` });
    });
    const covered = typeof file.value.insurance === 'string' ? [file.value.insurance] : file.value.insurance;
    for (const insurance of covered) {
      if (!insurances.includes(insurance)) {
        report('insurance', `"insurance" has no answer "${insurance}".`, `use one of: ${insurances.join(', ')}.`);
      }
      ladders.push(ladderOf(file.value, insurance, words, today, report));
    }
  }
  return wordsFile === null ? null : ladders;
}

/** Every word of a ladder has its caregiver form, nothing to fill in, and no figure that would outlive its row. */
function checkWords(words: LadderWords, id: string, report: Report): void {
  const checkFigure = (text: string, field: string): void => {
    if (!statesFigure(text)) return;
    const fix = 'write { sure = "…", otherwise = "…" }: the second stands when the row may not be printed.';
    report(field, 'this text states a figure and would stand even when its row has run out.', fix);
  };
  const checkSure = (text: SureText, field: string): void => {
    if (typeof text !== 'string') checkVoice(text.sure, field, report);
    const always = typeof text === 'string' ? text : text.otherwise;
    checkVoice(always, field, report);
    checkFigure(always, field);
  };
  for (const [key, text] of [
    ['name', words.name],
    ['letter_words', words.letter_words ?? ''],
  ] as const) {
    checkVoice(text, `${id}.${key}`, report);
    checkFigure(text, `${id}.${key}`);
  }
  for (const [date, text] of Object.entries(words.dates)) checkSure(text, `${id}.dates.${date}`);
  for (const [level, { name, about, standard = '', fast = '' }] of Object.entries(words.levels)) {
    const field = `${id}.levels.${level}`;
    checkSure(about, `${field}.about`);
    for (const [key, text] of Object.entries({ name, standard, fast })) checkVoice(text, `${field}.${key}`, report);
    checkFigure(name, `${field}.name`);
  }
}

function ladderOf(row: Row, coverage: string, words: LadderWords, today: string, report: Report): Ladder {
  const known = new Set(row.levels.map((level) => level.id));
  for (const [answer, level] of Object.entries(row.here)) {
    if (!known.has(level))
      report(
        'here',
        `"${answer}" leads to the level "${level}", which is not in this file.`,
        'name a level of this file.',
      );
  }
  const inWords = (text: SureText, proof: Proof): string => {
    if (typeof text === 'string') return text;
    return confirm(text.sure, proof, today) ?? text.otherwise;
  };
  return {
    id: row.id,
    coverage,
    name: words.name,
    letterWords: words.letter_words ?? null,
    here: row.here,
    levels: row.levels.map((level, at) => {
      const said = words.levels[level.id];
      if (said === undefined)
        report(`levels.${at}`, `the level "${level.id}" has no words.`, 'add them to en/coverage.toml.');
      const sure = <Value>(value: Value | undefined) => (value === undefined ? null : confirm(value, level, today));
      return {
        id: level.id,
        name: said?.name ?? '',
        about: inWords(said?.about ?? '', level),
        automatic: level.automatic,
        askWithin: sure(level.ask_within),
        decidedWithin: {
          standard: level.standard ? sure(said?.standard) : null,
          fast: level.fast ? sure(said?.fast) : null,
        },
      };
    }),
    dates: row.dates.map((date, at) => {
      const text = words.dates[date.id];
      if (text === undefined)
        report(`dates.${at}`, `the date "${date.id}" has no words.`, 'add them to en/coverage.toml.');
      return {
        id: date.id,
        at: date.at,
        add: date.add === undefined ? null : confirm(date.add, date, today),
        alsoPartial: date.partial_status === 'confirmed',
        text: inWords(text ?? '', date),
        source: date.source,
      };
    }),
  };
}
