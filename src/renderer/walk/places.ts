/** Every screen of the kiosk, the places on the walk, and the mode of a visit. */

export const SCREEN_NAMES = [
  'attract',
  'cleaning',
  'language',
  'language-page',
  'how',
  'question',
  'safety',
  'check',
  'state',
  'helpers',
  'letter-date',
  'plan',
  'guide',
  'words',
  'section',
  'decoder',
  'find',
  'appeal',
  'pages',
  'many',
  'preview',
  'print',
  'printing',
  'count',
  'missing',
  'done',
] as const;
export type ScreenName = (typeof SCREEN_NAMES)[number];

/** A screen and, if it can show several things, which one: a question, a section of the guide, a kind of help. */
export interface Place {
  readonly screen: ScreenName;
  readonly id?: string | undefined;
}

/** How long a screen may sit idle before the person is asked; `never`: they are not asked. */
export type IdleKind = 'answering' | 'reading' | 'printing' | 'never';

/** How the person is working on their own plan. */
export interface Walking {
  /**
   * - `asking`: the questions are being answered for the first time
   * - `basics`: "Just the basics", page 1 with every answer "not sure"
   * - `checked`: the person has seen their answers on the check screen
   * - `changing`: one answer is being changed; the walk returns to the check screen after any new questions
   */
  readonly kind: 'asking' | 'basics' | 'checked' | 'changing';
  /** Questions whose answers a change made irrelevant, until the person has seen the notice. */
  readonly dropped: readonly string[];
}

/** The person is getting the page in other languages; their own walk waits, unchanged. */
export interface FetchingLanguagePage {
  readonly kind: 'language-page';
  readonly returnPlace: Place;
  readonly before: Walking;
}

export type Mode = Walking | FetchingLanguagePage;

export const FIRST_MODE: Walking = { kind: 'asking', dropped: [] };

/** The person's own walk, even while it waits for the language page. */
export function walkingOf(mode: Mode): Walking {
  return mode.kind === 'language-page' ? mode.before : mode;
}
