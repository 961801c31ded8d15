/** Addresses of the preview host that its page knows too. */
export const CALL_PATH = '/call/';
export const STATES_PATH = '/states';
export const CLIENT_PATH = '/preview-client.js';
/** Where a page without the key is sent: a line that says how to get in. */
export const NO_KEY_PATH = '/no-key';
