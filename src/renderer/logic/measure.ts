import { keepTogether, rowsOf, type Page, type Row } from './paging';

/**
 * The rows that paging may part: the children of the content, those of its lists, and those of a child that is higher
 * than a page. A heading stays with what it heads. Distances are those of the layout, untouched by the shift of the
 * shown page.
 */
export function measureRows(content: HTMLElement, availablePx: number): readonly Row[] {
  const items = itemsIn(content, availablePx);
  const isHeading = (row: Row): boolean =>
    items.some((element) => element.matches('h2, h3') && rowOf(element, content).topPx === row.topPx);
  const rows = items.map((element): Row => {
    const row = rowOf(element, content);
    const isHigh = row.bottomPx - row.topPx > availablePx;
    return isHigh ? { ...row, breaksPx: breaksIn(element, content.getBoundingClientRect().top) } : row;
  });
  return keepTogether(rowsOf(rows), isHeading, availablePx);
}

/** Marks the items of the other pages, which hides them from eyes, keys and speech alike; their room stays. */
export function showOnly(content: HTMLElement, page: Page, availablePx: number): void {
  for (const element of content.querySelectorAll('[data-off-page]')) element.removeAttribute('data-off-page');
  const boxes = new Set<Element>();
  for (const element of itemsIn(content, availablePx)) {
    const row = rowOf(element, content);
    const isOn = row.bottomPx > page.topPx + 1 && row.topPx < page.bottomPx - 1;
    element.toggleAttribute('data-off-page', !isOn);
    if (isOn)
      for (let box = element.parentElement; box !== null && box !== content; box = box.parentElement) boxes.add(box);
  }
  // A box of which nothing is on this page is not seen either: no empty frame at the foot of a page.
  for (const box of content.querySelectorAll(':not([data-off-page]) > [data-off-page]')) {
    const parent = box.parentElement;
    if (parent !== null && parent !== content && !boxes.has(parent)) parent.toggleAttribute('data-off-page', true);
  }
}

function itemsIn(parent: Element, availablePx: number): readonly Element[] {
  return [...parent.children]
    .filter((child) => heightOf(child) > 0)
    .flatMap((child) => {
      const parts = child.matches('ol, ul, [data-parts]') || heightOf(child) > availablePx + 1;
      return parts && isDivisible(child) ? itemsIn(child, availablePx) : [child];
    });
}

/** A control stays whole; so does a line of text. */
function isDivisible(element: Element): boolean {
  if (element.matches('button, svg, [data-whole]')) return false;
  return [...element.children].some((child) => getComputedStyle(child).display !== 'inline');
}

function heightOf(element: Element): number {
  return element.getBoundingClientRect().height;
}

function rowOf(element: Element, content: HTMLElement): Row {
  const base = content.getBoundingClientRect().top;
  const box = element.getBoundingClientRect();
  return { topPx: box.top - base, bottomPx: box.bottom - base, breaksPx: [] };
}

/** Between the lines of all its text, whatever their heights. */
function breaksIn(element: Element, basePx: number): readonly number[] {
  const lines: Row[] = [];
  const range = document.createRange();
  const texts = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
  for (let text = texts.nextNode(); text !== null; text = texts.nextNode()) {
    range.selectNodeContents(text);
    for (const { top, bottom, height } of range.getClientRects()) {
      // The boxes of two lines may overlap, their letters do not.
      lines.push({ topPx: top - basePx + height * 0.3, bottomPx: bottom - basePx - height * 0.3, breaksPx: [] });
    }
  }
  const rows = rowsOf(lines);
  return rows.slice(1).map((row, at) => ((rows[at]?.bottomPx ?? row.topPx) + row.topPx) / 2);
}
