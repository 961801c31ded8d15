/** Names on Electron's wire; nothing else is ever sent or handled. */
export const CALL_CHANNEL = 'homeward:call';
export const STATES_CHANNEL = 'homeward:states';
/** A screen has loaded and wants the states. */
export const READY_CHANNEL = 'homeward:ready';
