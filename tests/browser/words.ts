/**
 * The words of the kiosk by their keys, loaded from `content/` as the app does: a better wording breaks no test, and
 * the same tests walk another language.
 */
import { loadGuide } from '../../src/guide/load';
import type { Guide, Question, Voice } from '../../src/guide/model';
import { speechOfText } from '../../src/guide/speech';
import { say, type Parameters } from '../../src/guide/text';
import { today } from '../../src/machine/today';

/** Parameters that are left out match anything. */
export interface Asked {
  readonly parameters?: Parameters;
  /** More words may follow: a tile with a hint below its name. */
  readonly begins?: boolean;
}

/** Stands for a parameter; no text has it. */
const ANYTHING = '\u0000';
/** No word goes on here. (The flag u would forbid quotes in the selectors of Playwright.) */
const MORE = '(?![0-9A-Za-z\\u00c0-\\u024f])';

export class Words {
  readonly guide: Guide;
  /** Whether the words are about the person who stands here, or about somebody else. */
  voice: Voice = 'me';

  constructor(language: string, folder = 'content') {
    const loaded = loadGuide({ folder, language, today: today() });
    if (!loaded.ok) throw new Error(JSON.stringify(loaded.error));
    this.guide = loaded.value.guide;
  }

  /** A text of the interface, `group.key`. */
  word(key: string, parameters: Parameters = {}): string {
    return say(this.template(key), this.voice, parameters);
  }

  /** The same as a voice says it. */
  spoken(key: string, parameters: Parameters = {}): string {
    return speechOfText(this.template(key), this.voice, this.guide.lexicon, parameters);
  }

  /** How a text is recognized where it is shown; where content has a form for one (`key-one`), either of them. */
  shown(key: string, { parameters = {}, begins = false }: Asked = {}): RegExp {
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

  private template(key: string): string {
    const text = this.guide.words[key];
    if (text === undefined) throw new Error(`content has no words for ${key}`);
    return text;
  }
}

/** These words and no others; with `begins`, more may follow. */
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
