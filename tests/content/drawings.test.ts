/** One drawing hand: what content names is drawn, and screen and paper draw the same lines. */
import { readFileSync } from 'node:fs';
import { renderToString } from 'vue/server-renderer';
import { createSSRApp, h, type VNode } from 'vue';
import { Window, type Element } from 'happy-dom';
import { beforeAll, describe, expect, it } from 'vitest';
import { drawSheet } from '../../src/commands/drawings-sheet';
import { DRAWINGS, stone, stonePath, wayHome, type Drawing } from '../../src/drawings';
import { loadGuide } from '../../src/guide/load';
import type { Guide } from '../../src/guide/model';
import { picture, TINT } from '../../src/handout/drawings/picture';
import DrawnPicture from '../../src/renderer/drawings/DrawnPicture.vue';
import { pictureOf } from '../../src/renderer/logic/print-scene';

const loaded = loadGuide({ folder: 'content', language: 'en', today: '2026-11-23' });
if (!loaded.ok) throw new Error(`the content is not good: ${JSON.stringify(loaded.error[0])}`);
const { guide } = loaded.value;

const PATHS: Readonly<Record<string, Drawing>> = {
  stone: stone(3, true),
  'way-home': wayHome(2),
  'stone-path': stonePath(9, 4),
};
const ALL: readonly (readonly [string, Drawing])[] = Object.entries({ ...DRAWINGS, ...PATHS });

/** What a drawing is made of, however it is written: the place of each part, its line, and its width. */
interface Line {
  readonly place: string;
  readonly d: string;
  readonly width: number;
}

const { document } = new Window();

async function drawn(vnode: VNode): Promise<Element> {
  const root = document.createElement('div');
  root.innerHTML = await renderToString(createSSRApp({ render: () => vnode }));
  const svg = root.querySelector('svg');
  if (svg === null) throw new Error('nothing was drawn');
  return svg;
}

/** Transforms of all groups around it, in order; a scale of 1 changes nothing. */
function placeOf(element: Element, svg: Element): string {
  const own = element.getAttribute('transform') ?? '';
  const parent = element.parentElement;
  const around = parent === null || parent === svg ? '' : placeOf(parent, svg);
  return `${around} ${own}`.replaceAll('scale(1)', '').replace(/\s+/g, ' ').trim();
}

/** Vue's server writes SVG attributes in lower case. */
function boxOf(svg: Element): string | null {
  return svg.getAttribute('viewBox') ?? svg.getAttribute('viewbox');
}

function linesOf(svg: Element): readonly Line[] {
  return [...svg.querySelectorAll('path')].map((path) => ({
    place: placeOf(path, svg),
    d: path.getAttribute('d') ?? '',
    width: Number(path.getAttribute('stroke-width')),
  }));
}

function figuresOf(svg: Element): readonly string[] {
  return [...svg.querySelectorAll('text')].map((text) => {
    return `${placeOf(text, svg)} ${text.getAttribute('x')} ${text.getAttribute('y')}: ${text.textContent.trim()}`;
  });
}

describe('screen and paper', () => {
  it.each(ALL)('draw the same lines of %s', async (_name, drawing) => {
    const screen = await drawn(h(DrawnPicture, { picture: drawing, caption: 'A picture.' }));
    const paper = await drawn(picture(drawing, 'A picture.', 'scene'));
    expect(linesOf(screen).length).toBeGreaterThan(0);
    expect(linesOf(screen)).toEqual(linesOf(paper));
    expect(figuresOf(screen)).toEqual(figuresOf(paper));
    for (const svg of [screen, paper]) {
      expect(boxOf(svg)).toBe(`0 0 ${drawing.width} ${drawing.height}`);
      expect([svg.getAttribute('role'), svg.getAttribute('aria-label')]).toEqual(['img', 'A picture.']);
    }
  });

  it('are silent where the words beside a drawing say the same', async () => {
    const both = [h(DrawnPicture, { picture: 'van' }), picture(DRAWINGS.van, null, 'portrait')];
    for (const vnode of both) expect((await drawn(vnode)).getAttribute('aria-hidden')).toBe('true');
  });

  it('have black lines on paper, and no tone that a copier loses or fills', async () => {
    const allowed = new Set(['none', '#fff', '#000', TINT]);
    for (const [name, drawing] of ALL) {
      const svg = await drawn(picture(drawing, null, 'scene'));
      expect(svg.getAttribute('stroke'), name).toBe('#000');
      for (const path of svg.querySelectorAll('path')) expect(allowed, name).toContain(path.getAttribute('fill'));
    }
  });
});

