import type * as v from 'valibot';
import { LADDERS, languageOf, PAYERS, sharedWords, UNUSED } from './paths';
import type { Reading, TomlFile } from './reading';
import { coverageWordsSchema, ladderSchema, payerSchema, unusedSchema } from './schemas';

export type LadderFile = TomlFile<v.InferOutput<typeof ladderSchema>>;
export type PayerFile = TomlFile<v.InferOutput<typeof payerSchema>>;
export type CoverageWords = TomlFile<v.InferOutput<typeof coverageWordsSchema>>;

/** The law, which every guide shares: appeal ladders, payers, the words of the ladders, and what no text uses. */
export interface CoverageFiles {
  readonly ladders: readonly LadderFile[];
  readonly payers: readonly PayerFile[];
  readonly words: CoverageWords;
  readonly unused: TomlFile<v.InferOutput<typeof unusedSchema>>;
}

/** @returns null when one of the files is bad */
export function parseCoverage(reading: Reading): CoverageFiles | null {
  const words = reading.parse(sharedWords(reading.language).coverage, coverageWordsSchema);
  const ladders = parseFolder(reading, LADDERS, ladderSchema);
  const payers = parseFolder(reading, PAYERS, payerSchema);
  for (const path of reading.files.keys()) {
    if (!path.startsWith('coverage/') || path.startsWith(LADDERS) || path.startsWith(PAYERS) || path === UNUSED)
      continue;
    if (languageOf(path) !== null) continue;
    const fix = `put a ladder into ${LADDERS}, a payer into ${PAYERS}.`;
    reading.report({ file: path, line: null, field: null, cause: 'nothing reads this file.', fix });
  }
  const unused = reading.parse(UNUSED, unusedSchema);
  if (words === null || ladders === null || payers === null || unused === null) return null;
  return { ladders, payers, words, unused };
}

function parseFolder<Schema extends v.GenericSchema>(
  reading: Reading,
  folder: string,
  schema: Schema,
): readonly TomlFile<v.InferOutput<Schema>>[] | null {
  const paths = [...reading.files.keys()].filter((path) => path.startsWith(folder) && path.endsWith('.toml'));
  const files = paths.flatMap((path) => reading.parse(path, schema) ?? []);
  return files.length === paths.length ? files : null;
}
