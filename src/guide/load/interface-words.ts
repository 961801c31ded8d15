import type * as v from 'valibot';
import type { Problem } from '../../basics/problem';
import { checkMarkup } from './checks';
import type { ContentFiles } from './files';
import { interfaceFolder, SOURCE_LANGUAGE } from './paths';
import { openReading, type Reading, type Report } from './reading';
import { interfaceSchema } from './schemas';

type Table = v.InferOutput<typeof interfaceSchema>;

interface Word {
  readonly text: string;
  readonly file: string;
  readonly field: string;
  readonly report: Report;
}
/** By `group.key`; nested tables are joined by dots. */
export type InterfaceWords = ReadonlyMap<string, Word>;

/** Every word of the screens and of the fixed parts of paper in one language. Skips a file with problems. */
export function parseInterface(reading: Reading): InterfaceWords {
  const words = new Map<string, Word>();
  for (const path of reading.files.keys()) {
    if (!path.startsWith(interfaceFolder(reading.language))) continue;
    const file = reading.parse(path, interfaceSchema);
    if (file !== null) add(file.value, '', { file: path, report: file.report });
  }
  return words;

  function add(table: Table, prefix: string, place: Pick<Word, 'file' | 'report'>): void {
    for (const [key, value] of Object.entries(table)) {
      const field = `${prefix}${key}`;
      if (typeof value === 'string') words.set(field, { text: value, field, ...place });
      else add(value, `${field}.`, place);
    }
  }
}

/** The texts alone, by `group.key`. */
export function resolveInterface(words: InterfaceWords): Readonly<Record<string, string>> {
  for (const { text, field, report } of words.values()) {
    if (text.trim() === '') report(field, 'there are no words.', 'write some.');
    checkMarkup(text, field, report);
  }
  return Object.fromEntries([...words].map(([key, { text }]) => [key, text]));
}

/** The texts of the interface in one language, unchecked. For a command that reads nothing else. */
export function interfaceTexts(files: ContentFiles, language: string): Readonly<Record<string, string>> {
  return resolveInterface(parseInterface(openReading(files, '', { language, today: '' })));
}

/**
 * The program asks for its words by name and fills their slots: a missing word, or a slot that nothing fills,
 * would break a screen while a person uses it. The packaged content defines the words.
 */
export function checkInterface(own: ContentFiles, packaged: ContentFiles, language: string): readonly Problem[] {
  const reading = openReading(own, '', { language, today: '' });
  const words = parseInterface(reading);
  const wordsOf = (files: ContentFiles, its: string): InterfaceWords =>
    parseInterface(openReading(files, '', { language: its, today: '' }));
  const inLanguage = wordsOf(packaged, language);
  for (const [key, model] of inLanguage.size > 0 ? inLanguage : wordsOf(packaged, SOURCE_LANGUAGE)) {
    const word = words.get(key);
    if (word === undefined) {
      const fix = `write ${key} there; the packaged content says "${model.text}".`;
      const file = `${interfaceFolder(language)}${model.file.split('/').at(-1) ?? ''}`;
      reading.report({ file, line: null, field: model.field, cause: 'these words are missing.', fix });
      continue;
    }
    const known = slotsOf(model.text);
    const stranger = slotsOf(word.text).find((slot) => !known.includes(slot));
    if (stranger === undefined) continue;
    const fix = known.length === 0 ? 'remove it.' : `use only ${known.map((slot) => `{${slot}}`).join(', ')}.`;
    word.report(word.field, `"{${stranger}}" cannot be filled in.`, fix);
  }
  return reading.problems;
}

/** Names of the parameters: `{name}`, not `{words for me|words for another}`. */
function slotsOf(text: string): readonly string[] {
  return [...text.matchAll(/\{([^{}|]*)\}/g)].map(([, name]) => name ?? '');
}
