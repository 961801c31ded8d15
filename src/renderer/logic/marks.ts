/**
 * The `data-…` attributes that tie components to paging, keys, speech, styles and tests. Templates write the attribute
 * itself; script takes its name from here. docs/screens.md says who sets and who reads each; a test keeps both equal.
 */
export const MARKS = {
  /** Paging may break between the children of this element. */
  parts: 'data-parts',
  /** Paging never breaks inside this element. */
  whole: 'data-whole',
  /** Paging keeps this element on one page with what comes after it, like a heading. */
  heads: 'data-heads',
  /** Paging keeps this element on one page with what comes before it. */
  follows: 'data-follows',
  /** This element belongs to a page that is not shown. */
  offPage: 'data-off-page',
  /** This area has more than one page, so its pager is visible. */
  paged: 'data-paged',
  /** This control shows the next page; absent on the last one. */
  more: 'data-more',
  /** The Continue control. */
  continue: 'data-continue',
  /** The Back key presses this control. */
  keyBack: 'data-key-back',
  /** The Help key presses this control. */
  keyHelp: 'data-key-help',
  /** The Listen key presses this control. */
  keyListen: 'data-key-listen',
  /** The Left and Right keys move between these groups of controls. */
  keyGroup: 'data-key-group',
  /** The kiosk is being used by keys, so focus is visible. */
  keys: 'data-keys',
  /** A touch here works even right after a screen change. */
  unguarded: 'data-unguarded',
  /** This tile chooses the language that its `lang` attribute names. */
  language: 'data-language',
  /** This line is being read aloud. */
  reading: 'data-reading',
  /** The text size, 1 to 4. */
  text: 'data-text',
  /** The color theme, on the page or on a sample of it. */
  theme: 'data-theme',
  /** Low reach is on: every control is in the band near the bottom. */
  lowReach: 'data-low-reach',
  /** `held` right after a screen change, while touches are ignored; otherwise `open`. */
  input: 'data-input',
  /** The kiosk is speaking. */
  speaking: 'data-speaking',
} as const;
