import { createMemoryHistory, createRouter, type Router } from 'vue-router';
import AttractScreen from '../screens/patient/AttractScreen.vue';
import { SCREEN_NAMES, type IdleKind, type ScreenName } from '../walk/places';
import { SCREENS } from './screens';

declare module 'vue-router' {
  interface RouteMeta {
    readonly screen: ScreenName;
    readonly idle: IdleKind;
  }
}

/** Routes live in memory only. They name screens and questions, never anything that a person chose. */
export function makeRouter(): Router {
  return createRouter({
    history: createMemoryHistory(),
    routes: SCREEN_NAMES.map((screen) => {
      const { load, idle } = SCREENS[screen];
      const path = screen === 'attract' ? '/' : `/${screen}/:id?`;
      return { name: screen, path, component: load ?? AttractScreen, meta: { screen, idle } };
    }),
  });
}

/** Loads the other screens during idle time. */
export function warmUp(): void {
  for (const { load } of Object.values(SCREENS)) void load?.();
}
