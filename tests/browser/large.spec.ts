/** The whole way in the largest words, all controls within reach of a wheelchair. */
import { expect } from '@playwright/test';
import { answerText, questionText, test } from './kiosk';
import { layoutFaults } from './layout';
import type { Person } from './person';

const WAY = [
  ['who', 'other'],
  ['treatment', 'antibiotics'],
  ['leaving', 'soon'],
  ['insurance', 'medicaid'],
  ['stage', 'more-info'],
  ['urgent', 'yes'],
  ['money', 'all'],
] as const;

async function holds({ page }: Person): Promise<void> {
  expect(await layoutFaults(page, { brokenWords: false })).toEqual([]);
}

test('largest text in low reach, from attract to done', async ({ person, page, kiosk }) => {
  test.setTimeout(180_000);
  const printed = kiosk.saved().length;
  await person.arrives();
  await person.touches('Touch to start');
  await person.sees('Choose your language');
  await person.touches('Text size');
  await person.sees('Text size');
  await person.touches('Largest', 'radio');
  await person.touches('Close');
  await person.sees('Choose your language');
  await person.touches('Low reach');
  await holds(person);
  await person.goesOn();
  await person.sees('How this works');
  await person.eachPage(() => holds(person));
  await person.goesOn();
  for (const [question, answer] of WAY) {
    // For somebody else, the words are about them.
    await person.sees(questionText(question, question === 'who' ? 'me' : 'other'));
    await person.eachPage(() => holds(person));
    await person.touches(
      new RegExp(`^${escaped(answerText(question, answer, question === 'who' ? 'me' : 'other'))}`),
      roleOf(question),
    );
    await person.goesOn();
    if (answer === 'yes') {
      await person.sees(/now that waiting may hurt/);
      await holds(person);
      await person.goesOn();
    }
  }
  await person.sees('Check your answers');
  await person.eachPage(() => holds(person));
  await person.goesOn();
  await person.sees('Their plan');
  await person.eachPage(() => holds(person));
  await person.goesOn();
  await person.sees('My pages');
  await person.goesOn();
  await person.sees('Look at your pages');
  await expect(page.getByRole('img', { name: /^Picture of page 1 of/ })).toBeVisible();
  await holds(person);
  await person.touches('Read as text');
  await expect(page.getByText(/^Name/).filter({ visible: true }).first()).toBeVisible();
  await holds(person);
  await person.goesOn();
  await person.sees('Print your pages');
  await person.touches('Print now');
  await person.sees(/You should have \d+ sheets?\. Do you\?/);
  await holds(person);
  await person.touches('Yes, all of them', 'radio');
  await person.goesOn();
  await person.sees('Take your papers');
  await holds(person);
  await person.touches("I'm done");
  await person.sees('Getting insurance to pay for IV treatment at home');
  expect(kiosk.saved()).toHaveLength(printed + 1);
});

function roleOf(question: string): 'radio' | 'checkbox' {
  return ['treatment', 'insurance', 'money'].includes(question) ? 'checkbox' : 'radio';
}

function escaped(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
}
