import { useEventListener, useIntervalFn } from '@vueuse/core';
import { readonly, ref, watch, type Ref } from 'vue';
import { useRoute } from 'vue-router';
import type { Rest } from '../router';
import { makeIdleClock } from '../logic/idle-clock';
import { useKioskStore } from '../stores/kiosk';
import { useShellStore, type Curtain } from '../stores/shell';
import { useJourney } from './useJourney';

const LOOK_MS = 250;
/** While a job is open nobody is hurried, but pages and answers do not stand here for ever (product-anchors §3.7). */
const PRINTING_IDLE_MS = 10 * 60_000;
/** A hidden screen ends 90 s after it was left, the countdown included. */
const HIDDEN_IDLE_MS = 30_000;

export interface Idle {
  readonly secondsLeft: Readonly<Ref<number>>;
  stay(): void;
}

/** Runs the two-stage clock over all screens: draws the warning, and forgets the person at its end. */
export function useIdle(): Idle {
  const kiosk = useKioskStore();
  const shell = useShellStore();
  const journey = useJourney();
  const route = useRoute();
  const { timing } = kiosk.site;
  const clock = makeIdleClock(() => performance.now(), { limitMs: timing.idleMs, countdownMs: timing.countdownMs });
  const secondsLeft = ref(0);
  /** What the warning lies over: a hidden screen stays hidden after "More time". */
  let beneath: Curtain | null = null;

  function limitOf(rest: Exclude<Rest, 'for-good'>): number {
    switch (rest) {
      case 'answering':
        return timing.idleMs;
      case 'reading':
        return timing.readingIdleMs;
      case 'printing':
        return PRINTING_IDLE_MS;
    }
  }

  watch(
    () => [route.meta.rest, shell.curtain] as const,
    ([rest, curtain]) => {
      if (rest === undefined || rest === 'for-good') {
        clock.pause();
        return;
      }
      clock.resume();
      if (curtain !== 'idle') clock.setLimit(curtain === 'hidden' ? HIDDEN_IDLE_MS : limitOf(rest));
    },
    { immediate: true },
  );

  useEventListener(document, ['pointerdown', 'keydown'], () => clock.touch(), { capture: true, passive: true });

  useIntervalFn(() => {
    const reading = clock.read();
    switch (reading.kind) {
      case 'calm':
        return;
      case 'warning':
        secondsLeft.value = Math.ceil(reading.leftMs / 1000);
        if (shell.curtain === 'idle') return;
        beneath = shell.curtain;
        shell.draw('idle');
        return;
      case 'over':
        journey.leave('idle');
    }
  }, LOOK_MS);

  return {
    secondsLeft: readonly(secondsLeft),
    stay: () => {
      clock.stay();
      if (beneath === null) shell.lift();
      else shell.draw(beneath);
    },
  };
}
