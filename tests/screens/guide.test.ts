// @vitest-environment happy-dom
import jsQR from 'jsqr';
import { nextTick } from 'vue';
import { expect, it } from 'vitest';
import { screensOf } from './screens';

/** The tiles of the guide, each with the hint below its name. */
async function tilesFor(stage: string): Promise<readonly string[]> {
  const { router } = await screensOf({ who: ['me'], treatment: ['other'], stage: [stage], money: ['no'] });
  await router.replace({ name: 'guide' });
  await nextTick();
  return [...document.querySelectorAll('main button')].map((tile) => tile.textContent?.trim() ?? '');
}

it('the part of the guide that fits the answers stands first and says so; all parts stay', async () => {
  const denied = await tilesFor('denied');
  expect(denied[0]).toBe('What if the plan says no?This fits your answers');
  const waiting = await tilesFor('waiting');
  expect(waiting[0]).toBe('What if it takes too long?This fits your answers');
  expect(waiting.filter((tile) => tile.includes('This fits'))).toHaveLength(1);
  const bare = (tiles: readonly string[]): readonly string[] =>
    tiles.map((tile) => tile.replace('This fits your answers', '')).sort();
  expect(bare(denied)).toEqual(bare(waiting));
});

/** What a phone reads from a code on the screen. */
function scanned(code: Element): string | undefined {
  const side = Number(code.getAttribute('viewBox')?.split(' ')[2]);
  const pxPerModule = 4;
  const sidePx = side * pxPerModule;
  const pixels = new Uint8ClampedArray(sidePx * sidePx * 4).fill(255);
  for (const [, x, y] of code
    .querySelector('path')
    ?.getAttribute('d')
    ?.matchAll(/M(\d+) (\d+)/g) ?? []) {
    for (let dot = 0; dot < pxPerModule ** 2; dot += 1) {
      const column = Number(x) * pxPerModule + (dot % pxPerModule);
      const row = Number(y) * pxPerModule + Math.floor(dot / pxPerModule);
      pixels.fill(0, 4 * (row * sidePx + column), 4 * (row * sidePx + column) + 3);
    }
  }
  return jsQR(pixels, sidePx, sidePx)?.data;
}

async function otherGuides(guidesAddress: string | null): Promise<readonly (string | undefined)[]> {
  const answers = { who: ['me'], treatment: ['tpn'], leaving: ['home'], stage: ['denied'] };
  const { router } = await screensOf(answers, { kiosk: { pages: { coverSheet: false, guidesAddress } } });
  await router.replace({ name: 'section', params: { id: 'h' } });
  await nextTick();
  return [...document.querySelectorAll('svg.qr')].map(scanned);
}

it('a phone reads the address of each other guide off the screen, the one that fits first, where there are any', async () => {
  expect(await otherGuides('https://hospital.example/guides/')).toEqual(
    ['tpn', 'discharge', 'opat', 'questions'].map((id) => `https://hospital.example/guides/${id}`),
  );
  expect(await otherGuides(null)).toEqual([]);
  expect(document.body.textContent).toContain('OPAT: Outpatient IV Antibiotics at Home');
});

/** The titles of the cards that say "You are here", and the name of the path. */
async function placeOnPath(stage: string): Promise<readonly [steps: readonly string[], path: string | null]> {
  const { router } = await screensOf({ who: ['me'], treatment: ['other'], stage: [stage], money: ['no'] });
  await router.replace({ name: 'section', params: { id: 'b' } });
  await nextTick();
  const marked = [...document.querySelectorAll('.card')].filter((card) => card.textContent?.includes('You are here'));
  const path = document.querySelector('[role=img]')?.getAttribute('aria-label') ?? null;
  return [marked.map((card) => card.querySelector('h2')?.textContent ?? ''), path];
}

it('the four steps say where the person stands, and nothing where nobody knows', async () => {
  const [waiting, path] = await placeOnPath('waiting');
  expect(waiting).toEqual([expect.stringMatching(/^Step 3:/)]);
  expect(path).toContain('You are at stone 3.');
  const [unsure, plain] = await placeOnPath('unsure');
  expect(unsure).toEqual([]);
  expect(plain).not.toContain('You are at');
});
