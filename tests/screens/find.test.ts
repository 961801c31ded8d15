// @vitest-environment happy-dom
import { beforeAll, expect, it } from 'vitest';
import { openGallery, type Gallery } from './screens';

let gallery: Gallery;
beforeAll(async () => {
  gallery = await openGallery();
});

it.each([
  ['offices', 'D15'],
  ['people', 'D10'],
  ['money', 'D14'],
])('the list of %s that is shown can be put among the pages, and taken out', async (kind, page) => {
  const { stores, show, touch, word } = gallery;
  await show(`find-${kind}`);
  const isIn = stores.plan.pickedIds.includes(page);
  const [add, leaveOut] = [word('find.add'), word('find.leave-out')];
  await touch(isIn ? leaveOut : add);
  expect(stores.plan.pickedIds.includes(page)).toBe(!isIn);
  await touch(isIn ? add : leaveOut);
  expect(stores.plan.pickedIds.includes(page)).toBe(isIn);
});
