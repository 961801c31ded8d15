// @vitest-environment happy-dom
/** axe-core on every scene of the gallery. The browser lane checks what needs a layout. */
import axe from 'axe-core';
import { beforeAll, expect, it } from 'vitest';
import { loadGuide } from '../../src/guide/load';
import { listeningScenesOf, scenesOf } from '../../src/renderer/scenes/scenes';
import { openGallery, type Gallery } from './screens';

const loaded = loadGuide({ folder: 'content', language: 'en', today: '2026-11-23' });
if (!loaded.ok) throw new Error('the content does not load');
const { guide } = loaded.value;

/** Contrast needs a layout, and the title belongs to the page around the app. */
const RULES = { 'color-contrast': { enabled: false }, 'document-title': { enabled: false } };

let gallery: Gallery;
beforeAll(async () => {
  gallery = await openGallery();
});

it.each([...scenesOf(guide), ...listeningScenesOf(guide)].map(({ name }) => name))('%s', async (name) => {
  await gallery.show(name);
  const { violations } = await axe.run(document, { resultTypes: ['violations'], rules: RULES });
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`)).toEqual([]);
});
