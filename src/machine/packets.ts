/** The packets of the person who is here: made once, shown and printed from the same bytes, in memory only. */
export interface ComposedPacket {
  readonly pdf: Uint8Array;
  readonly documents: readonly { readonly id: string; readonly pages: number }[];
  readonly pages: number;
  /** Only these pages, counted from 1, with the page numbers that they have in the packet. */
  readonly only: (pages: readonly number[]) => Promise<Uint8Array>;
}

export interface PreparedPacket extends ComposedPacket {
  readonly id: string;
}

export interface Packets {
  /** Null when the session in which it was asked for is over. */
  keep(making: Promise<ComposedPacket>): Promise<PreparedPacket | null>;
  find(id: string): PreparedPacket | null;
  wipe(): void;
}

/** A person changes the pages a few times; what is older than this is not printed any more. */
const KEPT = 4;

export function makePackets(): Packets {
  let kept: readonly PreparedPacket[] = [];
  let made = 0;
  let wipes = 0;

  return {
    async keep(making) {
      const before = wipes;
      const composed = await making;
      if (wipes !== before) return null;
      made += 1;
      const packet = { ...composed, id: `packet-${made}` };
      kept = [...kept, packet].slice(-KEPT);
      return packet;
    },
    find: (id) => kept.find((packet) => packet.id === id) ?? null,
    wipe() {
      wipes += 1;
      kept = [];
    },
  };
}
