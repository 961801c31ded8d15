import { useEventListener, useMutationObserver } from '@vueuse/core';
import { inject, nextTick, onScopeDispose, watch, type InjectionKey } from 'vue';
import { useRoute } from 'vue-router';
import type { SpeechPort } from '../speech/port';
import { nameOf } from '../speech/script';
import { useKioskStore } from '../stores/kiosk';
import { useListenStore } from '../stores/listen';
import { useShellStore } from '../stores/shell';
import { useScreenReader, type ScreenReader } from './useScreenReader';
import { useWords } from './useWords';

export const SPEECH: InjectionKey<SpeechPort> = Symbol('speech');

/**
 * Reads the screen aloud, line by line. Stops at once when anything else is shown; the new screen is read from its
 * heading. A control that the keys move to is read by its name.
 */
export function useListen(): void {
  const speech = inject(SPEECH);
  if (speech === undefined) throw new Error('the app was started without a speech port');
  const reader = useScreenReader(speech);
  watchVoices(speech);
  watchReading(reader);
  watchActions(reader);
  onScopeDispose(reader.silence);
}

function watchVoices(speech: SpeechPort): void {
  const kiosk = useKioskStore();
  const listen = useListenStore();

  function lookForVoice(): void {
    const languages = [...kiosk.site.languages, kiosk.guide.language];
    listen.voices = [...new Set(languages)].filter((each) => speech.hasVoice(each));
  }
  speech.onVoices(lookForVoice);
  watch(() => kiosk.guide.language, lookForVoice, { immediate: true });
  // Without a voice there is no button to turn reading off.
  watch(
    () => listen.available,
    (available) => {
      if (!available) listen.on = false;
    },
  );
}

/** What starts, stops and repeats the reading. */
function watchReading(reader: ScreenReader): void {
  const kiosk = useKioskStore();
  const listen = useListenStore();
  const shell = useShellStore();
  const route = useRoute();

  watch(() => listen.names, reader.readNames);
  watch(() => [route.path, shell.curtain, listen.on, listen.again, kiosk.guide.language], reader.readScreen, {
    flush: 'post',
  });
  // Navigation silences before the next screen is even loaded.
  watch(() => [route.path, shell.curtain, listen.on], reader.silence, { flush: 'sync' });
  watch(
    () => listen.paused,
    (paused) => {
      if (paused) reader.silence();
      else if (listen.on) reader.resume();
    },
  );
  watch(
    () => [listen.speed, listen.volume],
    () => {
      if (listen.speaking) reader.resume();
    },
  );
}

/** Reads what the person has just reached or chosen, and alerts that appear by themselves. */
function watchActions({ interject }: ScreenReader): void {
  const shell = useShellStore();
  const { word } = useWords();

  useEventListener(document, 'focusin', ({ target }) => {
    if (shell.byKeys && target instanceof HTMLButtonElement) interject(stateOf(target));
  });
  useEventListener(document, 'click', async ({ target }) => {
    const choice = target instanceof Element ? target.closest<HTMLElement>('[aria-checked]') : null;
    if (choice === null) return;
    await nextTick();
    interject(stateOf(choice));
  });
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
