/** The table of people (table.ts), on the plan and on the words of the pages, in both voices. */
import { describe, expect, it } from 'vitest';
import { say } from '../../src/guide/text';
import { EMERGENCY_LINE, guide, plannedFor, THE_READERS_OWN, wordsOfPages, wordsOfPlan } from './person';
import { TABLE, type Row } from './table';

const USUAL = {
  treatment: 'antibiotics',
  leaving: 'soon',
  'hold-up': 'unsure',
  reason: 'not-necessary',
  level: 'first',
  urgent: 'no',
  money: 'no',
};

type Voice = 'me' | 'other';
const VOICES: readonly Voice[] = ['me', 'other'];
const CASES = TABLE.flatMap((row) => VOICES.map((voice) => [row.who, voice, row] as const));

/** A number for the night, and what to do in an emergency (docs/design/product.md, rule 3 and promise 9). */
const PAGE_1_OF_EVERYBODY = ['nights and weekends, call', 'Emergency: call 911'];
const NEVER_TOLD_ANYBODY = ['too late', 'has passed'];
/** Page 1 alone must be enough: it names no other page (rule 8). */
const NEVER_ON_PAGE_1 = ['the page "'];
const TODAY = '2026-11-30';

describe('a table of people', () => {
  it.each(CASES)('%s (%s)', async (_, voice, row) => {
    const { plan, paper, page1, kit } = await whatTheySee(row, voice);
    const everything = [plan, paper, ...kit.values()].join('\n');
    const missing = (place: string, text: string, wanted: readonly string[] = []): readonly string[] =>
      wanted.filter((words) => !patternOf(words, voice).test(text)).map((words) => `${place} does not say: ${words}`);

    expect([
      ...missing('The plan', plan, [...(row.told ?? []), ...(row.onPlan ?? [])]),
      ...missing('The paper', paper, [...(row.told ?? []), ...(row.onPaper ?? [])]),
      ...missing('Page 1', page1, [...(row.onPage1 ?? []), ...PAGE_1_OF_EVERYBODY]),
      ...Object.entries(row.inKit ?? {}).flatMap(([id, words]) => missing(id, kit.get(id) ?? '', words)),
      ...Object.entries(row.finds ?? {}).flatMap(([tile, words]) =>
        missing(`The tile ${tile}`, clueUnder(tile, voice), [words]),
      ),
      ...[...(row.neverTold ?? []), ...NEVER_TOLD_ANYBODY].flatMap((words) =>
        found(patternOf(words, voice), everything),
      ),
      ...NEVER_ON_PAGE_1.flatMap((words) => found(patternOf(words, voice), page1)),
      ...(voice === 'other' ? found(THE_READERS_OWN, everything.replaceAll(EMERGENCY_LINE, '')) : []),
    ]).toEqual([]);
  });
});

/** Each place where words stand that must not, with what is around them. */
function found(words: RegExp, text: string): readonly string[] {
  const places = [...text.matchAll(new RegExp(`.{0,40}(?:${words.source}).{0,40}`, 'gi'))];
  return [...new Set(places.map(([place]) => `Somewhere it says: ${place}`))];
}

async function whatTheySee(row: Row, voice: Voice) {
  const planned = plannedFor({ today: TODAY, ...row, answers: { ...USUAL, ...row.answers, who: voice } });
  const ticked = planned.view.documents.filter((document) => document.ticked).map(({ id }) => id);
  const pages = await wordsOfPages(planned, ticked);
  const offered = planned.view.documents.map(({ id }) => id);
  const kit = await wordsOfPages(
    planned,
    Object.keys(row.inKit ?? {}).filter((id) => offered.includes(id)),
  );
  return { plan: wordsOfPlan(planned.view), page1: pages.get('D01') ?? '', paper: [...pages.values()].join('\n'), kit };
}

function clueUnder(tile: string, voice: Voice): string {
  const insurance = guide.questions.find(({ id }) => id === guide.roles.insurance.question);
  const hint = insurance?.answers.find(({ id }) => id === tile)?.hint ?? null;
  return hint === null ? '' : say(hint, voice);
}

/** `{me|other}` in this voice, and ` … ` for a few words in between. */
function patternOf(words: string, voice: Voice): RegExp {
  const spoken = words.replace(/\{([^|]*)\|([^}]*)\}/g, (_, me: string, other: string) =>
    voice === 'me' ? me : other,
  );
  const parts = spoken.split(' … ').map((part) => part.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'));
  return new RegExp(parts.join('[^]{0,200}?'), 'i');
}
