import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { formatProblem } from '../basics/problem';
import { exampleToml, EXAMPLE_FILE } from './example';
import { readSite } from './read';
import { DEFAULT_SITE } from './settings';

const GOOD = `name = "General Hospital"
state = "TX"

[screen]
width_px = 1280
height_px = 800

[[unit_contacts]]
role = "unit"
phone = "512-555-0100"

[printer]
kind = "ipp"
uri = "ipp://127.0.0.1:631/printers/kiosk"

[timing]
idle_seconds = 120
`;

describe('the settings of a site', () => {
  test('a good file gives every setting, and the usual value for what it leaves out', () => {
    const { site, problems } = readSite('site.toml', GOOD);
    expect(problems).toEqual([]);
    expect(site).toEqual({
      name: 'General Hospital',
      state: 'TX',
      paper: 'letter',
      languages: ['en'],
      screen: { diagonalInch: null, widthPx: 1280, heightPx: 800, mountMm: 800 },
      computedDates: true,
      keys: DEFAULT_SITE.keys,
      pages: { coverSheet: false, guidesAddress: null },
      unitContacts: [{ role: 'unit', name: '', phone: '512-555-0100' }],
      printer: { ...DEFAULT_SITE.printer, kind: 'ipp', uri: 'ipp://127.0.0.1:631/printers/kiosk' },
      timing: { idleSeconds: 120, readingIdleSeconds: 300, countdownSeconds: 60, doneSeconds: 45 },
    });
  });

  test('the example in the repository is made from the table: npm run site:example writes it', () => {
    expect(readFileSync(EXAMPLE_FILE, 'utf8')).toBe(exampleToml());
  });

  test('an unchanged copy of the example changes nothing, and every example in it is good', () => {
    expect(readSite('site.example.toml', exampleToml())).toMatchObject({ problems: [], hints: [], site: DEFAULT_SITE });
    const inForce = exampleToml().replace(/^# (?=\w+ = |\[\[)/gm, '');
    expect(readSite('site.example.toml', inForce)).toMatchObject({
      problems: [],
      site: { name: 'General Hospital', state: 'TX', unitContacts: [{ role: 'unit' }, { role: 'case-manager' }] },
    });
  });

  test.each([
    [
      'name = "A"\nstate = "tx"\n',
      'site.toml:2: state: "tx" does not fit. Fix: use the two capital letters of a state',
    ],
    ['paper = 4\n', 'site.toml:1: paper: 4 does not fit. Fix: use "letter" or "a4"'],
    ['printr = 1\n', 'site.toml:1: printr: there is no such setting. Fix: remove it, or use one of: name, state'],
    [
      '[screen]\nwidth = 1080\n',
      'site.toml:2: screen.width: there is no such setting. Fix: remove it, or fix its name',
    ],
    [
      '[timing]\n\nidle_seconds = 3\n',
      'site.toml:3: timing.idle_seconds: 3 does not fit. Fix: use a whole number from 30',
    ],
    [
      '[printer]\nkind = "usb"\n',
      'site.toml:2: printer.kind: "usb" does not fit. Fix: use kind = "folder", kind = "ipp" or kind = "system"',
    ],
    ['[printer]\nkind = "ipp"\n', 'site.toml:1: printer.uri: it is missing. Fix: add it'],
    [
      '[printer]\nkind = "ipp"\nuri = "lp0"\n',
      'site.toml:3: printer.uri: "lp0" does not fit. Fix: write it like "ipp://',
    ],
    ['[[unit_contacts]]\nrole = "unit"\nphone = "call me"\n', 'site.toml:3: unit_contacts.0.phone: "call me"'],
    [
      '[languages]\noffer = ["english"]\n',
      'site.toml:2: languages.offer.0: "english" does not fit. Fix: use two small',
    ],
    ['screen = 5\n', 'site.toml:1: screen: 5 is not a group of settings. Fix: write it as a table: [screen]'],
    ['name = "A\nstate = "TX"\n', 'site.toml:1: this is not TOML'],
    [`name = "${'A'.repeat(200)}"\n`, 'Fix: use at most 80 characters.'],
    [`name = "${'W'.repeat(60)}"\n`, 'Fix: use words of at most 25 characters'],
    ['name = "Hope 🏥 Hospital"\n', 'Fix: leave out 🏥 (the pages cannot print it).'],
    ['name = "مستشفى"\n', 'Fix: leave out م س ت ش ف ى (the pages cannot print it).'],
    ['[[unit_contacts]]\nrole = "unit"\nname = "東 desk"\nphone = "555-0100"\n', 'Fix: leave out 東'],
    [`${'[[unit_contacts]]\nrole = "unit"\nphone = "555-0100"\n'.repeat(30)}`, 'Fix: list at most 12 contacts.'],
    ['[pages]\ncover_sheet = "yes"\n', 'site.toml:2: pages.cover_sheet: "yes" does not fit. Fix: use true or false'],
    [
      '[pages]\nguides_address = "http://hospital.example"\n',
      'site.toml:2: pages.guides_address: "http://hospital.example" does not fit. Fix: write it like "https://hospital.example/guides/"',
    ],
    ['[pages]\nguides_address = "https://hospital.example/?name=me"\n', 'pages.guides_address'],
    ['[keys]\nnext = ["F5"]\nback = ["F5", "F6"]\n', 'give one meaning only to F5'],
    ['[keys]\nselect = "F5"\n', 'use a list, like ["F5"]'],
    ['[keys]\nselect = ["page down"]\n', 'name one key as it reports itself'],
    ['[keys]\nselect = ["F12"]\n', 'name one key as it reports itself'],
    [
      '[[unit_contacts]]\nrole = "nurse"\nphone = "555-0100"\n',
      'site.toml:2: unit_contacts.0.role: "nurse" does not fit. Fix: use one of: unit, case-manager',
    ],
    [`x = 1\n[${'a.'.repeat(3000)}a]\n`, 'site.toml:2: this is not TOML: tables are nested more than 32 deep'],
    ['[keys]\njump = ["F5"]\n', 'keys.jump'],
  ])('%j is answered with its place, cause and fix', (text, said) => {
    const { problems } = readSite('site.toml', text);
    expect(problems.map(formatProblem).join('\n')).toContain(said);
  });

  test('letters of the Latin alphabet stand, also with the accent written apart', () => {
    const { site, problems } = readSite('site.toml', 'name = "Hôpital Łódź – Sao\u0303 “Ñandú”"\n');
    expect(problems).toEqual([]);
    expect(site.name).toBe('Hôpital Łódź – Saõ “Ñandú”');
  });

  test('the cover sheet and the address of the guides are asked for', () => {
    const { site } = readSite('site.toml', '[pages]\ncover_sheet = true\nguides_address = "https://h.example/a"\n');
    expect(site.pages).toEqual({ coverSheet: true, guidesAddress: 'https://h.example/a/' });
    expect(readSite('site.toml', '[pages]\nguides_address = ""\n').site.pages.guidesAddress).toBeNull();
  });

  test('a keypad with keys of its own is told once for each key', () => {
    const { site, problems } = readSite('site.toml', '[keys]\nselect = ["F5", "x"]\nprevious_group = ["F6"]\n');
    expect(problems).toEqual([]);
    expect(site.keys).toEqual({ ...DEFAULT_SITE.keys, select: ['F5', 'x'], 'previous-group': ['F6'] });
  });

  test('one bad setting leaves the others in force', () => {
    const { site, problems } = readSite('site.toml', GOOD.replace('idle_seconds = 120', 'idle_seconds = "two"'));
    expect(problems).toHaveLength(1);
    expect(site.name).toBe('General Hospital');
    expect(site.printer.kind).toBe('ipp');
    expect(site.timing).toEqual(DEFAULT_SITE.timing);
  });

  test('old names are still read, with a hint that changes nothing', () => {
    const { site, problems, hints } = readSite('site.toml', '[keys]\nbefore = ["F5"]\ngroup_before = ["F6"]\n');
    expect(problems).toEqual([]);
    expect(site.keys).toMatchObject({ previous: ['F5'], 'previous-group': ['F6'] });
    expect(hints.map(formatProblem)).toEqual([
      'site.toml:2: keys.before: this is the old name of "previous"; it still works. Fix: write previous instead.',
      'site.toml:3: keys.group_before: this is the old name of "previous_group"; it still works. Fix: write previous_group instead.',
    ]);
  });

  test('both sides of the paper, and the printing of the system, are asked for', () => {
    const ipp = readSite('site.toml', GOOD.replace('[timing]', 'two_sided = true\n\n[timing]'));
    expect(ipp.problems).toEqual([]);
    expect(ipp.site.printer).toMatchObject({ kind: 'ipp', twoSided: true });
    const system = readSite('site.toml', '[printer]\nkind = "system"\nname = "Ward 4 printer"\n');
    expect(system.problems).toEqual([]);
    expect(system.site.printer).toMatchObject({ kind: 'system', name: 'Ward 4 printer', twoSided: false });
  });

  test('a broken printer never falls back to saving packets into a folder', () => {
    expect(readSite('site.toml', '[printer]\nkind = "ipp"\n').site.printer.kind).toBe('none');
    expect(readSite('site.toml', 'name = \n').site.printer.kind).toBe('none');
  });

  test('whatever the text, there are settings to run on, and nothing is thrown', () => {
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string(),
          fc.string().map((text) => `${GOOD}\n${text}`),
        ),
        (text) => {
          expect(readSite('site.toml', text).site.timing.idleSeconds).toBeGreaterThan(0);
        },
      ),
    );
  });
});
