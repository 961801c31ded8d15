/**
 * The ledger: every claim of the guide is said, on a screen and on a page, where docs/evidence/product-anchors.md §4.3
 * puts it.
 */
import { resolve } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { gapsOf, makeLedger, type LedgerRow, type ScreenIndex } from '../../src/audit/ledger';
import { makeGuide } from '../../src/guide/load';
import { readContentFiles } from '../../src/guide/load/files';
import { readScreenIndex } from '../../src/audit/screen-index';
import type { Guide } from '../../src/guide/model';
import { formatProblem } from '../../src/basics/problem';
import { plannerFor } from '../../src/plan';
import { makeRouter } from '../../src/renderer/router';
import { OTHERWISE, SEED_LEDGER, type SeedRow } from './seed-ledger';

const TODAY = '2026-11-23';

let guide: Guide;
let places: ScreenIndex;
let rows: readonly LedgerRow[];
beforeAll(() => {
  const { files } = readContentFiles(resolve('content'));
  const made = makeGuide(files, { language: 'en', today: TODAY });
  if (!made.ok) throw new Error(made.error.map(formatProblem).join('\n'));
  guide = made.value.guide;
  const index = readScreenIndex(files, guide);
  places = index;
  expect(index.problems.map(formatProblem)).toEqual([]);
  rows = makeLedger(guide, places.screens, places.footer);
});

function rowsOf({ atoms: [from, to] }: SeedRow): readonly LedgerRow[] {
  const at = (id: string): number => {
    const found = rows.findIndex((row) => row.atom.id === id);
    if (found < 0) throw new Error(`no atom ${id}`);
    return found;
  };
  return rows.slice(at(from), at(to) + 1);
}
function pagesOf({ atom, documents }: LedgerRow): readonly string[] {
  return places.footer.includes(atom.id) ? [...documents, 'footers'] : documents;
}
/** Screens of the row that hold none of its atoms. */
function empty(seed: SeedRow, wanted: readonly string[], placesOf: (row: LedgerRow) => readonly string[]): readonly string[] {
  const held = new Set(rowsOf(seed).flatMap(placesOf));
  return wanted.filter((place) => !held.has(place) && OTHERWISE[`${seed.key} ${place}`] === undefined);
}

describe('the seed ledger, row by row', () => {
  it('covers every atom of the guide exactly once', () => {
    const covered = SEED_LEDGER.flatMap((seed) => rowsOf(seed).map((row) => row.atom.id));
    expect(covered).toEqual(guide.atoms.map((atom) => atom.id));
  });

  it.each(SEED_LEDGER)('$key stands on its screens: $screens', (seed) => {
    expect(empty(seed, seed.screens, (row) => row.screens)).toEqual([]);
    const nowhere = rowsOf(seed).filter((row) => !row.screens.some((id) => seed.screens.includes(id)));
    expect(nowhere.map((row) => row.atom.id)).toEqual([]);
  });

  it.each(SEED_LEDGER)('$key stands on its pages: $pages', (seed) => {
    expect(empty(seed, seed.pages, pagesOf)).toEqual([]);
    const nowhere = rowsOf(seed).filter((row) => !pagesOf(row).some((id) => seed.pages.includes(id)));
    const unsaid = nowhere.map((row) => row.atom.id).filter((id) => OTHERWISE[`${seed.key} ${id}`] === undefined);
    expect(unsaid).toEqual([]);
  });

  it.each(SEED_LEDGER.filter((seed) => seed.triggers.length > 0))('the answers of $key bring one of its pages', (seed) => {
    for (const trigger of seed.triggers) {
      const offered = pagesFor(trigger);
      expect(offered.some((id) => seed.pages.includes(id) || seed.pages.includes('footers')), JSON.stringify(trigger)).toBe(true);
    }
  });

  it('says why for each place where it is done otherwise, and only there', () => {
    for (const [place, why] of Object.entries(OTHERWISE)) {
      const [key, where] = place.split(' ');
      const seed = SEED_LEDGER.find((each) => each.key === key);
      if (seed === undefined || where === undefined) throw new Error(place);
      const held = rowsOf(seed).filter((row) => row.atom.id === where || [...row.screens, ...pagesOf(row)].includes(where));
      const stands = held.some((row) => row.atom.id !== where || pagesOf(row).some((id) => seed.pages.includes(id)));
      expect(stands, place).toBe(false);
      expect(why.split(' ').length).toBeGreaterThan(5);
    }
  });
});

describe('the whole ledger', () => {
  it('has no gap', () => {
    expect(rows).toHaveLength(159);
    expect(gapsOf(rows)).toEqual([]);
  });
  it('would show one', () => {
    const without = { ...guide, cards: guide.cards.filter((card) => card.id !== 'c-delays') };
    expect(gapsOf(makeLedger(without, places.screens, places.footer))).toContain('c.1: no card says it');
  });
});

describe('the screens of guide.toml are those of the program', () => {
  const built = (): readonly string[] =>
    makeRouter()
      .getRoutes()
      .map((route) => String(route.name));

  it('each route is a screen of the router, and each screen of the router stands there', () => {
    const named = new Set(places.screens.flatMap((screen) => screen.routes.map((route) => route.split('/')[0] ?? '')));
    expect([...named].filter((route) => !built().includes(route))).toEqual([]);
    expect(built().filter((name) => !named.has(name))).toEqual([]);
  });
  it('the decoder has a card for each reason that a letter gives', () => {
    const reasons = guide.questions.find((question) => question.id === 'reason')?.answers ?? [];
    const cards = reasons.map(({ id }) => (id === 'none' ? 'd1-reason' : `d1-${id}`));
    const decoder = places.screens.find((screen) => screen.routes.includes('decoder'));
    expect([...(decoder?.cards ?? [])].sort()).toEqual([...cards].sort());
  });
  it('every group of words of the interface that is for screens stands on one of them', () => {
    const onScreens = new Set(places.screens.flatMap((screen) => screen.words));
    const groups = new Set(Object.keys(guide.words).map((key) => key.split('.')[0] ?? ''));
    expect([...groups].filter((group) => !onScreens.has(group))).toEqual(['paper']);
  });
});

/** Documents offered to somebody with these answers, and the first answer everywhere else. */
function pagesFor(trigger: Readonly<Record<string, readonly string[]>>): readonly string[] {
  let answers: Record<string, readonly string[]> = {};
  for (;;) {
    const open = plannerFor(guide).pathOf(answers).find((id) => answers[id] === undefined);
    if (open === undefined) break;
    const first = guide.questions.find((question) => question.id === open)?.answers[0]?.id ?? '';
    answers = { ...answers, [open]: trigger[open] ?? [first] };
  }
  const input = { today: TODAY, answers, state: 'TX', letterDate: null, helpers: [], computedDates: true, largePrint: false };
  return plannerFor(guide).plan(input).documents.map((document) => document.id);
}
