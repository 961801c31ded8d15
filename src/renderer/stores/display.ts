import { defineStore } from 'pinia';
import { computed, ref } from 'vue';

export const TEXT_SIZES = [1, 2, 3, 4] as const;
export type TextSize = (typeof TEXT_SIZES)[number];

/** Height of a capital letter, as in styles/tokens.css. */
const CAPITALS_MM: Readonly<Record<TextSize, number>> = { 1: 4.8, 2: 6.4, 3: 7.4, 4: 9 };

export const THEMES = ['warm', 'black-on-white', 'white-on-black', 'low-glare'] as const;
export type Theme = (typeof THEMES)[number];

/** How the screen looks for this person; the next one starts from the defaults. */
export const useDisplayStore = defineStore('display', () => {
  const textSize = ref<TextSize>(1);
  const theme = ref<Theme>('warm');
  const lowReach = ref(false);
  /** Height of the screen, measured. */
  const heightMm = ref(0);
  /** Distance from the bottom of the screen to the top of the reach band. */
  const bandPx = ref(0);
  const capMm = computed(() => CAPITALS_MM[textSize.value]);

  /** How many capital letters fit one above the other: the room for text. */
  const textRows = computed(() => heightMm.value / capMm.value);

  return { textSize, theme, lowReach, heightMm, bandPx, capMm, textRows };
});
