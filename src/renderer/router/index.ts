import { createMemoryHistory, createRouter, type RouteRecordRaw, type Router } from 'vue-router';
import AttractScreen from '../screens/AttractScreen.vue';

/** How long a screen may rest: answering, reading, a print job under way, or for good. */
export type Rest = 'answering' | 'reading' | 'printing' | 'for-good';

declare module 'vue-router' {
  interface RouteMeta {
    readonly rest: Rest;
  }
}

/** The first screen is in the first script; every other comes when it is first needed, or in a quiet moment before. */
const later = {
  language: () => import('../screens/LanguageScreen.vue'),
  cleaning: () => import('../screens/CleaningScreen.vue'),
  'language-page': () => import('../screens/LanguagePageScreen.vue'),
  how: () => import('../screens/HowScreen.vue'),
  question: () => import('../screens/QuestionScreen.vue'),
  safety: () => import('../screens/SafetyScreen.vue'),
  check: () => import('../screens/CheckScreen.vue'),
  state: () => import('../screens/StateScreen.vue'),
  helpers: () => import('../screens/HelpersScreen.vue'),
  'letter-date': () => import('../screens/LetterDateScreen.vue'),
  plan: () => import('../screens/PlanScreen.vue'),
  guide: () => import('../screens/GuideScreen.vue'),
  words: () => import('../screens/WordsScreen.vue'),
  decoder: () => import('../screens/DecoderScreen.vue'),
  find: () => import('../screens/FindScreen.vue'),
  appeal: () => import('../screens/AppealScreen.vue'),
  many: () => import('../screens/ManyScreen.vue'),
  section: () => import('../screens/SectionScreen.vue'),
  pages: () => import('../screens/PagesScreen.vue'),
  preview: () => import('../screens/PreviewScreen.vue'),
  print: () => import('../screens/PrintScreen.vue'),
  printing: () => import('../screens/PrintingScreen.vue'),
  count: () => import('../screens/CountScreen.vue'),
  missing: () => import('../screens/MissingScreen.vue'),
  done: () => import('../screens/DoneScreen.vue'),
} as const;

const reading: ReadonlySet<string> = new Set([
  'plan',
  'guide',
  'section',
  'words',
  'decoder',
  'find',
  'pages',
  'preview',
]);
const printing: ReadonlySet<string> = new Set(['printing', 'count', 'missing']);

export type ScreenName = 'attract' | keyof typeof later;

/** Addresses live in memory only, and name screens and questions, never anything that a person chose. */
export function makeRouter(): Router {
  const routes: RouteRecordRaw[] = Object.entries(later).map(([name, component]) => ({
    name,
    path: `/${name}/:id?`,
    component,
    meta: { rest: restOf(name) },
  }));
  return createRouter({
    history: createMemoryHistory(),
    routes: [{ name: 'attract', path: '/', component: AttractScreen, meta: { rest: 'for-good' } }, ...routes],
  });
}

function restOf(name: string): Rest {
  if (reading.has(name)) return 'reading';
  if (printing.has(name)) return 'printing';
  return name === 'done' || name === 'cleaning' ? 'for-good' : 'answering';
}

/** Fetches the other screens while nobody waits for them. */
export function warmUp(): void {
  for (const load of Object.values(later)) void load();
}
