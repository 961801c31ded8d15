/** The only channels that Electron's IPC uses here. */
export const CALL_CHANNEL = 'homeward:call';
export const STATES_CHANNEL = 'homeward:states';
/** A screen has loaded and asks for the states. */
export const READY_CHANNEL = 'homeward:ready';
