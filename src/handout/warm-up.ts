/** An almost empty page in the fonts of a packet. Printing it once warms up everything that a packet needs. */
import { FONT_FAMILY } from './font-family';
import { fontCss } from './fonts';

export const WARM_UP = `<!doctype html><html lang="en"><style>${fontCss}
body{font-family:'${FONT_FAMILY}'}@page{@bottom-right{content:counter(page)}}</style>
<h1>1</h1><ol><li>2 <strong>3</strong></ol><svg role="img" aria-label="4"><path d="M0 0h9"/></svg></html>`;
