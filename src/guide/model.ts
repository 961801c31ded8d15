/**
 * The checked guide, which every other room reads instead of files (docs/design/content.md).
 * It is plain JSON, so that screens, paper and speech get the same value.
 */

import type { DrawingName } from '../drawings';
import type { Block } from './blocks';
import type { Confirmed } from './confirmed';

export type { Block } from './blocks';

/** A text with two slots: `{name}` is filled with a parameter, `{for me|for another}` follows who the pages are for. */
export type Text = string;

export type Voice = 'me' | 'other';

/** One claim of the source guide, named by its place: `b2.3` is the third claim under the second H3 of section B. */
export interface Atom {
  readonly id: string;
  readonly kind: 'heading' | 'claim' | 'item';
  readonly section: string;
  readonly text: string;
}

/** Plain text in the shape that screen, speech and paper share. `strong` runs are bold on screen and paper. */
export interface Run {
  readonly text: Text;
  readonly strong: boolean;
}
export type RichBlock =
  | { readonly kind: 'paragraph'; readonly runs: readonly Run[] }
  | { readonly kind: 'list'; readonly items: readonly (readonly Run[])[] };
export type RichText = readonly RichBlock[];

export interface Card {
  readonly id: string;
  readonly section: string;
  /** Ids of the atoms that this card says in plain words. */
  readonly from: readonly string[];
  readonly title: Text;
  readonly body: RichText;
  readonly picture: DrawingName | null;
}

export interface Section {
  readonly id: string;
  /** The heading of the source, word for word. */
  readonly sourceTitle: string;
  readonly title: Text;
  readonly cards: readonly string[];
  readonly picture: DrawingName | null;
  /** What stands with its cards on the screen: the path of the four steps, or codes for the other guides. */
  readonly figure: 'four-steps' | 'other-guides' | null;
}

/** A condition on the chosen answers. All its parts must hold (docs/design/content.md 5). */
export interface Condition {
  /** Of each question named, at least one of these answers is chosen. */
  readonly is: Readonly<Record<string, readonly string[]>>;
  /** Of each question named, none of these answers is chosen. */
  readonly not: Readonly<Record<string, readonly string[]>>;
  /** Something is chosen, and nothing except these. */
  readonly only: Readonly<Record<string, readonly string[]>>;
  /** At least this many answers are chosen. */
  readonly atLeast: Readonly<Record<string, number>>;
  readonly flags: readonly string[];
  readonly noFlags: readonly string[];
}

/** The condition that holds for everybody. */
export const ALWAYS: Condition = { is: {}, not: {}, only: {}, atLeast: {}, flags: [], noFlags: [] };

export interface Answer {
  readonly id: string;
  readonly label: Text;
  readonly hint: Text | null;
  /** A line more where the state is known; `{program}` is the name of its Medicaid program. */
  readonly inState: Text | null;
  /** Choosing it clears the others, and choosing another clears it. */
  readonly exclusive: boolean;
  readonly picture: DrawingName | null;
}

export interface Question {
  readonly id: string;
  readonly many: boolean;
  /** The question whose chosen answers are the answers here, followed by `unsure`; null for none. */
  readonly answersFrom: string | null;
  /** The answer of somebody who does not know. */
  readonly unsure: string | null;
  readonly ask: Condition;
  readonly title: Text;
  readonly hint: Text | null;
  readonly why: Text | null;
  readonly answers: readonly Answer[];
}

/**
 * The questions whose answers the program itself acts on, by what they tell it. The ids are those of the content: no
 * question, answer, overlay or card has to have a certain name (docs/content.md "Roles").
 */
export interface Roles {
  /** `other`: the answers that mean that the pages are for somebody else. */
  readonly voice: { readonly question: string; readonly other: readonly string[] };
  /** `none`: the answers that mean no insurance. */
  readonly insurance: { readonly question: string; readonly none: readonly string[] };
  /** Which of several plans said no: its answers are those chosen at `insurance`. */
  readonly payer: { readonly question: string };
  /** How far the appeal is. `sent`: the answers of somebody who appealed and waits. */
  readonly level: { readonly question: string; readonly sent: readonly string[] };
  /** Answer → the overlay whose words stop the person before the next question. */
  readonly urgency: { readonly question: string; readonly stops: Readonly<Record<string, string>> };
  /** `ok`: the plan gave a number. `part`: the yes is to less than was asked. `steps`: where on the four steps. */
  readonly stage: {
    readonly question: string;
    readonly ok: readonly string[];
    readonly part: readonly string[];
    readonly steps: Readonly<Record<string, 1 | 2 | 3 | 4>>;
  };
  /** Answer → the card that says what the words in the letter mean. */
  readonly reason: { readonly question: string; readonly cards: Readonly<Record<string, string>> };
}

/** Something chosen by a condition; `because` names the questions whose answers explain it. */
export interface Rule {
  readonly id: string;
  readonly when: Condition;
  readonly because: readonly string[];
}

