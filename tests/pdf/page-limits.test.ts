/** Every document stays within its declared pages, for the people who get the longest ones (product-anchors §4.1). */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { loadGuide } from '../../src/guide/load';
import type { Guide } from '../../src/guide/model';
import { readSiteFile } from '../../src/kiosk/read-site';
import { makePages } from '../../src/machine/compose';
import { planFor } from '../../src/machine/planning';
import type { AnswerSet } from '../../src/plan/model';
import { findChromium } from '../../src/preview/chromium';
import { makeBrowserPdf, type BrowserPdf } from '../../src/preview/pdf';

const TODAY = '2026-11-23';
const INSURANCES = ['job', 'bought', 'medicare', 'advantage', 'medicaid', 'tricare', 'va', 'other', 'unsure'] as const;
const EVERY_REASON = ['not-necessary', 'not-covered', 'experimental', 'step-therapy', 'missing-papers'];

const base: AnswerSet = { who: ['other'], treatment: ['antibiotics'], leaving: ['today'], money: ['all'] };
const people: readonly { readonly name: string; readonly answers: AnswerSet }[] = [
  ...INSURANCES.map((insurance) => ({
    name: `${insurance}, partial, every reason, urgent`,
    answers: {
      ...base,
      insurance: [insurance],
      stage: ['partial'],
      reason: EVERY_REASON,
      level: ['first'],
      urgent: ['unsure'],
    },
  })),
  ...INSURANCES.map((insurance) => ({
    name: `${insurance}, waiting, urgent`,
    answers: { ...base, insurance: [insurance], stage: ['waiting'], 'hold-up': ['unsure'], urgent: ['unsure'] },
  })),
  // The longest letter to the plan, note for the doctor and outside review.
  ...(['advantage', 'job', 'other'] as const).map((insurance) => ({
    name: `${insurance}, denied, every reason and treatment, urgent`,
    answers: {
      ...base,
      treatment: ['antibiotics', 'tpn', 'biologic'],
      insurance: [insurance],
      stage: ['denied'],
      reason: EVERY_REASON,
      level: [insurance === 'advantage' ? 'first' : 'second'],
      urgent: ['yes'],
    },
  })),
  {
    name: 'job, denied, no letter',
    answers: { ...base, insurance: ['job'], stage: ['denied'], reason: ['none'], level: ['first'], urgent: ['yes'] },
  },
  {
    name: 'Medicare and Medicaid, approved',
    answers: { ...base, insurance: ['medicare', 'medicaid'], stage: ['approved'] },
  },
  { name: 'no insurance', answers: { ...base, insurance: ['none'] } },
];

const chromium = await findChromium();

describe.skipIf('missing' in chromium)('the pages of each document', () => {
  let browser: BrowserPdf;
  let guide: Guide;
  beforeAll(async () => {
    if ('missing' in chromium) throw new Error(chromium.missing);
    browser = await makeBrowserPdf(chromium);
    const loaded = loadGuide({ folder: 'content', language: 'en', today: TODAY });
    if (!loaded.ok) throw new Error('the content is not good');
    guide = loaded.guide;
  });
  afterAll(async () => {
    await browser.close();
  });

  test.each(people)('$name', async ({ answers }) => {
    const tooLong: string[] = [];
    for (const paper of ['letter', 'a4'] as const) {
      for (const largePrint of [false, true]) {
        const site = { ...readSiteFile({ named: null, dataFolder: null }).site, paper };
        const letterDate = answers['level'] === undefined ? null : '2026-11-02';
        const input = { today: TODAY, answers, state: 'CA', letterDate, helpers: [], computedDates: true, largePrint };
        const planning = planFor(guide, site, input);
        if (!planning.ok) throw new Error(planning.problem.mend);
        const { documents } = planning.planned.view;
        const packet = await makePages(
          { guide, site, today: TODAY, planned: planning.planned, documents: documents.map((each) => each.id) },
          browser.makePdf,
        );
        expect(packet.documents.map((each) => each.id)).toEqual(documents.map((each) => each.id));
        for (const { id, pages } of packet.documents) {
          const limit = documents.find((each) => each.id === id)?.limit ?? 0;
          if (pages > limit)
            tooLong.push(`${id} has ${pages} of ${limit} pages (${paper}, ${largePrint ? 18 : 14} pt)`);
        }
      }
    }
    expect(tooLong).toEqual([]);
  });
});
