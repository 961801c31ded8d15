import { defineStore } from 'pinia';
import { computed, ref, shallowRef } from 'vue';
import type { Choices, InputOf, PreparedPacket } from '../../contract/table';
import { languagePages } from '../../guide/pages';
import { ask } from '../bridge';
import { unsureAnswers } from '../logic/answers';
import { sceneOf, type PrintScene, type Unsent } from '../logic/print-scene';
import { useKioskStore } from './kiosk';
import { usePacketStore } from './packet';
import { usePlanStore } from './plan';
import { useVisitStore } from './visit';

/** One request to the machine. */
interface Request {
  readonly id: string;
  /** Counted from 1; null is all. */
  readonly pages: readonly number[] | null;
}

/**
 * Asks the machine to print. What becomes of it is the machine's state `job`; this store knows only which request that
 * state has to be of, and whether the machine got it.
 */
export const usePrintStore = defineStore('print', () => {
  const kiosk = useKioskStore();
  const visit = useVisitStore();
  const plan = usePlanStore();
  const packet = usePacketStore();
  const request = shallowRef<Request | null>(null);
  const unsent = ref<Unsent | null>(null);
  let isAsking = false;

  const scene = computed<PrintScene>(() =>
    sceneOf({
      request: request.value?.id ?? null,
      unsent: unsent.value,
      job: kiosk.job,
      printer: kiosk.printer,
    }),
  );

  /** What to print: the picked pages, or the page in other languages, which needs no answers. */
  const wanted = computed<{ readonly choices: Choices; readonly documents: readonly string[] }>(() => {
    if (visit.mode.kind !== 'language-page') return { choices: visit.choices, documents: plan.pickedIds };
    const answers = unsureAnswers(kiosk.guide);
    const { usState, largePrint } = visit;
    return {
      choices: { answers, state: usState, letterDate: null, helpers: [], largePrint },
      documents: languagePages(kiosk.guide),
    };
  });
  const copies = computed(() => (visit.mode.kind === 'language-page' ? 1 : visit.copies));

  function prepare(): Promise<PreparedPacket | null> {
    return packet.prepare(wanted.value.choices, wanted.value.documents);
  }

  /** Prints the picked pages, or reprints only some of them after the count. A second touch meanwhile does nothing. */
  async function print(pages: readonly number[] | null): Promise<void> {
    if (isAsking) return;
    isAsking = true;
    request.value = { id: crypto.randomUUID(), pages };
    unsent.value = null;
    try {
      unsent.value = await send(request.value);
    } finally {
      isAsking = false;
    }
  }

  /** @returns why the machine did not get the request; null when it did */
  async function send({ id, pages }: Request, isSecondTry = false): Promise<Unsent | null> {
    const made = await prepare();
    if (made === null) return 'not-made';
    const answer = await ask('print.submit', { requestId: id, packet: made.packet, copies: copies.value, pages });
    if (answer.ok) return null;
    if (isSecondTry || answer.error.code !== 'unknown-packet') return 'not-delivered';
    // The machine keeps only the last few packets; a dropped one is made again.
    packet.drop();
    return send({ id, pages }, true);
  }

  async function stop(): Promise<void> {
    const { job } = kiosk.job;
    if (job !== null) await ask('print.cancel', { job });
  }

  /**
   * Tells the machine what the person counted, unless it knows; the state `job` says so then.
   * @returns false when the machine did not take it
   */
  async function counted(came: InputOf<'print.counted'>['came']): Promise<boolean> {
    const { job, came: known } = kiosk.job;
    return known === came || (job !== null && (await ask('print.counted', { job, came })).ok);
  }

  const again = (): Promise<void> => print(request.value?.pages ?? null);

  return { scene, wanted, copies, prepare, print, again, stop, counted };
});
