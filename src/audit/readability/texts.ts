/** What the gate reads: every text for a patient with its place, and how the printed documents are put together. */
import type { RichText } from '../../guide/model';

/**
 * One text of the content, as its editor sees it.
 * `body` and `sentence` count in a grade; a `title` or `label` does not, though all else is asked of it;
 * a `name` (of an office, of a term, an address) only has to be speakable.
 */
export interface PatientText {
  readonly file: string;
  readonly line: number | null;
  /** Dotted path: `cards.3.body`, `D04.lists.ask`. */
  readonly field: string;
  /** The page on which it stands: `card a-meaning`, `question who`, `plan steps`. Null for the text of a document. */
  readonly page: string | null;
  readonly role: 'body' | 'sentence' | 'title' | 'label' | 'name';
  readonly rich: RichText;
}

/** Texts that a document takes together. */
export interface DocumentUnit {
  /**
   * The condition under which it prints; `{}`: always. A word that it explains is explained below for every unit that
   * prints only with it. Null: which of several texts prints is not known here, so none is counted on.
   */
  readonly when: Readonly<Record<string, unknown>> | null;
  readonly texts: readonly PatientText[];
}
export interface DocumentTexts {
  readonly id: string;
  readonly file: string;
  readonly line: number | null;
  /** A page for a plan, a doctor or staff is reported and not refused. */
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
