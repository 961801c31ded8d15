import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import type { Guide } from '../model';
import { formatProblem, type Problem } from '../../basics/problem';
import { makeRandom } from '../../basics/random';
import { readContentFiles } from './files';
import { loadGuide, makeGuide } from './index';

const CONTENT = resolve('content');
const TODAY = '2026-11-23';
const GUIDE = 'guides/insurance-and-prior-authorization-home-infusion';
const PLAN = `${GUIDE}/plan.toml`;
const PLAN_WORDS = `${GUIDE}/en/plan.toml`;
const CARD_RULES = `${GUIDE}/cards.toml`;
const CARDS = `${GUIDE}/en/cards.toml`;
const DOCUMENTS = `${GUIDE}/documents.toml`;
const QUESTIONS = `${GUIDE}/questions.toml`;
const NATIONAL = 'contacts/national.toml';
const STATES = 'contacts/states.csv';

const { files: GOOD, problems: READING_PROBLEMS } = readContentFiles(CONTENT);

const folders: string[] = [];
afterAll(() => {
  for (const folder of folders) rmSync(folder, { recursive: true });
});
function newFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'homeward-content-'));
  folders.push(folder);
  return folder;
}

/** The good content with one place changed; the place must be there, or the test would break nothing. */
function changed(file: string, from: string | RegExp, to: string): ReadonlyMap<string, string> {
  const text = GOOD.get(file) ?? '';
  const broken = text.replace(from, () => to);
  expect(broken, `${file} has ${String(from)}`).not.toBe(text);
  return new Map([...GOOD, [file, broken]]);
}
function without(file: string): ReadonlyMap<string, string> {
  expect(GOOD.has(file)).toBe(true);
  return new Map([...GOOD].filter(([path]) => path !== file));
}
function lineOf(files: ReadonlyMap<string, string>, file: string, text: string): number {
  const at = (files.get(file) ?? '').split('\n').findIndex((line) => line.includes(text));
  expect(at).toBeGreaterThanOrEqual(0);
  return at + 1;
}
function make(
  files: ReadonlyMap<string, string>,
  today = TODAY,
): { readonly guide: Guide | null; readonly problems: readonly Problem[] } {
  const made = makeGuide(files, { language: 'en', today });
  return made.ok ? { guide: made.value.guide, problems: [] } : { guide: null, problems: made.error };
}
function good(files: ReadonlyMap<string, string>, today = TODAY): Guide {
  const { guide, problems } = make(files, today);
  expect(problems.map(formatProblem)).toEqual([]);
  if (guide === null) throw new Error('no guide');
  return guide;
}

