import { defineStore } from 'pinia';
import { ref, shallowRef, watch } from 'vue';
import type { Choices, PreparedPacket } from '../../contract/table';
import { ask } from '../bridge';
import { useKioskStore } from './kiosk';
import { useVisitStore } from './visit';

/** The packets that the machine has made for this visit, and what is known about their pages. */
export const usePacketStore = defineStore('packet', () => {
  const kiosk = useKioskStore();
  const visit = useVisitStore();
  const prepared = shallowRef<PreparedPacket | null>(null);
  /** The real number of printed pages of each document made so far. */
  const pagesOf = shallowRef<Readonly<Record<string, number>>>({});
  const failed = ref(false);
  let asked: { readonly key: string; readonly answer: Promise<PreparedPacket | null> } | null = null;

  /**
   * Asks the machine for these pages, or returns the packet just made for them. Its bytes are what will be printed.
   * Null on failure; `failed` is then set.
   */
  async function prepare(choices: Choices, documents: readonly string[]): Promise<PreparedPacket | null> {
    const key = JSON.stringify([contentOf(choices), documents]);
    if (asked?.key !== key) {
      prepared.value = null;
      asked = { key, answer: make(choices, documents) };
    }
    const mine = asked;
    const packet = await mine.answer;
    if (asked !== mine) return packet;
    prepared.value = packet;
    learn(choices, packet);
    failed.value = packet === null;
    if (packet === null) asked = null;
    return packet;
  }

  /** Counts the pages of documents without keeping their packet. */
  async function countPages(choices: Choices, documents: readonly string[]): Promise<void> {
    learn(choices, await make(choices, documents));
  }

  function learn(choices: Choices, packet: PreparedPacket | null): void {
    if (packet === null || contentOf(choices) !== contentOf(visit.choices)) return;
    const counts = Object.fromEntries(packet.documents.map(({ id, pages }) => [id, pages]));
    pagesOf.value = { ...pagesOf.value, ...counts };
  }

  /** Other answers, larger print or another language change the pages. */
  function contentOf(choices: Choices): string {
    return JSON.stringify([kiosk.guide.language, choices]);
  }
  watch(
    () => contentOf(visit.choices),
    () => (pagesOf.value = {}),
    { flush: 'sync' },
  );

  async function make(choices: Choices, documents: readonly string[]): Promise<PreparedPacket | null> {
    const { language } = kiosk.guide;
    const answer = await ask('packet.prepare', { choices, documents, language });
    return answer.ok ? answer.value : null;
  }

  /** The machine no longer has the packet; the next `prepare` makes it again. */
  function drop(): void {
    prepared.value = null;
    asked = null;
  }

  return { prepared, pagesOf, failed, prepare, countPages, drop };
});
