/** The one way to a voice. What is behind it is the platform's business; tests put their own voice there. */
export interface SpeechPort {
  /** Whether a voice of this machine speaks the language. Voices may come and go: `onVoices` tells. */
  hasVoice(language: string): boolean;
  onVoices(listener: () => void): void;
  /**
   * Speaks over whatever is being said. `done` is called when it was said to the end, or when the voice failed or fell
   * silent over it; not when it was stopped.
   */
  say(text: string, how: SpeechStyle, done: () => void): void;
  /** Silence at once. */
  stop(): void;
}

export interface SpeechStyle {
  readonly language: string;
  /** 1 is the voice's own speed. */
  readonly speed: number;
  /** 0 to 1. */
  readonly volume: number;
}

/** More than any voice takes for a letter at its own speed, and more than any needs to begin. */
const SLOWEST_MS_PER_LETTER = 250;
const LATEST_START_MS = 10_000;

/** The voices that the browser offers. A voice on this machine itself comes first: the kiosk has no network. */
export function platformSpeech(synthesis: SpeechSynthesis | undefined): SpeechPort {
  /** Held here, for an utterance that nobody holds may be swept away before its end is told. */
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
      utterance.onend = () => {
        if (current !== utterance) return;
        stop();
        done();
      };
      // A line that the voice cannot say must not hold up the rest.
      utterance.onerror = utterance.onend;
      current = utterance;
      // While something is said nobody is timed out: a voice that hangs must not keep a person's screen for ever.
      patience = setTimeout(utterance.onend, LATEST_START_MS + (text.length * SLOWEST_MS_PER_LETTER) / speed);
      synthesis.speak(utterance);
    },
    stop,
  };
}

function languageOf(voice: SpeechSynthesisVoice): string {
  return voice.lang.toLowerCase().split(/[-_]/)[0] ?? '';
}
