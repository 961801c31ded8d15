/**
 * From answers to a plan. A plan is made of ids and dates (fast, no words); a plan view is the same plan with its words,
 * plain JSON: the shape that screens, paper and `npm run packet` share (docs/packet.md).
 */
import type { Actor } from '../guide/model';

/** Question id → chosen answer ids. A question that is not on the path has no entry. */
export type AnswerSet = Readonly<Record<string, readonly string[]>>;

/** Everything a plan depends on. All dates are ISO calendar dates, `2026-11-23`. */
export interface PlanInput {
  readonly today: string;
  readonly answers: AnswerSet;
  /** Two letters; null when skipped. */
  readonly state: string | null;
  /** Date printed on the newest letter that said no; only with `denied` or `partial`. */
  readonly letterDate: string | null;
  readonly helpers: readonly string[];
  /** Site setting `[plan] computed_dates`. */
  readonly computedDates: boolean;
  readonly largePrint: boolean;
}

export type Because = { readonly question: string; readonly answer: string } | { readonly asked: true };

export type DateState = 'ahead' | 'soon' | 'past' | 'none';

export interface PlannedDate {
  readonly id: string;
  readonly ladder: string | null;
  readonly date: string | null;
  readonly state: DateState;
}

/** The plan in ids. */
export interface Plan {
  readonly message: string;
  readonly overlays: readonly {
    readonly id: string;
    /** Id of the page that holds the rest; null where that page is not offered. */
    readonly page: string | null;
    /** Keys of the pieces of text that are shown. */
    readonly parts: readonly string[];
    readonly because: readonly Because[];
  }[];
  readonly steps: readonly { readonly id: string; readonly because: readonly Because[] }[];
  readonly dates: readonly PlannedDate[];
  readonly ladders: readonly { readonly id: string; readonly here: string }[];
  readonly help: readonly { readonly id: string; readonly outcome: string; readonly offered: boolean }[];
  readonly complaints: readonly { readonly id: string; readonly because: readonly Because[] }[];
  /** Who can help, in the order of the guide. */
  readonly people: readonly string[];
  readonly contacts: readonly string[];
  readonly documents: readonly PlannedDocument[];
}
export interface PlannedDocument {
  readonly id: string;
  readonly ticked: boolean;
  readonly because: readonly Because[];
  /** Declared limit in pages at the chosen print size; the printed count can be less. */
  readonly limit: number;
}

export interface ContactView {
  readonly id: string;
  readonly name: string;
  readonly about: string;
  readonly phone: string | null;
  readonly tty: string | null;
  readonly web: string | null;
  /** "as of 11/2026" until an editor records a check, then "checked 11/2026". */
  readonly freshness: string;
}
export interface LadderView {
  readonly id: string;
  readonly coverage: string;
  readonly name: string;
  readonly letterWords: string | null;
  readonly here: string;
  /** The appeal of the step `here` is on its way, and its answer is not there yet. */
  readonly sent: boolean;
  readonly levels: readonly {
    readonly id: string;
    readonly name: string;
    readonly about: string;
    readonly automatic: boolean;
    readonly askWithin: { readonly count: number; readonly unit: 'days' | 'months'; readonly from: string } | null;
    readonly decidedWithin: { readonly standard: string | null; readonly fast: string | null };
  }[];
}

/** How long the plans may take for a first answer. */
export interface ClocksView {
  /** The sentence above the lines; null where no time is confirmed and the only advice is to ask. */
  readonly intro: string | null;
  /** One a plan; `plan` is null where the line holds for whatever the person has. */
  readonly lines: readonly { readonly plan: string | null; readonly text: string }[];
}

/** The plan in words. */
export interface PlanView {
  readonly mainMessage: string;
  readonly emergency: string;
  readonly overlays: readonly {
    readonly id: string;
    readonly title: string;
    /** The sentence for page 1, at most 20 words. */
    readonly short: string;
    /** Id of the document that holds the rest. */
    readonly page: string | null;
    readonly text: readonly string[];
    readonly because: readonly Because[];
  }[];
  readonly steps: readonly {
    readonly text: string;
    readonly who: Actor;
    readonly whoName: string;
    readonly why: string;
    readonly because: readonly Because[];
  }[];
  /** The earliest last day that is still to come, as an iCalendar object for a phone; null where there is none. */
  readonly calendar: { readonly date: string; readonly title: string; readonly event: string } | null;
  readonly dates: readonly {
    readonly id: string;
    readonly ladder: string | null;
    readonly date: string | null;
    readonly state: DateState;
    readonly text: string;
    readonly source: string;
  }[];
  readonly ladders: readonly LadderView[];
  readonly clocks: ClocksView;
  readonly help: readonly {
    readonly id: string;
    readonly title: string;
    readonly card: string;
    readonly offered: boolean;
    readonly reason: string;
    readonly contacts: readonly string[];
  }[];
  readonly complaints: readonly {
    readonly id: string;
    readonly text: string;
    readonly contacts: readonly string[];
    readonly because: readonly Because[];
  }[];
  readonly people: readonly {
    readonly id: string;
    readonly name: string;
    readonly does: string;
    readonly asks: readonly string[];
    /** The person said that this one helps them now. */
    readonly helping: boolean;
    /** From the site's unit contacts; null leaves a line to write on. */
    readonly phone: string | null;
  }[];
  readonly contacts: readonly ContactView[];
  readonly documents: readonly (PlannedDocument & {
    readonly title: string;
    /** "You got this page because you said: …", from the person's own answers. */
    readonly becauseLine: string;
  })[];
}
