/**
 * A guide and a plan with the longest texts: Medicare, antibiotics, one denial, urgent, going home today. Written by hand,
 * so that changes in the content do not change the tests of printed pages.
 */
import { parse } from 'smol-toml';
import { ALWAYS, type Block, type DocumentRule, type Guide, type RichText, type Text } from '../../src/guide/model';
import type { Planned } from '../../src/plan';
import type { LadderView, PlanView } from '../../src/plan/model';
import paperWords from '../../content/interface/en/paper.toml?raw';

type Toml = string | number | boolean | { readonly [key: string]: Toml };

function flatten(table: Toml, prefix: string): readonly (readonly [string, string])[] {
  if (typeof table !== 'object') return [[prefix, String(table)]];
  return Object.entries(table).flatMap(([key, value]) => flatten(value, prefix === '' ? key : `${prefix}.${key}`));
}

export function plain(...paragraphs: readonly Text[]): RichText {
  return paragraphs.map((text) => ({ kind: 'paragraph', runs: [{ text, strong: false }] }));
}

function listOf(...items: readonly Text[]): RichText {
  return [{ kind: 'list', items: items.map((text) => [{ text, strong: false }]) }];
}

export function documentRule(id: string, title: Text, purpose: Text, blocks: readonly Block[]): DocumentRule {
  return {
    id,
    title,
    purpose,
    limit: { regular: 2, large: 3 },
    audience: 'patient',
    head: 'named',
    trigger: ALWAYS,
    tickedWhen: ALWAYS,
    because: [],
    appealPiece: null,
    blocks: blocks.map((block) => ({ ...block, when: ALWAYS, from: [] })),
  };
}

const HELP_CARDS: readonly (readonly [string, Text, Text])[] = [
  [
    'F1',
    'Free medicine from the maker',
    'Most makers of medicine give it free or at a low price to people who cannot pay. Income ' +
      'rules apply. Each maker has its own. Call the maker, or look it up at NeedyMeds or RxAssist.',
  ],
  [
    'F3',
    'Medicaid',
    'Medicaid pays for home IV treatment in most states. It depends on income. Apply at the ' +
      'state Medicaid office or at HealthCare.gov.',
  ],
  [
    'F4',
    'Medicare home infusion benefit',
    'Since 2021 Medicare Part B pays for some nurse services with some home IV medicines. The ' +
      'medicine itself may be under Part D, or not paid for. Ask the infusion coordinator to look ' +
      'at what Medicare pays for.',
  ],
  [
    'F5',
    'Hospital help with the bill',
    'The hospital has money counselors. They can tell you about help with the hospital bill. ' +
      'Almost all nonprofit hospitals have it.',
  ],
  [
    'F6',
    'Funds for some illnesses',
    'Some groups give money to people with one illness. Look at HealthWell, Patient Advocate ' +
      'Foundation and PAN. Groups for cancer, bowel disease and many other illnesses may help too.',
  ],
  [
    'F7',
    'Help from the infusion company',
    'Some infusion companies have their own help. Some can change how they bill you. Ask the infusion coordinator.',
  ],
];
const HELP_LINES: readonly (readonly [string, Text])[] = [
  ['F8', 'Free Medicare helpers (SHIP)'],
  ['F9', 'Help with Medicare drug costs (Extra Help)'],
  ['F10', 'Help with Medicare costs (Savings Programs)'],
  ['F11', 'Yearly limit on Part D drug costs'],
];

