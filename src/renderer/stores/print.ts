import { defineStore } from 'pinia';
import { computed, ref } from 'vue';
import type { Choices, Envelope, ErrorOf, OutputOf, PreparedPacket } from '../../contract/table';
import { languagePages } from '../../guide/pages';
import { ask } from '../bridge';
import { unsureAnswers } from '../logic/answers';
import { sceneOf, type PrintScene, type Refusal } from '../logic/print-scene';
import { useKioskStore } from './kiosk';
import { usePacketStore } from './packet';
import { usePlanStore } from './plan';
import { useVisitStore } from './visit';

/** One print run, from "Print now" to the end of its job. The pages stay available whatever the printer does. */
export const usePrintStore = defineStore('print', () => {
  const kiosk = useKioskStore();
  const visit = useVisitStore();
  const plan = usePlanStore();
  const packet = usePacketStore();
  const refusal = ref<Refusal | null>(null);
  const nothingCame = ref(false);
  const ours = ref<string | null>(null);
  let pages: readonly number[] | null = null;

  const scene = computed<PrintScene>(() =>
    sceneOf({
      refusal: refusal.value,
      nothingCame: nothingCame.value,
      ours: ours.value,
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

  /** Prints the picked pages, or reprints only some of them after the count. */
  async function print(some: readonly number[] | null): Promise<void> {
    pages = some;
    refusal.value = null;
    nothingCame.value = false;
    ours.value = null;
    let answer = await submit();
    // The machine keeps only the last few packets; a dropped one is made again.
    if (answer !== null && !answer.ok && answer.error.code === 'unknown-packet') {
      packet.drop();
      answer = await submit();
    }
    if (answer === null) refusal.value = { code: 'not-made', reason: null };
    else if (answer.ok) ours.value = answer.value.job;
    else refusal.value = { code: answer.error.code, reason: answer.error.details ?? null };
  }

  async function submit(): Promise<Envelope<OutputOf<'print.submit'>, ErrorOf<'print.submit'>> | null> {
    const made = await prepare();
    if (made === null) return null;
    return ask('print.submit', {
      requestId: crypto.randomUUID(),
      packet: made.packet,
      copies: copies.value,
      pages,
    });
  }

  async function stop(): Promise<void> {
    if (ours.value !== null) await ask('print.cancel', { job: ours.value });
  }

  return { scene, nothingCame, wanted, copies, prepare, print, again: () => print(pages), stop };
});
