/** Every document stays within its declared pages, for the people who get the longest ones (product-anchors §4.1). */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { loadGuide } from '../../src/guide/load';
import type { Guide } from '../../src/guide/model';
import { packetOrder } from '../../src/handout';
import { readSite } from '../../src/kiosk/site';
import { makePages } from '../../src/machine/compose';
import { planFor } from '../../src/machine/planning';
import type { AnswerSet } from '../../src/plan/model';
import { findChromium } from '../../src/preview/chromium';
import { makeBrowserPdf, type BrowserPdf } from '../../src/preview/pdf';

const TODAY = '2026-11-23';
/** As long as the settings may be: the name, the address of the guides, and more contacts than there are roles. */
const LONGEST_SITE = `name = "Northwestern Memorial Women's & Children's Medical Center of Greater Wilmington"
[pages]
cover_sheet = true
guides_address = "https://hospital.example/for-patients-and-visitors/ourguides"
${['unit', 'case-manager', 'social-worker', 'infusion-company', 'doctor-office', 'navigator', 'money-counselor']
  .concat(['case-manager', 'social-worker', 'navigator'])
  .map(
    (role) => `[[unit_contacts]]\nrole = "${role}"\nname = "Desk of the ${role}"\nphone = "+1 (512) 555-0100 x12345"`,
  )
  .join('\n')}
`;
const INSURANCES = ['job', 'bought', 'medicare', 'advantage', 'medicaid', 'tricare', 'va', 'other', 'unsure'] as const;
const EVERY_REASON = ['not-necessary', 'not-covered', 'experimental', 'step-therapy', 'missing-papers'];

const EVERY_TREATMENT = ['antibiotics', 'tpn', 'biologic', 'ivig', 'other'];
const base: AnswerSet = { who: ['other'], treatment: EVERY_TREATMENT, leaving: ['today'], money: ['all'] };
/** Several plans at once: as many lines of hours, complaints and ladders as anybody has. */
const SEVERAL_PLANS = [
  ['medicare', 'advantage'],
  ['medicare', 'medicaid'],
  ['medicare', 'medicaid', 'tricare'],
  ['job', 'advantage', 'medicaid'],
  ['job', 'medicare', 'medicaid', 'tricare'],
];
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
  ...SEVERAL_PLANS.flatMap((insurance) => [
    {
      name: `${insurance.join(' + ')}, waiting, urgent`,
      answers: { ...base, insurance, stage: ['waiting'], 'hold-up': ['unsure'], urgent: ['unsure'] },
    },
    ...['unsure', ...insurance.slice(1, 2)].map((saidNo) => ({
      name: `${insurance.join(' + ')}, ${saidNo} said no, urgent`,
      answers: {
        ...base,
        insurance,
        stage: ['denied'],
        reason: EVERY_REASON,
        'who-said-no': [saidNo],
        level: ['first'],
        urgent: ['unsure'],
      },
    })),
  ]),
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
    name: 'Medicare, said no twice, urgent',
    answers: {
      ...base,
      insurance: ['medicare'],
      stage: ['denied'],
      reason: ['none'],
      level: ['second'],
      urgent: ['yes'],
    },
  },
  {
    name: 'job plan, no request yet, treatment not known',
    answers: {
      ...base,
      treatment: ['unsure'],
      insurance: ['job'],
      stage: ['not-sent'],
      urgent: ['yes'],
    },
  },
  {
    name: 'nobody knows anything',
    answers: { ...base, treatment: ['unsure'], insurance: ['unsure'], stage: ['unsure'], urgent: ['unsure'] },
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
  const printed = new Set<string>();
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
        const { site: settings, problems } = readSite('site.toml', LONGEST_SITE);
        expect(problems).toEqual([]);
        const site = { ...settings, paper };
        const letterDate = answers['level'] === undefined ? null : '2026-11-02';
        const input = { today: TODAY, answers, state: 'CA', letterDate, helpers: [], computedDates: true, largePrint };
        const planning = planFor(guide, site, input);
        if (!planning.ok) throw new Error(planning.problem.mend);
        const { documents: offered } = planning.planned.view;
        const forStaff = guide.documents.filter(({ audience }) => audience === 'staff');
        const documents = packetOrder(
          guide,
          [...offered, ...forStaff].map(({ id }) => id),
        );
        const packet = await makePages(
          { guide, site, today: TODAY, planned: planning.planned, documents },
          browser.makePdf,
        );
        expect(packet.documents.map((each) => each.id)).toEqual(documents);
        for (const { id, pages } of packet.documents) {
          printed.add(id);
          const rule = guide.documents.find((each) => each.id === id);
          const limit = (largePrint ? rule?.limit.large : rule?.limit.regular) ?? 0;
          if (pages > limit)
            tooLong.push(`${id} has ${pages} of ${limit} pages (${paper}, ${largePrint ? 18 : 14} pt)`);
        }
      }
    }
    expect(tooLong).toEqual([]);
  });

  test('no document of the guide was left out', () => {
    expect([...printed].sort()).toEqual(guide.documents.map(({ id }) => id).sort());
  });
});
