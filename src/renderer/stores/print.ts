import { defineStore } from 'pinia';
import { computed, ref } from 'vue';
import type { Envelope, ErrorOf, OutputOf } from '../../contract/table';
import { ask } from '../bridge';
import { useKioskStore } from './kiosk';
import { usePacketStore } from './packet';
import { usePlanStore } from './plan';
import { useVisitStore } from './visit';

/** What the printing screen has to say. */
export type PrintScene =
  | { readonly kind: 'on-the-way'; readonly phase: 'idle' | 'queued' | 'sending' }
  | { readonly kind: 'out'; readonly phase: 'sent' | 'saved' }
  | { readonly kind: 'attention'; readonly reason: string | null }
  | { readonly kind: 'trouble'; readonly phase: 'failed' | 'cancelled' | 'unknown'; readonly reason: string | null }
  | { readonly kind: 'refused'; readonly code: ErrorOf<'print.submit'> | 'not-made' }
  | { readonly kind: 'nothing-came' };

/** One printing: from "Print now" to the end of its job. The pages stay here whatever the printer does. */
export const usePrintStore = defineStore('print', () => {
  const kiosk = useKioskStore();
  const visit = useVisitStore();
  const plan = usePlanStore();
  const packet = usePacketStore();
  const refused = ref<ErrorOf<'print.submit'> | 'not-made' | null>(null);
  const nothingCame = ref(false);
  /** The job that the machine took from this screen; until then an older job's state is not ours. */
  const ours = ref<string | null>(null);
  let pages: readonly number[] | null = null;

  const scene = computed<PrintScene>(() => {
    if (refused.value !== null) return { kind: 'refused', code: refused.value };
    if (nothingCame.value) return { kind: 'nothing-came' };
    const { job, phase, reason } = kiosk.job;
    if (ours.value === null || job !== ours.value) return { kind: 'on-the-way', phase: 'idle' };
    switch (phase) {
      case 'idle':
      case 'queued':
      case 'sending':
        return { kind: 'on-the-way', phase };
      case 'sent':
      case 'saved':
        return { kind: 'out', phase };
      case 'attention':
        return { kind: 'attention', reason };
      case 'failed':
      case 'cancelled':
      case 'unknown':
        return { kind: 'trouble', phase, reason };
    }
  });

  /** Prints the picked pages, or only some of them again after the count. */
  async function print(some: readonly number[] | null): Promise<void> {
    pages = some;
    refused.value = null;
    nothingCame.value = false;
    ours.value = null;
    let answer = await submit();
    // The machine keeps only the last few packets: one that it dropped is made again.
    if (answer !== null && !answer.ok && answer.error.code === 'unknown-packet') {
      packet.drop();
      answer = await submit();
    }
    if (answer === null) refused.value = 'not-made';
    else if (answer.ok) ours.value = answer.value.job;
    else refused.value = answer.error.code;
  }

  async function submit(): Promise<Envelope<OutputOf<'print.submit'>, ErrorOf<'print.submit'>> | null> {
    const made = await packet.prepare(visit.choices, plan.pickedIds);
    if (made === null) return null;
    return ask('print.submit', {
      requestId: crypto.randomUUID(),
      packet: made.packet,
      copies: visit.copies,
      pages: pages === null ? null : [...pages],
    });
  }

  async function stop(): Promise<void> {
    if (ours.value !== null) await ask('print.cancel', { job: ours.value });
  }

  return { scene, refused, nothingCame, print, again: () => print(pages), stop };
});
