/** The cover sheet: says how many pages follow, and nothing about what is on them. */
import { h, type VNode } from 'vue';
import { DRAWINGS } from '../drawings';
import { pagesWith } from '../guide/pages';
import { titleOf } from './documents';
import { picture } from './drawings/picture';
import type { PageContext } from './page-context';
import { PAGE_SIZES } from './measures';
import { paragraph } from './parts';

export function cover(context: PageContext): VNode {
  const id = pagesWith(context.guide, 'cover')[0]?.id ?? '';
  const { topPt } = context.measures;
  const middle = PAGE_SIZES[context.settings.paper].heightPt / 2 - topPt;
  return h('div', { class: 'cover' }, [
    h('h1', titleOf(id, context)),
    picture(DRAWINGS.house, context.word('cover.alt'), 'cover-house'),
    paragraph(context.word('cover.take'), 'cover-take'),
    h('div', { class: 'fold', style: `top:${middle}pt` }, context.word('cover.fold')),
  ]);
}
