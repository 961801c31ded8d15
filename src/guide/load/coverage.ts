import type { Ladder } from '../model';
import type { Problem } from '../problems';
import { checkVoice, reporter, type Report } from './checks';
import type { ContentFiles } from './files';
import { coverageSchema, coverageWordsSchema } from './schemas';
import { readToml } from './toml';
import type * as v from 'valibot';

type Row = v.InferOutput<typeof coverageSchema>;
type LadderWords = v.InferOutput<typeof coverageWordsSchema>[string];

/** The appeal ladders. A rule that is not confirmed, or is out of date, does not get past this point (design/content.md 7). */
export function readCoverage(
  files: ContentFiles,
  wordsPath: string,
  { today, insurances }: { readonly today: string; readonly insurances: readonly string[] },
  problems: Problem[],
): readonly Ladder[] | null {
  const wordsFile = readToml(files, wordsPath, coverageWordsSchema, problems);
  const paths = [...files.keys()].filter((path) => path.startsWith('coverage/') && path.endsWith('.toml'));
  const ladders: Ladder[] = [];
  const reportWords: Report | null = wordsFile === null ? null : reporter(wordsFile, problems);
  for (const path of paths) {
    const file = readToml(files, path, coverageSchema, problems);
    if (file === null || wordsFile === null || reportWords === null) continue;
    const report = reporter(file, problems);
    const words = wordsFile.value[file.value.id];
    if (ladders.some((ladder) => ladder.id === file.value.id)) {
      report('id', `the id "${file.value.id}" stands in two files.`, 'give one of them another id.');
    }
    if (words === undefined) {
      const mend = `add [${file.value.id}] to ${wordsPath}.`;
      report('id', `the ladder "${file.value.id}" has no words.`, mend);
      continue;
    }
    checkWords(words, file.value.id, reportWords);
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

/** Every word of a ladder has its caregiver form, and nothing to fill in. */
function checkWords(words: LadderWords, id: string, report: Report): void {
  checkVoice(words.name, `${id}.name`, report);
  if (words.letter_words !== undefined) checkVoice(words.letter_words, `${id}.letter_words`, report);
  for (const [date, text] of Object.entries(words.dates)) checkVoice(text, `${id}.dates.${date}`, report);
  for (const [level, texts] of Object.entries(words.levels)) {
    for (const [key, text = ''] of Object.entries(texts)) checkVoice(text, `${id}.levels.${level}.${key}`, report);
  }
}

function ladderOf(row: Row, coverage: string, words: LadderWords, today: string, report: Report): Ladder {
  const holds = (rule: { readonly status: string; readonly effective_until: string }): boolean =>
    rule.status === 'confirmed' && (rule.effective_until === '' || rule.effective_until >= today);
  const known = new Set(row.levels.map((level) => level.id));
  for (const [answer, level] of Object.entries(row.here)) {
    if (!known.has(level))
      report(
        'here',
        `"${answer}" leads to the level "${level}", which is not in this file.`,
        'name a level of this file.',
      );
  }
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
      const sure = holds(level);
      return {
        id: level.id,
        name: said?.name ?? '',
        about: said?.about ?? '',
        automatic: level.automatic,
        askWithin: sure ? (level.ask_within ?? null) : null,
        decidedWithin: {
          standard: sure && level.standard ? (said?.standard ?? null) : null,
          fast: sure && level.fast ? (said?.fast ?? null) : null,
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
        add: holds(date) ? (date.add ?? null) : null,
        alsoPartial: date.partial_status === 'confirmed',
        text: text ?? '',
        source: date.source,
      };
    }),
  };
}
