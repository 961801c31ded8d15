/** What every part of a page needs at hand: the guide, the plan in words, and the ways to say a text. */
import { say, sayRich, type Parameters } from '../guide/text';
import type { Condition, Guide, RichText, Text, Voice } from '../guide/model';
import type { AnswerSet, PlanView } from '../plan/model';
import { measuresFor, type Measures, type Paper } from './measures';

export interface PageContext {
  readonly guide: Guide;
  readonly view: PlanView;
  readonly answers: AnswerSet;
  readonly measures: Measures;
  readonly paper: Paper;
  /** ISO calendar date. */
  readonly printedOn: string;
  /** Where the other guides stand, with a slash at the end; null where nobody said. */
  readonly guidesAddress: string | null;
  readonly say: (text: Text, parameters?: Parameters) => string;
  readonly rich: (text: RichText) => RichText;
  /** A fixed word of `content/interface/<language>/paper.toml`. */
  readonly word: (key: string, parameters?: Parameters) => string;
  readonly holds: (when: Condition) => boolean;
}

export interface PageContextSource {
  readonly guide: Guide;
  readonly view: PlanView;
  readonly answers: AnswerSet;
  readonly voice: Voice;
  readonly largePrint: boolean;
  readonly paper: Paper;
  readonly printedOn: string;
  readonly guidesAddress: string | null;
  readonly holds: (when: Condition) => boolean;
}

/** Fills the pen. */
export function makePageContext(source: PageContextSource): PageContext {
  const { guide, view, answers, voice, largePrint, paper, printedOn, guidesAddress, holds } = source;
  return {
    guide,
    view,
    answers,
    measures: measuresFor(largePrint),
    paper,
    printedOn,
    guidesAddress,
    say: (text, parameters) => say(text, voice, parameters),
    rich: (text) => sayRich(text, voice),
    word: (key, parameters) => {
      const text = guide.words[`paper.${key}`];
      if (text === undefined) throw new Error(`content has no word "paper.${key}"`);
      return say(text, voice, parameters);
    },
    holds,
  };
}
