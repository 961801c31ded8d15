import type { RichText, Text } from '../model';
import type { Report } from './reading';
import { readRich } from './rich';

const MARKUP = /<\/?[a-z][^<>]*>|&[a-z]+;|&#\d+;/i;

/** Words for the patient. Outside braces they are wrong on pages for a caregiver. */
const MEANS_THE_PATIENT = /\b(your|my|you have|you need)\b/i;

/** Refuses HTML, because screen and paper would show the tags. */
export function checkMarkup(text: Text, field: string, report: Report): void {
  const tag = MARKUP.exec(text)?.[0];
  if (tag !== undefined) report(field, `"${tag}" is HTML, which is not used here.`, 'write plain words.');
}

/**
 * Refuses braces that `say` cannot fill: `{your}`, `{your|their`, a parameter that nobody passes.
 * @param parameters names that the program fills in
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

/** Reports each id that is used twice. */
export function checkUnique(rows: readonly { readonly id: string }[], field: string, report: Report): void {
  const seen = new Set<string>();
  rows.forEach(({ id }, index) => {
    if (seen.has(id)) report(`${field}.${index}.id`, `the id "${id}" is used twice.`, 'give one of them another id.');
    seen.add(id);
  });
}
