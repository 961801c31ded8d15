/** What the printing screen shows, from what the machine reports about the job. Pure. */
import type { StateOf } from '../../contract/table';
import type { DrawingName } from '../../drawings';
import type { WordKey } from './word-keys';

export type PrintScene =
  | { readonly kind: 'on-the-way'; readonly phase: 'idle' | 'queued' | 'sending' | 'waking' }
  | { readonly kind: 'out'; readonly phase: 'sent' | 'handed-over' | 'saved' }
  | { readonly kind: 'attention'; readonly reason: string | null }
  | { readonly kind: 'trouble'; readonly phase: 'failed' | 'cancelled' | 'unknown'; readonly reason: string | null }
  /** There is no job: the machine refused it, or never got the request. */
  | { readonly kind: 'refused'; readonly why: string | null }
  | { readonly kind: 'nothing-came'; readonly reason: string | null };

/** Why the machine never got a request: the pages could not be made, or the call did not reach its handler. */
export type Unsent = 'not-made' | 'not-delivered';

export interface PrintNow {
  /** What this screen asked for last; until the machine speaks of it, what it says is about an older request. */
  readonly request: string | null;
  readonly unsent: Unsent | null;
  readonly job: StateOf<'job'>;
  readonly printer: StateOf<'printer'>;
}

export function sceneOf({ request, unsent, job, printer }: PrintNow): PrintScene {
  if (unsent !== null) return { kind: 'refused', why: unsent };
  if (job.request !== request) return { kind: 'on-the-way', phase: 'idle' };
  if (job.came === 'none') return { kind: 'nothing-came', reason: printer.reasons[0] ?? null };
  const { phase, reason } = job;
  switch (phase) {
    case 'refused':
      return { kind: 'refused', why: reason };
    case 'idle':
    case 'queued':
    case 'sending':
    case 'waking':
      return { kind: 'on-the-way', phase };
    case 'sent':
    case 'handed-over':
    case 'saved':
      return { kind: 'out', phase };
    case 'attention':
      return { kind: 'attention', reason };
    case 'failed':
    case 'cancelled':
    case 'unknown':
      return { kind: 'trouble', phase, reason };
  }
}

/** Keys of words in content. */
export interface SceneWords {
  readonly title: WordKey;
  /** What is wrong, for the person. */
  readonly reason: WordKey | null;
  /** What staff can do about it. */
  readonly staff: WordKey | null;
}

/** @param words all words of the content; a trouble without words of its own gets the general sentence */
export function wordsOf(scene: PrintScene, words: Readonly<Record<string, unknown>>): SceneWords {
  switch (scene.kind) {
    case 'on-the-way':
      return {
        title: `job.${scene.phase}`,
        reason: scene.phase === 'waking' ? known('waking').reason : null,
        staff: null,
      };
    case 'out':
      return { title: scene.phase === 'saved' ? 'job.saved' : 'job.handed-over', reason: null, staff: null };
    case 'attention':
      return { title: 'job.attention', ...known(scene.reason) };
    case 'trouble':
      return { title: `job.${scene.phase}`, ...(scene.reason === null ? NOTHING : known(scene.reason)) };
    case 'nothing-came':
      return { title: 'trouble.none', ...known(scene.reason) };
    case 'refused':
      return { title: 'job.failed', reason: whyRefused(scene.why), staff: null };
  }

  function known(reason: string | null): Pick<SceneWords, 'reason' | 'staff'> {
    const [forPerson, forStaff] = [`printer.reason.${reason ?? ''}`, `printer.staff.${reason ?? ''}`];
    if (isWord(forPerson) && isWord(forStaff)) return { reason: forPerson, staff: forStaff };
    return { reason: 'printer.reason.other', staff: 'printer.staff.other' };
  }

  function whyRefused(why: string | null): WordKey {
    if (why === 'not-made') return 'pages.trouble';
    const key = `trouble.code.${why ?? ''}`;
    return isWord(key) ? key : 'trouble.code.other';
  }

  function isWord(key: string): key is WordKey {
    return words[key] !== undefined;
  }
}

/** Troubles with a drawing of their own; all others show a printer that needs help. */
const TROUBLES: Readonly<Record<string, DrawingName>> = {
  off: 'printer-off',
  'no-answer': 'printer-off',
  unreachable: 'printer-off',
  'lost-contact': 'printer-off',
  'timed-out': 'printer-off',
  'connection-cut': 'printer-off',
  jam: 'printer-jam',
  'trouble-at-end': 'printer-jam',
  open: 'printer-open',
  'paper-out': 'printer-paper-out',
  'paper-needed': 'printer-paper-out',
  'paper-wrong': 'printer-paper-out',
  'tray-missing': 'printer-tray',
  'output-full': 'printer-full',
  'ink-out': 'printer-ink',
  'ink-missing': 'printer-ink',
  'too-hot': 'printer-hot',
};

/** The drawing on the printing screen: the trouble itself if a person can see it at the printer. */
export function pictureOf(scene: PrintScene): DrawingName {
  switch (scene.kind) {
    case 'on-the-way':
      return scene.phase === 'waking' ? 'printer-asleep' : 'take-papers';
    case 'out':
      return 'take-papers';
    case 'refused':
      return troubleOf(null);
    case 'attention':
    case 'trouble':
    case 'nothing-came':
      return troubleOf(scene.reason);
  }
}

function troubleOf(reason: string | null): DrawingName {
  return TROUBLES[reason ?? ''] ?? 'printer-help';
}

const NOTHING = { reason: null, staff: null } as const;
