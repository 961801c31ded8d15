/** What the other rooms may import from this one: a plan becomes one complete HTML page. */
export { composePacket } from './compose';
export { packetOrder, withCoverSheet } from './documents';
export { PAGE_SIZES, type Paper } from './measures';
