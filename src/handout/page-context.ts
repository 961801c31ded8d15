/** What every part of a page needs: the guide, the plan in words, the hospital's settings, and functions that fill texts. */
import type { Condition, Guide, RichText, Text } from '../guide/model';
import { say, sayRich, type Parameters } from '../guide/text';
import { voiceOf, type Planned } from '../plan';
import type { AnswerSet, PlanView } from '../plan/model';
import { measuresFor, type Measures, type Paper } from './measures';

/** What the hospital's settings say about the pages. */
export interface PrintSettings {
  readonly paper: Paper;
  readonly siteName: string;
  /** The unit's phone, for the footer; null prints none. */
  readonly unitPhone: string | null;
  /** The address of the other guides of the series, with a slash at the end; null prints only their titles. */
  readonly guidesAddress: string | null;
}

export interface PageContext {
  readonly guide: Guide;
  readonly view: PlanView;
  readonly answers: AnswerSet;
  readonly settings: PrintSettings;
  readonly measures: Measures;
  /** The ISO calendar date of the plan. */
  readonly printedOn: string;
  /** Whether a block's condition holds for these answers. */
  readonly holds: (when: Condition) => boolean;
  readonly say: (text: Text, parameters?: Parameters) => string;
  readonly rich: (text: RichText) => RichText;
  /** A text of `content/interface/<language>/paper.toml`. */
  readonly word: (key: string, parameters?: Parameters) => string;
}

export function makePageContext(guide: Guide, { input, view, holds }: Planned, settings: PrintSettings): PageContext {
  const voice = voiceOf(guide, input.answers);
  return {
    guide,
    view,
    answers: input.answers,
    settings,
    measures: measuresFor(input.largePrint),
    printedOn: input.today,
    holds,
    say: (text, parameters) => say(text, voice, parameters),
    rich: (text) => sayRich(text, voice),
    word: (key, parameters) => {
      const text = guide.words[`paper.${key}`];
      if (text === undefined) throw new Error(`content has no word "paper.${key}"`);
      return say(text, voice, parameters);
    },
  };
}
