/**
 * A letter that a person fills in by hand and sends: blanks, a subject, and nothing of the hospital's
 * (docs/evidence/product-anchors.md §4.2).
 */
import { h, type VNode } from 'vue';
import type { Block, DocumentRule, Text } from '../guide/model';
import type { PageContext } from './page-context';
import { writeIn } from './parts';

type Letterhead = Extract<Block, { readonly kind: 'letterhead' }>;

/** Whether the document goes to the plan as a letter: then it has no header, no name line and no line of reasons. */
export function isLetter(rule: DocumentRule): boolean {
  return rule.blocks.some((block) => block.kind === 'letterhead');
}

/** Labelled lines to fill in: in two columns on a letter, below each other elsewhere. */
export function blanks(labels: readonly Text[], context: PageContext): VNode {
  return h(
    'div',
    { class: 'blanks' },
    labels.map((label) => writeIn(context.say(label))),
  );
}

/** The lines that say whose letter this is, and the subject: the letter's main heading. */
export function letterhead({ labels, subject }: Letterhead, context: PageContext): readonly VNode[] {
  return [blanks(labels, context), h('h1', { class: 'subject' }, context.say(subject))];
}
