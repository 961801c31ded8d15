/**
 * The keys that `[keys]` may name besides single characters, by their KeyboardEvent.key (UI Events specification). Kiosk
 * keypads send function keys or media keys. Two kinds are missing on purpose, so that no setting can allow them: keys that
 * a browser or system may treat as a command (F10 to F12, PrintScreen, ContextMenu, volume, keys that start programs), and
 * keys that only modify others (Shift, Control, Alt, Meta).
 */
export const KEY_NAMES: readonly string[] = [
  ...functionKeys(1, 9),
  ...functionKeys(13, 24),
  'ArrowUp',
  'ArrowDown',
  'ArrowLeft',
  'ArrowRight',
  'Tab',
  'Enter',
  'Escape',
  'Backspace',
  'Delete',
  'Insert',
  'Home',
  'End',
  'PageUp',
  'PageDown',
  'Clear',
  'Help',
  'MediaPlay',
  'MediaPause',
  'MediaPlayPause',
  'MediaStop',
  'MediaTrackNext',
  'MediaTrackPrevious',
];

/** Whether `[keys]` may name this key. */
export function isKeyName(key: string): boolean {
  return KEY_NAMES.includes(key) || /^[^\s\p{Cc}]$/u.test(key);
}

function functionKeys(first: number, last: number): readonly string[] {
  return Array.from({ length: last - first + 1 }, (_, index) => `F${first + index}`);
}
