/**
 * A hospital's own folder, broken in every way we could think of, on a real disk: the checker names file, line, cause
 * and fix; the kiosk starts on the packaged content, or keeps the last good one, and only the log mentions it.
 */
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import {
  appendFileSync,
  cpSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  renameSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { checkFolder } from '../../src/commands/content-check';
import type { Guide } from '../../src/guide/model';
import { openContent, type Content } from '../../src/machine/content';
import type { MachineEvent } from '../../src/machine/events';

/**
 * Every folder is written to the disk and read from it. The result for equal texts is worked out once: most of the 150
 * folders are the packaged one except for the broken line, and a walk through all its questions takes seconds.
 */
vi.mock(import('../../src/guide/load'), async (original) => {
  const real = await original();
  const makeOnce = once(real.makeGuide);
  return {
    ...real,
    makeGuide(files, { language, today }) {
      return makeOnce(files, { language, today }, JSON.stringify([language, today, ...files]));
    },
  };
});
vi.mock(import('../../src/plan/every-path'), async (original) => {
  const real = await original();
  const [every, some] = [once(real.checkEveryPath), once(real.checkSomePeople)];
  return {
    ...real,
    checkEveryPath: (guide) => every(guide, rulesOf(guide)),
    checkSomePeople: (guide) => some(guide, rulesOf(guide)),
  };
});
vi.mock(import('../../src/audit/readability/gate'), async (original) => {
  const real = await original();
  const read = once(real.checkReadability);
  return { ...real, checkReadability: (files) => read(files, JSON.stringify([...files])) };
});

/** The last argument says what counts as the same. */
function once<Given extends readonly unknown[], Made>(
  make: (...given: Given) => Made,
): (...given: readonly [...Given, string]) => Made {
  const kept = new Map<string, Made>();
  return (...given) => {
    const key = createHash('sha256')
      .update(String(given.at(-1)))
      .digest('hex');
    const known = kept.get(key);
    if (known !== undefined) return known;
    const made = make(...(given.slice(0, -1) as unknown as Given));
    kept.set(key, made);
    return made;
  };
}

/** Everything in a guide that a way through the questions can depend on; words and phone numbers are not. */
function rulesOf(guide: Guide): string {
  return JSON.stringify({ ...guide, version: '', approval: null, words: {}, contacts: [], cards: [], atoms: [] });
}

const ROOT = mkdtempSync(join(tmpdir(), 'homeward-broken-'));
/** A copy, so that nobody can change it meanwhile. */
const PACKAGED = join(ROOT, 'packaged');
cpSync(resolve('content'), PACKAGED, { recursive: true });
const TODAY = '2026-11-23';
const TOMORROW = '2026-11-24';
const GUIDE = 'guides/insurance-and-prior-authorization-home-infusion';
const [PLAN, PLAN_WORDS] = [`${GUIDE}/plan.toml`, `${GUIDE}/en/plan.toml`];
const [QUESTIONS, QUESTION_WORDS] = [`${GUIDE}/questions.toml`, `${GUIDE}/en/questions.toml`];
const DOCUMENTS = `${GUIDE}/documents.toml`;
const [CARD_RULES, CARDS] = [`${GUIDE}/cards.toml`, `${GUIDE}/en/cards.toml`];
const [SOURCE, REVIEW] = [`${GUIDE}/source.en.md`, `${GUIDE}/en/review.toml`];
const [NATIONAL, STATES] = ['contacts/national.toml', 'contacts/states.csv'];
const SCREENS = 'interface/en/screens.toml';

afterAll(() => rmSync(ROOT, { recursive: true, force: true }));

function goodFolder(): string {
  const folder = mkdtempSync(join(ROOT, 'content-'));
  cpSync(PACKAGED, folder, { recursive: true });
  return folder;
}

/** What an editor does to a folder. */
type Breaking = (folder: string) => void;

function change(file: string, from: string | RegExp, to: string): Breaking {
  return (folder) => {
    const text = readFileSync(join(folder, file), 'utf8');
    const changed = text.replace(from, (_, kept) => to.replace('$1', String(kept)));
    if (changed === text) throw new Error(`${file} does not have ${String(from)}: the test would break nothing`);
    writeFileSync(join(folder, file), changed);
  };
}
const write =
  (file: string, content: string | Uint8Array): Breaking =>
  (folder) => {
    mkdirSync(dirname(join(folder, file)), { recursive: true });
    writeFileSync(join(folder, file), content);
  };
const remove =
  (path: string): Breaking =>
  (folder) =>
    rmSync(join(folder, path), { recursive: true });
const append =
  (file: string, text: string): Breaking =>
  (folder) =>
    appendFileSync(join(folder, file), text);
const both =
  (...breakings: readonly Breaking[]): Breaking =>
  (folder) => {
    for (const breaking of breakings) breaking(folder);
  };

interface Break {
  readonly name: string;
  readonly how: Breaking;
  /** Matches the line that reports it: `file:line: field: cause Fix: …`. */
  readonly says: RegExp;
  /** Whether a kiosk must not use the folder; otherwise only the editor is told. */
  readonly stops?: false;
}

const BREAKS: readonly Break[] = [
  // Files and folders
  { name: 'a missing file', how: remove(`${GUIDE}/en/terms.toml`), says: /^\S+terms\.toml: the file is missing\. Fix: / },
  { name: 'a missing folder', how: remove('contacts'), says: /^contacts\/national\.toml: the file is missing\. Fix: / },
  { name: 'a missing guide text', how: remove(SOURCE), says: /source\.en\.md:1: the guide is missing/ },
  {
    name: 'an empty folder',
    how: (folder) => {
      rmSync(folder, { recursive: true });
      mkdirSync(folder);
    },
    says: /there is no content in this folder\. Fix: name the folder that holds guides/,
  },
  { name: 'an empty file', how: write(PLAN, ''), says: /\/plan\.toml: \S+: this field is missing\. Fix: / },
  { name: 'a folder where a file should be', how: both(remove(PLAN), (f) => mkdirSync(join(f, PLAN))), says: /plan\.toml: this is not a file\./ },
  { name: 'a pipe where a file should be', how: both(remove(PLAN), (f) => void execFileSync('mkfifo', [join(f, PLAN)])), says: /plan\.toml: this is not a file\./ },
  { name: 'a file that is a link', how: both(remove(PLAN), (f) => symlinkSync(join(PACKAGED, PLAN), join(f, PLAN))), says: /plan\.toml: this is a link\. Fix: put the file itself here/ },
  { name: 'a folder that is a link out of the folder', how: both(remove('contacts'), (f) => symlinkSync(join(PACKAGED, 'contacts'), join(f, 'contacts'))), says: /^contacts: this is a link\./ },
  { name: 'a link that leads to itself', how: (f) => symlinkSync(join(f, 'loop'), join(f, 'loop')), says: /^loop: this is a link\./ },
  { name: 'a file of 10 MB', how: append(CARDS, `# ${'x'.repeat(10 * 1024 * 1024)}`), says: /cards\.toml: the file is larger than 1 MB\. Fix: / },
  { name: 'a wrong encoding (Latin-1)', how: write(NATIONAL, Buffer.from('name = "Jos\xe9"', 'latin1')), says: /national\.toml: the file is not UTF-8 text\. Fix: save it as UTF-8/ },
  { name: 'a wrong encoding (UTF-16)', how: write(NATIONAL, Buffer.from('\ufeffname = "Medicare"', 'utf16le')), says: /national\.toml: the file is not UTF-8 text\./ },
  { name: 'zero bytes', how: append(STATES, '\0\0\0'), says: /states\.csv: the file is not UTF-8 text\./ },
  { name: 'a spreadsheet under the name of a text', how: write(STATES, Buffer.from('504b030414000600', 'hex')), says: /states\.csv: the file is not UTF-8 text\./ },
  { name: 'folders without an end', how: (f) => mkdirSync(join(f, ...Array.from({ length: 60 }, () => 'deep')), { recursive: true }), says: /deep: the folders go too deep\./ },
  {
    name: 'a text without an end',
    how: change(CARDS, 'body = """\n', `body = """\n${'![['.repeat(200_000)}`),
    says: /cards\.i-about\.body: a text of more than 4000 characters/,
  },
  {
    name: 'thousands of files',
    how: (folder) => {
      mkdirSync(join(folder, 'more'));
      for (let at = 0; at < 2_100; at += 1) writeFileSync(join(folder, 'more', `${at}.txt`), '');
    },
    says: /the folder has more than 2000 files\./,
  },
  { name: 'a copy left beside a file', how: (f) => cpSync(join(f, 'coverage/ladders/va.toml'), join(f, 'coverage/ladders/va copy.toml')), says: /va(?: copy)?\.toml\S*: id: the id "va" is used in two files/ },
  { name: 'a language that is none', how: (f) => cpSync(join(f, 'interface/en'), join(f, 'interface/english'), { recursive: true }), says: /^english: "english" is not a language\. Fix: name the folder with two letters/, stops: false },
  { name: 'a language that is not complete', how: (f) => cpSync(join(f, 'interface/en'), join(f, 'interface/es'), { recursive: true }), says: /\/es\/terms\.toml: the file is missing\./, stops: false },

  // The form of a file
  { name: 'wrong TOML', how: change(PLAN_WORDS, 'not-sent = "Ask', 'not-sent = Ask'), says: /en\/plan\.toml:\d+: this is not TOML: .+Fix: check quotes/ },
  { name: 'a quote that is never closed', how: change(CARDS, 'body = """', 'body = "'), says: /cards\.toml:\d+: this is not TOML/ },
  { name: 'brackets without an end', how: append(QUESTIONS, `\nx = ${'['.repeat(100_000)}`), says: /questions\.toml(?::\d+)?: this is not TOML/ },
  { name: 'a wrong type', how: change(DOCUMENTS, 'limit = { regular = 1, large = 2 }', 'limit = "1"'), says: /documents\.toml:\d+: documents\.0\.limit: found "1", expected Object\. Fix: / },
  { name: 'an unknown field', how: change(NATIONAL, 'name = "Medicare"', 'name = "Medicare"\nfax = "1"'), says: /national\.toml:\d+: contacts\.\d+\.fax: this field is not known here\. Fix: check the spelling/ },
  { name: 'a missing field', how: change(NATIONAL, /^as_of = .*\n/m, ''), says: /national\.toml:\d+: contacts\.0\.as_of: this field is missing\. Fix: / },
  { name: 'a number with letters', how: change(DOCUMENTS, 'pages = 6', 'pages = "six"'), says: /fill_to\.pages: found "six", expected number/ },
  { name: 'a page limit of 0', how: change(DOCUMENTS, 'limit = { regular = 1, large = 2 }', 'limit = { regular = 0, large = 2 }'), says: /documents\.0\.limit\.regular: found 0, expected >=1/ },
  { name: 'an unknown kind of block', how: change(DOCUMENTS, 'kind = "path"', 'kind = "video"'), says: /documents\.\d+\.blocks\.\d+\.kind: found "video", expected \(/ },
  { name: 'a day that no calendar has', how: change('coverage/ladders/va.toml', 'as_of = "2026-11-23"', 'as_of = "2026-02-30"'), says: /va\.toml:\d+: levels\.0\.as_of: .*2026-02-30/ },
  { name: 'a bad web address', how: change(NATIONAL, 'web = "medicare.gov"', 'web = "javascript:alert(1)"'), says: /national\.toml:\d+: contacts\.\d+\.web: found "javascript:alert\(1\)"/ },
  { name: 'a bad web address of a state', how: change(STATES, 'https://www.aldoi.gov/', 'javascript:alert(1)'), says: /states\.csv:2: .*javascript/ },
  { name: 'a phone with letters', how: change(NATIONAL, 'phone = "1-800-633-4227"', 'phone = "1-800-MEDICARE"'), says: /national\.toml:\d+: contacts\.\d+\.phone: found "1-800-MEDICARE"/ },
  { name: 'a path as an id', how: change(PLAN, 'page = "D17"', 'page = "../../etc/passwd"'), says: /overlays\.\d+\.page: found "\.\.\/\.\.\/etc\/passwd"/ },
  { name: 'a state with a missing cell', how: change(STATES, ',https://www.aldoi.gov/', ''), says: /states\.csv:2: found 10 cells/ },

  // Ids
  { name: 'an unknown answer', how: change(PLAN, 'stage = ["not-sent"] }', 'stage = ["not-snt"] }'), says: /\/plan\.toml:\d+: \S+: "stage" has no answer "not-snt" \(it has not-sent, / },
  { name: 'an unknown question', how: change(DOCUMENTS, 'trigger = { treatment', 'trigger = { treatmnt'), says: /documents\.toml:\d+: \S+: there is no question "treatmnt"/ },
  { name: 'an id that is used twice', how: change(NATIONAL, 'id = "medicare"', 'id = "ebsa"'), says: /the id "ebsa" is used twice\. Fix: give one of them another id/ },
  { name: 'two main messages under one id', how: change(PLAN, 'id = "uninsured-home"', 'id = "uninsured"'), says: /plan\.toml:\d+: messages\.1\.id: the id "uninsured" is used twice/ },
  { name: 'a card that is not there', how: change(PLAN, 'card = "f3-medicaid"', 'card = "f3-medicad"'), says: /help\.\d+\.card: there is no card "f3-medicad"/ },
  { name: 'a document that is not there', how: change(PLAN, 'page = "D17"', 'page = "D71"'), says: /overlays\.\d+\.page: there is no document "D71"/ },
  { name: 'a contact that is not there', how: change(PLAN, 'contacts = ["ebsa"]', 'contacts = ["esba"]'), says: /there is no contact "esba"/ },
  { name: 'an atom that is not there', how: change(CARD_RULES, 'from = ["t", ', 'from = ["t99", '), says: /the guide has no atom "t99"/ },
  { name: 'a screen with a section that is not there', how: change(`${GUIDE}/guide.toml`, 'routes = ["section/a"]', 'routes = ["section/q"]'), says: /guide\.toml:\d+: screens\.\d+\.routes: there is no section or question "section\/q"/, stops: false },
  { name: 'an unconfirmed rule behind a figure', how: change('coverage/payers/c-individual.toml', /(id = "c\.any\.urgent"[\s\S]*?status = )"confirmed"/, '$1"UNCONFIRMED"'), says: /plan\.toml:\d+: \S+: "hours-72" rests on an unconfirmed rule: "c\.any\.urgent"/ },
  { name: 'a rule that nobody wrote', how: change(PLAN, 'needs = ["a.any.urgent"', 'needs = ["z.any.urgent"'), says: /needs "z\.any\.urgent", which no file of coverage\/ has/ },

  // Words
  { name: 'a missing caregiver form', how: change(QUESTION_WORDS, '{your|their} health', 'your health'), says: /questions\.toml:\d+: urgent\.title: "your" has no form for somebody who cares/ },
  { name: 'a slot with half a brace', how: change(QUESTION_WORDS, '{your|their} health', '{your|their health'), says: /urgent\.title: "\{your\|their health.*" cannot be filled in/ },
  { name: 'a slot that nobody fills', how: change(SCREENS, '{count} sheets of paper', '{pages} sheets of paper'), says: /screens\.toml:\d+: pages\.sheets: "\{pages\}" cannot be filled in\. Fix: use only \{count\}/ },
  { name: 'HTML in a text', how: change(QUESTION_WORDS, '"Me"', '"<b>Me</b>"'), says: /who\.answers\.me: "<b>" is HTML/ },
  { name: 'a script in a button', how: change(SCREENS, 'back = "Back"', 'back = "<img src=x onerror=alert(1)>"'), says: /screens\.toml:\d+: bar\.back: "<img src=x onerror=alert\(1\)>" is HTML/ },
  { name: 'a drawing that nobody drew', how: change(DOCUMENTS, 'picture = "nutrition"', 'picture = "spaceship"'), says: /documents\.toml:\d+: .+\.picture: found "spaceship", expected \(.*"nutrition"/ },
  { name: 'a drawing of an answer that nobody drew', how: change(QUESTIONS, 'me = "person"', 'me = "persn"'), says: /questions\.toml:\d+: questions\.0\.pictures\.me: found "persn", expected \(.*"person"/ },
  { name: 'a drawing for an answer that is not there', how: change(QUESTIONS, 'me = "person"', 'mee = "person"'), says: /questions\.toml:\d+: questions\.0\.pictures\.mee: there is no answer "mee"/ },
  { name: 'a picture in a card', how: change(CARDS, 'body = """\n', 'body = """\n![home](home.png)\n\n'), says: /cards\.i-about\.body: .+ is not used here/ },
  { name: 'a missing word of a screen', how: change(SCREENS, /^back = "Back"\n/m, ''), says: /screens\.toml: bar\.back: these words are missing\. Fix: .*"Back"/ },
  { name: 'an empty word of a screen', how: change(SCREENS, 'back = "Back"', 'back = ""'), says: /screens\.toml:\d+: bar\.back: there are no words/ },
  { name: 'an answer with no words', how: change(QUESTION_WORDS, /^tricare = .*\n/m, ''), says: /the answer "tricare" has no words/ },
  { name: 'a step of more than 20 words', how: change(PLAN_WORDS, 'text = "Ask what papers the plan needs."', `text = "Ask what papers the plan needs${' and when'.repeat(10)}."`), says: /steps\.\S+\.text: a step has at most 20 words/ },

  // The source guide and its cards
  { name: 'a changed guide, and the card that drifted from it', how: change(SOURCE, 'This order includes the medication', 'This order names the medication'), says: /cards\.toml:\d+: cards\.b-order\.read: the card "b-order" was written from another text of atom b1\.2: then [0-9a-f]{8}, now [0-9a-f]{8} .+ Fix: compare .+ then write read = \["/ },
  { name: 'a changed guide', how: change(SOURCE, 'This order includes the medication', 'This order names the medication'), says: /guide\.toml:\d+: source_sha256: \S+source\.en\.md is not the text the cards were written from.+ Fix: .+source_sha256 = "[0-9a-f]{64}"/ },
  { name: 'a card with no hash of what it was written from', how: change(CARDS, /^read = .*\n/m, ''), says: /cards\.toml:\d+: cards\.i-about: "read" of the card "i-about" names 0 texts for 2 atoms.+ Fix: .+read = \["/ },
  { name: 'a claim that no card says', how: change(CARD_RULES, '"i.1", ', ''), says: /nothing says atom i\.1 of the guide/ },

  // The rules together
  { name: 'four steps', how: change(PLAN, 'position = 3', 'position = 4'), says: /plan\.toml:\d+: steps\.0\.position: found 4, expected \(1 \| 2 \| 3\)/ },
  { name: 'fewer than three steps for some person', how: change(PLAN, /\[\[steps\]\]\nid = "approved-2"[\s\S]*?(?=\[\[steps\]\])/, ''), says: /plan\.toml: no step 2 holds for who = .+stage = approved/ },
  { name: 'nobody’s main message', how: change(PLAN, /\[\[messages\]\]\nid = "approved"[\s\S]*?(?=\[\[messages\]\])/, ''), says: /plan\.toml: no main message holds for who = .+stage = approved/ },
  { name: 'a main message that can never be chosen: the same condition twice', how: change(PLAN, '[[messages]]\nid = "waiting"\nwhen = { stage = ["waiting"] }', '[[messages]]\nid = "not-sent-too"\nwhen = { stage = ["not-sent"] }\n\n[[messages]]\nid = "waiting"\nwhen = { stage = ["waiting"] }'), says: /"not-sent-too"/ },
  { name: 'a question that asks only after itself', how: change(QUESTIONS, 'id = "hold-up"\nask = { stage = ["waiting"] }', 'id = "hold-up"\nask = { urgent = ["yes"], stage = ["waiting"] }'), says: /questions\.\d+\.ask: "hold-up" is asked by the answer to "urgent", which is not known yet/ },
  { name: 'questions that go round in a circle', how: both(change(QUESTIONS, 'id = "hold-up"\nask = { stage = ["waiting"] }', 'id = "hold-up"\nask = { level = ["first"] }'), change(QUESTIONS, /id = "level"\nask = .*\n/, 'id = "level"\nask = { hold-up = ["slow"] }\n')), says: /"hold-up" is asked only after "level", and "level" only after "hold-up": a circle/ },
  { name: 'a role whose overlay is not there', how: both(change(PLAN, 'id = "safety"', 'id = "danger"'), change(PLAN_WORDS, '[overlays.safety]', '[overlays.danger]')), says: /questions\.toml:\d+: roles\.urgency\.stops\.yes: there is no overlay "safety"\. Fix: name an overlay/ },
  { name: 'a question with too many answers', how: both(change(QUESTIONS, 'answers = ["me", "other"]', `answers = ["me", "other", ${Array.from({ length: 20 }, (_, at) => `"a${at}"`).join(', ')}]`), change(QUESTION_WORDS, 'me = "Me"\n', `me = "Me"\n${Array.from({ length: 20 }, (_, at) => `a${at} = "A"\n`).join('')}`)), says: /the question "who" has 22 answers; 12 are the most/ },
  { name: 'a must page that has no room', how: change(DOCUMENTS, 'regular = 8\nlarge = 13', 'regular = 2\nlarge = 3'), says: /documents\.toml: the page "D\d\d\w?" must be in the packet and has no room within \[budget\] for / },
];

/** Found only when every way through the questions is walked, which takes some seconds each. */
const NEVER_REACHED: Break = {
  name: 'rules that nobody can ever reach',
  how: both(
    change(PLAN, '[[messages]]\nid = "waiting"', '[[messages]]\nid = "not-sent-too"\nwhen = { stage = ["not-sent"] }\n\n[[messages]]\nid = "waiting"'),
    change(PLAN_WORDS, '[messages]\n', '[messages]\nnot-sent-too = "Ask again."\n'),
    change(DOCUMENTS, /(id = "D16"[\s\S]*?trigger = )\{[^}]*\}/, 'id = "D16"\nlimit = { regular = 1, large = 2 }\ntrigger = { stage = ["approved"], insurance = ["none"] }'),
    change(QUESTIONS, 'at_least = { insurance = 2 } }', 'at_least = { insurance = 2 }, insurance = ["none"] }'),
  ),
  says: /plan\.toml:\d+: messages\.\d+: "not-sent-too" can never be reached/,
  stops: false,
};

function told(folder: string): readonly string[] {
  return checkFolder(folder, { packaged: PACKAGED, today: TODAY }).problems;
}

/** A kiosk on this folder: the content that it runs on, read again on each new day, and what it logs. */
function kioskOn(folder: string, log: MachineEvent[]) {
  let day = TODAY;
  let content = open(null);
  return {
    guideOn(today: string): Guide | undefined {
      if (today !== day) {
        day = today;
        content = open(content);
      }
      return content.languages.get('en')?.guide;
    },
  };

  function open(last: Content | null): Content {
    const opened = openContent(
      { ownContent: folder, bundledContent: PACKAGED },
      { languages: ['en'], today: day, log: (event) => log.push(event) },
      last,
    );
    if (!opened.ok) throw new Error('the kiosk does not start');
    return opened.value;
  }
}
const versionAt = (kiosk: ReturnType<typeof kioskOn>, day: string): string | undefined => kiosk.guideOn(day)?.version;

describe('the checker', () => {
  // Walks every way through the questions, which takes half a minute, and longer on a busy machine. The result is kept.
  beforeAll(() => void told(PACKAGED), 300_000);

  it('tries at least 40 ways of breaking content, each once', () => {
    expect(BREAKS.length).toBeGreaterThanOrEqual(40);
    expect(new Set(BREAKS.map(({ name }) => name)).size).toBe(BREAKS.length);
  });

  it.each(BREAKS)('says it: $name', ({ how, says }) => {
    const folder = goodFolder();
    how(folder);
    const lines = told(folder);
    expect(lines.filter((line) => says.test(line)), lines.slice(0, 8).join('\n')).not.toEqual([]);
    for (const line of lines) {
      expect(line).toMatch(/^\S.* Fix: .+/s);
      expect(line).not.toMatch(/\n {4}at |undefined|\[object/);
    }
    rmSync(folder, { recursive: true });
  });

  it('names a message, a page and a question that nobody can reach', () => {
    const folder = goodFolder();
    NEVER_REACHED.how(folder);
    const lines = told(folder).join('\n');
    expect(lines).toMatch(NEVER_REACHED.says);
    expect(lines).toMatch(/documents\.toml:\d+: documents\.\d+: "D16" can never be reached/);
    expect(lines).toMatch(/questions\.toml:\d+: questions\.\d+: "who-said-no" can never be reached/);
  });

  it('takes a byte order mark, Windows line ends, notes and hidden files', () => {
    const folder = goodFolder();
    for (const file of [PLAN_WORDS, CARDS, NATIONAL, STATES, SOURCE]) {
      const text = readFileSync(join(folder, file), 'utf8');
      writeFileSync(join(folder, file), `\ufeff${text.replaceAll('\n', '\r\n')}`);
    }
    write('.git/config.toml', '{{{')(folder);
    write('.DS_Store', '\0')(folder);
    write('notes.txt', 'mine')(folder);
    const report = checkFolder(folder, { packaged: PACKAGED, today: TODAY });
    const packaged = checkFolder(PACKAGED, { packaged: PACKAGED, today: TODAY });
    expect(report.problems).toEqual([]);
    expect(report.summary).toBe(packaged.summary);
  });

  it('notes, and does not refuse, what has run out or is no longer signed', () => {
    const folder = goodFolder();
    both(
      change(NATIONAL, /(id = "medicare"[\s\S]*?expires_on = )"[^"]*"/, '$1"2026-01-01"'),
      write(REVIEW, 'reviewer = "A. Nurse"\nrole = "RN"\ndate = "2026-11-01"\nhash = "12345678"\n'),
    )(folder);
    const { problems, notes } = checkFolder(folder, { packaged: PACKAGED, today: TODAY });
    expect(problems).toEqual([]);
    expect(notes.join('\n')).toMatch(/the approval of A\. Nurse is stale: it was given for version 12345678, and this is version [0-9a-f]{8}\. .*hash = "[0-9a-f]{8}"/);
    expect(notes.join('\n')).toMatch(/national\.toml:\d+: .*Medicare.* withheld: .*2026-01-01/);
  });
});

describe('the kiosk', () => {
  const packagedVersion = (): string => {
    const kiosk = kioskOn(PACKAGED, []);
    return versionAt(kiosk, TODAY) ?? '';
  };
  let packaged: string;
  beforeAll(() => {
    packaged = packagedVersion();
  });

  it.each(BREAKS)('starts all the same, and goes on all the same: $name', ({ how, stops = true }) => {
    const folder = goodFolder();
    change(PLAN_WORDS, 'Emergency: call 911.', 'Emergency: call 911 now.')(folder);
    const running: MachineEvent[] = [];
    const kiosk = kioskOn(folder, running);
    const own = versionAt(kiosk, TODAY);
    expect(own).not.toBe(packaged);
    expect(running).toEqual([]);

    how(folder);
    const log: MachineEvent[] = [];
    const started = versionAt(kioskOn(folder, log), TODAY);
    expect(versionAt(kiosk, TOMORROW)).toMatch(/^[0-9a-f]{8}$/);
    if (stops) {
      expect(started).toBe(packaged);
      expect(log.filter((event) => event.kind === 'content-problem')).not.toEqual([]);
      expect(versionAt(kiosk, TOMORROW)).toBe(own);
      expect(running.filter((event) => event.kind === 'content-problem')).not.toEqual([]);
    } else {
      expect(started).not.toBe(packaged);
    }
    rmSync(folder, { recursive: true, force: true });
  });

  it('drops a contact that runs out under it, even when the folder has gone bad by then', () => {
    const folder = goodFolder();
    const kiosk = kioskOn(folder, []);
    const phone = (day: string) => kiosk.guideOn(day)?.contacts.find((each) => each.id === 'medicare')?.phone;
    expect(phone(TODAY)).toBe('1-800-633-4227');
    renameSync(join(folder, PLAN), join(folder, 'plan.old'));
    expect(phone('2027-11-24')).toBeNull();
  });

  it('takes better content the next day', () => {
    const folder = goodFolder();
    const kiosk = kioskOn(folder, []);
    const before = versionAt(kiosk, TODAY);
    change(PLAN_WORDS, 'Emergency: call 911.', 'Emergency: call 911 now.')(folder);
    expect(versionAt(kiosk, TODAY)).toBe(before);
    expect(versionAt(kiosk, TOMORROW)).not.toBe(before);
    expect(kiosk.guideOn(TOMORROW)?.words['plan.emergency']).toContain('call 911 now');
  });

  it('starts on the packaged content where the folder is not there, or is a file', () => {
    for (const folder of [join(ROOT, 'gone'), join(PACKAGED, 'series.toml')]) {
      const log: MachineEvent[] = [];
      expect(versionAt(kioskOn(folder, log), TODAY)).toBe(packaged);
      expect(log[0]).toMatchObject({ kind: 'content-problem', problem: { file: folder } });
    }
  });
});
