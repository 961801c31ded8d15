/** A voice for tests: records what it is asked to say, and ends a line when the test says so. */
import type { Page } from '@playwright/test';

export interface Said {
  readonly text: string;
  readonly rate: number;
  readonly volume: number;
  readonly lang: string;
}

interface FakeWindow {
  voice: { said: Said[]; stops: number; auto: boolean; end(): void };
}

/** Call before the page is opened. @param auto each line ends immediately by itself */
export async function installVoice(page: Page, { auto }: { readonly auto: boolean }): Promise<void> {
  await page.addInitScript((isAuto) => {
    class FakeUtterance {
      voice = null;
      lang = '';
      rate = 1;
      volume = 1;
      onend: (() => void) | null = null;
      onerror: (() => void) | null = null;
      constructor(readonly text: string) {}
    }
    let current: FakeUtterance | null = null;
    const voice = {
      said: [] as Said[],
      stops: 0,
      auto: isAuto,
      end: () => {
        const ended = current;
        current = null;
        ended?.onend?.();
      },
    };
    const synthesis = {
      getVoices: () => [{ lang: 'en-US', localService: true, name: 'Test', default: true, voiceURI: 'test' }],
      addEventListener: () => undefined,
      cancel: () => {
        if (current !== null) voice.stops += 1;
        current = null;
      },
      speak: (utterance: FakeUtterance) => {
        current = utterance;
        const { text, rate, volume, lang } = utterance;
        voice.said.push({ text, rate, volume, lang });
        if (voice.auto) queueMicrotask(voice.end);
      },
    };
    Object.defineProperty(window, 'speechSynthesis', { value: synthesis });
    Object.defineProperty(window, 'SpeechSynthesisUtterance', { value: FakeUtterance });
    Object.assign(window, { voice });
  }, auto);
}

/** What has been said since the last call. */
export function saidSince(page: Page): Promise<readonly Said[]> {
  return page.evaluate(() => (window as unknown as FakeWindow).voice.said.splice(0));
}

/** Ends the line that is being said. */
export async function endLine(page: Page): Promise<void> {
  await page.evaluate(() => (window as unknown as FakeWindow).voice.end());
}

export function stopsSoFar(page: Page): Promise<number> {
  return page.evaluate(() => (window as unknown as FakeWindow).voice.stops);
}
