/** The page `/gallery` of `npm run dev`, for developers: every scene, in every look and language. Not in a build. */
import { createApp } from 'vue';
import { ask, onState } from './bridge';
import GalleryPage from './scenes/GalleryPage.vue';
import { readChoice } from './scenes/choice';
import { listeningScenesOf, scenesOf } from './scenes/scenes';

const choice = readChoice(location.search);
const stop = onState('kiosk', (site) => {
  void ask('content.guide', { language: choice.language ?? site.languages[0] ?? 'en' }).then((answer) => {
    if (!answer.ok) throw new Error(`the kiosk has no guide in this language: ${answer.error.code}`);
    const scenes = [...scenesOf(answer.value), ...listeningScenesOf(answer.value)].map(({ name }) => name);
    createApp(GalleryPage, { scenes, site, first: choice }).mount('#gallery');
  });
  // The states stay in the page; this one is wanted once.
  queueMicrotask(() => {
    stop();
  });
});
