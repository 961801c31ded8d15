/**
 * Texts that rest on evidence name its rows as `needs`. Such a text prints only while every one of them is in effect
 * (docs/design/product.md "What may print as a fact").
 */
import { statesFigure } from './figures';
import type { Names } from './names';
import type { Reading, TomlFile } from './reading';

/** A text of a content file, and the rows of coverage/ that it rests on. */
export interface Claim {
  readonly file: TomlFile<unknown>;
  readonly field: string;
  /** The text as the editor knows it: the key in the file with the words. */
  readonly key: string;
  /** What the key belongs to, such as an overlay or a page. */
  readonly of: string;
  readonly needs: readonly string[];
}

/** Whether all evidence of a text is in effect. An unconfirmed row is a problem; an expired one withholds the text. */
export function isInEffect({ file, field, key, of, needs }: Claim, names: Names, reading: Reading): boolean {
  let inEffect = true;
  for (const need of needs) {
    const fact = names.facts.get(need);
    if (fact === undefined) {
      file.report(field, `"${key}" needs "${need}", which no file of coverage/ has.`, 'check the spelling.');
    } else if (fact?.why === 'not-confirmed') {
      const fix = 'confirm the row in coverage/ with its source, or take the fact out of the text.';
      file.report(field, `"${key}" rests on an unconfirmed rule: "${need}", ${fact.said}.`, fix);
    } else if (fact !== null) {
      inEffect = false;
      const why = `it rests on ${need}: ${fact.said}`;
      reading.withhold({ file: file.file, line: file.lineOf(field), fact: `${of}: ${key}`, why });
    }
  }
  return inEffect;
}

/** Reports a text that states a figure and names no evidence. */
export function checkFigure({ file, field, key, needs }: Claim, text: string): void {
  if (needs.length > 0 || !statesFigure(text)) return;
  const fix = 'name the rows of coverage/ it rests on: needs = ["a.any.urgent"].';
  file.report(field, `"${key}" states a figure and names no evidence.`, fix);
}
