import { confirm, type Proof } from '../confirmed';
import type { Ladder } from '../model';
import { checkVoice } from './checks';
import type { CoverageWords, LadderFile } from './coverage-files';
import { statesFigure } from './figures';
import type { ContentParts } from './parse';
import type { Reading, Report } from './reading';
import { answersOf } from './roles';
import type { SureText } from './schemas';

type LadderWords = CoverageWords['value'][string];

/**
 * The appeal ladders: one for each insurance that a file names. A row that is not confirmed, or not in effect, is
 * dropped here (docs/design/content.md 7).
 */
export function resolveLadders({ coverage, questions }: ContentParts, { today }: Reading): readonly Ladder[] {
  const insurances = answersOf(questions.value, 'insurance');
  const levels = answersOf(questions.value, 'level');
  const seen = new Set<string>();
  return coverage.ladders.flatMap((file): readonly Ladder[] => {
    const { id, insurance } = file.value;
    if (seen.has(id)) file.report('id', `the id "${id}" is used in two files.`, 'give one of them another id.');
    seen.add(id);
    const words = coverage.words.value[id];
    if (words === undefined) {
      file.report('id', `the ladder "${id}" has no words.`, `add [${id}] to ${coverage.words.file}.`);
      return [];
    }
    checkWords(words, id, coverage.words.report);
    checkLadder(file, words, coverage.words.file);
    checkAnswers(file, levels);
    return (typeof insurance === 'string' ? [insurance] : insurance).map((answer) => {
      if (!insurances.includes(answer))
        file.report(
          'insurance',
          `the question about the insurance has no answer "${answer}".`,
          `use one of: ${insurances.join(', ')}.`,
        );
      return ladderOf(file.value, answer, words, today);
    });
  });
}

/** Every text of a ladder needs a caregiver form, and may have no slot and no figure that would outlive its row. */
function checkWords(words: LadderWords, id: string, report: Report): void {
  const checkFigure = (text: string, field: string): void => {
    if (!statesFigure(text)) return;
    const fix = 'write { sure = "…", otherwise = "…" }: the second is used when the row may not be printed.';
    report(field, 'this text states a figure and would stay even when its row has run out.', fix);
  };
  const checkSure = (text: SureText, field: string): void => {
    if (typeof text !== 'string') checkVoice(text.sure, field, report);
    const always = typeof text === 'string' ? text : text.otherwise;
    checkVoice(always, field, report);
    checkFigure(always, field);
  };
  for (const [key, text] of Object.entries({ name: words.name, letter_words: words.letter_words ?? '' })) {
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

/** The levels that answers lead to must exist, and every level and date needs words. */
function checkLadder({ value, report }: LadderFile, words: LadderWords, wordsFile: string): void {
  const known = new Set(value.levels.map((level) => level.id));
  for (const [answer, level] of Object.entries(value.here)) {
    if (known.has(level)) continue;
    const cause = `"${answer}" leads to the level "${level}", which is not in this file.`;
    report('here', cause, 'name a level of this file.');
  }
  const fix = `add them to ${wordsFile}.`;
  value.levels.forEach(({ id }, index) => {
    if (words.levels[id] === undefined) report(`levels.${index}`, `the level "${id}" has no words.`, fix);
  });
  value.dates.forEach(({ id, only_if_care_is_cut: isOnly }, index) => {
    const other = value.dates.find((each) => each.id === id && each.only_if_care_is_cut !== isOnly);
    if (other !== undefined && isOnly)
      report(`dates.${index}`, `"${id}" is only for care that is cut here, and not elsewhere.`, 'use two ids.');
    if (words.dates[id] === undefined) report(`dates.${index}`, `the date "${id}" has no words.`, fix);
  });
}

/** A ladder has a step for every answer about the level, and names no other. */
function checkAnswers({ value, report }: LadderFile, levels: readonly string[]): void {
  const fix = `use each of: ${levels.join(', ')}.`;
  for (const answer of levels) {
    if (value.here[answer] === undefined) report('here', `the answer "${answer}" leads nowhere.`, fix);
  }
  const refer = (answers: readonly string[], field: string): void => {
    for (const answer of answers)
      if (!levels.includes(answer)) report(field, `the question about the level has no answer "${answer}".`, fix);
  };
  refer(Object.keys(value.here), 'here');
  value.dates.forEach(({ at }, index) => refer(at, `dates.${index}.at`));
}

function ladderOf(row: LadderFile['value'], coverage: string, words: LadderWords, today: string): Ladder {
  const inWords = (text: SureText, proof: Proof): string =>
    typeof text === 'string' ? text : (confirm(text.sure, proof, today) ?? text.otherwise);
  return {
    id: row.id,
    coverage,
    name: words.name,
    letterWords: words.letter_words ?? null,
    here: row.here,
    hasLastDay: row.last_day,
    levels: row.levels.map((level) => {
      const said = words.levels[level.id];
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
    dates: row.dates.map((date) => ({
      id: date.id,
      at: date.at,
      onlyIfCareIsCut: date.only_if_care_is_cut,
      add: date.add === undefined ? null : confirm(date.add, date, today),
      alsoPartial: date.partial_status === 'confirmed',
      text: inWords(words.dates[date.id] ?? '', date),
      source: date.source,
    })),
  };
}
