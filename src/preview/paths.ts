/** Addresses of the preview host that its page knows too. */
export const CALL_PATH = '/call/';
export const STATES_PATH = '/states';
export const CLIENT_PATH = '/preview-client.js';
/** A page without the key goes here: one line that says how to get in. */
export const NO_KEY_PATH = '/no-key';
