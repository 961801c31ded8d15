/**
 * The seed ledger of docs/evidence/product-anchors.md §4.3, row by row, copied from the page: what each heading of the
 * guide holds, the screens and pages where it must stand, and the answers that bring one of those pages.
 * "footers" is the line at the foot of every printed page.
 */
export interface SeedRow {
  readonly key: string;
  /** First and last atom, in the order of the guide. */
  readonly atoms: readonly [from: string, to: string];
  readonly screens: readonly string[];
  readonly pages: readonly string[];
  /** Answers that each lead to at least one of the pages. Empty: the page is for anybody who asks. */
  readonly triggers: readonly Readonly<Record<string, readonly string[]>>[];
}

const stage = (...answers: readonly string[]) => answers.map((answer) => ({ stage: [answer] }));
const money = (...answers: readonly string[]) => answers.map((answer) => ({ money: [answer] }));
const ALL = [{}];
const APPROVAL = stage('not-sent', 'waiting', 'more-info', 'unsure');
const DELAY = stage('waiting', 'more-info');
const NO = stage('denied', 'partial');
const FAST = [{ urgent: ['yes'] }];
const UNINSURED = [{ insurance: ['none'] }];

export const SEED_LEDGER: readonly SeedRow[] = [
  { key: 'T0', atoms: ['t', 't'], screens: ['S01', 'S48'], pages: ['footers', 'D19'], triggers: ALL },
  { key: 'I1', atoms: ['i.1', 'i.2'], screens: ['S03', 'S40'], pages: ['D19'], triggers: [] },
  { key: 'I2', atoms: ['i.3', 'i.3'], screens: ['S40'], pages: ['D19'], triggers: [] },
  { key: 'A', atoms: ['a', 'a'], screens: ['S41'], pages: ['D03'], triggers: stage('not-sent', 'unsure') },
  { key: 'A1', atoms: ['a.1', 'a.2'], screens: ['S41'], pages: ['D03', 'D16'], triggers: stage('not-sent', 'unsure') },
  {
    key: 'A2',
    atoms: ['a.3', 'a.10'],
    screens: ['S41', 'S11'],
    pages: ['D03', 'D13a', 'D13b', 'D13c', 'D13d'],
    triggers: stage('not-sent', 'unsure'),
  },
  {
    key: 'A3',
    atoms: ['a.11', 'a.13'],
    screens: ['S41'],
    pages: ['D03', 'D07'],
    triggers: stage('approved', 'partial', 'not-sent', 'unsure'),
  },
  { key: 'B', atoms: ['b', 'b'], screens: ['S42'], pages: ['D04'], triggers: APPROVAL },
  { key: 'B1', atoms: ['b1', 'b1.2'], screens: ['S42'], pages: ['D04'], triggers: APPROVAL },
  { key: 'B2', atoms: ['b2', 'b2.6'], screens: ['S42'], pages: ['D04', 'D02'], triggers: APPROVAL },
  { key: 'B3', atoms: ['b3', 'b3.4'], screens: ['S42'], pages: ['D04', 'D06'], triggers: [...APPROVAL, ...FAST] },
  {
    key: 'B4',
    atoms: ['b4', 'b4.5'],
    screens: ['S42'],
    pages: ['D04', 'D07'],
    triggers: [...APPROVAL, ...stage('approved', 'partial')],
  },
  { key: 'C', atoms: ['c', 'c'], screens: ['S43'], pages: ['D05'], triggers: DELAY },
  { key: 'C0', atoms: ['c.1', 'c.2'], screens: ['S43'], pages: ['D05'], triggers: DELAY },
  {
    key: 'C1',
    atoms: ['c.3', 'c.9'],
    screens: ['S43'],
    pages: ['D05', 'D09d', 'D02'],
    triggers: [{ stage: ['waiting'], 'hold-up': ['papers'] }, ...stage('more-info')],
  },
  {
    key: 'C2',
    atoms: ['c.10', 'c.14'],
    screens: ['S43'],
    pages: ['D05', 'D06'],
    triggers: [{ stage: ['waiting'], 'hold-up': ['slow'] }, ...FAST],
  },
  {
    key: 'C3',
    atoms: ['c.15', 'c.18'],
    screens: ['S43'],
    pages: ['D05', 'D09d'],
    triggers: [{ stage: ['waiting'], 'hold-up': ['peer-to-peer'] }],
  },
  { key: 'C4', atoms: ['c.19', 'c.22'], screens: ['S43', 'S84'], pages: ['D06', 'D01'], triggers: FAST },
  { key: 'D', atoms: ['d', 'd'], screens: ['S44'], pages: ['D08'], triggers: NO },
  { key: 'D0', atoms: ['d.1', 'd.3'], screens: ['S44', 'S30'], pages: ['D08', 'D01'], triggers: NO },
  {
    key: 'D1',
    atoms: ['d1', 'd1.7'],
    screens: ['S44', 'S45a', 'S16'],
    pages: ['D08', 'D09c'],
    triggers: NO,
  },
  {
    key: 'D2',
    atoms: ['d2', 'd2.6'],
    screens: ['S44', 'S65'],
    pages: ['D08', 'D09a', 'D09b', 'D09c', 'D09d', 'D12'],
    triggers: NO,
  },
  { key: 'D3', atoms: ['d3', 'd3.1'], screens: ['S44'], pages: ['D08'], triggers: [{ stage: ['denied'], level: ['second'] }] },
  {
    key: 'D4',
    atoms: ['d4', 'd4.4'],
    screens: ['S44', 'S65'],
    pages: ['D08', 'D09f'],
    triggers: [
      { stage: ['denied'], level: ['second'] },
      { stage: ['denied'], level: ['all'] },
    ],
  },
  {
    key: 'D5',
    atoms: ['d5', 'd5.4'],
    screens: ['S44', 'S60'],
    pages: ['D08', 'D15'],
    triggers: [
      { stage: ['denied'], level: ['all'] },
      { stage: ['denied'], insurance: ['job'] },
    ],
  },
  {
    key: 'E',
    atoms: ['e', 'e'],
    screens: ['S45'],
    pages: ['D13a', 'D13b', 'D13c', 'D13d'],
    triggers: ['antibiotics', 'tpn', 'biologic', 'ivig', 'other', 'unsure'].map((each) => ({ treatment: [each] })),
  },
  { key: 'E1', atoms: ['e1', 'e1.4'], screens: ['S45'], pages: ['D13a'], triggers: [{ treatment: ['antibiotics'] }] },
  { key: 'E2', atoms: ['e2', 'e2.3'], screens: ['S45'], pages: ['D13b', 'D09d'], triggers: [{ treatment: ['tpn'] }] },
  { key: 'E3', atoms: ['e3', 'e3.3'], screens: ['S45'], pages: ['D13c', 'D14'], triggers: [{ treatment: ['biologic'] }] },
  {
    key: 'F',
    atoms: ['f', 'f'],
    screens: ['S46'],
    pages: ['D14'],
    triggers: [...money('drug', 'copay', 'gap', 'bill', 'all'), ...UNINSURED],
  },
  { key: 'F0', atoms: ['f.1', 'f.1'], screens: ['S46'], pages: ['D14'], triggers: [...money('all'), ...UNINSURED] },
  {
    key: 'F1',
    atoms: ['f1', 'f1.3'],
    screens: ['S46', 'S60'],
    pages: ['D14', 'D15'],
    triggers: [...money('drug', 'gap', 'all'), ...UNINSURED],
  },
  { key: 'F2', atoms: ['f2', 'f2.3'], screens: ['S46'], pages: ['D14'], triggers: money('copay', 'all') },
  {
    key: 'F3',
    atoms: ['f3', 'f3.2'],
    screens: ['S46', 'S60'],
    pages: ['D14', 'D15'],
    triggers: [...money('gap', 'all'), ...UNINSURED],
  },
  {
    key: 'F4',
    atoms: ['f4', 'f4.3'],
    screens: ['S46'],
    pages: ['D14', 'D13a'],
    triggers: [
      { insurance: ['medicare'], money: ['all'] },
      { insurance: ['advantage'], money: ['all'] },
    ],
  },
  {
    key: 'F5',
    atoms: ['f5', 'f5.2'],
    screens: ['S46'],
    pages: ['D14', 'D10'],
    triggers: [...money('bill', 'gap', 'all'), ...UNINSURED],
  },
  {
    key: 'F6',
    atoms: ['f6', 'f6.5'],
    screens: ['S46', 'S60'],
    pages: ['D14', 'D15'],
    triggers: money('drug', 'copay', 'gap', 'bill', 'all'),
  },
  { key: 'F7', atoms: ['f7', 'f7.2'], screens: ['S46'], pages: ['D14'], triggers: [...money('gap', 'all'), ...UNINSURED] },
  { key: 'G', atoms: ['g', 'g'], screens: ['S47'], pages: ['D10'], triggers: ALL },
  { key: 'G1', atoms: ['g.1', 'g.3'], screens: ['S47'], pages: ['D10'], triggers: ALL },
  { key: 'G2', atoms: ['g.4', 'g.6'], screens: ['S47'], pages: ['D10'], triggers: ALL },
  { key: 'G3', atoms: ['g.7', 'g.8'], screens: ['S47'], pages: ['D10'], triggers: ALL },
  { key: 'G4', atoms: ['g.9', 'g.10'], screens: ['S47'], pages: ['D10'], triggers: ALL },
  { key: 'G5', atoms: ['g.11', 'g.13'], screens: ['S47'], pages: ['D10'], triggers: ALL },
  { key: 'H', atoms: ['h', 'h.4'], screens: ['S48'], pages: ['D20'], triggers: [] },
  { key: 'Z', atoms: ['z.1', 'z.3'], screens: ['S48'], pages: ['footers', 'D01', 'D19'], triggers: ALL },
];

/** Where the kiosk differs from the page, and why: a place of a row, or one of its atoms. */
export const OTHERWISE: Readonly<Record<string, string>> = {
  'D4 d4.3': 'the share of overturned denials is a figure of the guide alone: it stands in its own words, on S44 and in D19',
  'E3 D14': 'the page prints the card of the makers\' programs itself (F1); that they bridge gaps stands on D13c',
};