describe('the content of the repository', () => {
  it('loads with nothing wrong', () => {
    expect(READING_PROBLEMS).toEqual([]);
    const loaded = loadGuide({ folder: CONTENT, language: 'en', today: TODAY });
    expect(loaded.ok ? [] : loaded.error.map(formatProblem)).toEqual([]);
  });

  it('says every one of the 159 atoms of the source by a card', () => {
    const guide = good(GOOD);
    expect(guide.atoms).toHaveLength(159);
    expect(new Set(guide.atoms.map((atom) => atom.id)).size).toBe(159);
    const said = new Set(guide.cards.flatMap((card) => card.from));
    expect(guide.atoms.filter((atom) => !said.has(atom.id)).map((atom) => atom.id)).toEqual([]);
  });

  it('has the eight sections of the source, each with cards, under its own headings', () => {
    const guide = good(GOOD);
    const headings = [...(GOOD.get(`${GUIDE}/source.en.md`) ?? '').matchAll(/^## (.+)$/gm)].map((found) => found[1]);
    const sections = guide.sections.filter((section) => /^[a-h]$/.test(section.id));
    expect(sections.map((section) => section.sourceTitle)).toEqual(headings);
    expect(headings).toHaveLength(8);
    for (const section of sections) expect(section.cards.length, section.id).toBeGreaterThan(0);
  });

  it('has 50 states and DC, and two regulators for California', () => {
    const guide = good(GOOD);
    expect(guide.states).toHaveLength(51);
    expect(guide.states.find((state) => state.id === 'CA')?.regulators.map((each) => each.id)).toEqual([
      'regulator-CA-dmhc',
      'regulator-CA-cdi',
    ]);
  });

  it('changes its version with any file', () => {
    const version = good(GOOD).version;
    expect(version).toMatch(/^[0-9a-f]{8}$/);
    expect(good(changed(PLAN_WORDS, 'Emergency: call 911.', 'Emergency: dial 911.')).version).not.toBe(version);
  });
});

interface Break {
  readonly name: string;
  readonly files: () => ReadonlyMap<string, string>;
  readonly file: string;
  /** Text of the line that the problem points to, after the change; null where a whole file is meant. */
  readonly at: string | null;
  readonly says: RegExp;
}

const BREAKS: readonly Break[] = [
  {
    name: 'a missing card leaves its atoms unsaid',
    files: () => changed(CARD_RULES, /\[\[cards\]\]\nid = "a-seven"[\s\S]*?(?=\[\[cards\]\])/, ''),
    file: CARD_RULES,
    at: '[[cards]]',
    says: /nothing says atom/,
  },
  {
    name: 'a misspelt answer id in a condition',
    files: () => changed(PLAN, 'when = { stage = ["not-sent"] }', 'when = { stage = ["not-snt"] }'),
    file: PLAN,
    at: 'not-snt',
    says: /"stage" has no answer "not-snt"/,
  },
  {
    name: 'a misspelt question in a condition',
    files: () =>
      changed(DOCUMENTS, 'trigger = { stage = ["approved", "partial"] }', 'trigger = { stagee = ["approved"] }'),
    file: DOCUMENTS,
    at: 'stagee',
    says: /there is no question "stagee"/,
  },
  {
    name: 'a misspelt flag',
    files: () => changed(QUESTIONS, 'ask = { no_flags = ["uninsured"] }', 'ask = { no_flags = ["uninsurd"] }'),
    file: QUESTIONS,
    at: 'uninsurd',
    says: /there is no flag "uninsurd"/,
  },
  {
    name: 'a broken date',
    files: () => changed(NATIONAL, 'expires_on = "2027-11-23"', 'expires_on = "23.11.2027"'),
    file: NATIONAL,
    at: '23.11.2027',
    says: /23\.11\.2027/,
  },
  {
    name: 'a date that no calendar has',
    files: () => changed('coverage/ladders/va.toml', 'as_of = "2026-11-23"', 'as_of = "2026-02-30"'),
    file: 'coverage/ladders/va.toml',
    at: '2026-02-30',
    says: /2026-02-30/,
  },
  {
    name: 'an unknown field',
    files: () => changed(NATIONAL, 'name = "Medicare"', 'name = "Medicare"\nfax = "1-800-000-0000"'),
    file: NATIONAL,
    at: 'fax =',
    says: /not known here/,
  },
  {
    name: 'a missing field',
    files: () => changed(NATIONAL, 'owner = "national"\n', ''),
    file: NATIONAL,
    at: null,
    says: /field is missing/,
  },
  {
    name: 'an id that is used twice',
    files: () => changed(NATIONAL, 'id = "medicare"', 'id = "ebsa"'),
    file: NATIONAL,
    at: null,
    says: /"ebsa" is used twice/,
  },
  {
    name: 'a kind of help that is used twice',
    files: () => changed(PLAN, 'id = "F13"', 'id = "F12"'),
    file: PLAN,
    at: null,
    says: /"F12" is used twice/,
  },
  {
    name: 'a file that is not TOML',
    files: () => changed(PLAN_WORDS, 'not-sent = "Ask', 'not-sent = Ask'),
    file: PLAN_WORDS,
    at: 'not-sent = Ask',
    says: /not TOML/,
  },
  {
    name: 'a missing file',
    files: () => without(`${GUIDE}/en/terms.toml`),
    file: `${GUIDE}/en/terms.toml`,
    at: null,
    says: /file is missing/,
  },
  {
    name: 'a text without its caregiver form',
    files: () => changed(PLAN_WORDS, 'Ask {your|their} case manager to send', 'Ask your case manager to send'),
    file: PLAN_WORDS,
    at: 'Ask your case manager to send',
    says: /"your" has no form for somebody who cares/,
  },
  {
    name: 'a caregiver form with half a brace',
    files: () => changed(PLAN_WORDS, 'Ask {your|their} case manager to send', 'Ask {your|their case manager to send'),
    file: PLAN_WORDS,
    at: 'Ask {your|their case manager',
    says: /cannot be filled in/,
  },
  {
    name: 'a slot that nobody fills',
    files: () => changed(PLAN_WORDS, 'Ask about hospital financial help.', 'Ask {hospital} about financial help.'),
    file: PLAN_WORDS,
    at: 'Ask {hospital}',
    says: /"\{hospital\}" cannot be filled in/,
  },
  {
    name: 'a ladder text without its caregiver form',
    files: () =>
      changed(
        'coverage/en.toml',
        'Write to the patient advocate at {your|their}',
        'Write to the patient advocate at your',
      ),
    file: 'coverage/en.toml',
    at: 'at your VA',
    says: /"your" has no form/,
  },
  {
    name: 'an unknown document in the packet',
    files: () => changed(DOCUMENTS, 'fill = ["D12", ', 'fill = ["D70", '),
    file: DOCUMENTS,
    at: null,
    says: /no document "D70"/,
  },
  {
    name: 'an unknown contact',
    files: () => changed(PLAN, 'contacts = ["ebsa"]', 'contacts = ["esba"]'),
    file: PLAN,
    at: 'esba',
    says: /no contact "esba"/,
  },
  {
    name: 'an unknown card',
    files: () => changed(PLAN, 'card = "f3-medicaid"', 'card = "f3-medicad"'),
    file: PLAN,
    at: 'f3-medicad',
    says: /no card "f3-medicad"/,
  },
  {
    name: 'an unknown atom',
    files: () => changed(CARD_RULES, /from = \["/, 'from = ["b99.9", "'),
    file: CARD_RULES,
    at: 'b99.9',
    says: /no atom "b99\.9"/,
  },
  {
    name: 'a message with no words',
    files: () => changed(PLAN_WORDS, /^waiting = .*\n/m, ''),
    file: PLAN_WORDS,
    at: null,
    says: /no words for "waiting"/,
  },
  {
    name: 'an actor with no words',
    files: () => changed(PLAN_WORDS, 'infusion-company = "With the infusion company"\n', ''),
    file: PLAN_WORDS,
    at: null,
    says: /field is missing/,
  },
  {
    name: 'an answer with no words',
    files: () => changed(`${GUIDE}/en/questions.toml`, 'tricare = "TRICARE (military)"\n', ''),
    file: `${GUIDE}/en/questions.toml`,
    at: null,
    says: /answer "tricare" has no words/,
  },
  {
    name: 'a step of more than 20 words',
    files: () =>
      changed(
        PLAN_WORDS,
        'text = "Ask what papers the plan needs."',
        'text = "Ask what papers the plan needs and who will send them and when and where and how and to which office there."',
      ),
    file: PLAN_WORDS,
    at: 'to which office there',
    says: /at most 20 words/,
  },
  {
    name: 'a ladder that leads to a level it does not have',
    files: () =>
      changed('coverage/ladders/individual.toml', 'second = "external-review"', 'second = "second-internal"'),
    file: 'coverage/ladders/individual.toml',
    at: 'second-internal',
    says: /"second-internal", which is not in this file/,
  },
  {
    name: 'a ladder with no step for an answer',
    files: () => changed('coverage/ladders/va.toml', 'unsure = "clinical-appeal", ', ''),
    file: 'coverage/ladders/va.toml',
    at: 'here =',
    says: /"unsure" leads nowhere/,
  },
  {
    name: 'a ladder of an insurance that nobody can choose',
    files: () => changed('coverage/ladders/va.toml', 'insurance = "va"', 'insurance = "veterans"'),
    file: 'coverage/ladders/va.toml',
    at: 'veterans',
    says: /no answer "veterans"/,
  },
  {
    name: 'a misspelt answer that clears the others',
    files: () => changed(QUESTIONS, 'exclusive = ["none", "unsure"]', 'exclusive = ["non", "unsure"]'),
    file: QUESTIONS,
    at: '"non"',
    says: /no answer "non"/,
  },
  {
    name: 'a state with a missing cell',
    files: () => changed(STATES, /^(AL,Alabama,[^,]+,)[^,]+/m, 'AL,Alabama,Alabama Department of Insurance,'),
    file: STATES,
    at: 'AL,Alabama',
    says: /an empty one/,
  },
  {
    name: 'a state with too few cells',
    files: () => changed(STATES, ',https://www.aldoi.gov/', ''),
    file: STATES,
    at: 'AL,Alabama',
    says: /found 10 cells/,
  },
  {
    name: 'a states file without its columns',
    files: () => changed(STATES, 'state,name,', 'name,state,'),
    file: STATES,
    at: 'name,state,',
    says: /first line does not name the columns/,
  },
  {
    name: 'a guide text that nobody checked the cards against',
    files: () => changed(`${GUIDE}/source.en.md`, 'is one of the most frustrating', 'is one of the less frustrating'),
    file: `${GUIDE}/guide.toml`,
    at: 'source_sha256 =',
    says: /not the text the cards were written from/,
  },
  {
    name: 'a guide text with broken front matter',
    files: () => changed(`${GUIDE}/source.en.md`, 'title = "Insurance', 'title = Insurance'),
    file: `${GUIDE}/source.en.md`,
    at: '+++',
    says: /front matter is not complete/,
  },
  {
    name: 'a picture in a card',
    files: () => changed(CARDS, /body = """\n/, 'body = """\n![home](home.png)\n\n'),
    file: CARDS,
    at: null,
    says: /is not used here/,
  },
];

describe('content that is wrong is refused with file, line, cause and fix', () => {
  it.each(BREAKS)('$name', ({ files, file, at, says }) => {
    const broken = files();
    const { problems } = make(broken);
    const found = problems.find((problem) => problem.file === file && says.test(problem.cause));
    expect(found, problems.map(formatProblem).join('\n')).toBeDefined();
    if (at !== null) expect(found?.line).toBe(lineOf(broken, file, at));
    expect(found?.fix).not.toBe('');
    expect(formatProblem(found as Problem)).toContain('Fix: ');
  });

  it('never crashes, whichever file is cut in half or emptied', () => {
    for (const [file, text] of GOOD) {
      for (const cut of ['', text.slice(0, text.length / 2), `${text}\n{{{`]) {
        expect(() => make(new Map([...GOOD, [file, cut]])), file).not.toThrow();
      }
    }
  });

  it('refuses a language that is not there', () => {
    const loaded = loadGuide({ folder: CONTENT, language: 'fr', today: TODAY });
    expect(loaded.ok).toBe(false);
  });
});

describe('the folder itself', () => {
  function refusal(folder: string): readonly string[] {
    const loaded = loadGuide({ folder, language: 'en', today: TODAY });
    if (loaded.ok) throw new Error('the folder was taken');
    return loaded.error.map(formatProblem);
  }

  it('that is not there is said', () => {
    expect(refusal(join(newFolder(), 'gone'))[0]).toMatch(/gone: this folder cannot be read\. Fix: /);
  });
  it('refuses a file that is not UTF-8', () => {
    const folder = newFolder();
    writeFileSync(join(folder, 'a.toml'), Buffer.from([0x61, 0x3d, 0x22, 0xe9, 0x22]));
    expect(refusal(folder)[0]).toMatch(/^a\.toml: the file is not UTF-8 text\. Fix: save it as UTF-8/);
  });
  it('refuses a link, and does not follow it', () => {
    const folder = newFolder();
    writeFileSync(join(folder, 'real.toml'), 'a = "b"\n');
    const linked = newFolder();
    mkdirSync(join(linked, 'contacts'));
    symlinkSync(join(folder, 'real.toml'), join(linked, 'contacts', 'linked.toml'));
    symlinkSync(folder, join(linked, 'folder'));
    const said = refusal(linked);
    expect(said[0]).toMatch(/^contacts\/linked\.toml: this is a link\. Fix: /);
    expect(said[1]).toMatch(/^folder: this is a link\. Fix: /);
  });
  it('refuses a file of more than 1 MB', () => {
    const folder = newFolder();
    writeFileSync(join(folder, 'big.md'), 'x'.repeat(1024 * 1024 + 1));
    expect(refusal(folder)[0]).toMatch(/^big\.md: the file is larger than 1 MB\. Fix: /);
  });
  it('takes Windows line ends and a byte order mark', () => {
    const folder = newFolder();
    writeFileSync(join(folder, 'a.toml'), '\uFEFFa = 1\r\nb = 2\r\n');
    const { files, problems } = readContentFiles(folder);
    expect(files.get('a.toml')).toBe('a = 1\nb = 2\n');
    expect(problems).toEqual([]);
  });
});

describe('only what is confirmed and in date reaches the guide', () => {
  const fileAppeal = (guide: Guide, ladder: string) =>
    guide.ladders.find((each) => each.id === ladder)?.dates.find((date) => date.id === 'file-appeal');

  it('computes no date from a rule that is not confirmed', () => {
    expect(fileAppeal(good(GOOD), 'employer')?.add).toEqual({ count: 180, unit: 'days' });
    const doubted = changed(
      'coverage/ladders/employer.toml',
      /(add = \{ count = 180[\s\S]*?status = )"confirmed"/,
      'add = { count = 180, unit = "days" }\nsource = "x"\nstatus = "confirmed (secondary)"',
    );
    expect(fileAppeal(good(doubted), 'employer')?.add).toBeNull();
  });
  it('computes no date from a rule that has run out', () => {
    const until = changed(
      'coverage/ladders/tricare.toml',
      /(add = \{ count = 90, unit = "days" \})/,
      'add = { count = 90, unit = "days" }\neffective_until = "2026-12-31"',
    );
    expect(fileAppeal(good(until), 'tricare')?.add).toEqual({ count: 90, unit: 'days' });
    expect(fileAppeal(good(until, '2027-01-01'), 'tricare')?.add).toBeNull();
  });
  it('prints no times of a level that is not confirmed', () => {
    const doubted = changed('coverage/ladders/medicare-claim.toml', 'status = "confirmed"', 'status = "UNCONFIRMED"');
    const level = good(doubted).ladders.find((each) => each.id === 'medicare-claim')?.levels[0];
    expect(level?.askWithin).toBeNull();
    expect(level?.decidedWithin).toEqual({ standard: null, fast: null });
  });
  it('prints no phone or address of a contact past its date', () => {
    const last = good(GOOD, '2027-11-23').contacts.find((each) => each.id === 'medicare');
    expect(last).toMatchObject({ phone: '1-800-633-4227', tty: '1-877-486-2048', web: 'medicare.gov' });
    const expired = good(GOOD, '2027-12-01');
    for (const contact of [
      ...expired.contacts,
      ...expired.states.flatMap((each) => [...each.regulators, each.medicaid]),
    ]) {
      expect(contact, contact.id).toMatchObject({ phone: null, tty: null, web: null });
    }
  });
  it.each(['ship', 'tricare-east', 'tricare-west', 'paf', 'healthwell', 'rxassist'])(
    'prints the address but no phone of %s, which nobody confirmed',
    (id) => {
      const contact = good(GOOD).contacts.find((each) => each.id === id);
      expect(contact?.phone).toBeNull();
      expect(contact?.web).not.toBeNull();
    },
  );
  it('prints no state phone that is only corroborated', () => {
    const guide = good(GOOD);
    const rows = (GOOD.get(STATES) ?? '').trim().split('\n').slice(1);
    const unsure = rows.filter((row) =>
      /,(confirmed|corroborated|unconfirmed),(corroborated|unconfirmed),(confirmed|corroborated|unconfirmed),/.test(
        row,
      ),
    );
    expect(unsure.length).toBeGreaterThan(0);
    for (const row of unsure) {
      const state = guide.states.find((each) => each.id === row.slice(0, 2));
      expect(
        state?.regulators.map((each) => each.phone),
        row.slice(0, 2),
      ).toEqual(state?.regulators.map(() => null));
    }
  });
});

describe('ids of pages', () => {
  it('the cover, the plan and the list of phones may have any id', () => {
    const files = new Map(
      [...GOOD].map(([path, text]): [string, string] => [path, text.replace(/\bD(23|01|15)\b/g, 'page-$1')]),
    );
    expect(good(files).documents.map(({ id }) => id)).toEqual(
      expect.arrayContaining(['page-23', 'page-01', 'page-15']),
    );
  });

  it.each(['plan', 'cover'])('content with no page for the %s is refused', (kind) => {
    const { problems } = make(changed(DOCUMENTS, `kind = "${kind}"`, 'kind = "about"'));
    expect(problems.map(({ cause }) => cause)).toContain(`no page has a block of kind "${kind}".`);
  });
});

describe('any text at all', () => {
  const random = makeRandom(7);
  const pick = <Item>(items: readonly Item[]): Item | undefined => items[Math.floor(random() * items.length)];
  const JUNK = [
    '"',
    '[',
    '{',
    '= 1',
    '[[',
    ']',
    '\n',
    '__proto__ = 1\n',
    'constructor',
    '{your',
    '# ',
    '"""',
    '\u0007',
    '|',
    ',',
  ];

  it('never makes the loader throw', () => {
    const paths = [...GOOD.keys()].filter((path) => path.endsWith('.toml') || path.endsWith('.csv'));
    for (let round = 0; round < 60; round += 1) {
      const path = pick(paths) ?? '';
      const text = GOOD.get(path) ?? '';
      const start = Math.floor(random() * text.length);
      const end = start + Math.floor(random() * 40);
      const broken = `${text.slice(0, start)}${pick(JUNK) ?? ''}${text.slice(end)}`;
      expect(() => make(new Map([...GOOD, [path, broken]])), `${path} ${start}–${end}`).not.toThrow();
    }
  });

  it.each(['constructor', 'toString', 'valueOf'])('nor does an id that every object has: %s', (name) => {
    for (const [path, from] of [
      [PLAN, 'id = "waiting-1"'],
      [CARD_RULES, 'id = "i-about"'],
      [DOCUMENTS, 'id = "D02"'],
    ] as const)
      expect(make(changed(path, from, `id = "${name}"`)).problems.length).toBeGreaterThan(0);
  });

  it('nor does a TOML header of 3,000 parts', () => {
    const header = `[${Array.from({ length: 3_000 }, () => 'a').join('.')}]`;
    expect(make(new Map([...GOOD, [PLAN, `${GOOD.get(PLAN) ?? ''}\n${header}\n`]])).problems.length).toBeGreaterThan(0);
  });
});
