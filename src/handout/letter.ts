/**
 * A letter that a person fills in by hand and sends: it has blanks and a subject, and nothing from the hospital
 * (docs/evidence/product-anchors.md §4.2).
 */
import { h, type VNode } from 'vue';
import type { Block, DocumentRule, Text } from '../guide/model';
import type { PageContext } from './page-context';
import { writeIn } from './parts';

type Letterhead = Extract<Block, { readonly kind: 'letterhead' }>;

/** Whether the document is a letter to the plan. A letter has no header, no name line and no "because" line. */
export function isLetter(rule: DocumentRule): boolean {
  return rule.blocks.some((block) => block.kind === 'letterhead');
}

/** Lines with labels to fill in: in two columns in a letter, otherwise in one. */
export function blanks(labels: readonly Text[], context: PageContext): VNode {
  return h(
    'div',
    { class: 'blanks' },
    labels.map((label) => writeIn(context.say(label))),
  );
}

/** The lines about the sender, and the subject, which is the letter's main heading. */
export function letterhead({ labels, subject }: Letterhead, context: PageContext): readonly VNode[] {
  return [blanks(labels, context), h('h1', { class: 'subject' }, context.say(subject))];
}
