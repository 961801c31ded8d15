import { createMemoryHistory, createRouter, type RouteRecordRaw, type Router } from 'vue-router';
import AttractScreen from '../screens/patient/AttractScreen.vue';

/** How long a screen may rest: answering, reading, a print job under way, or for good. */
export type Rest = 'answering' | 'reading' | 'printing' | 'for-good';

declare module 'vue-router' {
  interface RouteMeta {
    readonly rest: Rest;
  }
}

/** The first screen is in the first script; every other comes when it is first needed, or in a quiet moment before. */
const later = {
  language: () => import('../screens/patient/LanguageScreen.vue'),
  cleaning: () => import('../screens/patient/CleaningScreen.vue'),
  'language-page': () => import('../screens/patient/LanguagePageScreen.vue'),
  how: () => import('../screens/patient/HowScreen.vue'),
  question: () => import('../screens/patient/QuestionScreen.vue'),
  safety: () => import('../screens/patient/SafetyScreen.vue'),
  check: () => import('../screens/patient/CheckScreen.vue'),
  state: () => import('../screens/patient/StateScreen.vue'),
  helpers: () => import('../screens/patient/HelpersScreen.vue'),
  'letter-date': () => import('../screens/patient/LetterDateScreen.vue'),
  plan: () => import('../screens/patient/PlanScreen.vue'),
  guide: () => import('../screens/patient/GuideScreen.vue'),
  words: () => import('../screens/patient/WordsScreen.vue'),
  decoder: () => import('../screens/patient/LetterDecoderScreen.vue'),
  find: () => import('../screens/patient/FindHelpScreen.vue'),
  appeal: () => import('../screens/patient/AppealScreen.vue'),
  many: () => import('../screens/patient/ManyPagesScreen.vue'),
  section: () => import('../screens/patient/SectionScreen.vue'),
  pages: () => import('../screens/patient/PagesScreen.vue'),
  preview: () => import('../screens/patient/PreviewScreen.vue'),
  print: () => import('../screens/patient/PrintScreen.vue'),
  printing: () => import('../screens/patient/PrintingScreen.vue'),
  count: () => import('../screens/patient/CountSheetsScreen.vue'),
  missing: () => import('../screens/patient/MissingPagesScreen.vue'),
  done: () => import('../screens/patient/DoneScreen.vue'),
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
