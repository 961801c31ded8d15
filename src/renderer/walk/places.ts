/** Every screen of the kiosk, the places that a walk leads through, and how a visit is being walked. */

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

/** A screen and, where it shows one of several things, which one: a question, a section of the guide, a kind of help. */
export interface Place {
  readonly screen: ScreenName;
  readonly id?: string | undefined;
}

/** How long a screen may rest before the person is asked: while answering, reading, or printing; or it is never asked. */
export type IdleKind = 'answering' | 'reading' | 'printing' | 'never';

/** How a visit is walked while the person is about their own plan. */
export interface Walking {
  /**
   * - `asking`: the questions are answered for the first time
   * - `basics`: "Just the basics", page 1 with every answer "not sure"
   * - `checked`: the answers have been seen on the check screen
   * - `changing`: one answer is being changed; it leads back to the check screen, through questions that are new
   */
  readonly kind: 'asking' | 'basics' | 'checked' | 'changing';
  /** Questions whose answers a change made pointless, until the person has been told. */
  readonly dropped: readonly string[];
}

/** A page in other languages is being fetched for somebody; the visit waits and nothing else of it changes. */
export interface FetchingLanguagePage {
  readonly kind: 'language-page';
  readonly returnPlace: Place;
  readonly before: Walking;
}

export type Mode = Walking | FetchingLanguagePage;

export const FIRST_MODE: Walking = { kind: 'asking', dropped: [] };

/** The person's own walk, also while it waits for the language page. */
export function walkingOf(mode: Mode): Walking {
  return mode.kind === 'language-page' ? mode.before : mode;
}
