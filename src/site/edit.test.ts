import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { formatProblem } from '../basics/problem';
import { parseToml, tomlComments } from '../basics/toml';
import { editSite } from './edit';
import { exampleToml } from './example';
import { readSite } from './read';
import { ROWS, valueIn, type Row } from './settings';

const OURS = `# Ward 4, set up by IT in May
name = "General Hospital"   # as on the letterhead

[screen]   # the tall one
width_px = 1280
# measured from the floor
mount_mm = 900

# whom to call
[[unit_contacts]]
role = "unit"
phone = "555-0100"  # night desk

[[unit_contacts]]
role = "navigator"
phone = "555-0101"

[keys]
before = ["F5"]  # the red key
`;

function edited(text: string, key: string, value: unknown): string {
  const result = editSite('site.toml', text, { key, value });
  if (!result.ok) throw new Error(result.error.map(formatProblem).join('\n'));
  return result.value;
}

describe('editSite', () => {
  it('changes the value and nothing else', () => {
    expect(edited(OURS, 'screen.width_px', 1080)).toBe(OURS.replace('1280', '1080'));
    expect(edited(OURS, 'name', 'St. "Mary"')).toBe(OURS.replace('"General Hospital"', '"St. \\"Mary\\""'));
  });

  it('adds a key to its table, above all tables, and with a table of its own', () => {
    expect(edited(OURS, 'screen.height_px', 800)).toContain('mount_mm = 900\nheight_px = 800\n');
    expect(edited(OURS, 'state', 'TX')).toContain('# as on the letterhead\nstate = "TX"\n');
    expect(edited(OURS, 'timing.idle_seconds', 90)).toBe(`${OURS}\n[timing]\nidle_seconds = 90\n`);
    expect(edited('', 'name', 'A')).toBe('name = "A"\n');
  });

  it('takes a key out, and leaves its comment', () => {
    expect(edited(OURS, 'name', null)).toContain('in May\n# as on the letterhead\n\n[screen]');
    expect(edited(OURS, 'state', null)).toBe(OURS);
  });

  it('writes an old name anew', () => {
    expect(edited(OURS, 'keys.previous', ['F6'])).toBe(OURS.replace('before = ["F5"]', 'previous = ["F6"]'));
  });

  it('keeps the lines of contacts that stay', () => {
    const contacts = [
      { role: 'unit', phone: '555-0199' },
      { role: 'navigator', phone: '555-0101', name: 'Ann' },
      { role: 'doctor-office', phone: '555-0102' },
    ];
    const text = edited(OURS, 'unit_contacts', contacts);
    expect(text).toContain('phone = "555-0199"  # night desk\n');
    expect(text).toContain('phone = "555-0101"\nname = "Ann"\n\n[[unit_contacts]]\nrole = "doctor-office"\n');
    expect(readSite('site.toml', edited(OURS, 'unit_contacts', contacts.slice(0, 1))).site.unitContacts).toHaveLength(
      1,
    );
    expect(readSite('site.toml', edited(OURS, 'unit_contacts', [])).site.unitContacts).toEqual([]);
  });

  it.each([
    ['a value that does not fit', OURS, 'screen.width_px', 3, 'screen.width_px: 3 does not fit. Fix: use a whole'],
    ['a setting that there is not', OURS, 'screen.depth', 3, 'there is no such setting'],
    ['a text that is not TOML', 'name = \n', 'name', 'A', 'site.toml:1: this is not TOML'],
    ['a printer without its address', OURS, 'printer.kind', 'ipp', 'printer.uri: it is missing'],
    [
      'a list with a comment in it',
      '[keys]\nnext = [\n  "F5", # red\n]\n',
      'keys.next',
      ['F6'],
      'site.toml:2: keys.next: it cannot be changed here without losing a comment',
    ],
    ['a key of an inline table', 'screen = { width_px = 1280 }\n', 'screen.height_px', 800, 'site.toml:1:'],
  ])('refuses %s', (_, text, key, value, said) => {
    const result = editSite('site.toml', text, { key, value });
    expect(result.ok).toBe(false);
    if (!result.ok) expect(result.error.map(formatProblem).join('\n')).toContain(said);
  });

  it('leaves every comment and every other setting as it was, whatever the file and the change', () => {
    fc.assert(
      fc.property(siteText, change, (text, { row, value }) => {
        const { key } = row.setting;
        const result = editSite('site.toml', text, { key, value });
        if (!result.ok) {
          // Only what the settings must be together, or a comment inside a list, may stand in the way.
          expect(result.error.map(formatProblem).join()).toMatch(/missing|one meaning only/);
          return;
        }
        const before = readSite('site.toml', text);
        const after = readSite('site.toml', result.value);
        expect(valueIn(after.site, row)).toEqual(value ?? row.setting.default);
        for (const other of ROWS) {
          if (other !== row) expect(valueIn(after.site, other)).toEqual(valueIn(before.site, other));
        }
        expect(textsOf(result.value)).toEqual(textsOf(text));
        expect(parseToml(result.value).ok).toBe(true);
      }),
      { numRuns: 300 },
    );
  });
});

function textsOf(text: string): readonly string[] {
  return tomlComments(text).map((comment) => comment.text);
}

/** Good values, by key: enough that each row can be changed. */
const VALUES: Readonly<Record<string, readonly unknown[]>> = {
  name: ['A', 'St. Mary’s "General"', ''],
  state: ['TX', 'DC'],
  paper: ['letter', 'a4'],
  'languages.offer': [['en'], ['en', 'es']],
  'pages.guides_address': ['https://hospital.example/guides/'],
  unit_contacts: [
    [],
    [{ role: 'unit', name: 'Desk', phone: '555-0100' }],
    [
      { role: 'navigator', name: 'Ann', phone: '555-0101' },
      { role: 'unit', name: 'Desk', phone: '555-0100' },
    ],
  ],
  'screen.diagonal_inch': [15, 21.5],
  'screen.width_px': [1080, 1280],
  'screen.height_px': [800, 1920],
  'screen.mount_mm': [800, 1000],
  'printer.kind': ['folder', 'system'],
  'printer.folder': ['printed'],
  'printer.uri': ['ipp://127.0.0.1:631/printers/kiosk'],
  'printer.name': ['Ward 4 printer'],
};

function valuesOf({ setting: { key, unit } }: Row): readonly unknown[] {
  if (key.startsWith('keys.')) return [[], ['F5'], ['F13', 'x']];
  return VALUES[key] ?? (unit === 'seconds' ? [45, 60] : [true, false]);
}

const change = fc
  .constantFrom(...ROWS)
  .chain((row) => fc.constantFrom(null, ...valuesOf(row)).map((value) => ({ row, value })));

/** The example with some of its lines in force, comments here and there, and either kind of line end. */
const siteText = fc
  .record({
    active: fc.array(fc.boolean(), { minLength: 40, maxLength: 40 }),
    notes: fc.array(fc.boolean(), { minLength: 40, maxLength: 40 }),
    newline: fc.constantFrom('\n', '\r\n'),
  })
  .map(({ active, notes, newline }) => {
    let index = 0;
    const [withContacts = false] = active;
    const example = exampleToml();
    const lines = (withContacts ? example.replace(/^# (?=\[\[|(role|name|phone) = )/gm, '') : example)
      .trimEnd()
      .split('\n')
      .map((line) => {
        if (/^(\[|#|$|role|name|phone)/.test(line)) return line;
        index += 1;
        const note = notes[index % 40] === true ? `  # note ${index}` : '';
        return active[index % 40] === true ? `${line}${note}` : `# ${line}`;
      });
    return `${lines.join(newline)}${newline}`;
  });