describe('the content', () => {
  let named: readonly string[];
  beforeAll(() => {
    named = [
      ...[...guide.questions, guide.helpers].flatMap(({ answers }) => answers.map((each) => each.picture)),
      ...[...guide.sections, ...guide.cards, ...guide.people].map((each) => each.picture),
      ...guide.documents.flatMap(({ blocks }) =>
        blocks.map((block) => (block.kind === 'picture' ? block.picture : null)),
      ),
    ].flatMap((name) => name ?? []);
  });

  it('names only drawings that somebody drew', () => {
    expect(named.length).toBeGreaterThan(80);
    expect(named.filter((name) => !Object.hasOwn(DRAWINGS, name))).toEqual([]);
  });

  it('shows a picture beside every answer of a question that has pictures, but not beside a no', () => {
    const bare = [...guide.questions, guide.helpers].flatMap(({ id, answers }) =>
      answers.filter((each) => each.picture === null).map((each) => `${id}.${each.id}`),
    );
    // The reasons are words to find in a letter: there is nothing of them to draw.
    expect(bare.filter((each) => !each.startsWith('reason.'))).toEqual(['money.no']);
  });

  it('shows the same cards where the plan that said no is asked for', () => {
    const picturesOf = (id: string): Readonly<Record<string, Guide['questions'][number]['answers'][number]['picture']>> =>
      Object.fromEntries(guide.questions.find((each) => each.id === id)?.answers.map((a) => [a.id, a.picture]) ?? []);
    const { none: _none, ...cards } = picturesOf('insurance');
    expect(picturesOf('who-said-no')).toEqual(cards);
  });

  it('draws each choice of a question differently', () => {
    for (const { id, answers } of [...guide.questions, guide.helpers]) {
      const pictures = answers.flatMap((each) => each.picture ?? []);
      expect(new Set(pictures).size, id).toBe(pictures.length);
    }
  });

  it('has a picture for every person who can help, and every part of the guide', () => {
    for (const { id, picture: name } of [...guide.people, ...guide.sections]) expect(name, id).not.toBeNull();
  });
});

it('the sheet of all drawings is the one in docs', async () => {
  expect(readFileSync('docs/drawings.svg', 'utf8')).toBe(await drawSheet());
});

describe('a printer in trouble', () => {
  const shown = (reason: string): string => pictureOf({ kind: 'attention', reason });

  it('is shown as what is wrong, each trouble in its own way', () => {
    const visible = ['jam', 'open', 'paper-out', 'off', 'ink-out', 'output-full', 'tray-missing', 'too-hot'];
    const pictures = [
      ...visible.map(shown),
      pictureOf({ kind: 'on-the-way', phase: 'waking' }),
      pictureOf({ kind: 'on-the-way', phase: 'sending' }),
      shown('other'),
    ];
    expect(new Set(pictures).size).toBe(pictures.length);
  });

  it('has a drawing for every reason that content has words for, and for none', () => {
    const reasons = Object.keys(guide.words).flatMap((key) => /^printer\.reason\.(.+)$/.exec(key)?.[1] ?? []);
    expect(reasons.length).toBeGreaterThan(40);
    for (const reason of reasons) expect(DRAWINGS, reason).toHaveProperty(shown(reason));
    expect(pictureOf({ kind: 'refused', why: 'not-made' })).toBe('printer-help');
  });
});
