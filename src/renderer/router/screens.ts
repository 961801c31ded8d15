/** One row for each screen: where its code is, how long it may sit idle, and its frame. */
import type { Component } from 'vue';
import type { IdleKind, ScreenName } from '../walk/places';

export interface ScreenRow {
  /** Loads the code, when it is needed or earlier during idle time. Null: it is part of the first script. */
  readonly load: (() => Promise<{ readonly default: Component }>) | null;
  readonly idle: IdleKind;
  /** `patient` has the bars, with Hide, Help and Start over; `bare` is for screens without anybody's answers. */
  readonly frame: 'patient' | 'bare';
}

export const SCREENS: Readonly<Record<ScreenName, ScreenRow>> = {
  attract: { load: null, idle: 'never', frame: 'bare' },
  cleaning: row('never', () => import('../screens/patient/CleaningScreen.vue'), 'bare'),
  language: row('answering', () => import('../screens/patient/LanguageScreen.vue')),
  'language-page': row('answering', () => import('../screens/patient/LanguagePageScreen.vue')),
  how: row('answering', () => import('../screens/patient/HowScreen.vue')),
  question: row('answering', () => import('../screens/patient/QuestionScreen.vue')),
  safety: row('answering', () => import('../screens/patient/SafetyScreen.vue')),
  check: row('answering', () => import('../screens/patient/CheckScreen.vue')),
  state: row('answering', () => import('../screens/patient/StateScreen.vue')),
  helpers: row('answering', () => import('../screens/patient/HelpersScreen.vue')),
  'letter-date': row('answering', () => import('../screens/patient/LetterDateScreen.vue')),
  plan: row('reading', () => import('../screens/patient/PlanScreen.vue')),
  guide: row('reading', () => import('../screens/patient/GuideScreen.vue')),
  words: row('reading', () => import('../screens/patient/WordsScreen.vue')),
  section: row('reading', () => import('../screens/patient/SectionScreen.vue')),
  decoder: row('reading', () => import('../screens/patient/LetterDecoderScreen.vue')),
  find: row('reading', () => import('../screens/patient/FindHelpScreen.vue')),
  appeal: row('answering', () => import('../screens/patient/AppealScreen.vue')),
  pages: row('reading', () => import('../screens/patient/PagesScreen.vue')),
  many: row('answering', () => import('../screens/patient/ManyPagesScreen.vue')),
  preview: row('reading', () => import('../screens/patient/PreviewScreen.vue')),
  print: row('answering', () => import('../screens/patient/PrintScreen.vue')),
  printing: row('printing', () => import('../screens/patient/PrintingScreen.vue')),
  count: row('printing', () => import('../screens/patient/CountSheetsScreen.vue')),
  missing: row('printing', () => import('../screens/patient/MissingPagesScreen.vue')),
  done: row('never', () => import('../screens/patient/DoneScreen.vue')),
};

function row(
  idle: IdleKind,
  load: () => Promise<{ readonly default: Component }>,
  frame: ScreenRow['frame'] = 'patient',
): ScreenRow {
  return { load, idle, frame };
}
