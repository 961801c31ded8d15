/**
 * The readability gate (docs/design/content.md 6): our own texts pass it, and each breach is reported with its place
 * and fix.
 */
import { parse } from 'smol-toml';
import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import { readContentFiles } from '../../src/guide/load/files';
import { loadGuide, makeGuide } from '../../src/guide/load';
import { checkReadability } from '../../src/audit/readability/gate';
import { formatProblem } from '../../src/basics/problem';

const GUIDE = 'guides/insurance-and-prior-authorization-home-infusion';
const CARDS = `${GUIDE}/en/cards.toml`;
const DOCUMENTS = `${GUIDE}/en/documents.toml`;
const DOCUMENT_RULES = `${GUIDE}/documents.toml`;
const PLAIN_WORDS = 'language/en/plain-words.toml';
const PLAN = `${GUIDE}/en/plan.toml`;
const QUESTIONS = `${GUIDE}/en/questions.toml`;
const SCREENS = 'interface/en/screens.toml';
const SPEECH = 'language/en/speech.toml';

const { files: GOOD, problems: UNREAD } = readContentFiles('content');
const TODAY = '2026-11-23';

/** What a field of the documents' words holds now; editors change it often. */
function wordsOf(field: string): string {
  const [document = '', table = '', key = ''] = field.split('.');
  const texts: unknown = parse(GOOD.get(DOCUMENTS) ?? '');
  const schema = v.record(v.string(), v.looseObject({ [table]: v.optional(v.record(v.string(), v.unknown())) }));
  const found = v.parse(schema, texts)[document]?.[table]?.[key];
  return v.parse(v.string(), found).trim();
}
type Change = readonly [file: string, from: string, to: string];
function changed(...changes: readonly Change[]): Map<string, string> {
  const files = new Map(GOOD);
  for (const [file, from, to] of changes) {
    const text = files.get(file) ?? '';
    expect(text.split(from).length, `${file} has "${from}" once`).toBe(2);
    files.set(file, text.replace(from, () => to));
  }
  return files;
}
function lineOf(files: ReadonlyMap<string, string>, file: string, text: string): number {
  return (files.get(file) ?? '').split('\n').findIndex((line) => line.includes(text)) + 1;
}

describe('our own texts', () => {
  const { rows, problems } = checkReadability(GOOD);

  it('pass the gate', () => {
    expect([...UNREAD, ...problems].map(formatProblem)).toEqual([]);
  });
  it('are all measured: every card, question and document', () => {
    const loaded = loadGuide({ folder: 'content', language: 'en', today: TODAY });
    if (!loaded.ok) throw new Error('the content is not good');
    const { cards, questions, documents } = loaded.value.guide;
    const places = new Set(rows.map((row) => row.place));
    const expected = [
      ...cards.map((card) => `card ${card.id}`),
      ...questions.map((question) => `question ${question.id}`),
      ...documents.map((document) => document.id),
    ];
    expect(expected.filter((place) => !places.has(place))).toEqual([]);
  });
  it('are held to the limits wherever a patient reads, and only measured elsewhere', () => {
    const patients = rows.filter((row) => row.gated);
    expect(Math.max(...patients.map((row) => row.fk ?? 0))).toBeLessThanOrEqual(6);
    expect(Math.max(...patients.map((row) => row.smog ?? 0))).toBeLessThanOrEqual(7);
    const reported = rows.filter((row) => !row.gated).map((row) => row.place);
    expect(reported).toEqual(expect.arrayContaining(['D09c', 'D09d', 'D09e', 'D21', 'D24a', 'D24b', 'D24c']));
    expect(reported).not.toContain('D01');
  });
  it('show the raw figures beside the others: never easier without the list', () => {
    for (const row of rows) expect(row.fkRaw ?? 0, row.place).toBeGreaterThanOrEqual(row.fk ?? 0);
    expect(rows.filter((row) => (row.fkRaw ?? 0) > 6 && row.gated).length).toBeGreaterThan(0);
  });
});

const LONG_LIST = Array.from({ length: 8 }, (_, at) => `- call ${at + 1}`).join('\n');
const BODY = 'body = """\nThis guide is about insurance for IV treatment at home.';
const ABOUT = 'cards.i-about.body';

