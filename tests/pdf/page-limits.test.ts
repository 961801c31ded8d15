/**
 * Every document stays within its declared pages, for the people who get the longest ones
 * (docs/evidence/product-anchors.md §4.1).
 */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { loadGuide } from '../../src/guide/load';
import { packetOrder } from '../../src/handout';
import { measuresFor } from '../../src/handout/measures';
import { readSite } from '../../src/site/read';
import { packetHtml } from '../../src/machine/pages/compose';
import { planFor } from '../../src/plan';
import type { AnswerSet } from '../../src/plan/model';
import { findChromium } from '../../src/preview/chromium';
import { makeBrowserPdf, type BrowserPdf } from '../../src/preview/pdf';
import { idOf, layOut, splitPacket, type SplitPacket } from '../support/contents';
import { INSURANCES, type Print } from '../support/paper';

const TODAY = '2026-11-23';
const PRINTS: readonly Print[] = (['letter', 'a4'] as const).flatMap((paper) =>
  [false, true].map((largePrint) => ({ paper, largePrint })),
);
/** The longest settings that are allowed: name, address of the guides, and more contacts than there are roles. */
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
/** More than any letter gives: the five of the guide, and five with the longest advice. */
const MANY_REASONS = [
  ['not-necessary', 'not-covered', 'experimental', 'step-therapy', 'missing-papers'],
  ['not-covered', 'network', 'place', 'after-yes', 'other-reason'],
];

const EVERY_TREATMENT = ['antibiotics', 'tpn', 'biologic', 'ivig', 'other'];
const base: AnswerSet = { who: ['other'], treatment: EVERY_TREATMENT, leaving: ['today'], money: ['all'] };
/** Several plans at once: the most lines of hours, complaints and ladders that anybody has. */
const SEVERAL_PLANS = [
  ['medicare', 'advantage'],
  ['medicare', 'medicaid'],
  ['medicare', 'medicaid', 'tricare'],
  ['job', 'advantage', 'medicaid'],
  ['job', 'medicare', 'medicaid', 'tricare'],
  ['job', 'bought', 'medicare', 'advantage', 'medicaid', 'tricare', 'va', 'other'],
];
interface Person {
  readonly name: string;
  readonly answers: AnswerSet;
  /** California where nothing else is given. */
  readonly state?: string;
}

/** The same person with each list of reasons. */
function withReasons({ name, answers }: Person): readonly Person[] {
  return MANY_REASONS.map((reason, at) => ({ name: `${name} (reasons ${at + 1})`, answers: { ...answers, reason } }));
}

