/** What tests do on each screen. Each act first waits until its screen is shown. */
import { expect, type Locator } from '@playwright/test';
import type { WordKey } from '../../src/renderer/logic/word-keys';
import type { Person } from './person';
import { exactly } from './words';

/** What can be changed on the check screen besides answers, with the word key of its line. */
const FURTHER_ANSWERS: Readonly<Record<string, WordKey>> = {
  state: 'check.state-mine',
  'letter-date': 'check.letter-date',
};

export interface Screens {
  readonly attract: { starts(): Promise<void>; cleans(): Promise<void> };
  /** For a person whose language the kiosk does not have. */
  readonly languagePage: { comes(): Promise<void>; prints(): Promise<void> };
  question(id: string): Question;
  readonly safety: { isShown(): Promise<void> };
  readonly check: {
    /** Opens an answer to change it. @param what a question, `state`, `helpers` or `letter-date` */
    changes(what: string): Promise<void>;
  };
  readonly letterDate: {
    goesBackBy(step: 'day' | 'week' | 'month', times: number): Promise<void>;
  };
  readonly guide: {
    opens(section: string): Promise<void>;
    /** Shows the guide's original text in the open section. */
    showsSource(): Promise<void>;
  };
  readonly appeal: {
    readonly pieces: Locator;
    titles(): Promise<readonly string[]>;
    taken(): Promise<readonly boolean[]>;
  };
  readonly pages: {
    /** Waits until the sheets are counted. */
    sheets(): Promise<number>;
  };
  readonly count: { sheets(): Promise<number>; allCame(): Promise<void>; someAreMissing(): Promise<void> };
  readonly missing: { picks(page: number): Promise<void> };
  /** Curtains over a screen. */
  readonly help: { clearsAndLeaves(): Promise<void> };
  readonly textSize: { picks(size: 1 | 2 | 3 | 4): Promise<void> };
  readonly idle: { wantsMoreTime(): Promise<void> };
}

interface Question {
  isShown(): Promise<void>;
  /** Chooses these answers and stays. */
  chooses(...answers: readonly string[]): Promise<void>;
  /** Chooses these answers and continues. */
  answers(...answers: readonly string[]): Promise<void>;
}

export function screensOf(person: Person): Screens {
  return {
    attract: {
      starts: () => person.touches('attract.start'),
      cleans: () => person.touches('cleaning.start'),
    },
    languagePage: {
      async comes() {
        await person.touches('bar.language');
        await person.sees('language.title');
        await person.touches('language.missing', { begins: true });
        await person.sees('language.missing');
      },
      prints: () => person.touches('print.now'),
    },
    question: (id) => questionOf(person, id),
    safety: { isShown: () => person.seesHeading(exactly(person.words.overlay('safety'))) },
    check: {
      async changes(what) {
        await person.sees('check.title');
        const further = FURTHER_ANSWERS[what];
        const question = further === undefined ? person.words.question(what) : person.words.word(further);
        await person.touches('check.change-what', { parameters: { question } });
      },
    },
    letterDate: {
      async goesBackBy(step, times) {
        await person.sees('letter-date.title');
        for (let time = 0; time < times; time += 1) await person.touches(`letter-date.back-${step}`);
      },
    },
    guide: {
      async opens(section) {
        await person.sees('guide.title');
        const title = exactly(person.words.section(section), { begins: true });
        await (await person.finds('button', title)).click();
        await person.seesHeading(exactly(person.words.section(section)));
      },
      showsSource: () => person.touches('guide.source', { begins: true }),
    },
    appeal: appealOf(person),
    pages: {
      async sheets() {
        await person.sees('pages.title');
        const promise = person.shows.words('pages.sheets');
        await expect(promise).toBeVisible();
        return numberIn(await promise.innerText());
      },
    },
    count: {
      async sheets() {
        await person.sees('count.title');
        return numberIn(await person.heading.innerText());
      },
      async allCame() {
        await person.chooses('count.all');
        await person.goesOn();
      },
      async someAreMissing() {
        await person.chooses('count.some');
        await person.goesOn();
        await person.sees('missing.title');
      },
    },
    missing: { picks: (page) => person.chooses('missing.page', { page }) },
    help: {
      async clearsAndLeaves() {
        await person.touches('bar.help');
        await person.sees('help.title');
        await person.touches('start-over.leave');
        await person.sees('clear.title');
        await person.touches('clear.leave');
        await person.sees('attract.title');
      },
    },
    textSize: {
      async picks(size) {
        await person.touches('bar.text-size');
        await person.sees('text-size.title');
        await person.chooses(`text-size.size-${size}`);
        await person.touches('bar.close');
      },
    },
    idle: {
      async wantsMoreTime() {
        await person.sees('idle.title');
        await person.touches('idle.more');
      },
    },
  };
}

function questionOf(person: Person, id: string): Question {
  const isShown = (): Promise<void> => person.seesHeading(exactly(person.words.question(id)));
  const chooses = async (...answers: readonly string[]): Promise<void> => {
    await isShown();
    for (const answer of answers) {
      const label = exactly(person.words.answer(id, answer), { begins: true });
      await (await person.findsChoice(label)).click();
    }
  };
  return {
    isShown,
    chooses,
    async answers(...answers) {
      await chooses(...answers);
      await person.goesOn();
      // From here on the texts are about that person.
      if (id === 'who') person.words.voice = answers.includes('other') ? 'other' : 'me';
    },
  };
}

function appealOf({ page }: Person): Screens['appeal'] {
  const pieces = page.getByRole('checkbox');
  return {
    pieces,
    titles: () => pieces.locator('.label').allInnerTexts(),
    taken: () => pieces.evaluateAll((all) => all.map((each) => each.getAttribute('aria-checked') === 'true')),
  };
}

function numberIn(text: string): number {
  return Number(/\d+/.exec(text)?.[0]);
}
