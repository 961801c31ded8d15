import { MARKS } from '../logic/marks';
import { isTooHigh, keepTogether, rowsOf, type Page, type Room, type Row, type Stretch } from '../logic/paging';

/** A piece that paging keeps whole, and the room it takes, including the edges of a box that it is first or last in. */
interface Item extends Stretch {
  readonly element: Element;
}

/**
 * The rows between which paging may break: the children of the content, those of its lists, and those of a child taller
 * than a page. A heading stays with what follows it, and what is marked to follow stays with what precedes it. Distances are
 * those of the layout, regardless of the page shown.
 */
export function measureRows(content: HTMLElement, room: Room): readonly Row[] {
  const items = itemsOf(content, room);
  const headings = items
    .filter(
      ({ element }, index) =>
        element.matches(`h2, h3, [${MARKS.heads}]`) || items[index + 1]?.element.matches(`[${MARKS.follows}]`) === true,
    )
    .map(({ topPx }) => topPx);
  const basePx = content.getBoundingClientRect().top;
  const controls = controlsIn(content).map((control) => control.getBoundingClientRect().top - basePx);
  const rows = rowsOf(items).map((stretch): Row => {
    const controlsPx = controls.filter((topPx) => topPx > stretch.topPx - 1 && topPx < stretch.bottomPx - 1);
    const row = { ...stretch, breaksPx: [], controlsPx };
    if (!isTooHigh(row, room)) return row;
    const inRow = items.filter((item) => item.topPx < row.bottomPx - 1 && item.bottomPx > row.topPx + 1);
    return { ...row, breaksPx: breaksIn(inRow, basePx) };
  });
  return keepTogether(rows, ({ topPx }) => headings.includes(topPx), room);
}

/** Marks the items on other pages, which hides them from sight, keys and speech; they keep their room. */
export function showOnly(content: HTMLElement, page: Page, room: Room): void {
  for (const element of content.querySelectorAll(`[${MARKS.offPage}]`)) element.removeAttribute(MARKS.offPage);
  const boxes = new Set<Element>();
  for (const { element, topPx, bottomPx } of itemsOf(content, room)) {
    const isOn = bottomPx > page.topPx + 1 && topPx < page.bottomPx - 1;
    element.toggleAttribute(MARKS.offPage, !isOn);
    if (isOn)
      for (let box = element.parentElement; box !== null && box !== content; box = box.parentElement) boxes.add(box);
  }
  // A box with nothing on this page is hidden too: no empty frame at the bottom of a page.
  for (const box of content.querySelectorAll(`:not([${MARKS.offPage}]) > [${MARKS.offPage}]`)) {
    const parent = box.parentElement;
    if (parent !== null && parent !== content && !boxes.has(parent)) parent.toggleAttribute(MARKS.offPage, true);
  }
  // In a row that spans pages, a control shows on the one page that holds all of it.
  const basePx = content.getBoundingClientRect().top;
  for (const control of controlsIn(content)) {
    const { top, bottom } = control.getBoundingClientRect();
    if (top - basePx < page.topPx - 1 || bottom - basePx > page.bottomPx + 1)
      control.toggleAttribute(MARKS.offPage, true);
  }
}

function controlsIn(element: Element): readonly Element[] {
  return element.matches('button') ? [element] : [...element.querySelectorAll('button')];
}

function itemsOf(content: HTMLElement, room: Room): readonly Item[] {
  return itemsIn(content, content.getBoundingClientRect().top, room);
}

function itemsIn(parent: Element, basePx: number, room: Room): readonly Item[] {
  return [...parent.children].flatMap((element): readonly Item[] => {
    const { top, bottom, height } = element.getBoundingClientRect();
    if (height <= 0) return [];
    const whole = { element, topPx: top - basePx, bottomPx: bottom - basePx };
    const controlsPx = controlsIn(element).map((control) => control.getBoundingClientRect().top - basePx);
    const parts = element.matches(`ol, ul, [${MARKS.parts}]`) || isTooHigh({ ...whole, controlsPx }, room);
    if (!parts || !isDivisible(element)) return [whole];
    const items = itemsIn(element, basePx, room);
    return items.map((item, index) => ({
      element: item.element,
      topPx: index === 0 ? Math.min(item.topPx, whole.topPx) : item.topPx,
      bottomPx: index === items.length - 1 ? Math.max(item.bottomPx, whole.bottomPx) : item.bottomPx,
    }));
  });
}

/** False for controls, pictures, marked elements and lines of text. */
function isDivisible(element: Element): boolean {
  if (element.matches(`button, svg, [${MARKS.whole}]`)) return false;
  return [...element.children].some((child) => getComputedStyle(child).display !== 'inline');
}

/** The places between lines of text, whatever their heights, that cut through no picture or control. */
function breaksIn(items: readonly Item[], basePx: number): readonly number[] {
  const range = document.createRange();
  const solid = items.flatMap(({ element }): readonly Stretch[] => {
    const wholes = [element, ...element.querySelectorAll('svg, button')].filter((each) => each.matches('svg, button'));
    return [
      ...wholes.map((whole) => stretchOf(whole.getBoundingClientRect(), 0)),
      ...textsIn(element).flatMap((text) => {
        range.selectNodeContents(text);
        // The boxes of two lines may overlap, but their letters do not.
        return [...range.getClientRects()].map((line) => stretchOf(line, 0.3));
      }),
    ];
  });
  const rows = rowsOf(solid);
  return rows.slice(1).map((row, index) => ((rows[index]?.bottomPx ?? row.topPx) + row.topPx) / 2);

  function stretchOf({ top, bottom, height }: DOMRect, spared: number): Stretch {
    return { topPx: top - basePx + height * spared, bottomPx: bottom - basePx - height * spared };
  }
}

function textsIn(element: Element): readonly Node[] {
  const texts: Node[] = [];
  const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
  for (let text = walker.nextNode(); text !== null; text = walker.nextNode()) texts.push(text);
  return texts;
}
