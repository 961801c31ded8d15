import type { Guide, Text, Voice } from '../guide/model';
import { say, type Parameters } from '../guide/text';
import type { AnswerSet, PlanInput } from './model';

/** Whether the texts speak to the patient or to somebody who helps the patient. */
export function voiceOf({ roles: { voice } }: Guide, answers: AnswerSet): Voice {
  return answers[voice.question]?.some((answer) => voice.other.includes(answer)) === true ? 'other' : 'me';
}

/** Everything that the words of one plan are made from. */
export interface Wording {
  readonly guide: Guide;
  readonly input: PlanInput;
  readonly fill: (text: Text, parameters?: Parameters) => string;
  /** A fixed text of the interface by its key. An unknown key is a bug and throws. */
  readonly word: (key: string, parameters?: Parameters) => string;
}

export function wordingOf(guide: Guide, input: PlanInput): Wording {
  const voice = voiceOf(guide, input.answers);
  const fill = (text: Text, parameters: Parameters = {}): string => say(text, voice, parameters);
  return {
    guide,
    input,
    fill,
    word: (key, parameters) => {
      const text = guide.words[key];
      if (text === undefined) throw new Error(`there are no words for ${key}`);
      return fill(text, parameters);
    },
  };
}
