/** The appeal kit D09a–g: what the answers choose on each paper, and that the letters to the plan are letters. */
import { chromium, type Browser, type Page } from '@playwright/test';
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { loadGuide } from '../../src/guide/load';
import { composePacket, PAGE_SIZES } from '../../src/handout';
import { fontCss } from '../../src/handout/fonts';
import { measuresFor } from '../../src/handout/measures';
import { readSiteFile } from '../../src/site/node/files';
import { planFor, plannerFor, type Planned } from '../../src/plan';
import type { AnswerSet } from '../../src/plan/model';
import { findChromium } from '../../src/preview/chromium';

const TODAY = '2026-11-23';
const KIT = ['D09a', 'D09b', 'D09c', 'D09d', 'D09e', 'D09f', 'D09g'];
const OWN_STEPS = ['medicare', 'advantage', 'medicaid', 'tricare', 'va'] as const;
const OTHERS = ['other', 'unsure'] as const;
/** The words of a denial letter, as the question `reason` shows them. */
const REASON_WORDS = {
  'not-necessary': 'Not medically necessary',
  'not-covered': 'Not covered under this plan',
  experimental: 'Experimental',
  'step-therapy': 'Step therapy',
  'missing-papers': 'Missing documentation',
} as const;

const loaded = loadGuide({ folder: 'content', language: 'en', today: TODAY });
if (!loaded.ok) throw new Error('the content is not good');
const { guide } = loaded.value;
const site = { ...readSiteFile({ named: null, dataFolder: null }).site, name: 'Riverside General Hospital' };

/** Answers of somebody whose plan said no, with these changes. */
function denied(changes: AnswerSet = {}): AnswerSet {
  const answers = {
    who: ['me'],
    treatment: ['antibiotics'],
    leaving: ['home'],
    insurance: ['job'],
    stage: ['denied'],
    reason: ['not-necessary'],
    level: ['first'],
    urgent: ['no'],
    money: ['no'],
  };
  return { ...answers, ...changes };
}

function planOf(answers: AnswerSet, largePrint = false): Planned {
  const input = { today: TODAY, answers, state: 'TX', letterDate: null, helpers: [], computedDates: true, largePrint };
  const planned = planFor(guide, site, input);
  if (!planned.ok) throw new Error(planned.error.fix);
  return planned.value;
}

function htmlOf(documents: readonly string[], answers: AnswerSet, largePrint = false): Promise<string> {
  return composePacket({
    guide,
    planned: planOf(answers, largePrint),
    documents,
    settings: {
      paper: 'letter',
      siteName: site.name,
      unitPhone: '(555) 010-9000',
      guidesAddress: site.pages.guidesAddress,
    },
    fontCss,
  });
}

