import { h, type VNode } from 'vue';
import type { Block } from '../guide/model';
import { drawBlock } from './blocks';
import { ruleOf, titleOf } from './documents';
import type { PageContext } from './page-context';
import { isLetter } from './letter';
import { pageName } from './page-frame';
import { paragraph, writeIn } from './parts';

/** One document: it starts on a new page, under its own heading. */
export function drawDocument(document: string, context: PageContext): VNode {
  const rule = ruleOf(document, context);
  const blocks = rule.blocks.filter((block) => context.holds(block.when));
  const tail = tailOf(blocks);
  const isPlan = blocks.some((block) => block.kind === 'plan');
  const letter = isLetter(rule);
  const isBare = letter || rule.head === 'bare';
  const className = letter ? 'document letter' : 'document';
  return h('section', { class: className, 'data-document': document, style: `page:${pageName(document)}` }, [
    ...(isBare ? [] : [isPlan ? planHead(document, context) : pageHead(document, context)]),
    ...blocks.slice(0, tail).flatMap((block) => drawBlock(block, context)),
    ...(tail < blocks.length
      ? [
          h(
            'div',
            { class: 'tail' },
            blocks.slice(tail).flatMap((block) => drawBlock(block, context)),
          ),
        ]
      : []),
  ]);
}

const SHORT: readonly Block['kind'][] = ['text', 'ticks', 'blanks', 'complaint', 'lines'];

/**
 * The index of the block where the last part of a document begins: its last heading with a few lines, or its last two
 * short blocks; past the end if it has neither. This part is kept on one page, because a single line alone on the next
 * page would be overlooked.
 */
function tailOf(blocks: readonly Block[]): number {
  const heading = blocks.findLastIndex(({ kind }) => kind === 'heading');
  const isShort = (from: number): boolean => from > 0 && blocks.slice(from).every(({ kind }) => SHORT.includes(kind));
  if (heading > 0 && isShort(heading + 1)) return heading;
  return isShort(blocks.length - 2) ? blocks.length - 2 : blocks.length;
}

/** The head of page 1, with room for the hospital's own sticker beside title and name. */
function planHead(document: string, context: PageContext): VNode {
  return h('header', { class: 'plan-head' }, [
    h('div', { class: 'label-box' }, context.word('label-box')),
    h('div', { class: 'head-line' }, [h('h1', titleOf(document, context)), writeIn(context.word('name'), 'name')]),
    ...becauseLine(document, context),
  ]);
}

function pageHead(document: string, context: PageContext): VNode {
  const { head, purpose } = ruleOf(document, context);
  return h('header', { class: 'head' }, [
    h('div', { class: 'head-line' }, [
      h('h1', titleOf(document, context)),
      ...(head === 'named' || head === 'sent' ? [writeIn(context.word('name'), 'name')] : []),
    ]),
    paragraph(context.say(purpose), 'purpose'),
    // A page that is sent to somebody else does not show the person's answers.
    ...(head === 'sent' ? [] : becauseLine(document, context)),
  ]);
}

function becauseLine(document: string, context: PageContext): readonly VNode[] {
  const line = context.view.documents.find((candidate) => candidate.id === document)?.becauseLine ?? '';
  return line === '' ? [] : [paragraph(line, 'because')];
}
