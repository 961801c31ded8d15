/** Input of the gate: every text for a patient with its place, and the texts of each printed document. */
import type { RichText } from '../../guide/model';

/**
 * One text of the content, as its editor sees it.
 * `body` and `sentence` count toward a grade. A `title` or `label` does not, but every other rule applies to it.
 * A `name` (of an office or a term, or an address) only has to be speakable.
 */
export interface PatientText {
  readonly file: string;
  readonly line: number | null;
  /** Dotted path: `cards.3.body`, `D04.lists.ask`. */
  readonly field: string;
  /** Its page: `card a-meaning`, `question who`, `plan steps`. Null for the text of a document. */
  readonly page: string | null;
  readonly role: 'body' | 'sentence' | 'title' | 'label' | 'name';
  readonly rich: RichText;
}

/** Texts that a document prints together. */
export interface DocumentUnit {
  /**
   * The condition under which it prints; `{}` means always. What it explains also counts for later units that print only
   * together with it. Null: only one of several texts prints and it is not known which, so its explanations do not count.
   */
  readonly when: Readonly<Record<string, unknown>> | null;
  readonly texts: readonly PatientText[];
}
export interface DocumentTexts {
  readonly id: string;
  readonly file: string;
  readonly line: number | null;
  /** False for a plan, a doctor or staff: such a page is reported, not refused. */
  readonly forPatients: boolean;
  readonly units: readonly DocumentUnit[];
}

export interface PlainWords {
  readonly allowed: readonly { readonly word: string; readonly line: number | null }[];
  readonly banned: readonly { readonly word: string; readonly use: string }[];
  /** Texts that staff read: `field` is the start of a dotted path. */
  readonly reported: readonly { readonly file: string; readonly field: string }[];
  readonly file: string;
}
