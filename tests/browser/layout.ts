/**
 * Finds faults in the layout of the current screen, measured in the page: text that is cut off or covers other text,
 * controls that are too small, too close together or out of reach, anything that scrolls.
 */
import type { Page } from '@playwright/test';

export interface LayoutRules {
  /** Allows a line break inside a word: only for text that was made long on purpose. */
  readonly brokenWords: boolean;
}

/** @returns one line for each fault */
export function layoutFaults(page: Page, rules: LayoutRules): Promise<readonly string[]> {
  return page.evaluate(({ brokenWords }) => {
    const MIN_CONTROL_MM = 20;
    const MIN_GAP_MM = 3;
    /** Tolerance, because fractions of a pixel are not faults. */
    const SLACK_PX = 1.5;
    const faults: string[] = [];
    const root = document.documentElement;
    const pxPerMm = Number.parseFloat(getComputedStyle(root).getPropertyValue('--mm'));
    const inMm = (px: number): string => `${(px / pxPerMm).toFixed(1)} mm`;
    const name = (element: Element): string =>
      `<${element.tagName.toLowerCase()} ${element.className.toString()}> "${(element.textContent ?? '').trim().slice(0, 40)}"`;

    const isShown = (element: Element): boolean =>
      element.checkVisibility({ visibilityProperty: true, opacityProperty: true }) &&
      element.closest('.sight-off') === null;

    // Neither the page nor any part of it scrolls.
    if (root.scrollHeight > innerHeight + SLACK_PX || root.scrollWidth > innerWidth + SLACK_PX)
      faults.push('the page scrolls');
    for (const element of document.querySelectorAll('*')) {
      const { overflowX, overflowY } = getComputedStyle(element);
      if (isShown(element) && /auto|scroll/.test(overflowX + overflowY)) faults.push(`it scrolls: ${name(element)}`);
    }

    /** The part of the window in which an element is visible. */
    const windowOf = (element: Element): { top: number; bottom: number; left: number; right: number } => {
      const box = { top: 0, bottom: innerHeight, left: 0, right: innerWidth };
      for (let at: Element | null = element; at !== null; at = at.parentElement) {
        const style = getComputedStyle(at);
        const clips = style.overflow !== 'visible' || /^inset/.test(style.clipPath);
        if (!clips || at === root || at === document.body) continue;
        const edge = at.getBoundingClientRect();
        const cut = /^inset\((-?[\d.]+)px(?: (-?[\d.]+)(?:px)?)?(?: (-?[\d.]+)(?:px)?)?/.exec(style.clipPath);
        box.top = Math.max(box.top, edge.top + Number(cut?.[1] ?? 0));
        box.bottom = Math.min(box.bottom, edge.bottom - Number(cut?.[3] ?? cut?.[1] ?? 0));
        box.left = Math.max(box.left, edge.left);
        box.right = Math.min(box.right, edge.right);
      }
      return box;
    };

    // No page of a screen is empty.
    const pages = [...document.querySelectorAll('.content')].filter((each) => each.checkVisibility());
    for (const content of pages) {
      const hasText = (each: Element): boolean =>
        [...each.childNodes].some((node) => node instanceof Text && node.data.trim() !== '');
      const something = [...content.querySelectorAll('*')].some(
        (each) => isShown(each) && (each.matches('[role=img]') || hasText(each)),
      );
      if (!something) faults.push('a page with nothing on it');
    }

    // Text: every line is completely visible, and none covers another.
    interface Line {
      readonly element: Element;
      readonly rect: DOMRect;
    }
    const lines: Line[] = [];
    const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    for (let node = texts.nextNode(); node !== null; node = texts.nextNode()) {
      const element = node.parentElement;
      const said = node.nodeValue ?? '';
      if (element === null || said.trim() === '' || !isShown(element)) continue;
      const range = document.createRange();
      range.selectNodeContents(node);
      const seen = windowOf(element);
      for (const rect of range.getClientRects()) {
        if (rect.width < 1) continue;
        // The boxes of two lines overlap a little, but their letters do not.
        const edge = SLACK_PX + rect.height * 0.1;
        const isCutPage = rect.bottom <= seen.top + edge || rect.top >= seen.bottom - edge;
        const isInsideClip = element.closest('[style*="inset"]') !== null;
        // A row taller than a page is split between two lines; the lines on other pages are hidden on purpose.
        if (isCutPage && isInsideClip) continue;
        const isCut =
          rect.left < seen.left - SLACK_PX ||
          rect.right > seen.right + SLACK_PX ||
          rect.top < seen.top - rect.height * 0.2 ||
          rect.bottom > seen.bottom + rect.height * 0.2;
        if (isCut) faults.push(`text is cut: ${name(element)}`);
        lines.push({ element, rect });
      }
      if (brokenWords) continue;
      for (const { 0: word, index } of said.matchAll(/[\p{L}\p{N}]+/gu)) {
        range.setStart(node, index);
        range.setEnd(node, index + word.length);
        if (new Set([...range.getClientRects()].map((rect) => Math.round(rect.top))).size > 1)
          faults.push(`the word "${word}" is broken in ${name(element)}`);
      }
    }
    for (const [at, one] of lines.entries()) {
      for (const other of lines.slice(at + 1)) {
        if (one.element === other.element || one.element.contains(other.element) || other.element.contains(one.element))
          continue;
        const across = Math.min(one.rect.right, other.rect.right) - Math.max(one.rect.left, other.rect.left);
        const down = Math.min(one.rect.bottom, other.rect.bottom) - Math.max(one.rect.top, other.rect.top);
        // Line boxes are taller than their letters and may touch.
        if (across > 2 && down > Math.min(one.rect.height, other.rect.height) * 0.3)
          faults.push(`text over text: ${name(one.element)} and ${name(other.element)}`);
      }
    }

    // Controls: large enough, far enough apart, visible, and not smaller than their text.
    const controls = [...document.querySelectorAll<HTMLElement>('button, [role=button], a[href], input')].filter(
      isShown,
    );
    const band = document.querySelector('[data-low-reach]') === null ? null : getComputedStyle(root);
    for (const control of controls) {
      const rect = control.getBoundingClientRect();
      if (Math.min(rect.width, rect.height) < MIN_CONTROL_MM * pxPerMm - SLACK_PX)
        faults.push(`a control of ${inMm(rect.width)} by ${inMm(rect.height)}: ${name(control)}`);
      const seen = windowOf(control);
      if (
        rect.left < seen.left - SLACK_PX ||
        rect.right > seen.right + SLACK_PX ||
        rect.top < seen.top - SLACK_PX ||
        rect.bottom > seen.bottom + SLACK_PX
      )
        faults.push(`a control is cut: ${name(control)}`);
      if (band !== null) {
        const topPx = innerHeight - Number.parseFloat(band.getPropertyValue('--band'));
        const bottomPx = innerHeight - Number.parseFloat(band.getPropertyValue('--band-floor'));
        if (rect.top < topPx - SLACK_PX || rect.bottom > bottomPx + SLACK_PX)
          faults.push(`out of reach by ${inMm(Math.max(topPx - rect.top, rect.bottom - bottomPx))}: ${name(control)}`);
      }
      for (const line of lines) {
        if (!control.contains(line.element)) continue;
        const spills =
          line.rect.left < rect.left - SLACK_PX ||
          line.rect.right > rect.right + SLACK_PX ||
          line.rect.top < rect.top - line.rect.height * 0.2 ||
          line.rect.bottom > rect.bottom + line.rect.height * 0.2;
        if (spills) faults.push(`words spill out of ${name(control)}`);
      }
    }
    for (const [at, one] of controls.entries()) {
      const a = one.getBoundingClientRect();
      for (const other of controls.slice(at + 1)) {
        const b = other.getBoundingClientRect();
        const across = Math.max(b.left - a.right, a.left - b.right);
        const down = Math.max(b.top - a.bottom, a.top - b.bottom);
        const gap = Math.max(across, down);
        if (gap < 0) faults.push(`a control over a control: ${name(one)} and ${name(other)}`);
        else if (gap < MIN_GAP_MM * pxPerMm - SLACK_PX)
          faults.push(`only ${inMm(gap)} between ${name(one)} and ${name(other)}`);
      }
    }
    // No text covers a control that it does not belong to.
    for (const line of lines) {
      for (const control of controls) {
        if (control.contains(line.element)) continue;
        const rect = control.getBoundingClientRect();
        const across = Math.min(rect.right, line.rect.right) - Math.max(rect.left, line.rect.left);
        const down = Math.min(rect.bottom, line.rect.bottom) - Math.max(rect.top, line.rect.top);
        if (across > 2 && down > line.rect.height * 0.3)
          faults.push(`text over a control: ${name(line.element)} and ${name(control)}`);
      }
    }
    return [...new Set(faults)];
  }, rules);
}