/** What is wrong → what the editor is told: field, cause, fix. */
const BREACHES: readonly (readonly [
  name: string,
  change: readonly [file: string, from: string, to: string],
  told: { readonly field: string; readonly cause: string | RegExp; readonly fix: RegExp },
])[] = [
  [
    'a sentence that is too long',
    [CARDS, BODY, `${BODY} It says what you can do when the plan says no or pays too little or takes too long to write to you.`],
    { field: ABOUT, cause: /^a sentence has 23 words; 20 is the most: "It says what/, fix: /two sentences/ },
  ],
  [
    'two long words in a sentence',
    [CARDS, BODY, `${BODY} Ask for an alternative immediately.`],
    { field: ABOUT, cause: /2 long words \(alternative, immediately\): "Ask for an/, fix: /shorter words/ },
  ],
  [
    'a banned word, with an ending',
    [CARDS, BODY, `${BODY} The plan utilizes it.`],
    { field: ABOUT, cause: '"utilize" is not used: "The plan utilizes it.".', fix: /^write use\.$/ },
  ],
  [
    'a banned phrase on a screen',
    [SCREENS, 'lead = "Your answers will be deleted. Nothing is kept."', 'lead = "The screen will time out soon."'],
    { field: 'clear.lead', cause: /"time out" is not used/, fix: /your answers will be deleted soon/ },
  ],
  [
    'a banned word in the form for another only',
    [CARDS, BODY, `${BODY} Call {your doctor|their physician}.`],
    { field: ABOUT, cause: /"physician" is not used: "Call their physician\."/, fix: /doctor/ },
  ],
  [
    'five sentences in a paragraph',
    [CARDS, BODY, `${BODY} Read it now. Ask a nurse. Take it home.`],
    { field: ABOUT, cause: 'a paragraph has 6 sentences; 4 is the most.', fix: /two paragraphs/ },
  ],
  [
    'eight items in a list',
    [CARDS, BODY, `body = """\n${LONG_LIST}\n\nThis guide is about insurance for IV treatment at home.`],
    { field: ABOUT, cause: 'a list has 8 items; 7 is the most.', fix: /two lists/ },
  ],
  [
    'eight boxes to tick under each other',
    [DOCUMENTS, 'slow = ["', `slow = [${'"Ask a nurse.", '.repeat(7)}"`],
    { field: 'D05.lists.slow', cause: 'a list has 8 items; 7 is the most.', fix: /two lists/ },
  ],
  [
    'a term of the trade with no word on what it is',
    [CARDS, BODY, `${BODY} Ask for a fair hearing.`],
    { field: ABOUT, cause: /card i-about says "Fair hearing" for the first time/, fix: /"hearing officer"/ },
  ],
  [
    'a term on a page that explains it only for some',
    [DOCUMENTS, wordsOf('D06.texts.unsure'), '**Not sure?** Ask about step therapy.'],
    { field: 'D06.texts.unsure', cause: /^D06 says "Step therapy" for the first time/, fix: /"cheaper"/ },
  ],
  [
    'an abbreviation that no voice can say',
    [PLAN, 'why = "Then you know who to call."\n[steps.waiting-1]', 'why = "Then call the CMS."\n[steps.waiting-1]'],
    { field: 'steps.not-sent-3.why', cause: '"CMS" has no spoken form.', fix: /add "CMS" = .+ speech\.toml/ },
  ],
  [
    'a number form that no voice can say',
    [QUESTIONS, 'why = "So the pages use the right words."', 'why = "It takes 2.5 minutes."'],
    { field: 'who.why', cause: '"2.5" has no spoken form.', fix: /speech\.toml/ },
  ],
  [
    'an entry of the lexicon that is gone',
    [SPEECH, 'OPAT = "oh pat"\n', ''],
    { field: 'cards.a-seven.body', cause: '"OPAT" has no spoken form.', fix: /add "OPAT"/ },
  ],
];

describe('a breach', () => {
  it.each(BREACHES)('%s', (_, change, told) => {
    const files = changed(change);
    const { problems } = checkReadability(files);
    const found = problems.filter((problem) => problem.field === told.field);
    const match = found.find(({ cause }) =>
      typeof told.cause === 'string' ? cause === told.cause : told.cause.test(cause),
    );
    expect(match, problems.map(formatProblem).join('\n')).toBeDefined();
    expect(match?.fix).toMatch(told.fix);
    expect(match?.line).toBeGreaterThan(1);
    // It is a matter of wording: the kiosk starts all the same.
    const made = makeGuide(files, { language: 'en', today: TODAY });
    expect(made.ok ? [] : made.error.map(formatProblem)).toEqual([]);
  });

  it('names the line of the text', () => {
    const files = changed([CARDS, BODY, `${BODY} The plan utilizes it.`]);
    const [problem] = checkReadability(files).problems;
    expect(problem).toMatchObject({ file: CARDS, line: lineOf(files, CARDS, 'This guide is about insurance') - 1 });
  });

  it('is a card with a grade that is too high, though each sentence is short enough', () => {
    const hard = Array.from({ length: 9 }, () => 'Insurance coordinators authorize hospital therapy.').join('\n\n');
    const { rows, problems } = checkReadability(changed([CARDS, BODY, `body = """\n${hard}\n\nThis guide is about it.`]));
    const fk = rows.find((row) => row.place === 'card i-about')?.fk ?? 0;
    expect(fk).toBeGreaterThan(6);
    expect(problems.map((problem) => problem.cause)).toContain(
      `card i-about reads at Flesch-Kincaid grade ${fk.toFixed(1)}; 6.0 is the most.`,
    );
  });

  it('is a document of many sentences with a SMOG grade that is too high', () => {
    const long = Array.from({ length: 40 }, () => 'We ask for immediate help.').join('\n\n');
    const files = changed([DOCUMENTS, wordsOf('D06.texts.unsure'), long]);
    const { rows, problems } = checkReadability(files);
    const row = rows.find(({ place }) => place === 'D06');
    expect(row?.sentences).toBeGreaterThanOrEqual(30);
    expect(problems.filter(({ field }) => field === 'D06').map(({ cause }) => cause)).toEqual([
      `D06 reads at SMOG grade ${row?.smog?.toFixed(1) ?? ''}; 7.0 is the most.`,
    ]);
  });

  it('is the 81st word of the list, and the line of it is named', () => {
    const text = GOOD.get(PLAIN_WORDS) ?? '';
    const have = text.split('reason =').length - 1 - (text.split('\nreported = [')[1] ?? '').split('reason =').length + 1;
    const more = Array.from({ length: 81 - have }, (_, at) => `  { word = "word${at}", reason = "a name" },\n`).join('');
    const files = changed([PLAIN_WORDS, 'allowed = [\n', `allowed = [\n${more}`]);
    const { problems } = checkReadability(files);
    expect(problems.map(formatProblem)).toEqual([
      expect.stringMatching(/plain-words\.toml:\d+: allowed\.80: 81 words are allow-listed; 80 is the most\. Fix: take one out/),
    ]);
    const fewer = changed([PLAIN_WORDS, 'allowed = [\n', `allowed = [\n${more.split('\n').slice(1).join('\n')}`]);
    expect(checkReadability(fewer).problems).toEqual([]);
  });

  it('is found for a banned word with any sign in it', () => {
    const banned = '  { word = "C++ (or so)", use = "a plain word" },\n';
    const files = changed(
      [PLAIN_WORDS, 'banned = [\n', `banned = [\n${banned}`],
      [CARDS, BODY, `${BODY} Learn C++ (or so).`],
    );
    expect(checkReadability(files).problems.map((problem) => problem.cause)).toContain(
      '"C++ (or so)" is not used: "Learn C++ (or so).".',
    );
  });

  it('is a listed word with no reason', () => {
    const files = changed([PLAIN_WORDS, '{ word = "Medicare", reason = "name of a program" }', '{ word = "Medicare" }']);
    expect(checkReadability(files).problems.map(formatProblem)).toEqual([
      expect.stringMatching(/plain-words\.toml:\d+: allowed\.0\.reason: this field is missing/),
    ]);
  });

  it('is nothing in a page for a plan, a doctor or staff, until the page is for patients', () => {
    const hard = 'The clinical documentation is sufficient.';
    const letter = changed([DOCUMENTS, wordsOf('D09c.texts.clinical'), hard]);
    expect(checkReadability(letter).problems).toEqual([]);
    const rules = letter.get(DOCUMENT_RULES) ?? '';
    const files = new Map([...letter, [DOCUMENT_RULES, rules.replace('id = "D09c"\naudience = "plan"', 'id = "D09c"')]]);
    const causes = checkReadability(files).problems.map((problem) => problem.cause);
    expect(causes).toContain(`"clinical" is not used: "${hard}".`);
  });
});
