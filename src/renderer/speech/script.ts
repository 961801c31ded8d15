/**
 * What is spoken on a screen: heading, lead, number of answers, answers, the rest, then controls and hints
 * (docs/evidence/product-anchors.md §3.2). It is read from the screen itself, so nothing on it can be left out.
 */

import { MARKS } from '../logic/marks';

export interface SpokenLine {
  readonly text: string;
  /** Highlighted while it is spoken. */
  readonly element: HTMLElement;
  /** Only if it differs from the language of the screen. */
  readonly language?: string;
}

/** The words spoken around those on the screen. */
export interface ScriptWords {
  choices(count: number): string;
  chosen(choice: string): string;
  button(name: string): string;
  readonly goOn: string;
}

const CHOICE = '[role=radio], [role=checkbox]';
/** Elements that are read as a whole, unlike text. */
const WHOLE = `button, [role=img], ${CHOICE}`;

/** @param screen the part of the page to read: a screen or a curtain */
export function scriptOf(screen: HTMLElement, words: ScriptWords): readonly SpokenLine[] {
  const parts = partsIn(screen);
  const isChoice = (element: HTMLElement): boolean => element.matches(CHOICE);
  const isControl = (element: HTMLElement): boolean => element.matches('button') && !isChoice(element);
  const first = parts.find(isChoice);
  const choices = parts.filter(isChoice).length;
  const lines = parts.flatMap((element): readonly SpokenLine[] => {
    const text = nameOf(element);
    if (text === '') return [];
    if (isControl(element)) return [{ text: words.button(text), element }];
    if (!isChoice(element)) return [{ text: numbered(element, text), element }];
    const said = element.getAttribute('aria-checked') === 'true' ? words.chosen(text) : text;
    return element === first
      ? [
          { text: words.choices(choices), element: element.parentElement ?? element },
          { text: said, element },
        ]
      : [{ text: said, element }];
  });
  const goOn = document.querySelector<HTMLElement>(`[${MARKS.continue}]`);
  const hint = goOn !== null && isShown(goOn) && screen.contains(goOn) ? [{ text: words.goOn, element: goOn }] : [];
  return [
    ...lines.filter(({ element }) => element.matches('h1')),
    ...lines.filter(({ element }) => !element.matches('h1')),
    ...hint,
  ];
}

/** The name of a control or text as a person would say it: its label, or else its text. */
export function nameOf(element: HTMLElement): string {
  return sentence(element.getAttribute('aria-label') ?? textOf(element));
}

function partsIn(parent: Element): readonly HTMLElement[] {
  return [...parent.children].flatMap((child) => {
    if (child.getAttribute('aria-hidden') === 'true' || child.matches('nav, header')) return [];
    if (child instanceof SVGElement)
      return child.getAttribute('role') === 'img' ? [child as unknown as HTMLElement] : [];
    if (!(child instanceof HTMLElement) || !isShown(child)) return [];
    return child.matches(WHOLE) || isLeaf(child) ? [child] : partsIn(child);
  });
}

/** Contains only words: a heading, a paragraph, a line of a list. */
function isLeaf(element: HTMLElement): boolean {
  return (
    (element.textContent ?? '').trim() !== '' &&
    [...element.children].every((child) => {
      if (child.getAttribute('aria-hidden') === 'true') return true;
      return child.matches('span, strong, b, em, wbr') && !child.querySelector(WHOLE) && isInline(child);
    })
  );
}

function isInline(element: Element): boolean {
  return getComputedStyle(element).display.startsWith('inline') || element.matches('span');
}

/** Text of the element; its stacked parts are separated by a full stop. */
function textOf(element: Element): string {
  const texts = [...element.childNodes].flatMap((node) => {
    if (node instanceof Text) return [node.data];
    if (!(node instanceof Element) || node.getAttribute('aria-hidden') === 'true') return [];
    const text = textOf(node);
    return [node instanceof HTMLElement && !isInlineText(node) ? `${sentence(text)} ` : text];
  });
  return texts.join('');
}

function isInlineText(element: HTMLElement): boolean {
  return (
    getComputedStyle(element).display === 'inline' &&
    getComputedStyle(element.parentElement ?? element).display !== 'flex'
  );
}

function sentence(text: string): string {
  const bare = text.replace(/\s+/g, ' ').trim();
  return bare === '' || /[.?!:…]["”’]?$/.test(bare) ? bare : `${bare}.`;
}

/** Items of a numbered list are spoken with their numbers. */
function numbered(element: HTMLElement, text: string): string {
  const item = element.closest('ol > li');
  if (item === null || item.querySelector('p, h2, h3, div > *') === null) return text;
  const isFirst = partsIn(item)[0] === element;
  const place = [...(item.parentElement?.children ?? [])].indexOf(item) + 1;
  return isFirst && !text.startsWith(`${place}.`) ? `${place}. ${text}` : text;
}

function isShown(element: Element): boolean {
  return element.checkVisibility({ visibilityProperty: true });
}
