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
  return keepTogether(rowsOf(items.map((element) => rowOf(element, content))), isHeading, availablePx);
}

/** Marks the items of the other pages, which hides them from eyes, keys and speech alike; their room stays. */
export function showOnly(content: HTMLElement, page: Page, availablePx: number): void {
  for (const element of content.querySelectorAll('[data-off-page]')) element.removeAttribute('data-off-page');
  for (const element of itemsIn(content, availablePx)) {
    const row = rowOf(element, content);
    const isOn = row.bottomPx > page.topPx + 1 && row.topPx < page.bottomPx - 1;
    element.toggleAttribute('data-off-page', !isOn);
  }
}

function itemsIn(parent: Element, availablePx: number): readonly HTMLElement[] {
  return [...parent.children]
    .filter((child): child is HTMLElement => child instanceof HTMLElement && child.offsetHeight > 0)
    .flatMap((child) => {
      const parts = child.matches('ol, ul, [data-parts]') || child.offsetHeight > availablePx + 1;
      return parts && isDivisible(child) ? itemsIn(child, availablePx) : [child];
    });
}

/** A control stays whole; so does a line of text. */
function isDivisible(element: HTMLElement): boolean {
  if (element.matches('button, [data-whole]')) return false;
  return [...element.children].some((child) => getComputedStyle(child).display !== 'inline');
}

function rowOf(element: HTMLElement, content: HTMLElement): Row {
  const base = content.getBoundingClientRect().top;
  const box = element.getBoundingClientRect();
  return { topPx: box.top - base, bottomPx: box.bottom - base, linePx: lineHeightPx(element) };
}

function lineHeightPx(element: HTMLElement): number {
  const style = getComputedStyle(element);
  const linePx = Number.parseFloat(style.lineHeight);
  return Number.isNaN(linePx) ? Number.parseFloat(style.fontSize) * 1.3 : linePx;
}
