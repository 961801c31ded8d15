import { useIntervalFn } from '@vueuse/core';
import { ref, watch, type Ref } from 'vue';
import { makeIdleClock } from '../logic/idle-clock';
import { useListenStore } from '../stores/listen';

const LOOK_MS = 250;

/** Counts down to something that happens by itself, and pauses during speech. Returns the seconds left. */
export function useCountdown(lengthMs: number, onEnd: () => void): Readonly<Ref<number>> {
  const listen = useListenStore();
  // Only the second stage of the clock is used.
  const clock = makeIdleClock(() => performance.now(), { limitMs: 0, countdownMs: lengthMs });
  const seconds = ref(Math.ceil(lengthMs / 1000));

  watch(
    () => listen.speaking,
    (speaking) => clock.hold(speaking),
    { immediate: true },
  );
  const { pause } = useIntervalFn(() => {
    const reading = clock.read();
    if (reading.kind === 'warning') {
      seconds.value = Math.ceil(reading.leftMs / 1000);
      return;
    }
    pause();
    seconds.value = 0;
    onEnd();
  }, LOOK_MS);
  return seconds;
}
