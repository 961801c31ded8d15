/**
 * The kiosk's texts by their keys, loaded from `content/` as the app does, so that a changed text breaks no test and the
 * same tests work in another language.
 */
import { loadGuide } from '../../src/guide/load';
import type { Guide, Question, Voice } from '../../src/guide/model';
import { speechOfText } from '../../src/guide/speech';
import { say, type Parameters } from '../../src/guide/text';
import { today } from '../../src/machine/today';
import type { WordKey } from '../../src/renderer/logic/word-keys';

/** Parameters that are left out match anything. */
export interface Asked {
  readonly parameters?: Parameters;
  /** More words may follow: a tile with a hint below its name. */
  readonly begins?: boolean;
}

/** A placeholder for a parameter; it occurs in no text. */
const ANYTHING = '\u0000';
/** The end of a word. (The flag u would not allow quotes in Playwright's selectors.) */
const MORE = '(?![0-9A-Za-z\\u00c0-\\u024f])';

export class Words {
  readonly guide: Guide;
  /** Whether the texts are about the person at the kiosk, or about somebody else. */
  voice: Voice = 'me';

  constructor(language: string, folder = 'content') {
    const loaded = loadGuide({ folder, language, today: today() });
    if (!loaded.ok) throw new Error(JSON.stringify(loaded.error));
    this.guide = loaded.value.guide;
  }

  /** A text of the interface, `group.key`. */
  word(key: WordKey, parameters: Parameters = {}): string {
    return say(this.template(key), this.voice, parameters);
  }

  /** The same text as it is read aloud. */
  spoken(key: WordKey, parameters: Parameters = {}): string {
    return speechOfText(this.template(key), this.voice, this.guide.lexicon, parameters);
  }

  /** Matches a text on screen. If content has a form for one (`key-one`), matches either. */
  shown(key: WordKey, { parameters = {}, begins = false }: Asked = {}): RegExp {
    const forms = [this.template(key), this.guide.words[`${key}-one`]].filter((form) => form !== undefined);
    const choices = forms.map((form) => patternOf(form, this.voice, parameters));
    return new RegExp(`^(?:${choices.join('|')})${begins ? MORE : '$'}`);
  }

  question(id: string): string {
    return say(this.questionOf(id).title, this.voice);
  }

  answer(question: string, id: string): string {
    return say(found(this.questionOf(question).answers, id).label, this.voice);
  }

  section(id: string): string {
    return say(found(this.guide.sections, id).title, this.voice);
  }

  /** The sentence of an overlay on screen and on page 1. */
  overlay(id: string): string {
    return say(found(this.guide.overlays, id).short, this.voice);
  }

  private questionOf(id: string): Question {
    return found([...this.guide.questions, this.guide.helpers], id);
  }

  private template(key: WordKey): string {
    const text = this.guide.words[key];
    if (text === undefined) throw new Error(`content has no words for ${key}`);
    return text;
  }
}

/** Matches exactly this text; with `begins`, more may follow. */
export function exactly(text: string, { begins = false }: Pick<Asked, 'begins'> = {}): RegExp {
  return new RegExp(`^${escaped(text)}${begins ? MORE : '$'}`);
}

function found<Item extends { readonly id: string }>(items: readonly Item[], id: string): Item {
  const item = items.find((each) => each.id === id);
  if (item === undefined) throw new Error(`content has no ${id}`);
  return item;
}

function patternOf(text: string, voice: Voice, parameters: Parameters): string {
  const asked: Parameters = Object.fromEntries(
    [...text.matchAll(/\{([^{}|]+)\}/g)].map(([, name = '']) => [name, parameters[name] ?? ANYTHING]),
  );
  return escaped(say(text, voice, asked)).replaceAll(ANYTHING, '.+');
}

function escaped(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
}
