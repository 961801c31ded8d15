import { inject, type InjectionKey } from 'vue';
import type { TextSize, Theme } from '../stores/display';

/** What Start over keeps: how the screen looks and speaks, and no answers. */
export interface KeptLook {
  readonly language: string;
  readonly textSize: TextSize;
  readonly theme: Theme;
  readonly lowReach: boolean;
  readonly listens: boolean;
  readonly speedAt: number;
  readonly volumeAt: number;
  readonly byKeys: boolean;
}

/**
 * Ends this app with all its stores and mounts a new one, so that nothing about a person can stay. Pass a look when the
 * same person starts over, null when nobody is here.
 */
export type NewApp = (kept: KeptLook | null) => Promise<void>;

export const NEW_APP: InjectionKey<NewApp> = Symbol('new app');

export function useNewApp(): NewApp {
  const newApp = inject(NEW_APP);
  if (newApp === undefined) throw new Error('the app was started without a way to start anew');
  return newApp;
}
