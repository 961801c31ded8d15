/** Information about the content, other than problems, for the hospital's editor. Never shown to a patient. */

/** A fact that was read but may not reach a patient. */
export interface Withheld {
  readonly file: string;
  readonly line: number | null;
  readonly fact: string;
  readonly why: string;
}

/** `content/coverage/payers/h-tricare.toml:12: h.any.standard is withheld: its status is "UNCONFIRMED"` */
export function formatWithheld({ file, line, fact, why }: Withheld): string {
  return `${line === null ? file : `${file}:${line}`}: ${fact} is withheld: ${why}`;
}

export type HelpUse = 'yes' | 'no' | 'depends' | 'not-relevant';

/** One payer row (a–k of docs/evidence/coverage-facts.md §2): the plan's rules must agree with it. */
export interface PayerRow {
  readonly key: string;
  readonly file: string;
  readonly line: number | null;
  /** Answers to `insurance` that mean this payer. */
  readonly insurances: readonly string[];
  /** Whether only federal law applies, so that a state's insurance regulator cannot help. */
  readonly federal: boolean;
  readonly overseers: readonly { readonly contacts: readonly string[]; readonly line: number | null }[];
  /** `option`: a kind of help of plan.toml, or a contact. */
  readonly help: readonly { readonly option: string; readonly use: HelpUse; readonly line: number | null }[];
}

export interface Evidence {
  readonly withheld: readonly Withheld[];
  readonly payers: readonly PayerRow[];
}
