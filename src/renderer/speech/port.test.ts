import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { platformSpeech, type SpeechPort } from './port';

interface Utterance {
  readonly text: string;
  rate: number;
  onend: (() => void) | null;
  onerror: (() => void) | null;
}

const HOW = { language: 'en', speed: 1, volume: 1 } as const;
const spoken: Utterance[] = [];
let voices: readonly { readonly lang: string; readonly localService: boolean }[];
let speech: SpeechPort;
let cancels = 0;

beforeEach(() => {
  vi.useFakeTimers();
  spoken.length = 0;
  cancels = 0;
  voices = [
    { lang: 'en-GB', localService: false },
    { lang: 'en_US', localService: true },
  ];
  vi.stubGlobal(
    'SpeechSynthesisUtterance',
    class {
      rate = 1;
      onend = null;
      onerror = null;
      constructor(readonly text: string) {}
    },
  );
  speech = platformSpeech({
    getVoices: () => voices,
    cancel: () => (cancels += 1),
    speak: (utterance: unknown) => spoken.push(utterance as Utterance),
    addEventListener: () => undefined,
  } as unknown as SpeechSynthesis);
});
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

it('takes a voice of this machine before one that is elsewhere', () => {
  speech.say('Hello.', HOW, () => undefined);
  expect(spoken[0]).toMatchObject({ text: 'Hello.', voice: { lang: 'en_US' }, lang: 'en_US' });
  expect(speech.hasVoice('es')).toBe(false);
});

it('tells the end once, and not of what was stopped or spoken over', () => {
  const done = vi.fn();
  speech.say('One.', HOW, done);
  speech.say('Two.', HOW, done);
  spoken[0]?.onend?.();
  expect(done).not.toHaveBeenCalled();
  spoken[1]?.onend?.();
  spoken[1]?.onend?.();
  expect(done).toHaveBeenCalledOnce();
  speech.say('Three.', HOW, done);
  speech.stop();
  spoken[2]?.onend?.();
  vi.runAllTimers();
  expect(done).toHaveBeenCalledOnce();
});

it('goes on when a voice fails, hangs or is gone', () => {
  const done = vi.fn();
  speech.say('It fails.', HOW, done);
  spoken[0]?.onerror?.();
  expect(done).toHaveBeenCalledTimes(1);

  const before = cancels;
  speech.say('It hangs.', HOW, done);
  vi.advanceTimersByTime(12_000);
  expect(done).toHaveBeenCalledTimes(1);
  vi.advanceTimersByTime(1_000);
  expect(done).toHaveBeenCalledTimes(2);
  // It was stopped, so it must never start.
  expect(cancels).toBeGreaterThan(before + 1);

  voices = [];
  speech.say('It is gone.', HOW, done);
  expect(done).toHaveBeenCalledTimes(3);
  expect(spoken).toHaveLength(2);
});

it('without speech there is no voice, and nothing waits for one', () => {
  const none = platformSpeech(undefined);
  const done = vi.fn();
  expect(none.hasVoice('en')).toBe(false);
  none.say('Hello.', HOW, done);
  expect(done).toHaveBeenCalledOnce();
});