const people: readonly Person[] = [
  ...INSURANCES.flatMap((insurance) =>
    withReasons({
      name: `${insurance}, partial, every reason, urgent`,
      answers: {
        ...base,
        insurance: [insurance],
        stage: ['partial'],
        level: ['first'],
        urgent: ['unsure'],
      },
    }),
  ),
  ...INSURANCES.map((insurance) => ({
    name: `${insurance}, denied, one reason`,
    answers: {
      ...base,
      who: ['me'],
      treatment: ['antibiotics'],
      insurance: [insurance],
      stage: ['denied'],
      reason: ['not-necessary'],
      level: ['first'],
      urgent: ['no'],
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
    ...['unsure', ...insurance.slice(0, 2)].flatMap((saidNo) =>
      (['denied', 'partial'] as const).flatMap((stage) =>
        withReasons({
          name: `${insurance.join(' + ')}, ${saidNo}, ${stage}, urgent`,
          answers: {
            ...base,
            insurance,
            stage: [stage],
            'who-said-no': [saidNo],
            level: ['first'],
            urgent: ['yes'],
          },
        }),
      ),
    ),
  ]),
  // The longest letter to the plan, note for the doctor and outside review.
  ...(['advantage', 'job', 'other'] as const).flatMap((insurance) =>
    withReasons({
      name: `${insurance}, denied, every reason and treatment, urgent`,
      answers: {
        ...base,
        treatment: ['antibiotics', 'tpn', 'biologic'],
        insurance: [insurance],
        stage: ['denied'],
        level: [insurance === 'advantage' ? 'first' : 'second'],
        urgent: ['yes'],
      },
    }),
  ),
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
  ...(['yes', 'no'] as const).map((urgent) => ({
    name: `no insurance, urgent: ${urgent}`,
    answers: { ...base, insurance: ['none'], urgent: [urgent] },
  })),
  ...INSURANCES.flatMap((insurance) =>
    withReasons({
      name: `${insurance}, appealed and waiting`,
      answers: {
        ...base,
        insurance: [insurance],
        stage: ['denied'],
        level: ['pending'],
        urgent: ['unsure'],
      },
    }),
  ),
  ...INSURANCES.map((insurance) => ({
    name: `${insurance}, approved`,
    answers: { ...base, insurance: [insurance], stage: ['approved'] },
  })),
  // The offices of Texas take more lines than those of California.
  ...(['medicare', 'advantage', 'unsure'] as const).map((insurance) => ({
    name: `${insurance}, Texas, every kind of help`,
    state: 'TX',
    answers: { ...base, who: ['me'], insurance: [insurance], stage: ['waiting'], 'hold-up': ['slow'], urgent: ['no'] },
  })),
];

/** Share of its height. A last page with less is overlooked, or makes a person think that a page is missing. */
const MIN_FILLED = 0.12;
/** The kiosk's Chromium is not the one of the tests and may place lines slightly higher or lower. */
const SPARE_PT = 2;
const NOT_LAID = { pages: Infinity, lastLines: [], filled: 0 };

const chromium = await findChromium();
const loaded = loadGuide({ folder: 'content', language: 'en', today: TODAY });
if (!loaded.ok) throw new Error('the content is not good');
const { guide } = loaded.value;
const { site: settings, problems } = readSite('site.toml', LONGEST_SITE);

/** Everything that the plan for these answers offers, and the pages for staff. */
async function packetOf({ answers, state = 'CA' }: Person, { paper, largePrint }: Print): Promise<SplitPacket> {
  const site = { ...settings, paper };
  const letterDate = answers['level'] === undefined ? null : '2026-11-02';
  const input = { today: TODAY, answers, state, letterDate, helpers: [], computedDates: true, largePrint };
  const result = planFor(guide, site, input);
  if (!result.ok) throw new Error(result.error.fix);
  const planned = result.value;
  const forStaff = guide.documents.filter(({ audience }) => audience === 'staff');
  const documents = packetOrder(
    guide,
    [...planned.view.documents, ...forStaff].map(({ id }) => id),
  );
  const packet = splitPacket(
    withSpare(await packetHtml({ guide, site, today: TODAY, planned, documents }), largePrint),
  );
  expect(packet.contents.map(idOf)).toEqual(documents);
  return packet;
}

/** The same pages with a little less room on each. */
function withSpare(html: string, largePrint: boolean): string {
  const { topPt, sidePt, bottomPt } = measuresFor(largePrint);
  const margin = `margin:${topPt}pt ${sidePt}pt`;
  expect(html).toContain(`${margin} ${bottomPt}pt;`);
  return html.replace(`${margin} ${bottomPt}pt;`, `${margin} ${bottomPt + SPARE_PT}pt;`);
}

describe.skipIf('missing' in chromium)('the pages of each document', () => {
  let browser: BrowserPdf;
  beforeAll(async () => {
    if ('missing' in chromium) throw new Error(chromium.missing);
    browser = await makeBrowserPdf(chromium);
    expect(problems).toEqual([]);
  });
  afterAll(() => browser?.close());

  describe.each(PRINTS)('$paper, large print $largePrint', (print) => {
    let packets: readonly (SplitPacket & { readonly name: string })[] = [];
    let laid: Awaited<ReturnType<typeof layOut>> = new Map();
    beforeAll(async () => {
      packets = await Promise.all(
        people.map(async (person) => ({ name: person.name, ...(await packetOf(person, print)) })),
      );
      laid = await layOut(packets, print, browser);
    }, 240_000);

    test('are no more than its limit', () => {
      const tooLong = packets.flatMap(({ name, contents }) =>
        contents.flatMap((content) => {
          const id = idOf(content);
          const rule = guide.documents.find((each) => each.id === id);
          const limit = (print.largePrint ? rule?.limit.large : rule?.limit.regular) ?? 0;
          const { pages } = laid.get(content) ?? NOT_LAID;
          return pages <= limit ? [] : [`${id} has ${pages} of ${limit} pages: ${name}`];
        }),
      );
      expect(tooLong).toEqual([]);
    });

    test('end in company: no last page has a line or two alone', () => {
      const lonely = packets.flatMap(({ name, contents }) =>
        contents.flatMap((content) => {
          const { pages, lastLines, filled } = laid.get(content) ?? NOT_LAID;
          const isLonely = pages > 1 && filled < MIN_FILLED;
          return isLonely ? [`${idOf(content)}, page ${pages}: ${lastLines.join(' / ')}: ${name}`] : [];
        }),
      );
      expect(lonely).toEqual([]);
    });

    test('are those of every document of the guide', () => {
      const printed = new Set(packets.flatMap(({ contents }) => contents.map(idOf)));
      expect([...printed].sort()).toEqual(guide.documents.map(({ id }) => id).sort());
    });
  });
});
