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
/** A screen that lies over the present one, which keeps its place beneath. */
export type Curtain = (typeof CURTAINS)[number];

export const useShellStore = defineStore('shell', () => {
  const curtain = ref<Curtain | null>(null);
  /** What the screen beneath is called, for who lost their way. */
  const title = ref('');
  /** The last thing done came from a key, not from a touch. */
  const byKeys = ref(false);

  function open(next: Curtain): void {
    curtain.value = next;
  }
  function close(): void {
    curtain.value = null;
  }

  return { curtain, title, byKeys, open, close };
});
