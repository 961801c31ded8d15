import { computed, type ComputedRef } from 'vue';
import type { Text } from '../../guide/model';
import { say, type Parameters } from '../../guide/text';
import type { WordKey } from '../logic/word-keys';
import { useKioskStore } from '../stores/kiosk';
import { useVisitStore } from '../stores/visit';

/** A text with a form of its own for one thing: `key` and `key-one`. */
type Countable<Key> = Key extends `${infer Base}-one` ? Base : never;
type CountedKey = WordKey & Countable<WordKey>;

export interface Words {
  /** A text of the interface by its key, `group.key`. */
  readonly word: (key: WordKey, parameters?: Parameters) => string;
  /** The text for a number of things: `key-one` for one. */
  readonly counted: (key: CountedKey, count: number) => string;
  /** Any text of the content, addressed to this visit's reader. */
  readonly fill: (text: Text, parameters?: Parameters) => string;
  readonly language: ComputedRef<string>;
  /** The name of a language in that language. The hospital's settings list the languages. */
  readonly languageName: (id: string) => string;
}

/** The only way for words to reach a screen: every sentence comes from content. */
export function useWords(): Words {
  const kiosk = useKioskStore();
  const visit = useVisitStore();
  const fill = (text: Text, parameters: Parameters = {}): string => say(text, visit.voice, parameters);
  const textOf = (key: string, parameters: Parameters = {}): string => {
    const text = kiosk.guide.words[key];
    if (text === undefined) throw new Error(`no words for "${key}" in content/interface`);
    return fill(text, parameters);
  };
  const word = (key: WordKey, parameters: Parameters = {}): string => textOf(key, parameters);
  return {
    fill,
    word,
    languageName: (id) => textOf(`language.name.${id}`),
    counted: (key, count) => textOf(count === 1 ? `${key}-one` : key, { count }),
    language: computed(() => kiosk.guide.language),
  };
}
