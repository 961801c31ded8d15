import { describe, expect, it } from 'vitest';
import { loadGuide } from '../../guide/load';
import { planFor } from '../../plan';
import { publicSite } from '../../site/public';
import { DEFAULT_SITE } from '../../site/settings';
import { SCREEN_NAMES } from '../walk/places';
import { PEOPLE } from './people';
import { listeningScenesOf, scenesOf } from './scenes';

const TODAY = '2026-11-23';
const loaded = loadGuide({ folder: 'content', language: 'en', today: TODAY });
if (!loaded.ok) throw new Error(JSON.stringify(loaded.error));
const { guide } = loaded.value;
const scenes = scenesOf(guide);

it('every screen has a scene', () => {
  const shown = new Set(scenes.map(({ place }) => place.screen));
  expect(SCREEN_NAMES.filter((name) => !shown.has(name))).toEqual([]);
});

it('each scene has a name of its own', () => {
  const names = [...scenes, ...listeningScenesOf(guide)].map(({ name }) => name);
  expect(new Set(names).size).toBe(names.length);
});

it('each question is shown to a person who answered it', () => {
  const unanswered = scenes.filter(
    ({ place, visit }) => place.screen === 'question' && (visit.answers?.[place.id ?? ''] ?? []).length === 0,
  );
  expect(unanswered.map(({ name }) => name)).toEqual([]);
});

describe('every person has a plan', () => {
  it.each(Object.entries(PEOPLE))('%s', (_name, person) => {
    const site = { ...publicSite({ ...DEFAULT_SITE, state: 'TX' }) };
    const { answers, letterDate } = person;
    const input = {
      today: TODAY,
      answers,
      state: 'TX',
      letterDate,
      helpers: [],
      computedDates: true,
      largePrint: false,
    };
    expect(planFor(guide, site, input).ok).toBe(true);
  });
});
