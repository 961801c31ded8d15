/**
 * What is said of the screen that stands: heading, what leads in, how many answers, the answers, the rest, then the
 * controls and the hints (docs/evidence/product-anchors.md §3.2). Read off the screen itself, so that nothing on it can
 * be left unsaid.
 */

import { MARKS } from '../logic/marks';

export interface SpokenLine {
  readonly text: string;
  /** Lit up while it is said. */
  readonly element: HTMLElement;
  /** Where it is not the language of the screen. */
  readonly language?: string;
}

/** The words between what stands on the screen. */
export interface ScriptWords {
  choices(count: number): string;
  chosen(choice: string): string;
  button(name: string): string;
  readonly goOn: string;
}

const CHOICE = '[role=radio], [role=checkbox]';
/** Told apart from text: it is read as a whole. */
const WHOLE = `button, [role=img], ${CHOICE}`;

/** @param screen the part of the page to read: the screen, or what lies over it */
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

/** The name of a control or a piece of text as a person would say it: what it shows, or what stands for it. */
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

/** Nothing in it but words: a heading, a paragraph, a line of a list. */
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

/** The parts of a control stand below each other: a stop parts them. */
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

/** The items of a numbered list are said with their numbers. */
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
