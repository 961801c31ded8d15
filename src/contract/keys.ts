/** What a key of a keypad can do. */
export const KEY_ACTS = ['next', 'before', 'next-group', 'group-before', 'select', 'back', 'help', 'listen'] as const;
export type KeyAct = (typeof KEY_ACTS)[number];
