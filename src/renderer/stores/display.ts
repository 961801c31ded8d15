import { defineStore } from 'pinia';
import { ref } from 'vue';

export const TEXT_SIZES = [1, 2, 3, 4] as const;
export type TextSize = (typeof TEXT_SIZES)[number];

export const THEMES = ['warm', 'black-on-white', 'white-on-black', 'low-glare'] as const;
export type Theme = (typeof THEMES)[number];

/** How the screen looks for this person; back to the start with the next one. */
export const useDisplayStore = defineStore('display', () => {
  const textSize = ref<TextSize>(1);
  const theme = ref<Theme>('warm');
  const lowReach = ref(false);

  function reset(): void {
    textSize.value = 1;
    theme.value = 'warm';
    lowReach.value = false;
  }

  return { textSize, theme, lowReach, reset };
});
