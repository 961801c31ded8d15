/**
 * The one truth about keys: the screens act on these, and the Electron rim lets exactly these through to them. A kiosk is
 * worked with the keys of a USB keypad (docs/evidence/product-anchors.md §3.2 "Keypad"); one that sends other keys is
 * described in the settings, `[keys]`.
 */
import type { KeyAct, Site } from '../site/settings';

/** What a key does when the settings do not say otherwise, by its name (KeyboardEvent.key). */
export const USUAL_KEYS: Readonly<Record<string, KeyAct>> = {
  ArrowDown: 'next',
  ArrowUp: 'previous',
  ArrowRight: 'next-group',
  ArrowLeft: 'previous-group',
  Tab: 'next',
  Enter: 'select',
  ' ': 'select',
  Escape: 'back',
  Backspace: 'back',
  Help: 'help',
  F1: 'help',
  F2: 'listen',
};

/** A key press, as Electron and a page both know it. */
export interface KeyPress {
  readonly key: string;
  readonly shift: boolean;
  readonly control: boolean;
  readonly alt: boolean;
  readonly meta: boolean;
}

/**
 * What a key press does; null for nothing.
 * @param ofSite keys that the settings name; they win over the usual ones
 */
export function keyActOf({ key, shift, control, alt, meta }: KeyPress, ofSite: Site['keys']): KeyAct | null {
  // A shortcut of the browser or of the system, whatever the key.
  if (control || alt || meta) return null;
  const named = (Object.keys(ofSite) as KeyAct[]).find((act) => ofSite[act].includes(key));
  if (named !== undefined) return named;
  if (key === 'Tab' && shift) return 'previous';
  return Object.hasOwn(USUAL_KEYS, key) ? (USUAL_KEYS[key] ?? null) : null;
}
