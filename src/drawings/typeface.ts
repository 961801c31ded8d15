/**
 * The characters in the typeface of the pages (Atkinson Hyperlegible Next, latin and latin-ext files). Any other would
 * print as an empty box, or in whatever font the machine has.
 */
const DRAWN = new RegExp(
  '^[' +
    ' -~\u00a0-\u00ac\u00ae-\u00b4\u00b6-\u0107\u010a-\u0113\u0116-\u011b\u011e-\u0123\u0126\u0127\u012a\u012b\u012e-\u0133' +
    '\u0136\u0137\u0139-\u013e\u0141-\u0148\u0150-\u0155\u0158-\u015b\u015e-\u0165\u016a\u016b\u016e-\u017e\u0192' +
    '\u0218-\u021b\u0237\u1e80-\u1e85\u1e9e\u1ef2\u1ef3–—‘-‚“-„•…‹›€™' +
    ']$',
  'u',
);

/** The characters of a text that the pages cannot draw, without repeats. The text is first composed (NFC). */
export function notDrawn(text: string): readonly string[] {
  return [...new Set(text.normalize('NFC'))].filter((character) => !DRAWN.test(character));
}
