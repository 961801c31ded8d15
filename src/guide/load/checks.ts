import type { RichText, Text } from '../model';
import type { Problem } from '../../basics/problem';
import { readRich } from './rich';
import type { TomlFile } from './toml';

/** A tag would be printed as it stands. */
const MARKUP = /<\/?[a-z][^<>]*>|&[a-z]+;|&#\d+;/i;

/** Words that mean the patient: outside braces they say the wrong thing when the pages are for somebody else. */
const MEANS_THE_PATIENT = /\b(your|my|you have|you need)\b/i;

export type Report = (field: string, cause: string, fix: string) => void;

/** Adds problems of one file, each with the line of its field. */
export function reporter(file: TomlFile<unknown>, problems: Problem[]): Report {
  return (field, cause, fix) => {
    problems.push({ file: file.file, line: file.lineOf(field), field, cause, fix });
  };
}

/** Refuses HTML: it would stand on screen and paper as it is written. */
export function checkMarkup(text: Text, field: string, report: Report): void {
  const tag = MARKUP.exec(text)?.[0];
  if (tag !== undefined) report(field, `"${tag}" is HTML, which is not used here.`, 'write plain words.');
}

/**
 * Refuses braces that `say` could not fill when a person is waiting: `{your}`, `{your|their`, a parameter nobody gives.
 * @param parameters what the program puts into this text
 */
export function checkSlots(text: Text, field: string, report: Report, parameters: readonly string[] = []): Text {
  const tag = MARKUP.exec(text)?.[0];
  if (tag !== undefined)
    report(field, `"${tag}" is HTML, which is not used here.`, 'write plain words; **bold** in a card.');
  const rest = text.replace(/\{([^{}|]*)(?:\|[^{}|]*)?\}/g, (slot, name: string) =>
    slot.includes('|') || parameters.includes(name) ? '' : slot,
  );
  const found = /\{[^{}]*\}?|\}/.exec(rest)?.[0];
  if (found !== undefined) {
    const known = parameters.map((name) => `{${name}}`).join(', ');
    const fix = 'write {words for me|words for another} with both braces and one bar';
    report(
      field,
      `"${found}" cannot be filled in.`,
      known === '' ? `${fix}.` : `${fix}; this text may also use ${known}.`,
    );
  }
  return text;
}

/** Refuses a text that lacks its caregiver form (docs/design/product.md "Because, voice, help"). */
export function checkVoice(text: Text, field: string, report: Report): Text {
  const outside = text.replace(/\{[^{}]*\}/g, '').replace(/"[^"]*"/g, '');
  const found = MEANS_THE_PATIENT.exec(outside)?.[0];
  if (found !== undefined) {
    report(
      field,
      `"${found}" has no form for somebody who cares for the patient.`,
      'write {your|their}, {my|their} or the like.',
    );
  }
  return checkSlots(text, field, report);
}

export function richOf(text: string, field: string, report: Report): RichText {
  const read = readRich(text);
  if (read.ok) return read.rich;
  report(field, `${read.cause}.`, 'use paragraphs, "- " lists and **bold** only.');
  return [];
}

/** The first id that stands twice is reported. */
export function checkUnique(rows: readonly { readonly id: string }[], field: string, report: Report): void {
  const seen = new Set<string>();
  rows.forEach(({ id }, at) => {
    if (seen.has(id)) report(`${field}.${at}.id`, `the id "${id}" stands twice.`, 'give one of them another id.');
    seen.add(id);
  });
}
