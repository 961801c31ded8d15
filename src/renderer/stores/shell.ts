import { defineStore } from 'pinia';
import { ref } from 'vue';

export const CURTAINS = [
  'help',
  'hidden',
  'start-over',
  'clear',
  'text-size',
  'contrast',
  'language',
  'sound',
  'stray-taps',
  'idle',
] as const;
/** A screen over the current one, which stays where it was. */
export type Curtain = (typeof CURTAINS)[number];

export const useShellStore = defineStore('shell', () => {
  const curtain = ref<Curtain | null>(null);
  /** The title of the screen beneath, for a person who is lost. */
  const title = ref('');
  /** The last input came from a key, not from a touch. */
  const byKeys = ref(false);

  function open(next: Curtain): void {
    curtain.value = next;
  }
  function close(): void {
    curtain.value = null;
  }

  return { curtain, title, byKeys, open, close };
});
