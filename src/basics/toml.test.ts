import { describe, expect, it } from 'vitest';
import { parseToml, tomlPlaces } from './toml';

const TEXT = `name = "General"  # said on every page
[screen]
width_px = 1080
size = { inch = 15 }

[[unit_contacts]]
role = "unit"

[[unit_contacts]]
role = "pharmacy"
days = ["Monday",
  "Friday"]
["quoted key".inner]
x = 1
`;

describe('parseToml', () => {
  it('knows the line of every key, also in lists of tables, inline tables and lists', () => {
    const read = parseToml(TEXT);
    if (!read.ok) throw new Error(read.error.cause);
    const { lineOf } = read.value;
    expect(lineOf('name')).toBe(1);
    expect(lineOf('screen')).toBe(2);
    expect(lineOf('screen.width_px')).toBe(3);
    expect(lineOf('screen.size.inch')).toBe(4);
    expect(lineOf('unit_contacts')).toBe(6);
    expect(lineOf('unit_contacts.0.role')).toBe(7);
    expect(lineOf('unit_contacts.1')).toBe(9);
    expect(lineOf('unit_contacts.1.role')).toBe(10);
    expect(lineOf('unit_contacts.1.days.1')).toBe(12);
    expect(lineOf('quoted key.inner.x')).toBe(14);
  });

  it('points at the nearest table where the key is missing, and nowhere where there is none', () => {
    const read = parseToml(TEXT);
    if (!read.ok) throw new Error(read.error.cause);
    expect(read.value.lineOf('unit_contacts.1.phone')).toBe(9);
    expect(read.value.lineOf('screen.depth.mm')).toBe(2);
    expect(read.value.lineOf('nothing')).toBeNull();
  });

  it.each([
    ['name = "A\nstate = "TX"\n', 1],
    ['a = 1\nb =\n', 2],
    ['a = 1\na = 2\n', 2],
  ])('says the line of what is not TOML: %j', (text, line) => {
    expect(parseToml(text)).toMatchObject({ ok: false, error: { line } });
  });

  it.each([
    ['a header of 3,000 parts', `x = 1\n[${Array.from({ length: 3000 }, () => 'a').join('.')}]\n`, 2],
    ['a key of 3,000 parts', `${Array.from({ length: 3000 }, () => 'a').join('.')} = 1\n`, 1],
    ['lists 600 deep', `x = ${'['.repeat(600)}${']'.repeat(600)}\n`, 1],
    ['lists that never end', `x = ${'['.repeat(5000)}`, 1],
  ])('refuses %s in a moment', (_, text, line) => {
    expect(parseToml(text)).toMatchObject({ ok: false, error: { line } });
  });

  it('gives the place of a value, so that it can be changed and everything else stays', () => {
    const place = tomlPlaces(TEXT).get('screen.width_px');
    expect(TEXT.slice(place?.keyStart, place?.valueEnd)).toBe('width_px = 1080');
    expect(TEXT.slice(place?.valueStart, place?.valueEnd)).toBe('1080');
  });
});