const DOCUMENTS: readonly DocumentRule[] = [
  documentRule('D01', 'My plan', 'What to do next.', [{ kind: 'plan' }]),
  documentRule('D04', 'How approval works: 4 steps', 'See where the request is now and what comes next.', [
    { kind: 'path' },
    { kind: 'card', card: 'order' },
    { kind: 'card', card: 'request' },
    { kind: 'card', card: 'review' },
    { kind: 'card', card: 'decision' },
  ]),
  documentRule('D05', 'When it takes too long', 'What slows the plan down, and what you can do.', [
    { kind: 'card', card: 'papers' },
    {
      kind: 'box',
      title: 'If waiting may hurt {you|them}',
      body: plain('Tell the doctor today. The doctor can call the plan’s medical director.'),
    },
    { kind: 'heading', text: 'Where to complain' },
    { kind: 'complaint' },
  ]),
  documentRule('D06', 'Ask for a fast review', 'Words to say when waiting may hurt.', [
    { kind: 'text', body: plain('Say this to the doctor: “Please tell the plan that this is urgent.”') },
    { kind: 'lines', label: 'What the plan said', count: 4 },
  ]),
  documentRule(
    'D08',
    'If they say no: 5 steps',
    'The steps of {your|their} own plan, and where {you are|they are} now.',
    [
      { kind: 'text', body: plain('A no is not the end. Many people who appeal get a yes.') },
      { kind: 'heading', text: 'What the reason means' },
      {
        kind: 'text',
        body: listOf(
          '“Not medically necessary”: the plan does not agree that you need it.',
          '“Not covered under this plan”: the plan does not pay for this.',
          '“Experimental”: the plan says it is too new.',
          '“Step therapy”: the plan wants a cheaper treatment first.',
          '“Missing documentation”: papers did not get there.',
        ),
      },
      { kind: 'ladder' },
    ],
  ),
  documentRule('D10', 'People who can help', 'Who they are, what to ask them, and where to write their phone.', [
    { kind: 'people' },
  ]),
  documentRule('D11', 'Call log and papers', 'Notes help you show what was said and when.', [
    { kind: 'log', rows: 8 },
    { kind: 'ticks', items: ['A copy of the letter that said no', 'The doctor’s letter', 'Test results'], lines: 0 },
  ]),
  documentRule('D14', 'Help paying', 'Kinds of help that may fit {you|them}.', [{ kind: 'help' }]),
  documentRule('D17', 'Before {you leave|they leave} today', 'Do not leave without an answer to each question.', [
    {
      kind: 'ticks',
      items: [
        'Is it approved?',
        'What happens to the doses until then?',
        'Who do we call at night or on the weekend?',
        'Who is in charge of the request?',
      ],
      lines: 2,
    },
  ]),
  documentRule('D19', 'The whole guide', 'All of the guide in plain words.', [
    { kind: 'contents' },
    { kind: 'section', section: 'a' },
    { kind: 'section', section: 'b' },
    { kind: 'about' },
  ]),
];

function card(id: string, section: string, title: Text, body: RichText): Guide['cards'][number] {
  return { id, section, from: [], title, body, picture: null };
}

