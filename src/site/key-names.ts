/**
 * The keys that `[keys]` may name, as a key reports itself (KeyboardEvent.key of the UI Events specification), beside
 * single characters. Kiosk keypads send function keys or media keys. Not here, so that no setting can let it through: what
 * a browser or a system may take as a command (F10 opens menus, F11 and F12 are the browser's, PrintScreen, ContextMenu,
 * the volume, whatever launches a program) and what only changes another key (Shift, Control, Alt, Meta).
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
