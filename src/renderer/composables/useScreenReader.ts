import { nextTick } from 'vue';
import { spoken } from '../../guide/speech';
import { MARKS } from '../logic/marks';
import type { SpeechPort } from '../speech/port';
import { nameOf, scriptOf, type SpokenLine } from '../speech/script';
import { useKioskStore } from '../stores/kiosk';
import { useListenStore } from '../stores/listen';
import { useShellStore } from '../stores/shell';
import { useWords } from './useWords';

/** How long a screen may still be laying itself out before it is read. */
const SETTLE_MS = 80;

export interface ScreenReader {
  /** Reads the screen from its heading once it is laid out. */
  readScreen(): void;
  /**
   * Reads each language by its own name in its own voice, also for someone who does not listen to the rest
   * (docs/evidence/product-anchors.md S02).
   */
  readNames(): void;
  /** Reads on from the line where the reading stopped. */
  resume(): void;
  silence(): void;
  /** Interrupts the reading with one text; an action means that the person has heard enough. */
  interject(text: string): void;
}

/** Reads lines of the screen aloud one after the other, and highlights the line that is being read. */
export function useScreenReader(speech: SpeechPort): ScreenReader {
  const kiosk = useKioskStore();
  const listen = useListenStore();
  const shell = useShellStore();
  const { word, counted } = useWords();
  let lines: readonly SpokenLine[] = [];
  let current = 0;
  let settling: ReturnType<typeof setTimeout> | undefined;

  return { readScreen: () => void nextTick(readScreen), readNames, resume: readLine, silence, interject };

  function silence(): void {
    clearTimeout(settling);
    speech.stop();
    listen.speaking = false;
    for (const element of document.querySelectorAll(`[${MARKS.reading}]`)) element.removeAttribute(MARKS.reading);
  }

  function readScreen(): void {
    silence();
    current = 0;
    if (!listen.on || listen.paused || shell.curtain === 'hidden') return;
    listen.speaking = true;
    settling = setTimeout(() => {
      lines = linesOfScreen();
      readLine();
    }, SETTLE_MS);
  }

  function linesOfScreen(): readonly SpokenLine[] {
    const screen = [...document.querySelectorAll<HTMLElement>('main')].find((each) => each.checkVisibility());
    if (screen === undefined) return [];
    return scriptOf(screen.parentElement?.matches('.frame') ? screen.parentElement : screen, {
      choices: (count) => counted('listen.choices', count),
      chosen: (choice) => word('listen.chosen', { choice }),
      button: (name) => word('listen.button', { name }),
      goOn: word('listen.hint'),
    });
  }

  function readNames(): void {
    const tiles = [...document.querySelectorAll<HTMLElement>(`[${MARKS.language}]`)];
    lines = tiles
      .map((element) => ({ element, text: nameOf(element), language: element.lang }))
      .filter(({ language }) => listen.voices.includes(language));
    current = 0;
    listen.paused = false;
    readLine();
  }

  function readLine(): void {
    silence();
    const line = lines[current];
    if (line === undefined) return;
    line.element.toggleAttribute(MARKS.reading, true);
    const next = (): void => {
      current += 1;
      readLine();
    };
    if (line.language === undefined) say(line.text, next);
    else utter(line.text, line.language, next);
  }

  function interject(text: string): void {
    if (!listen.on || text === '') return;
    silence();
    say(text, silence);
  }

  function say(text: string, done: () => void): void {
    utter(spoken(text, kiosk.guide.lexicon), kiosk.guide.language, done);
  }

  function utter(text: string, language: string, done: () => void): void {
    listen.speaking = true;
    const { speed, volume } = listen;
    speech.say(text, { language, speed, volume }, done);
  }
}
