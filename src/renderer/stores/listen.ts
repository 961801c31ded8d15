import { defineStore } from 'pinia';
import { computed, ref, shallowRef } from 'vue';
import { useKioskStore } from './kiosk';

export const SPEEDS = [0.75, 1, 1.25, 1.5, 1.75, 2] as const;
export const VOLUMES = [0.25, 0.5, 0.75, 1] as const;

/** How this person listens. Speech is off again for the next one. */
export const useListenStore = defineStore('listen', () => {
  const kiosk = useKioskStore();
  const on = ref(false);
  const paused = ref(false);
  /** A line is being spoken now. */
  const speaking = ref(false);
  const speedAt = ref(1);
  const volumeAt = ref(2);
  /** The kiosk's languages that this machine has a voice for. */
  const voices = shallowRef<readonly string[]>([]);
  /** There is a voice for the language of the screen. */
  const available = computed(() => voices.value.includes(kiosk.guide.language));
  /** Increases each time the screen should be read again from the start. */
  const again = ref(0);
  /** Increases each time the language names should be read, each in its own voice. */
  const names = ref(0);

  const speed = computed(() => SPEEDS[speedAt.value] ?? 1);
  const volume = computed(() => VOLUMES[volumeAt.value] ?? 1);

  return { on, paused, speaking, speedAt, volumeAt, voices, available, again, names, speed, volume };
});
