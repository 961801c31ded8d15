/**
 * Header and footer of every sheet: margin boxes of one named page per document (Chromium 131 or newer).
 * They are in the page's margin, so they take no room from the text and are not part of its reading order.
 */
import { formatDate } from '../basics/calendar';
import { ruleOf, titleOf } from './documents';
import { FONT_FAMILY } from './font-family';
import type { PageContext } from './page-context';
import { isLetter } from './letter';
import { PAGE_SIZES } from './measures';
import { cornerMarks } from './printer-test';

/** The name of a document's pages in CSS. */
export function pageName(document: string): string {
  return `page-${document}`;
}

/**
 * A CSS string that says exactly this text. Every character with a meaning in CSS or HTML is written as its number,
 * so that no text of the content or of the site's settings can leave the string.
 */
export function cssString(text: string): string {
  const safe = text.replace(
    /[^\p{L}\p{N} .,:;!?()–—·-]/gu,
    (character) => `\\${(character.codePointAt(0) ?? 0).toString(16)} `,
  );
  return `"${safe}"`;
}

/** A word of paper with CSS counters in the slots `{page}` and `{pages}`. */
function counted(key: string, context: PageContext): string {
  const [page, pages] = ['\u0001', '\u0002'];
  return context
    .word(key, { page, pages })
    .split(/([\u0001\u0002])/)
    .filter((part) => part !== '')
    .map((part) => (part === page ? 'counter(page)' : part === pages ? 'counter(pages)' : cssString(part)))
    .join(' ');
}

/**
 * The fine print of a document, in one running line of at most 35 words (docs/design/paper.md): what one may want to do
 * comes first. A letter has none, and on what goes to the doctor nothing speaks for the hospital or to the patient.
 */
function footer(document: string, context: PageContext): string {
  const { unitPhone } = context.settings;
  const rule = ruleOf(document, context);
  if (isLetter(rule)) return '';
  const id = context.word('footer.version', { id: document, version: context.guide.version });
  if (rule.head === 'sent') return id;
  const unit = unitPhone === null ? [] : [context.word('footer.unit', { phone: unitPhone })];
  return [...unit, context.word('footer.language'), context.word('footer.disclaimer'), id].join(' ');
}

/** The day of printing; and that nobody of the hospital has signed for the content yet, except on what is sent. */
function printedLine(document: string, context: PageContext): string {
  const printed = context.word('printed', { date: formatDate(context.printedOn, context.guide.language, 'long') });
  const isSent = ruleOf(document, context).head === 'sent';
  return context.guide.approval === null && !isSent ? context.word('footer.draft', { printed }) : printed;
}

/** A longer hospital name is printed without the title, in small type, so that it fits the margin. */
const LONG_NAME = 40;
const LONG_NAME_PT = 8;
const HEADER_PT = 10;

/** The `@page` rules of a packet. */
export function pageFrame(documents: readonly string[], context: PageContext): string {
  const { paper, siteName } = context.settings;
  const { sidePt, topPt, bottomPt, bodyPt, footerPt, pageCountPt } = context.measures;
  const type = `font-family:'${FONT_FAMILY}',sans-serif;color:#000;line-height:1.2`;
  const foot =
    `${type};font-size:${footerPt}pt;border-top:1pt solid #000;` +
    `vertical-align:top;padding-top:3pt;margin-top:${bodyPt > 14 ? 6 : 3}pt`;
  const head = `${type};font-size:${HEADER_PT}pt;vertical-align:bottom;padding-bottom:9pt`;
  const every = `@page{
size:${PAGE_SIZES[paper].css} portrait;margin:${topPt}pt ${sidePt}pt ${bottomPt}pt;
@bottom-right{content:${counted('page', context)};${foot};width:18%;text-align:right;
font-size:${pageCountPt}pt;font-weight:700;white-space:nowrap}}`;
  const named = documents.map((document) => {
    const name = titleOf(document, context);
    const { blocks, head: kindOfHead } = ruleOf(document, context);
    const site = kindOfHead === 'sent' ? '' : siteName;
    const isLong = site.length > LONG_NAME;
    const title = site === '' ? name : isLong ? site : context.word('header', { site, title: name });
    const fit = isLong ? `font-size:${LONG_NAME_PT}pt;line-height:1.02;padding-bottom:1pt;width:64%` : '';
    const isCover = blocks.some(({ kind }) => kind === 'cover');
    const marks = blocks.some(({ kind }) => kind === 'test-page') ? cornerMarks() : '';
    const finePrint = isCover
      ? `${counted('cover.sheets', context)};font-weight:700;font-size:${bodyPt}pt`
      : cssString(footer(document, context));
    const header = isLetter(ruleOf(document, context))
      ? ''
      : `@top-left{content:${cssString(title)};${head};text-align:left;${fit}}
@top-right{content:${cssString(printedLine(document, context))};${head};text-align:right;white-space:nowrap}`;
    return `@page ${pageName(document)}{
${header}${marks}
@bottom-left{${foot};content:${finePrint};width:82%;padding-right:8pt;text-align:left}}`;
  });
  return [every, ...named].join('\n');
}
