// @vitest-environment happy-dom
/** The number of sheets is the same on every screen, and that of the paper. */
import { createPinia, setActivePinia } from 'pinia';
import { expect, it } from 'vitest';
import type { InputOf } from '../../src/contract/table';
import { standIn, type StandIn } from './machine';
import { useKioskStore } from '../../src/renderer/stores/kiosk';
import { usePacketStore } from '../../src/renderer/stores/packet';
import { usePlanStore } from '../../src/renderer/stores/plan';
import { usePrintStore } from '../../src/renderer/stores/print';
import { fetchingLanguagePage } from '../../src/renderer/walk/walk';
import { useVisitStore } from '../../src/renderer/stores/visit';

const COVER = 'D23';
const LANGUAGES = 'D22';
const ANSWERS = {
  who: ['me'],
  treatment: ['ivig'],
  leaving: ['home'],
  insurance: ['job'],
  stage: ['approved'],
  money: ['no'],
};

const asked: InputOf<'packet.prepare'>[] = [];
const submitted: InputOf<'print.submit'>[] = [];

/** A machine that makes two pages of every document, under a cover sheet where the hospital wants one. */
async function arrive({ kiosk = {}, printer = {} }: StandIn): Promise<void> {
  asked.length = 0;
  submitted.length = 0;
  standIn({
    kiosk,
    printer,
    calls: {
      'packet.prepare': async (input) => {
        asked.push(input);
        const pages = input.choices.largePrint ? 3 : 2;
        const documents = input.documents.map((id) => ({ id, pages }));
        if (kiosk.pages?.coverSheet === true) documents.unshift({ id: COVER, pages: 1 });
        const sum = documents.reduce((all, each) => all + each.pages, 0);
        return { ok: true, value: { packet: `packet-${asked.length}`, documents, pages: sum, pdf: '' } };
      },
      'print.submit': async (input) => {
        submitted.push(input);
        return { ok: true, value: {} };
      },
    },
  });
  setActivePinia(createPinia());
  await useKioskStore().listen();
  await useKioskStore().loadGuide('en');
  useVisitStore().answers = ANSWERS;
  await usePrintStore().prepare();
}

it('a cover sheet is a sheet, and has its title among the pages', async () => {
  await arrive({});
  const plain = usePlanStore().sheets ?? 0;
  expect(plain).toBe(2 * usePlanStore().picked.length);
  expect(usePlanStore().firstPage).toBe(1);

  await arrive({ kiosk: { pages: { coverSheet: true, guidesAddress: null } } });
  expect(usePlanStore().sheets).toBe(plain + 1);
  expect(usePlanStore().firstPage).toBe(2);
  expect(usePlanStore().titleOf(COVER)).toBe('Your pages are inside');
});

it('print on both sides takes half the sheets, and one more where the number of pages is odd', async () => {
  await arrive({ kiosk: { pages: { coverSheet: true, guidesAddress: null } }, printer: { twoSided: true } });
  const plan = usePlanStore();
  expect(plan.pages).toBe(2 * plan.picked.length + 1);
  expect(plan.sheets).toBe(plan.picked.length + 1);
});

it('the sheets of larger print are counted anew', async () => {
  await arrive({});
  const plan = usePlanStore();
  useVisitStore().largePrint = true;
  expect(plan.sheets).toBeNull();
  await usePrintStore().prepare();
  expect(plan.sheets).toBe(3 * plan.picked.length);
  expect(Object.keys(usePacketStore().pagesOf)).toEqual(plan.pickedIds);
});

it('the page in other languages needs no answers, is one copy, and leaves the visit as it was', async () => {
  await arrive({});
  const visit = useVisitStore();
  visit.answers = { who: ['me'], insurance: ['medicaid'] };
  visit.letterDate = '2026-11-02';
  visit.copies = 2;
  visit.mode = fetchingLanguagePage(visit.mode, { screen: 'question', id: 'stage' });
  await usePrintStore().print(null);
  expect(asked.at(-1)?.documents).toEqual([LANGUAGES]);
  // Nothing of the person goes with it.
  expect(asked.at(-1)?.choices).toMatchObject({ letterDate: null, helpers: [], answers: { insurance: ['unsure'] } });
  expect(submitted).toMatchObject([{ copies: 1, pages: null }]);
  expect(visit.answers).toEqual({ who: ['me'], insurance: ['medicaid'] });
  expect(visit.copies).toBe(2);
});
