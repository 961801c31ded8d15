/**
 * The gate over what really prints: pages of many people, in both voices, read back from their HTML
 * (docs/design/content.md 6).
 */
import { Window, type Element } from 'happy-dom';
import { describe, expect, it } from 'vitest';
import { readContentFiles } from '../../src/guide/load/files';
import { loadGuide } from '../../src/guide/load';
import { plainWordsSchema } from '../../src/guide/load/schemas';
import { openReading } from '../../src/guide/load/reading';
import { say } from '../../src/guide/text';
import { LIMITS } from '../../src/audit/readability';
import { gradesOf, type WordRules } from '../../src/audit/readability/count';
import { undefinedTerms } from '../../src/audit/readability/terms';
import { composePacket } from '../../src/handout';
import { readSiteFile } from '../../src/site/node/files';
import { planFor, plannerFor } from '../../src/plan';
import type { AnswerSet } from '../../src/plan/model';
import { makeRandom } from '../../src/basics/random';

const TODAY = '2026-11-23';
const PEOPLE = 60;
/** A page of fewer sentences is a form, for which a grade means nothing. */
const MIN_SENTENCES = 5;

const loaded = loadGuide({ folder: 'content', language: 'en', today: TODAY });
if (!loaded.ok) throw new Error('the content is not good');
const { guide } = loaded.value;
const reading = openReading(readContentFiles('content').files, guide.id, { language: 'en', today: TODAY });
const plainWords = reading.parse('language/en/plain-words.toml', plainWordsSchema);
const rules: WordRules = {
  allowed: new Set((plainWords?.value.allowed ?? []).map(({ word }) => word.toLowerCase())),
  lexicon: guide.lexicon,
};

function somebody(random: () => number): AnswerSet {
  const answers: Record<string, readonly string[]> = {};
  for (;;) {
    const next = plannerFor(guide).pathOf(answers).find((id) => answers[id] === undefined);
    const question = guide.questions.find(({ id }) => id === next);
    if (question === undefined) return answers;
    const from = question.answersFrom === null ? null : (answers[question.answersFrom] ?? []);
    const open = question.answers.filter(({ id }) => from === null || id === 'unsure' || from.includes(id));
    const pick = (): string => open[Math.floor(random() * open.length)]?.id ?? '';
    const alone = new Set(open.filter((answer) => answer.exclusive).map(({ id }) => id));
    const chosen = [...new Set([pick(), pick()])];
    answers[question.id] = question.many && !chosen.some((id) => alone.has(id)) ? chosen : chosen.slice(0, 1);
  }
}

const BLOCKS = 'h1,h2,h3,p,li,td,dt,dd';
/** Text that is not the page's own: offices, the person's answers, explained words, what the guide says of itself. */
const NO_TEXT = '.because,.contacts,.codes,.contents,.terms,.about,svg,.label-box';

interface Page {
  readonly id: string;
  readonly lines: readonly string[];
  readonly chunks: readonly { readonly words: string }[];
}

function textOf(element: Element): string {
  // The titles of other guides are names.
  return guide.related.reduce((text, { title }) => text.replace(say(title, 'me'), ''), element.textContent.replace(/\s+/g, ' ')).trim();
}

function pagesIn(html: string): readonly Page[] {
  const window = new Window();
  window.document.write(html);
  return [...window.document.querySelectorAll('section.document')].map((section): Page => {
    for (const noText of section.querySelectorAll(NO_TEXT)) noText.remove();
    const lines: string[] = [];
    const chunks: { words: string }[] = [];
    let heading = '';
    for (const block of section.querySelectorAll(BLOCKS)) {
      const isHeading = /^H\d$/.test(block.tagName);
      if (!isHeading && block.querySelector('p,li') === null && /[.?!:]["”]?$/.test(textOf(block))) lines.push(textOf(block));
      if (block.parentElement?.closest('li,td') !== null) continue;
      if (isHeading) {
        heading = `${heading} ${textOf(block)}`;
        continue;
      }
      chunks.push({ words: `${heading} ${textOf(block)}` });
      heading = '';
    }
    return { id: section.getAttribute('data-document') ?? '', lines, chunks };
  });
}

describe('the pages of people', () => {
  const patients = guide.documents.filter((document) => document.audience === 'patient').map(({ id }) => id);

  it('are plain, and explain each term where it is first met', async () => {
    const random = makeRandom(1);
    const { site } = readSiteFile({ named: null, dataFolder: null });
    const problems = new Set<string>();
    const seen = new Map<string, number>();
    for (let at = 0; at < PEOPLE; at += 1) {
      const answers = somebody(random);
      const letterDate = answers['level'] === undefined || random() < 0.25 ? null : '2026-11-02';
      const input = { today: TODAY, answers, state: 'TX', letterDate, helpers: [], computedDates: true, largePrint: false };
      const planned = planFor(guide, site, input);
      if (!planned.ok) throw new Error(`${planned.error.place}: ${planned.error.fix}`);
      const { view } = planned.value;
      // The whole guide is the same for all; it is read once.
      const documents = view.documents.map(({ id }) => id).filter((id) => patients.includes(id) && (id !== 'D19' || at === 0));
      const settings = { paper: site.paper, siteName: '', unitPhone: null, guidesAddress: null };
      for (const { id, lines, chunks } of pagesIn(await composePacket({ guide, planned: planned.value, documents, settings, fontCss: '' }))) {
        const { fk, smog, sentences } = gradesOf(lines, rules);
        if (sentences >= MIN_SENTENCES) seen.set(id, Math.max(seen.get(id) ?? -99, fk ?? -99));
        if (sentences >= MIN_SENTENCES && (fk ?? 0) > LIMITS.fk) problems.add(`${id}: Flesch-Kincaid ${fk?.toFixed(1) ?? ''}`);
        if ((smog ?? 0) > LIMITS.smog) problems.add(`${id}: SMOG ${smog?.toFixed(1) ?? ''}`);
        for (const { term, chunk } of undefinedTerms([{ when: {}, chunks }], guide.terms)) {
          problems.add(`${id} says "${term.term}" with no word on what it is: ${chunk.words.slice(0, 120)}`);
        }
      }
    }
    expect([...problems].sort()).toEqual([]);
    expect(seen.size).toBeGreaterThan(15);
  });
});
