import { useEventListener, useMutationObserver } from '@vueuse/core';
import { inject, nextTick, onScopeDispose, watch, type InjectionKey } from 'vue';
import { useRoute } from 'vue-router';
import { spoken } from '../../guide/speech';
import { MARKS } from '../logic/marks';
import type { SpeechPort } from '../speech/port';
import { nameOf, scriptOf, type SpokenLine } from '../speech/script';
import { useKioskStore } from '../stores/kiosk';
import { useListenStore } from '../stores/listen';
import { useShellStore } from '../stores/shell';
import { useWords } from './useWords';

export const SPEECH: InjectionKey<SpeechPort> = Symbol('speech');

/** Time for a screen to finish its layout before it is read. */
const SETTLE_MS = 80;

/**
 * Reads the screen aloud, line by line, and highlights the line being read. Stops at once when anything else is shown
 * and reads the new screen from its heading. Speaks the name of a control when keys move to it.
 */
export function useListen(): void {
  const port = inject(SPEECH);
  if (port === undefined) throw new Error('the app was started without a speech port');
  const speech = port;
  const kiosk = useKioskStore();
  const listen = useListenStore();
  const shell = useShellStore();
  const route = useRoute();
  const { word, counted } = useWords();
  let lines: readonly SpokenLine[] = [];
  let at = 0;
  let wait: ReturnType<typeof setTimeout> | undefined;

  function lookForVoice(): void {
    const languages = [...kiosk.site.languages, kiosk.guide.language];
    listen.voices = [...new Set(languages)].filter((each) => speech.hasVoice(each));
  }
  speech.onVoices(lookForVoice);
  watch(() => kiosk.guide.language, lookForVoice, { immediate: true });
  // If the voice is gone, so is the button that turns listening off.
  watch(
    () => listen.available,
    (available) => {
      if (!available) listen.on = false;
    },
  );

  function silence(): void {
    clearTimeout(wait);
    speech.stop();
    listen.speaking = false;
    for (const element of document.querySelectorAll(`[${MARKS.reading}]`)) element.removeAttribute(MARKS.reading);
  }

  /** Reads from the heading, as soon as the layout has settled. */
  function readScreen(): void {
    silence();
    at = 0;
    if (!listen.on || listen.paused || shell.curtain === 'hidden') return;
    listen.speaking = true;
    wait = setTimeout(() => {
      const screen = [...document.querySelectorAll<HTMLElement>('main')].find((each) => each.checkVisibility());
      lines =
        screen === undefined
          ? []
          : scriptOf(screen.parentElement?.matches('.frame') ? screen.parentElement : screen, {
              choices: (count) => counted('listen.choices', count),
              chosen: (choice) => word('listen.chosen', { choice }),
              button: (name) => word('listen.button', { name }),
              goOn: word('listen.hint'),
            });
      readLine();
    }, SETTLE_MS);
  }

  function readLine(): void {
    silence();
    const line = lines[at];
    if (line === undefined) return;
    line.element.toggleAttribute(MARKS.reading, true);
    const next = (): void => {
      at += 1;
      readLine();
    };
    if (line.language === undefined) say(line.text, next);
    else utter(line.text, line.language, next);
  }

  function say(text: string, done: () => void): void {
    utter(spoken(text, kiosk.guide.lexicon), kiosk.guide.language, done);
  }

  function utter(text: string, language: string, done: () => void): void {
    listen.speaking = true;
    const { speed, volume } = listen;
    speech.say(text, { language, speed, volume }, done);
  }

  /**
   * Reads the name of each language in its own voice, even for a person who does not listen to the rest
   * (docs/evidence/product-anchors.md S02).
   */
  function readNames(): void {
    const tiles = [...document.querySelectorAll<HTMLElement>(`[${MARKS.language}]`)];
    lines = tiles
      .map((element) => ({ element, text: nameOf(element), language: element.lang }))
      .filter(({ language }) => listen.voices.includes(language));
    at = 0;
    listen.paused = false;
    readLine();
  }
  watch(() => listen.names, readNames);

  watch(
    () => [route.path, shell.curtain, listen.on, listen.again, kiosk.guide.language],
    () => void nextTick(readScreen),
    {
      flush: 'post',
    },
  );
  // Speech stops at once, even before the next screen has loaded.
  watch(() => [route.path, shell.curtain, listen.on], silence, { flush: 'sync' });
  watch(
    () => listen.paused,
    (paused) => {
      if (paused) silence();
      else if (listen.on) readLine();
    },
  );
  watch(
    () => [listen.speed, listen.volume],
    () => {
      if (listen.speaking) readLine();
    },
  );
  onScopeDispose(silence);

  /** Interrupts and ends the reading: a person who acts has heard enough. */
  function interject(text: string): void {
    if (!listen.on || text === '') return;
    silence();
    say(text, silence);
  }

  useEventListener(document, 'focusin', ({ target }) => {
    if (shell.byKeys && target instanceof HTMLButtonElement) interject(stateOf(target));
  });
  useEventListener(document, 'click', async ({ target }) => {
    const choice = target instanceof Element ? target.closest<HTMLElement>('[aria-checked]') : null;
    if (choice === null) return;
    await nextTick();
    interject(stateOf(choice));
  });
  // Speaks alerts as they appear.
  useMutationObserver(
    document.body,
    (changes) => {
      const alert = changes.map(alertIn).find((each) => each !== null);
      if (alert !== undefined && alert !== null && alert.checkVisibility()) interject(nameOf(alert));
    },
    { childList: true, subtree: true, characterData: true },
  );

  function stateOf(control: HTMLElement): string {
    const name = nameOf(control);
    switch (control.getAttribute('aria-checked')) {
      case 'true':
        return word('listen.chosen', { choice: name });
      case 'false':
        return word('listen.not-chosen', { choice: name });
      default:
        return word('listen.button', { name });
    }
  }
}

function alertIn({ target, addedNodes }: MutationRecord): HTMLElement | null {
  const added = [...addedNodes].find((node) => node instanceof HTMLElement && node.matches('[role=alert]'));
  if (added instanceof HTMLElement) return added;
  return target instanceof Text ? (target.parentElement?.closest<HTMLElement>('[role=alert]') ?? null) : null;
}
