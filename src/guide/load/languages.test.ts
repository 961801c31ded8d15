/** A second language is more files: nothing else changes. The made-up language `xx` is the English one under its name. */
import { resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { formatProblem } from '../../basics/problem';
import type { Guide } from '../model';
import { hashOfCard } from './cards';
import { readContentFiles, versionOf, type ContentFiles } from './files';
import { makeGuide } from './index';
import { languageOf } from './paths';

const TODAY = '2026-11-23';
const ID = 'insurance-and-prior-authorization-home-infusion';
const CARDS = `guides/${ID}/en/cards.toml`;
const TRANSLATED = `guides/${ID}/xx/cards.toml`;
const { files: ENGLISH } = readContentFiles(resolve('content'));

/** Each card names the English card it was made from, in the place of the atoms. */
function translatedCards(): string {
  return (ENGLISH.get(CARDS) ?? '')
    .replace(/^read = .*\n/gm, '')
    .replace(/^(\[cards\..+\]\n)(title = (".*")\nbody = """\n([\s\S]*?)""")/gm, (_, header, words, quoted, body) => {
      const title = JSON.parse(String(quoted)) as string;
      return `${String(header)}english = "${hashOfCard({ title, body: String(body).trim() })}"\n${String(words)}`;
    });
}
const BOTH: ContentFiles = new Map([
  ...ENGLISH,
  ...[...ENGLISH]
    .filter(([path]) => languageOf(path) === 'en')
    .map(([path, text]): [string, string] => [path.replace(/\ben(?=\/|\.toml$)/, 'xx'), text]),
  [TRANSLATED, translatedCards()],
]);

function changed(file: string, from: string, to: string): ContentFiles {
  const text = BOTH.get(file) ?? '';
  expect(text).toContain(from);
  return new Map([...BOTH, [file, text.replace(from, to)]]);
}
function load(files: ContentFiles, language: string): Guide {
  const made = makeGuide(files, { language, today: TODAY });
  if (!made.ok) throw new Error(made.error.map(formatProblem).join('\n'));
  return made.value.guide;
}
function problemsIn(files: ContentFiles, language: string): readonly string[] {
  const made = makeGuide(files, { language, today: TODAY });
  return made.ok ? [] : made.error.map(formatProblem);
}

describe('a second language', () => {
  it('loads beside the first, with its own words and the same rules', () => {
    const other = load(changed(`guides/${ID}/xx/plan.toml`, 'Emergency: call 911.', 'Urgencia: 911.'), 'xx');
    const english = load(BOTH, 'en');
    expect(other.words['plan.emergency']).toContain('Urgencia');
    expect(other.steps.map(({ id }) => id)).toEqual(english.steps.map(({ id }) => id));
    expect(other.cards.map(({ from }) => from)).toEqual(english.cards.map(({ from }) => from));
  });

  it('is stale card by card when the English card changes, and says what to write', () => {
    const files = changed(CARDS, 'This guide is about insurance', 'This page is about insurance');
    const [problem = '', ...more] = problemsIn(files, 'xx');
    expect(more).toEqual([]);
    expect(problem).toMatch(
      /xx\/cards\.toml:\d+: cards\.i-about\.english: .+another English card.+ Fix: compare it .+english = "[0-9a-f]{8}"/,
    );
  });

  it('is refused while a card names no English card', () => {
    const files = changed(TRANSLATED, 'english = ', '# ');
    expect(problemsIn(files, 'xx').join('\n')).toMatch(/cards\.i-about: the card "i-about" names no English card/);
  });
});

describe('the version', () => {
  const versions = (files: ContentFiles) => [versionOf(files, ID, 'en'), versionOf(files, ID, 'xx')] as const;
  const [english, other] = versions(BOTH);

  it('of a language is not touched by the words of another, or by another guide', () => {
    expect(versions(ENGLISH)[0]).toBe(english);
    expect(versions(changed('coverage/xx.toml', 'Court', 'La corte'))[0]).toBe(english);
    expect(versions(new Map([...BOTH, ['guides/other/plan.toml', 'x = 1']]))).toEqual([english, other]);
  });

  it.each([`guides/${ID}/plan.toml`, 'coverage/ladders/va.toml', 'contacts/states.csv'])(
    'of every language changes with %s',
    (file) => {
      const [one, two] = versions(new Map([...BOTH, [file, `${BOTH.get(file) ?? ''}\n`]]));
      expect(one).not.toBe(english);
      expect(two).not.toBe(other);
    },
  );
});
