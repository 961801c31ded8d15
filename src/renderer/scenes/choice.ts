/** What is looked at, as the query of an address: `?scene=check&size=3&theme=low-glare&reach=low&language=en`. */
import { TEXT_SIZES, THEMES } from '../stores/display';
import type { Look } from './scene';

export interface Choice extends Look {
  /** Null: none yet. */
  readonly scene: string | null;
  /** Null is the first that the kiosk offers. */
  readonly language: string | null;
}

/** What is missing or unknown is as the kiosk starts. @param query with or without `?` */
export function readChoice(query: string): Choice {
  const fields = new URLSearchParams(query);
  return {
    scene: fields.get('scene'),
    textSize: TEXT_SIZES.find((each) => String(each) === fields.get('size')) ?? 1,
    theme: THEMES.find((each) => each === fields.get('theme')) ?? 'warm',
    lowReach: fields.get('reach') === 'low',
    language: fields.get('language'),
  };
}

/** @returns the query without `?` */
export function formatChoice({ scene, textSize, theme, lowReach, language }: Choice): string {
  return new URLSearchParams({
    ...(scene === null ? {} : { scene }),
    size: String(textSize),
    theme,
    reach: lowReach ? 'low' : 'usual',
    ...(language === null ? {} : { language }),
  }).toString();
}
