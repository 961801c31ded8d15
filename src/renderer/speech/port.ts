/** The only access to a voice. The platform provides it; tests provide their own. */
export interface SpeechPort {
  /** Whether this machine has a voice for the language. Voices may come and go; see `onVoices`. */
  hasVoice(language: string): boolean;
  onVoices(listener: () => void): void;
  /**
   * Interrupts whatever is being spoken. Calls `done` at the end of the text, or if the voice fails or hangs, but not
   * after `stop`.
   */
  say(text: string, how: SpeechStyle, done: () => void): void;
  /** Silences the voice at once. */
  stop(): void;
}

export interface SpeechStyle {
  readonly language: string;
  /** 1 is the voice's normal speed. */
  readonly speed: number;
  /** 0 to 1. */
  readonly volume: number;
}

/** More than any voice needs for a character at normal speed, and more than any needs to start. */
const SLOWEST_MS_PER_LETTER = 250;
const LATEST_START_MS = 10_000;

/** The voices of the browser. A local voice comes first: the kiosk has no network. */
export function platformSpeech(synthesis: SpeechSynthesis | undefined): SpeechPort {
  /** Keeps a reference: otherwise the utterance may be garbage-collected before its end event. */
  let current: SpeechSynthesisUtterance | null = null;
  let patience: ReturnType<typeof setTimeout> | undefined;

  function voiceFor(language: string): SpeechSynthesisVoice | null {
    const voices = (synthesis?.getVoices() ?? []).filter((voice) => languageOf(voice) === language);
    return voices.find((voice) => voice.localService) ?? voices[0] ?? null;
  }

  function stop(): void {
    clearTimeout(patience);
    current = null;
    synthesis?.cancel();
  }

  return {
    hasVoice: (language) => voiceFor(language) !== null,
    onVoices: (listener) => {
      synthesis?.addEventListener('voiceschanged', listener);
    },
    say: (text, { language, speed, volume }, done) => {
      stop();
      const voice = voiceFor(language);
      if (synthesis === undefined || voice === null) {
        done();
        return;
      }
      const utterance = new SpeechSynthesisUtterance(text);
      utterance.voice = voice;
      utterance.lang = voice.lang;
      utterance.rate = speed;
      utterance.volume = volume;
      const end = (): void => {
        if (current !== utterance) return;
        stop();
        done();
      };
      utterance.onend = end;
      // A line that the voice cannot say must not block the rest.
      utterance.onerror = end;
      current = utterance;
      // The idle clock pauses during speech: a voice that hangs must not keep a person's screen forever.
      patience = setTimeout(end, LATEST_START_MS + (text.length * SLOWEST_MS_PER_LETTER) / speed);
      synthesis.speak(utterance);
    },
    stop,
  };
}

function languageOf(voice: SpeechSynthesisVoice): string {
  return voice.lang.toLowerCase().split(/[-_]/)[0] ?? '';
}