export type Actor =
  | 'you'
  | 'case-manager'
  | 'infusion-company'
  | 'doctor-office'
  | 'social-worker'
  | 'navigator'
  | 'plan'
  | 'money-counselor';

export interface MessageRule extends Rule {
  readonly text: Text;
}
export interface StepRule extends Rule {
  readonly position: 1 | 2 | 3;
  readonly who: Actor;
  readonly text: Text;
  readonly why: Text;
}
export interface OverlayRule extends Rule {
  readonly title: Text;
  /** One sentence of at most 20 words for page D01. */
  readonly short: Text;
  /** Where its words stand besides: in the box of dates on page 1, or above the ladders. */
  readonly role: 'dates' | 'ladder' | 'fast' | null;
  /** The page that holds the rest. */
  readonly page: string | null;
  /** `key`: key of its words. Several parts may share one. */
  readonly parts: readonly { readonly key: string; readonly when: Condition; readonly text: Text }[];
}
export interface HelpRule {
  readonly id: string;
  readonly title: Text;
  readonly card: string;
  readonly contacts: readonly string[];
  /** The first one that holds decides. `ask`: it may fit, so the page says "Ask". */
  readonly outcomes: readonly (Rule & { readonly result: 'yes' | 'ask' | 'no'; readonly reason: Text })[];
}
export interface ComplaintRule extends Rule {
  readonly text: Text;
  /** Contact ids. `regulator` and `medicaid` mean those of the person's state. */
  readonly contacts: readonly string[];
}
export interface Person {
  readonly id: string;
  readonly when: Condition;
  readonly name: Text;
  readonly does: Text;
  readonly asks: readonly Text[];
  readonly picture: DrawingName | null;
}

/** A time limit in the words of the law, with its proof. */
export interface TimeLimit {
  readonly count: number;
  readonly unit: 'days' | 'months';
  readonly from: string;
}
export interface LadderLevel {
  readonly id: string;
  readonly name: Text;
  readonly about: Text;
  readonly automatic: boolean;
  readonly askWithin: Confirmed<TimeLimit> | null;
  readonly decidedWithin: { readonly standard: Confirmed<Text> | null; readonly fast: Confirmed<Text> | null };
}
export interface DateRule {
  readonly id: string;
  /** Answers about the level for which this line is shown. */
  readonly at: readonly string[];
  /** A second last day that holds only for care that one already has: it never takes the place of the first. */
  readonly onlyIfCareIsCut: boolean;
  /** Null: the kiosk computes no date; the letter has the last day. */
  readonly add: Confirmed<{ readonly count: number; readonly unit: 'days' | 'months' }> | null;
  /** Whether the same time is confirmed for a yes to only part (docs/evidence/coverage-facts.md A12). */
  readonly alsoPartial: boolean;
  /** One line around `{date}`; for a line with no date, the whole line. */
  readonly text: Text;
  readonly source: string;
}
export interface Ladder {
  readonly id: string;
  readonly coverage: string;
  readonly name: Text;
  /** The words to look for in the letter where one insurance has two ladders; null where it has one. */
  readonly letterWords: Text | null;
  readonly levels: readonly LadderLevel[];
  /** Answer about the level → the step to take now. */
  readonly here: Readonly<Record<string, string>>;
  /** Whether a letter of this ladder has a last day to write down and to keep. */
  readonly hasLastDay: boolean;
  readonly dates: readonly DateRule[];
}

/** The longest the law lets a plan take for its first answer; whole days, whatever the unit. */
export interface DecisionLimit {
  readonly count: number;
  readonly unit: 'hours' | 'days';
}
export interface DecisionClock {
  /** `any`: the same for everything. */
  readonly covers: 'any' | 'care' | 'part-b-drug' | 'part-d-drug' | 'drug';
  readonly standard: Confirmed<DecisionLimit>;
  readonly urgent: Confirmed<DecisionLimit>;
}

export interface Contact {
  readonly id: string;
  readonly name: string;
  readonly about: Text;
  /** Null unless confirmed and not expired (docs/design/product.md "What may print as a fact"). */
  readonly phone: Confirmed<string> | null;
  readonly tty: Confirmed<string> | null;
  readonly web: string | null;
  readonly asOf: string;
  readonly checkedOn: string | null;
  readonly expiresOn: string;
}
export interface StateEntry {
  readonly id: string;
  readonly name: string;
  readonly regulators: readonly Contact[];
  readonly medicaid: Contact;
}

