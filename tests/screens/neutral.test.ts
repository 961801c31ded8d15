// @vitest-environment happy-dom
/** Headings can be read from a distance, so none of them says anything about the person. */
import { nextTick } from 'vue';
import type { Router } from 'vue-router';
import { describe, expect, it } from 'vitest';
import type { AnswerSet } from '../../src/plan/model';
import { screensOf } from './screens';
import type { ScreenName } from '../../src/renderer/walk/places';

const DENIED: AnswerSet = {
  who: ['me'],
  treatment: ['tpn', 'antibiotics'],
  leaving: ['home'],
  insurance: ['medicaid', 'bought'],
  stage: ['denied'],
  reason: ['not-necessary'],
  'who-said-no': ['medicaid'],
  level: ['first'],
  urgent: ['yes'],
  money: ['all'],
};
const APPROVED: AnswerSet = {
  who: ['me'],
  treatment: ['ivig'],
  leaving: ['soon'],
  insurance: ['tricare'],
  stage: ['approved'],
  money: ['no'],
};

/** Screens that show answers or print. The questions are the same for everybody. */
const PLACES: readonly (readonly [screen: ScreenName, id?: string])[] = [
  ['check'],
  ['state'],
  ['helpers'],
  ['plan'],
  ['guide'],
  ['words'],
  ['find'],
  ['find', 'money'],
  ['find', 'offices'],
  ['find', 'people'],
  ['find', 'complain'],
  ['appeal'],
  ['pages'],
  ['many'],
  ['preview'],
  ['print'],
  ['printing'],
  ['count'],
  ['missing'],
  ['done'],
];

async function headingOf(router: Router, screen: ScreenName, id: string | undefined): Promise<string> {
  await router.replace({ name: screen, params: id === undefined ? {} : { id } });
  await nextTick();
  return document.querySelector('h1')?.textContent?.trim() ?? '';
}

describe('headings', () => {
  it('are the same for everybody, and name no insurance, treatment or answer of the plan', async () => {
    const said = new Map<string, readonly string[]>();
    for (const answers of [DENIED, APPROVED]) {
      const { router } = await screensOf(answers);
      for (const [screen, id] of PLACES) {
        const place = `${screen} ${id ?? ''}`.trim();
        said.set(place, [...(said.get(place) ?? []), await headingOf(router, screen, id)]);
      }
      // Leaving the last screen stops its clock.
      await router.replace({ name: 'attract' });
    }
    expect(said.size).toBe(PLACES.length);
    expect(document.title).toBe('');
    for (const [place, [one, other]] of said) {
      expect(one, place).not.toBe('');
      expect(other, place).toBe(one);
      expect(one, place).not.toMatch(
        /insur|medica|medicine|tricare|\bVA\b|denied|said no|approv|infect|antibio|TPN|IVIG|money/i,
      );
    }
  });
});
