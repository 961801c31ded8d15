/** A set of pages, made once: the screen shows these bytes and the printer gets these bytes. In memory only. */
export interface Packet {
  readonly pdf: Uint8Array;
  /** In the order of the pages. */
  readonly documents: readonly { readonly id: string; readonly pages: number }[];
  readonly pages: number;
  /** Only these pages, counted from 1, with the page numbers that they have in the packet. */
  readonly only: (pages: readonly number[]) => Promise<Uint8Array>;
}

/** A packet under the id by which the screen asks for it. */
export interface KeptPacket extends Packet {
  readonly id: string;
}

/** The packets of one visit. */
export interface Packets {
  keep(packet: Packet): KeptPacket;
  find(id: string): KeptPacket | null;
}

/** A person changes the pages a few times; older packets are no longer printed. */
const MAX_KEPT = 4;

/** @param visit its number: an id of an earlier visit is unknown in the next */
export function makePackets(visit: number): Packets {
  let kept: readonly KeptPacket[] = [];
  let count = 0;

  return {
    keep(packet) {
      count += 1;
      const named = { ...packet, id: `packet-${visit}-${count}` };
      kept = [...kept, named].slice(-MAX_KEPT);
      return named;
    },
    find: (id) => kept.find((packet) => packet.id === id) ?? null,
  };
}
