/** The room's public face: a plan becomes one complete page of HTML, and a PDF tells which pages are whose. */
export { composePacket } from './compose';
export { packetOrder, withCoverSheet } from './documents';
export { PAGE_SIZES, type Paper } from './measures';