/** The words of one paper, without its header and footer. */
async function wordsOf(document: string, answers: AnswerSet): Promise<string> {
  const html = await htmlOf([document], answers);
  return html
    .slice(html.indexOf('<body>'))
    .replace(/<[^>]+>/g, ' ')
    .replace(/&quot;/g, '"')
    .replace(/&#39;/g, "'")
    .replace(/\s+/g, ' ');
}

function offered(answers: AnswerSet): readonly string[] {
  return planOf(answers).view.documents.flatMap(({ id }) => (KIT.includes(id) ? [id] : []));
}

/** Pieces that the screen has chosen before anybody touches it. */
function chosenAtFirst(answers: AnswerSet): readonly string[] {
  const holds = plannerFor(guide).holds(answers);
  return guide.documents.flatMap(({ id, appealPiece }) =>
    appealPiece !== null && offered(answers).includes(id) && holds(appealPiece.chosen) ? [id] : [],
  );
}

describe('which papers the kit has', () => {
  it('is seven papers', () => {
    expect(guide.documents.filter(({ appealPiece }) => appealPiece !== null).map(({ id }) => id)).toEqual(KIT);
  });

  it('offers them after a no, and ticks none by itself', () => {
    for (const stage of ['denied', 'partial']) {
      const documents = planOf(denied({ stage: [stage] })).view.documents.filter(({ id }) => KIT.includes(id));
      expect(documents.map(({ id }) => id)).toEqual(['D09a', 'D09b', 'D09c', 'D09d', 'D09e', 'D09g']);
      expect(documents.filter(({ ticked }) => ticked)).toEqual([]);
    }
    const { reason: _, level: __, urgent: ___, ...approved } = denied({ stage: ['approved'] });
    expect(offered(approved)).toEqual([]);
  });

  it('offers the note for the doctor before a no where the doctor is asked for papers or a call', () => {
    const { reason: _, level: __, ...waiting } = denied({ stage: ['waiting'] });
    expect(offered({ ...waiting, 'hold-up': ['papers'] })).toContain('D09d');
    expect(offered({ ...waiting, 'hold-up': ['peer-to-peer'] })).toContain('D09d');
    expect(offered({ ...waiting, 'hold-up': ['slow'] })).not.toContain('D09d');
    expect(offered({ ...waiting, stage: ['more-info'] })).toContain('D09d');
  });

  it('offers the page for a helper to everybody who waits or appeals, and chooses it for a helper', () => {
    const { reason: _, level: __, ...waiting } = denied({ stage: ['waiting'], 'hold-up': ['slow'] });
    for (const answers of [denied(), denied({ who: ['other'] }), waiting]) expect(offered(answers)).toContain('D09g');
    expect(chosenAtFirst(denied({ who: ['other'] }))).toContain('D09g');
    expect(chosenAtFirst(denied())).not.toContain('D09g');
  });

  it('offers nothing to send to somebody who has appealed and waits', () => {
    expect(offered(denied({ level: ['pending'] }))).toEqual(['D09d', 'D09e', 'D09g']);
  });

  it('offers the outside review after the appeals, or with the first one when waiting could hurt', () => {
    for (const insurance of ['job', 'bought']) {
      const who = { insurance: [insurance] };
      expect(offered(denied({ ...who, level: ['second'] }))).toContain('D09f');
      expect(offered(denied({ ...who, level: ['all'] }))).toContain('D09f');
      expect(offered(denied({ ...who, urgent: ['yes'] }))).toContain('D09f');
      expect(offered(denied({ ...who, urgent: ['unsure'] }))).toContain('D09f');
      expect(offered(denied(who))).not.toContain('D09f');
      expect(offered(denied({ ...who, stage: ['partial'], urgent: ['yes'] }))).toContain('D09f');
      expect(offered(denied({ ...who, reason: ['not-covered'], urgent: ['yes'] }))).not.toContain('D09f');
    }
  });

  it.each([...OWN_STEPS, ...OTHERS])(
    'offers no outside review to %s, and names none on any paper',
    async (insurance) => {
      for (const level of ['first', 'second', 'all', 'unsure']) {
        const answers = denied({ who: ['other'], insurance: [insurance], level: [level], urgent: ['yes'] });
        const kit = offered(answers);
        expect(kit).not.toContain('D09f');
        const words = (await Promise.all(kit.map((document) => wordsOf(document, answers)))).join(' ');
        expect(words).not.toMatch(/outside review|external review/i);
      }
    },
  );

  it('has the usual four chosen at first, and the others where they fit', () => {
    expect(chosenAtFirst(denied())).toEqual(['D09a', 'D09b', 'D09c', 'D09d']);
    expect(chosenAtFirst(denied({ reason: ['none'] }))).toEqual(['D09a', 'D09b', 'D09c', 'D09d', 'D09e']);
    expect(chosenAtFirst(denied({ who: ['other'], level: ['all'] }))).toEqual([
      'D09a',
      'D09b',
      'D09c',
      'D09d',
      'D09f',
      'D09g',
    ]);
  });
});

describe('the letter to the plan', () => {
  const reasons = Object.keys(REASON_WORDS) as (keyof typeof REASON_WORDS)[];

  it('answers each reason that was chosen, and no other', async () => {
    for (const chosen of [['not-necessary'], ['experimental', 'step-therapy'], reasons]) {
      const words = await wordsOf('D09c', denied({ reason: chosen }));
      expect(reasons.filter((reason) => words.includes(`"${REASON_WORDS[reason]}`))).toEqual(
        reasons.filter((reason) => chosen.includes(reason)),
      );
    }
  });

  it('asks for the reason and the criteria where the letter gave none', async () => {
    const words = await wordsOf('D09c', denied({ reason: ['none'] }));
    expect(words).toContain('Please send me the full reason, the rules (criteria) you used');
    expect(words).not.toContain('"Not medically necessary');
    // Nobody signs that they saw no reason who could not read the letter.
    expect(words).not.toMatch(/seen no reason/);
  });

  it('copies another reason as the letter says it, and asks what rule it rests on', async () => {
    const words = await wordsOf('D09c', denied({ reason: ['other-reason'] }));
    expect(words).toContain('The reason you gave is:');
    expect(words).toContain('the rules (criteria) you used');
  });

  it('says that there was a yes first, with its number, and not only a no', async () => {
    const words = await wordsOf('D09c', denied({ reason: ['after-yes'] }));
    expect(words).toMatch(/You approved it first\. Then you would not pay\./);
    expect(words).toContain('Approval number:');
    expect(words).not.toContain('You said no.');
  });

  it('has the fast words for yes, a line to tick for unsure, nothing for no', async () => {
    const fast = 'Waiting could seriously harm my life, my health, or my ability to get back to full function';
    const [yes, unsure, no] = await Promise.all(
      ['yes', 'unsure', 'no'].map((urgent) => wordsOf('D09c', denied({ urgent: [urgent] }))),
    );
    expect(yes).toContain(`This is urgent. Please expedite. ${fast}`);
    expect(unsure).toContain(`The doctor says this is urgent. Please expedite. ${fast}`);
    expect(unsure).not.toContain('This is urgent. ');
    expect(no).not.toMatch(/urgent|expedite/i);
  });

  it('asks for both reviews at once only where that is confirmed', async () => {
    const both = 'external review at the same time';
    const asks = async (changes: AnswerSet) =>
      (await wordsOf('D09c', denied({ urgent: ['yes'], ...changes }))).includes(both);
    expect(await asks({})).toBe(true);
    expect(await asks({ insurance: ['bought'] })).toBe(true);
    expect(await asks({ urgent: ['unsure'] })).toBe(false);
    expect(await asks({ reason: ['not-covered'] })).toBe(false);
    expect(await asks({ level: ['second'] })).toBe(false);
  });

  /** The name of the first appeal, by the ladders of docs/evidence/coverage-facts.md §4.1. */
  it.each([
    ['job', ['internal appeal']],
    ['bought', ['internal appeal']],
    ['advantage', ['reconsideration', 'redetermination']],
    ['medicare', ['redetermination']],
    ['medicaid', ['plan appeal', 'fair hearing']],
    ['tricare', ['reconsideration']],
    ['va', ['clinical appeal']],
    ['other', ['first step of appeal']],
    ['unsure', ['first step of appeal']],
  ] as const)('names the first appeal of %s', async (insurance, names) => {
    const all = [
      'internal appeal',
      'reconsideration',
      'redetermination',
      'plan appeal',
      'fair hearing',
      'clinical appeal',
      'first step of appeal',
    ];
    const words = await wordsOf('D09c', denied({ insurance: [insurance] }));
    expect(all.filter((name) => words.includes(name))).toEqual(
      all.filter((name) => names.some((each) => each === name)),
    );
  });

  it('asks a plan that one bought for no second internal appeal', async () => {
    expect(await wordsOf('D09c', denied({ insurance: ['bought'], level: ['second'] }))).not.toContain(
      'internal appeal',
    );
    expect(await wordsOf('D09c', denied({ level: ['second'] }))).toContain('second internal appeal');
  });

  it('asks for the rest after a yes to part', async () => {
    expect(await wordsOf('D09c', denied({ stage: ['partial'] }))).toContain('the part that you did not approve');
    expect(await wordsOf('D09c', denied())).not.toContain('approved only part');
  });

  it('speaks for the patient where a helper fills it in', async () => {
    const words = await wordsOf('D09c', denied({ who: ['other'], urgent: ['yes'] }));
    expect(words).toContain('I write for the patient named above.');
    expect(words).toContain("harm the patient's life, health, or ability");
    expect(words).not.toMatch(/\bmy\b/i);
  });
});

describe('the claim file', () => {
  it('claims the right to free copies only where it is confirmed', async () => {
    for (const insurance of ['job', 'bought']) {
      expect(await wordsOf('D09e', denied({ insurance: [insurance] }))).toContain('29 CFR 2560.503-1');
    }
    for (const insurance of [...OWN_STEPS, ...OTHERS]) {
      const words = await wordsOf('D09e', denied({ insurance: [insurance] }));
      expect(words).not.toMatch(/CFR|federal/i);
      expect(words).toContain('Please send them free of charge.');
    }
  });
});

describe('the note for the doctor', () => {
  it('has what the treatment and the reason need', async () => {
    const tpn = await wordsOf('D09d', denied({ treatment: ['tpn'] }));
    expect(tpn).toContain('tube feeding');
    expect(tpn).not.toContain('antibiotic pills');
    const antibiotics = await wordsOf('D09d', denied({ reason: ['step-therapy'] }));
    expect(antibiotics).toContain('antibiotic pills');
    expect(antibiotics).toContain('step therapy');
    expect(antibiotics).not.toContain('TPN');
    expect(await wordsOf('D09d', denied())).not.toContain('step therapy');
  });

  it('asks for the call where the plan wants one, for papers where it wants papers', async () => {
    const { reason: _, level: __, ...waiting } = denied({ stage: ['waiting'] });
    const call = await wordsOf('D09d', { ...waiting, 'hold-up': ['peer-to-peer'] });
    expect(call).toContain('Please set up the call soon.');
    expect(call).not.toContain('wants more medical facts');
    const papers = await wordsOf('D09d', { ...waiting, 'hold-up': ['papers'] });
    expect(papers).toContain('wants more medical facts');
    expect(papers).not.toContain('did not approve');
  });

  it('says who may appeal without a form only where that is confirmed', async () => {
    for (const insurance of ['medicare', 'advantage']) {
      expect(await wordsOf('D09d', denied({ insurance: [insurance] }))).toContain('with no form');
    }
    for (const insurance of ['job', 'bought', 'medicaid', 'tricare', 'va', 'other']) {
      expect(await wordsOf('D09d', denied({ insurance: [insurance] }))).not.toContain('with no form');
    }
    expect(await wordsOf('D09d', denied({ insurance: ['tricare'] }))).toContain('Appointment of Representative');
  });

  it('says once what step therapy needs', async () => {
    const words = await wordsOf('D09d', denied({ treatment: ['biologic'], reason: ['step-therapy'] }));
    expect(words.split('step therapy').length - 1).toBe(1);
  });
});

const found = await findChromium();
if ('missing' in found) console.warn(`the printed appeal kit was not tested: ${found.missing}`);

describe.skipIf('missing' in found)('the printed kit', () => {
  let browser: Browser;
  let page: Page;
  beforeAll(async () => {
    if ('missing' in found) return;
    browser = await chromium.launch({ executablePath: found.executablePath, args: [...found.args] });
    page = await browser.newPage();
    await page.emulateMedia({ media: 'print' });
  });
  afterAll(() => browser?.close());

  /** All words of a document's sheets, header and footer among them. */
  async function printed(document: string, answers: AnswerSet): Promise<string> {
    await page.setContent(await htmlOf([document], answers));
    const bytes = await page.pdf({ tagged: true, outline: true, preferCSSPageSize: true });
    const task = getDocument({ data: new Uint8Array(bytes), verbosity: 0 });
    const file = await task.promise;
    const texts: string[] = [];
    for (let number = 1; number <= file.numPages; number += 1) {
      const { items } = await (await file.getPage(number)).getTextContent();
      texts.push(items.map((item) => ('str' in item ? item.str : '')).join(' '));
    }
    await task.destroy();
    return texts.join(' ').replace(/\s+/g, ' ');
  }

  it.each(['D09c', 'D09e'])(
    '%s is a letter: nothing of the hospital, no title, no line of reasons',
    async (document) => {
      const answers = denied({ reason: ['none'] });
      const words = await printed(document, answers);
      const title = planOf(answers).view.documents.find(({ id }) => id === document)?.title ?? '';
      expect(title).not.toBe('');
      for (const no of [
        site.name,
        title,
        'Printed November',
        'You got this page',
        '(555) 010-9000',
        'Patient Financial',
      ]) {
        expect(words).not.toContain(no);
      }
      expect(words).not.toMatch(/(?<!Member |Helper's )\bname:/i);
      for (const yes of ['Date:', 'Plan:', 'Member name:', 'Member number:', 'Claim or reference:', 'Denial date:']) {
        expect(words).toContain(yes);
      }
      for (const yes of ['Patient signs:', 'Helper signs:', 'Page 1 of 1']) expect(words).toContain(yes);
      expect(words).not.toMatch(/for learning only|not legal advice|Draft/i);
    },
  );

  it.each(['D09b', 'D09d'])(
    '%s is sent on: a name and a title, and nothing of the hospital or of the answers',
    async (document) => {
      const words = await printed(document, denied());
      const title = planOf(denied()).view.documents.find(({ id }) => id === document)?.title ?? '';
      for (const yes of [title, 'Name:', 'Printed November 23, 2026', 'Page 1 of 1']) expect(words).toContain(yes);
      for (const no of [site.name, 'You got this page', 'Patient Financial', 'interpreter', '(555) 010-9000']) {
        expect(words).not.toContain(no);
      }
    },
  );

  it('keeps header and line of reasons on the other papers', async () => {
    const words = await printed('D09a', denied());
    for (const yes of [site.name, 'Printed November 23, 2026', 'You got this page because you said', 'Name:']) {
      expect(words).toContain(yes);
    }
  });

  it.each([
    { largePrint: false, leastMm: 9, leastPt: 12 },
    { largePrint: true, leastMm: 12, leastPt: 14 },
  ])('leaves room to write (large print $largePrint)', async ({ largePrint, leastMm, leastPt }) => {
    const answers = denied({ who: ['other'], level: ['second'], stage: ['partial'], reason: ['step-therapy'] });
    const { sidePt } = measuresFor(largePrint);
    const width = Math.round(((PAGE_SIZES.letter.widthPt - 2 * sidePt) * 96) / 72);
    await page.setViewportSize({ width, height: 900 });
    await page.setContent(await htmlOf(offered(answers), answers, largePrint));
    const measured = await page.evaluate(() => {
      const boxes = (selector: string) =>
        [...document.querySelectorAll(selector)].map((each) => each.getBoundingClientRect());
      return {
        heights: boxes('.write-row, .blanks > .write-in').map((box) => box.height),
        lines: boxes('.blanks .write-line').map((box) => box.width),
        letterPx: Number.parseFloat(
          getComputedStyle(document.querySelector('.letter .text') ?? document.body).fontSize,
        ),
      };
    });
    const toMm = (pixels: number): number => (pixels * 25.4) / 96;
    expect(measured.heights.length).toBeGreaterThan(30);
    expect(toMm(Math.min(...measured.heights))).toBeGreaterThanOrEqual(leastMm - 0.1);
    expect(toMm(Math.min(...measured.lines))).toBeGreaterThanOrEqual(30);
    // Letters are set in 12 to 14 pt.
    expect(Math.round((measured.letterPx * 72) / 96)).toBeGreaterThanOrEqual(leastPt);
    expect(Math.round((measured.letterPx * 72) / 96)).toBeLessThanOrEqual(14);
  });
});
