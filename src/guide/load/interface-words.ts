import type * as v from 'valibot';
import type { Problem } from '../../basics/problem';
import { checkMarkup, reporter, type Report } from './checks';
import type { ContentFiles } from './files';
import { interfaceSchema } from './schemas';
import { readToml } from './toml';

/** The language in which the packaged content is whole. */
const FIRST_LANGUAGE = 'en';

type Words = v.InferOutput<typeof interfaceSchema>;

interface Word {
  readonly text: string;
  readonly file: string;
  readonly field: string;
  readonly report: Report;
}

/** Every word of the screens and of the fixed parts of paper, `group.key`; nested tables are joined by dots. */
export function readInterface(files: ContentFiles, language: string, problems: Problem[]): Record<string, string> {
  const words = wordsIn(files, language, problems);
  for (const { text, field, report } of words.values()) {
    if (text.trim() === '') report(field, 'there are no words.', 'write some.');
    checkMarkup(text, field, report);
  }
  return Object.fromEntries([...words].map(([key, { text }]) => [key, text]));
}

/**
 * The program asks for its words by name and fills their slots: a word that is missing, or that has a slot nobody fills,
 * would stop a screen with a person in front of it. The packaged content shows which there are.
 */
export function checkInterface(own: ContentFiles, packaged: ContentFiles, language: string, problems: Problem[]): void {
  const words = wordsIn(own, language, problems);
  const models = wordsIn(packaged, language, []);
  for (const [key, model] of models.size > 0 ? models : wordsIn(packaged, FIRST_LANGUAGE, [])) {
    const word = words.get(key);
    if (word === undefined) {
      const fix = `write ${key} there; the packaged content says "${model.text}".`;
      const file = `interface/${language}/${model.file.split('/').at(-1) ?? ''}`;
      problems.push({ file, line: null, field: model.field, cause: 'these words are missing.', fix });
      continue;
    }
    const known = slotsOf(model.text);
    const stranger = slotsOf(word.text).find((slot) => !known.includes(slot));
    if (stranger === undefined) continue;
    const fix = known.length === 0 ? 'take it out.' : `use only ${known.map((slot) => `{${slot}}`).join(', ')}.`;
    word.report(word.field, `"{${stranger}}" cannot be filled in.`, fix);
  }
}

function wordsIn(files: ContentFiles, language: string, problems: Problem[]): ReadonlyMap<string, Word> {
  const folder = `interface/${language}/`;
  const flat = new Map<string, Word>();
  for (const file of files.keys()) {
    if (!file.startsWith(folder)) continue;
    const read = readToml(files, file, interfaceSchema, problems);
    if (read !== null) add(read.value, '', { file, report: reporter(read, problems) });
  }
  return flat;

  function add(words: Words, prefix: string, place: Pick<Word, 'file' | 'report'>): void {
    for (const [key, value] of Object.entries(words)) {
      const field = `${prefix}${key}`;
      if (typeof value === 'string') flat.set(field, { text: value, field, ...place });
      else add(value, `${field}.`, place);
    }
  }
}

/** Names of the parameters: `{name}`, not `{words for me|words for another}`. */
function slotsOf(text: string): readonly string[] {
  return [...text.matchAll(/\{([^{}|]*)\}/g)].map(([, name]) => name ?? '');
}
