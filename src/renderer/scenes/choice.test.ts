import { expect, it } from 'vitest';
import { formatChoice, readChoice, type Choice } from './choice';

it('a choice is read as it was written', () => {
  const choice: Choice = { scene: 'check', textSize: 3, theme: 'low-glare', lowReach: true, language: 'es' };
  expect(readChoice(`?${formatChoice(choice)}`)).toEqual(choice);
});

it('what an address does not say, or says wrongly, is as the kiosk starts', () => {
  const first: Choice = { scene: null, textSize: 1, theme: 'warm', lowReach: false, language: null };
  expect(readChoice('')).toEqual(first);
  expect(readChoice('?size=9&theme=pink&reach=high')).toEqual(first);
});
