// @vitest-environment happy-dom
import { nextTick } from 'vue';
import { expect, it } from 'vitest';
import { screensOf } from './screens';

/** The tiles of the guide, each with what stands below its name. */
async function tilesFor(stage: string): Promise<readonly string[]> {
  const router = await screensOf({ who: ['me'], treatment: ['other'], stage: [stage], money: ['no'] });
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