export const guide: Guide = {
  id: 'worst-case',
  version: '4f9c2a71',
  language: 'en',
  clock: { from: '2026-11-23', until: '2027-11-23' },
  about: {
    title: 'Insurance and Prior Authorization for Home Infusion Therapy',
    description: 'A patient guide to insurance coverage and prior authorization for home infusion therapy.',
    authors: ['Dennis Woo', 'Dr. Mike Stern', 'I.M. Wright'],
    authority: ['Vascular Access Governance Committee', 'Patient Financial Services', 'Patient Education Department'],
    effectiveDate: '2026-02-23',
    disclaimer: 'This guide is for educational purposes and reflects general information about US insurance practices.',
  },
  approval: null,
  lexicon: {
    words: {},
    forms: { range: '', money: '', percent: '', date: '', month: '', dot: '', slash: '', months: [] },
  },
  atoms: [],
  sections: [
    {
      id: 'a',
      sourceTitle: 'What Is Prior Authorization?',
      title: 'What is prior authorization?',
      cards: ['meaning'],
      picture: null,
      figure: null,
    },
    {
      id: 'b',
      sourceTitle: 'How the Prior Authorization Process Works',
      title: 'How approval works',
      cards: ['order', 'request', 'review', 'decision'],
      picture: null,
      figure: 'four-steps',
    },
  ],
  cards: [
    card(
      'meaning',
      'a',
      'The plan must say yes first',
      plain(
        'Prior authorization (PA) means that {you ask|they ask} the plan before the care starts. The ' +
          'plan looks at the request and decides if it will pay.',
      ),
    ),
    card(
      'order',
      'b',
      '1. The doctor writes an order',
      plain('It names the medicine, the dose, how often and how long.'),
    ),
    card('request', 'b', '2. The request is sent', [
      ...plain('The infusion pharmacy or the case manager sends it. It holds:'),
      ...listOf(
        'Why you need the treatment',
        'The medicine and the dose',
        'Notes from the doctor',
        'The name of the doctor',
      ),
    ]),
    card(
      'review',
      'b',
      '3. The plan looks at it',
      plain('This often takes 3 to 5 work days. An urgent request often takes 24 to 72 hours (1 to 3 days).'),
    ),
    card(
      'decision',
      'b',
      '4. The plan answers',
      listOf(
        'Yes: you get a PA number and can start.',
        'Yes, to less: for a shorter time or a smaller amount.',
        'More papers: the plan wants more facts first.',
        'No: the letter gives the reason and how to appeal.',
      ),
    ),
    card(
      'papers',
      'c',
      'Papers are missing',
      plain('This is the most common cause. Ask what was sent and what the plan still wants.'),
    ),
    ...HELP_CARDS.map(([id, title, text]) => card(id.toLowerCase(), 'f', title, plain(text))),
  ],
  terms: [],
  questions: [],
  roles: {
    voice: { question: 'who', other: ['other'] },
    insurance: { question: 'insurance', none: ['none'] },
    payer: { question: 'who-said-no' },
    level: { question: 'level', sent: [] },
    urgency: { question: 'urgent', stops: { yes: 'safety' } },
    stage: {
      question: 'stage',
      ok: ['approved', 'partial'],
      part: ['partial'],
      steps: { 'not-sent': 2, waiting: 3, 'more-info': 3, approved: 4, partial: 4, denied: 4 },
    },
    reason: { question: 'reason', cards: {} },
  },
  flags: [],
  messages: [],
  steps: [],
  helpers: {
    id: 'helpers',
    many: true,
    answersFrom: null,
    unsure: null,
    ask: ALWAYS,
    title: '',
    hint: null,
    why: null,
    answers: [],
  },
  overlays: (['dates', 'ladder'] as const).map((role) => ({
    id: role === 'dates' ? 'dates' : 'payer-steps',
    role,
    when: ALWAYS,
    because: [],
    title: '',
    short: '',
    page: null,
    parts: [],
  })),
  help: [],
  complaints: [],
  people: [],
  clocks: {},
  ladders: [],
  showLadders: ALWAYS,
  documents: DOCUMENTS,
  order: ['D01', 'D17', 'D06', 'D08', 'D07', 'D05', 'D04', 'D14', 'D10', 'D11', 'D19'],
  packet: { rows: [], fillTo: 6, budget: { regular: 8, large: 13 } },
  related: [],
  reading: [],
  languageHelp: [],
  contacts: [],
  states: [],
  words: Object.fromEntries(flatten(parse(paperWords) as Toml, '')),
};

type Level = LadderView['levels'][number];

function level(
  id: string,
  name: string,
  about: string,
  days: number | null,
  from: string,
  standard: string | null,
  fast: string | null,
): Level {
  return {
    id,
    name,
    about,
    automatic: false,
    askWithin: days === null ? null : { count: days, unit: 'days', from },
    decidedWithin: { standard, fast },
  };
}

const LAST_LEVELS: readonly Level[] = [
  level(
    'judge',
    'Judge',
    'A Medicare judge decides. The costs must reach a set sum.',
    60,
    'decision-date',
    '90 days',
    '10 days',
  ),
  level(
    'appeals-council',
    'Appeals Council',
    'A Medicare board looks at the judge’s decision.',
    60,
    'decision-date',
    null,
    null,
  ),
  level('court', 'Court', 'A federal judge. The costs must reach a set sum.', 60, 'decision-date', null, null),
];

const BECAUSE =
  'You got this page because you said: IV antibiotics (medicine for an infection); Today; ' +
  'Medicare (red, white and blue card); The plan said no; Once. I have not appealed; Yes.';

