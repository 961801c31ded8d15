import { expect, it } from 'vitest';
import { loadGuide } from '../../src/guide/load';
import { CONTACT_ROLES } from '../../src/site/values';

it('a hospital can name a contact for each person that the plan sends people to, and for the footer', () => {
  const loaded = loadGuide({ folder: 'content', language: 'en', today: '2026-11-23' });
  if (!loaded.ok) throw new Error(JSON.stringify(loaded.error));
  const named = loaded.value.guide.people.map(({ id }) => id);
  expect([...CONTACT_ROLES].sort()).toEqual(['unit', ...named].sort());
});