export interface DocumentRule {
  readonly id: string;
  readonly title: Text;
  /** One line under the title: what the page is for. */
  readonly purpose: Text;
  /** Hard maximum of pages, regular and large print (docs/evidence/product-anchors.md §4.1). */
  readonly limit: { readonly regular: number; readonly large: number };
  /** Who reads it; only a page for patients has to be plain. `staff`: never offered with a patient's pages. */
  readonly audience: 'patient' | 'plan' | 'doctor' | 'nurse' | 'staff';
  /** `plain`: no line for a name. `bare`: the blocks alone. */
  readonly head: 'named' | 'sent' | 'plain' | 'bare';
  readonly trigger: Condition;
  /** The page is ticked by itself only where this holds too. */
  readonly tickedWhen: Condition;
  readonly because: readonly string[];
  /**
   * A piece of an appeal, picked on a screen of its own; null for every other page. `chosen`: when it is chosen before
   * anybody touched the list of pieces.
   */
  readonly appealPiece: { readonly chosen: Condition } | null;
  readonly blocks: readonly PlacedBlock[];
}
/** A block on its page. */
export type PlacedBlock = Block & {
  readonly when: Condition;
  /** Ids of the atoms that the block says in plain words of its own; a card names its atoms itself. */
  readonly from: readonly string[];
};
/** Another guide of the series. If `first` holds, it is listed before the others; null means never. */
export interface RelatedGuide {
  readonly id: string;
  readonly title: Text;
  readonly first: Condition | null;
}
/** What a packet holds at one stage: `must` is ticked, `fill` is ticked while it fits. */
export interface PacketRow {
  readonly when: Condition;
  readonly must: readonly string[];
  readonly fill: readonly string[];
}

/** A technical term. `forms`: how it is written in a sentence; `cues`: any one of these explains it (readability gate). */
export interface Term {
  readonly term: string;
  readonly plain: Text;
  readonly forms: readonly string[];
  readonly cues: readonly string[];
}
/** How abbreviations and number forms are said aloud (`src/guide/speech.ts`). */
export interface Lexicon {
  /** As written → as said: `TPN` → `T P N`. */
  readonly words: Readonly<Record<string, string>>;
  readonly forms: {
    readonly range: Text;
    readonly money: Text;
    readonly percent: Text;
    readonly date: Text;
    readonly month: Text;
    readonly dot: string;
    readonly slash: string;
    readonly months: readonly string[];
  };
}

/** ISO dates, both included. */
export interface ClockSpan {
  readonly from: string;
  readonly until: string;
}

export interface Guide {
  /** The name of its folder below guides/. */
  readonly id: string;
  /** Short hash of all files of this guide in this language. Every footer prints it. */
  readonly version: string;
  readonly language: string;
  /** The days on which a clock can be right. On any other day no date is computed. */
  readonly clock: ClockSpan;
  readonly about: {
    readonly title: string;
    readonly description: string;
    readonly authors: readonly string[];
    readonly authority: readonly string[];
    readonly effectiveDate: string;
    readonly disclaimer: string;
  };
  /** Null until a hospital signs off (docs/design/content.md 8). */
  readonly approval: { readonly reviewer: string; readonly role: string; readonly date: string } | null;
  readonly atoms: readonly Atom[];
  readonly sections: readonly Section[];
  readonly cards: readonly Card[];
  readonly terms: readonly Term[];
  readonly lexicon: Lexicon;
  readonly questions: readonly Question[];
  readonly roles: Roles;
  /** Asks who is already helping. Optional, on the check screen. */
  readonly helpers: Question;
  readonly flags: readonly { readonly id: string; readonly any: readonly Condition[] }[];
  readonly messages: readonly MessageRule[];
  readonly steps: readonly StepRule[];
  readonly overlays: readonly OverlayRule[];
  readonly help: readonly HelpRule[];
  readonly complaints: readonly ComplaintRule[];
  readonly people: readonly Person[];
  /** Sections that come first when their condition holds. */
  readonly reading: readonly { readonly section: string; readonly when: Condition }[];
  readonly ladders: readonly Ladder[];
  /** When the plan said no: then its ladders and their dates are shown. */
  readonly showLadders: Condition;
  /** Answer about the insurance → decision times for every plan of that kind. Without any, people ask their plan. */
  readonly clocks: Readonly<Record<string, readonly DecisionClock[]>>;
  readonly documents: readonly DocumentRule[];
  /** Document ids in packet order. */
  readonly order: readonly string[];
  readonly packet: {
    readonly rows: readonly PacketRow[];
    /** Pages at regular size up to which fill pages are ticked. */
    readonly fillTo: number;
    /** Maximum pages of a packet without added documents, by declared limits. */
    readonly budget: { readonly regular: number; readonly large: number };
  };
  readonly related: readonly RelatedGuide[];
  /** Languages for which the hospital has an interpreter notice; `notice` is its own text, never ours. */
  readonly languageHelp: readonly {
    readonly code: string;
    readonly english: string;
    readonly own: string | null;
    readonly notice: string | null;
  }[];
  readonly contacts: readonly Contact[];
  readonly states: readonly StateEntry[];
  /** Every word of the screens and of the fixed parts of paper: `group.key`. */
  readonly words: Readonly<Record<string, Text>>;
}
