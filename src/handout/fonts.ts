/**
 * The fonts of printed pages, embedded in the page, which loads nothing. Static weights, because Chromium embeds a variable
 * font as Type 3 (docs/evidence/toolchain.md).
 */
import latin400 from '@fontsource/atkinson-hyperlegible-next/files/atkinson-hyperlegible-next-latin-400-normal.woff2?inline';
import latin700 from '@fontsource/atkinson-hyperlegible-next/files/atkinson-hyperlegible-next-latin-700-normal.woff2?inline';
import latinExt400 from '@fontsource/atkinson-hyperlegible-next/files/atkinson-hyperlegible-next-latin-ext-400-normal.woff2?inline';
import latinExt700 from '@fontsource/atkinson-hyperlegible-next/files/atkinson-hyperlegible-next-latin-ext-700-normal.woff2?inline';
import { FONT_FAMILY } from './font-family';

/** The characters that only the `latin-ext` file has, for names of people and places. */
const EXTENDED_RANGE =
  'U+0100-02BA,U+02BD-02C5,U+02C7-02CC,U+02CE-02D7,U+02DD-02FF,U+1D00-1DBF,U+1E00-1E9F,U+1EF2-1EFF,U+20A0-20AB,U+20AD-20C0';

function fontFace(address: string, weight: number, range: string | null): string {
  const only = range === null ? '' : `unicode-range:${range};`;
  return `@font-face{font-family:'${FONT_FAMILY}';font-weight:${weight};${only}src:url(${address}) format('woff2')}`;
}

/** `@font-face` rules for `composePacket`. The later rule applies only to the characters in its range. */
export const fontCss: string = [
  fontFace(latin400, 400, null),
  fontFace(latin700, 700, null),
  fontFace(latinExt400, 400, EXTENDED_RANGE),
  fontFace(latinExt700, 700, EXTENDED_RANGE),
].join('\n');
