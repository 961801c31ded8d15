// @vitest-environment happy-dom
import { nextTick } from 'vue';
import { expect, it } from 'vitest';
import { usePlanStore } from '../../src/renderer/stores/plan';
import { screensOf } from './screens';

const ANSWERS = {
  who: ['me'],
  treatment: ['tpn'],
  leaving: ['home'],
  insurance: ['bought'],
  stage: ['denied'],
  reason: ['not-necessary'],
  level: ['first'],
  urgent: ['no'],
  money: ['all'],
};

/** Touches the control with these words, as the input guard lets a click through. */
async function touch(words: string): Promise<void> {
  const control = [...document.querySelectorAll('button')].find((each) => each.textContent?.trim() === words);
  if (control === undefined) throw new Error(`no control "${words}"`);
  control.click();
  await nextTick();
}

it.each([
  ['offices', 'D15'],
  ['people', 'D10'],
  ['money', 'D14'],
])('the list of %s that stands on the screen can be put among the pages, and taken out', async (kind, page) => {
  const router = await screensOf(ANSWERS);
  await router.replace({ name: 'find', params: { id: kind } });
  await nextTick();
  const plan = usePlanStore();
  const isIn = plan.pickedIds.includes(page);
  const [add, leaveOut] = ['Add this list to my pages', 'Leave this list out of my pages'];
  await touch(isIn ? leaveOut : add);
  expect(plan.pickedIds.includes(page)).toBe(!isIn);
  await touch(isIn ? add : leaveOut);
  expect(plan.pickedIds.includes(page)).toBe(isIn);
});
