import { computed, type ComputedRef } from 'vue';
import type { Text } from '../../guide/model';
import { say, type Parameters } from '../../guide/text';
import { useKioskStore } from '../stores/kiosk';
import { useVisitStore } from '../stores/visit';

export interface Words {
  /** A text of the interface by its key, `group.key`. */
  readonly word: (key: string, parameters?: Parameters) => string;
  /** The same for a number of things: `key-one` when there is one. */
  readonly counted: (key: string, count: number) => string;
  /** Any text of the content, in the voice of this visit. */
  readonly fill: (text: Text, parameters?: Parameters) => string;
  readonly language: ComputedRef<string>;
}

/** The only way for words to reach a screen: every sentence comes from content. */
export function useWords(): Words {
  const kiosk = useKioskStore();
  const visit = useVisitStore();
  const fill = (text: Text, parameters: Parameters = {}): string => say(text, visit.voice, parameters);
  const word = (key: string, parameters: Parameters = {}): string => {
    const text = kiosk.guide.words[key];
    if (text === undefined) throw new Error(`no words for "${key}" in content/interface`);
    return fill(text, parameters);
  };
  return {
    fill,
    word,
    counted: (key, count) => word(count === 1 ? `${key}-one` : key, { count }),
    language: computed(() => kiosk.guide.language),
  };
}