export const view: PlanView = {
  mainMessage: 'You can appeal. Start with the reason in the letter.',
  emergency: 'Feel worse? Tell your nurse or call your doctor now. Emergency: call 911.',
  overlays: [
    {
      id: 'safety',
      title: 'Tell someone now',
      short: 'Tell your nurse or doctor now that waiting may hurt you.',
      page: null,
      text: ['Tell your nurse or doctor now that waiting may hurt you.'],
      because: [],
    },
    {
      id: 'before-you-leave',
      title: 'Before you leave',
      short: 'Before you leave, get an answer to each question on the page “Before you leave today”.',
      page: 'D17',
      text: [],
      because: [],
    },
    {
      id: 'medicare-antibiotics',
      title: 'Medicare: ask first',
      short: 'Ask who pays for each part: the medicine, the pump, the supplies and the nurse visits.',
      page: null,
      text: [],
      because: [],
    },
    {
      id: 'dates',
      title: 'The last day',
      short: 'Do not miss the last day to appeal.',
      page: 'D08',
      text: ['Every letter that says no has a last day to appeal. If the dates differ, the earlier one counts.'],
      because: [],
    },
    {
      id: 'payer-steps',
      title: 'The plan’s own steps',
      short: 'The plan’s own appeal steps are on the page “If they say no”.',
      page: 'D08',
      text: ['These are the steps of this plan. The mark shows where you are now.'],
      because: [],
    },
    {
      id: 'fast-review',
      title: 'Ask for a fast review',
      short: 'Ask for a fast review; the words to say are on the page “Ask for a fast review”.',
      page: 'D06',
      text: [],
      because: [],
    },
  ],
  steps: [
    {
      text: 'Find the reason and the last day to appeal in the letter.',
      who: 'you',
      whoName: 'You',
      why: 'The letter must give the reason and your right to appeal.',
      because: [],
    },
    {
      text: 'Ask the doctor’s office to send the papers and ask for a new decision. Still appeal before the last day.',
      who: 'doctor-office',
      whoName: 'With the doctor’s office',
      why: 'Sending what is missing is often the fastest way.',
      because: [],
    },
    {
      text: 'Ask for a fast appeal now. Keep copies.',
      who: 'plan',
      whoName: 'With the plan',
      why: 'You said waiting could hurt, or you are not sure. A fast appeal is decided sooner.',
      because: [],
    },
  ],
  calendar: null,
  dates: [
    {
      id: 'file-appeal',
      ladder: 'part-d-drug',
      date: '2026-11-27',
      state: 'soon',
      text:
        'The drug plan must have your appeal: by November 27, 2026, or the date in your letter if ' +
        'that is earlier. That is in 7 days or less.',
      source: '42 CFR 423.582(b)',
    },
    {
      id: 'file-appeal',
      ladder: 'medicare-claim',
      date: '2027-01-21',
      state: 'ahead',
      text: 'Send the appeal of a refused claim: by January 21, 2027, or the date in your letter if that is earlier.',
      source: '42 CFR 405.942',
    },
    {
      id: 'send-by',
      ladder: null,
      date: '2026-11-23',
      state: 'soon',
      text: 'Send it by November 23, 2026.',
      source: '',
    },
    {
      id: 'check-it-arrived',
      ladder: null,
      date: '2026-11-26',
      state: 'soon',
      text: 'Call to check it arrived: November 26, 2026.',
      source: '',
    },
  ],
  clocks: { intro: null, lines: [{ plan: null, text: 'Ask the plan for its time limit.' }] },
  ladders: [
    {
      id: 'part-d-drug',
      coverage: 'medicare',
      name: 'Part D drug plan',
      letterWords: 'The letter is about a Part D drug',
      here: 'redetermination',
      sent: false,
      levels: [
        level(
          'redetermination',
          'Redetermination',
          'The drug plan looks again.',
          65,
          'letter-date',
          '7 days; 14 days for a bill',
          '72 hours',
        ),
        level(
          'independent-review',
          'Independent review',
          'A group outside the plan decides. You must ask for it.',
          65,
          'decision-date',
          '7 days',
          '72 hours',
        ),
        ...LAST_LEVELS,
      ],
    },
    {
      id: 'medicare-claim',
      coverage: 'medicare',
      name: 'Medicare claim',
      letterWords: 'Medicare refused a claim, after the care',
      here: 'redetermination',
      sent: false,
      levels: [
        level(
          'redetermination',
          'Redetermination',
          'The company that pays for Medicare looks again. Only after the claim was refused.',
          120,
          'letter-date',
          '60 days',
          null,
        ),
        level(
          'claim-reconsideration',
          'Reconsideration',
          'A group outside Medicare looks at it.',
          180,
          'decision-date',
          '60 days',
          null,
        ),
        ...LAST_LEVELS,
      ],
    },
  ],
  help: [
    ...HELP_CARDS.map(([id, title]) => ({
      id,
      title,
      card: id.toLowerCase(),
      offered: true,
      reason: 'Ask the infusion coordinator what Medicare pays for.',
      contacts: id === 'F6' ? ['healthwell', 'paf', 'pan'] : id === 'F1' ? ['needymeds', 'rxassist'] : [],
    })),
    ...HELP_LINES.map(([id, title]) => ({
      id,
      title,
      card: 'order',
      offered: true,
      reason: 'Ask Social Security. It depends on income.',
      contacts: id === 'F8' ? ['ship'] : [],
    })),
    {
      id: 'F2',
      title: 'Copay cards from the maker',
      card: 'order',
      offered: false,
      reason: 'Not with Medicare, Medicaid, TRICARE or VA.',
      contacts: [],
    },
    {
      id: 'F12',
      title: 'A plan from the Marketplace',
      card: 'order',
      offered: false,
      reason: 'For people with no insurance.',
      contacts: [],
    },
    {
      id: 'F13',
      title: 'A cost estimate before care',
      card: 'order',
      offered: false,
      reason: 'For people with no insurance.',
      contacts: [],
    },
  ],
  complaints: [
    {
      id: 'medicare',
      text: 'Tell the plan first. Then call Medicare. SHIP gives free help with Medicare.',
      contacts: ['medicare', 'ship'],
      because: [],
    },
  ],
  people: [
    {
      id: 'case-manager',
      name: 'Case manager or discharge planner',
      does: 'Sends the request, knows your insurance, and can speed things up.',
      asks: ['Was the request sent? When?', 'What is the plan waiting for?'],
      helping: true,
      phone: '(555) 010-2030',
    },
    {
      id: 'infusion-company',
      name: 'Home infusion coordinator',
      does: 'Works at the home infusion company on the plan’s OK and the bills.',
      asks: ['What did the plan ask for?', 'Do you have help with costs?'],
      helping: false,
      phone: null,
    },
    {
      id: 'social-worker',
      name: 'Social worker',
      does: 'Knows local help, money help and patient advocates.',
      asks: ['What help can I get near home?', 'Who can help me appeal?'],
      helping: false,
      phone: null,
    },
    {
      id: 'navigator',
      name: 'Patient or nurse navigator',
      does: 'Guides people through care and insurance. Common in cancer care.',
      asks: ['Can you help me with the insurance?'],
      helping: false,
      phone: null,
    },
    {
      id: 'doctor-office',
      name: 'Doctor’s office billing staff',
      does: 'Sends papers to the plan and sets up doctor calls.',
      asks: ['Who is working on my request?', 'Did you send what the plan asked for?'],
      helping: false,
      phone: null,
    },
  ],
  contacts: [
    {
      id: 'medicare',
      name: 'Medicare',
      about: '',
      phone: '1-800-633-4227',
      tty: '1-877-486-2048',
      web: 'medicare.gov',
      freshness: 'as of 11/2026',
    },
    {
      id: 'ship',
      name: 'SHIP',
      about: '',
      phone: '1-877-839-2675',
      tty: null,
      web: 'shiphelp.org',
      freshness: 'as of 11/2026',
    },
    {
      id: 'healthwell',
      name: 'HealthWell Foundation',
      about: '',
      phone: '1-800-675-8416',
      tty: null,
      web: 'healthwellfoundation.org',
      freshness: 'as of 11/2026',
    },
    {
      id: 'paf',
      name: 'Patient Advocate Foundation',
      about: '',
      phone: '1-800-532-5274',
      tty: null,
      web: 'patientadvocate.org',
      freshness: 'as of 11/2026',
    },
    {
      id: 'pan',
      name: 'PAN Foundation',
      about: '',
      phone: null,
      tty: null,
      web: 'panfoundation.org',
      freshness: 'as of 11/2026',
    },
    {
      id: 'needymeds',
      name: 'NeedyMeds',
      about: '',
      phone: null,
      tty: null,
      web: 'needymeds.org',
      freshness: 'as of 11/2026',
    },
    {
      id: 'rxassist',
      name: 'RxAssist',
      about: '',
      phone: null,
      tty: null,
      web: 'rxassist.org',
      freshness: 'as of 11/2026',
    },
  ],
  documents: DOCUMENTS.map(({ id, title }) => ({
    id,
    ticked: true,
    because: [],
    limit: 2,
    title,
    becauseLine: BECAUSE,
  })),
};

/** The plan in the shape that `planFor` returns, with every block of its pages. */
export const planned: Planned = {
  input: {
    today: '2026-11-23',
    answers: { stage: ['denied'] },
    state: null,
    letterDate: null,
    helpers: [],
    computedDates: true,
    largePrint: false,
  },
  view,
  holds: () => true,
};
