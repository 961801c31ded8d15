import type { Atom, Condition } from '../model';
import { readCondition, type Vocabulary } from './conditions';
import { collectFacts, type Facts } from './facts';
import type { ContentParts } from './parse';
import type { Reading } from './reading';

/** Everything in the content that something else may name. */
export interface Names {
  readonly atoms: ReadonlyMap<string, Atom>;
  readonly sections: ReadonlySet<string>;
  readonly cards: ReadonlySet<string>;
  readonly terms: ReadonlySet<string>;
  readonly documents: ReadonlySet<string>;
  readonly contacts: ReadonlySet<string>;
  /** Overlays of the plan, with the keys of their parts. */
  readonly overlays: ReadonlyMap<string, ReadonlySet<string>>;
  /** Questions, and the derived names `payer` and `ladder`, with their answers. */
  readonly vocabulary: Vocabulary;
  readonly flags: ReadonlyMap<string, readonly Condition[]>;
  /** The rows of evidence that a text may name as its `needs`. */
  readonly facts: Facts;
}

/** Names of conditions that are derived from the answers, beside the questions (src/plan/rules/facts.ts). */
export const PAYER = 'payer';
export const LADDER = 'ladder';

/** Contact ids that mean an office of the person's state. */
const STATE_OFFICES = ['regulator', 'medicaid'];

export function collectNames(parts: ContentParts, reading: Reading): Names {
  const vocabulary = vocabularyOf(parts);
  return {
    atoms: new Map(parts.source.atoms.map((atom) => [atom.id, atom])),
    sections: idsOf(parts.guide.value.sections),
    cards: idsOf(parts.cards.value.cards),
    terms: new Set(parts.terms.value.terms.map(({ term }) => term)),
    documents: idsOf(parts.documents.value.documents),
    contacts: new Set([...idsOf(parts.national.value.contacts), ...STATE_OFFICES]),
    overlays: new Map(
      parts.plan.value.overlays.map(({ id, parts: pieces }) => [
        id,
        new Set(pieces.flatMap(({ key, otherwise }) => (otherwise === undefined ? [key] : [key, otherwise]))),
      ]),
    ),
    vocabulary,
    flags: resolveFlags(parts.plan, vocabulary),
    facts: collectFacts(parts, reading),
  };
}

function idsOf(rows: readonly { readonly id: string }[]): ReadonlySet<string> {
  return new Set(rows.map(({ id }) => id));
}

function vocabularyOf({ questions, coverage }: ContentParts): Vocabulary {
  const vocabulary = new Map(questions.value.questions.map((row) => [row.id, new Set(row.answers)]));
  vocabulary.set(PAYER, vocabulary.get(questions.value.roles.insurance.question) ?? new Set());
  vocabulary.set(LADDER, new Set(coverage.ladders.map(({ value }) => value.id)));
  return vocabulary;
}

/** A flag may name only flags above it, so that there are no cycles. */
function resolveFlags(plan: ContentParts['plan'], vocabulary: Vocabulary): Names['flags'] {
  const flags = new Map<string, readonly Condition[]>();
  for (const [id, any] of Object.entries(plan.value.flags)) {
    const conditions = any.map((raw) =>
      readCondition(raw, { vocabulary, flags }, (cause) => {
        plan.report(`flags.${id}`, cause, 'check the spelling against questions.toml and the flags above.');
      }),
    );
    flags.set(id, conditions);
  }
  return flags;
}
