/** People for tests of printed pages. Together they get every document of the guide. */
import { Window, type Element, type Node } from 'happy-dom';
import { loadGuide } from '../../src/guide/load';
import { packetOrder, type Paper } from '../../src/handout';
import { readSiteFile } from '../../src/site/node/files';
import { packetHtml, type PagesRequest } from '../../src/machine/pages/compose';
import { planFor } from '../../src/plan';
import type { AnswerSet } from '../../src/plan/model';

export const TODAY = '2026-11-23';
/** The date of the letter, for everybody who got one. */
export const LETTER_DATE = '2026-11-02';

const loaded = loadGuide({ folder: 'content', language: 'en', today: TODAY });
if (!loaded.ok) throw new Error(`the content is not good: ${JSON.stringify(loaded.error[0])}`);
export const { guide } = loaded.value;
const { insurance } = guide.roles;
/** Every answer of somebody who has insurance, or does not know which. */
export const INSURANCES: readonly string[] = (
  guide.questions.find(({ id }) => id === insurance.question)?.answers ?? []
).flatMap(({ id }) => (insurance.none.includes(id) ? [] : [id]));
const { site } = readSiteFile({ named: null, dataFolder: null });

export interface Print {
  readonly paper: Paper;
  readonly largePrint: boolean;
}

const REGULAR: Print = { paper: 'letter', largePrint: false };

/** @param which `offered`: everything the plan offers, and the papers for staff; `ticked`: the packet before any choice */
export function requestFor(
  answers: AnswerSet,
  which: 'offered' | 'ticked',
  { paper, largePrint }: Print = REGULAR,
): PagesRequest {
  const letterDate = answers['level'] === undefined ? null : LETTER_DATE;
  const input = { today: TODAY, answers, state: 'TX', letterDate, helpers: [], computedDates: true, largePrint };
  const planned = planFor(guide, site, input);
  if (!planned.ok) throw new Error(`${planned.error.place}: ${planned.error.fix}`);
  const { documents } = planned.value.view;
  const forStaff = guide.documents.filter(({ audience }) => audience === 'staff');
  const wanted = which === 'offered' ? [...documents, ...forStaff] : documents.filter(({ ticked }) => ticked);
  return {
    guide,
    site: { ...site, paper },
    today: TODAY,
    planned: planned.value,
    documents: packetOrder(
      guide,
      wanted.map(({ id }) => id),
    ),
  };
}

export interface Person {
  readonly name: string;
  readonly answers: AnswerSet;
}

const SOMEBODY: AnswerSet = { who: ['me'], treatment: ['antibiotics'], leaving: ['today'], money: ['all'] };
const CAREGIVER: AnswerSet = { ...SOMEBODY, who: ['other'] };

export const PEOPLE: readonly Person[] = [
  {
    name: 'a bought plan said no twice, urgent',
    answers: {
      ...SOMEBODY,
      treatment: ['tpn', 'biologic'],
      insurance: ['bought'],
      stage: ['denied'],
      reason: ['not-necessary', 'step-therapy'],
      level: ['second'],
      urgent: ['yes'],
    },
  },
  {
    name: 'somebody cared for, Medicare said yes to a part',
    answers: {
      ...CAREGIVER,
      treatment: ['antibiotics', 'ivig'],
      insurance: ['medicare'],
      stage: ['partial'],
      reason: ['none'],
      level: ['first'],
      urgent: ['unsure'],
    },
  },
  {
    name: 'a job plan that waits for papers',
    answers: { ...SOMEBODY, insurance: ['job'], stage: ['waiting'], 'hold-up': ['unsure'], urgent: ['no'] },
  },
  {
    name: 'TRICARE, nobody asked yet',
    answers: { ...SOMEBODY, insurance: ['tricare'], stage: ['not-sent'], urgent: ['yes'] },
  },
  {
    name: 'Medicare and Medicaid, approved',
    answers: { ...SOMEBODY, insurance: ['medicare', 'medicaid'], stage: ['approved'] },
  },
  { name: 'no insurance', answers: { ...CAREGIVER, treatment: ['unsure'], insurance: ['none'], urgent: ['unsure'] } },
  {
    name: 'a government job, appealed, and waits',
    answers: {
      ...CAREGIVER,
      insurance: ['federal-job'],
      stage: ['denied'],
      reason: ['network', 'place', 'other-reason'],
      level: ['pending'],
      urgent: ['no'],
    },
  },
];

/** One document of a packet, as HTML. */
export interface DocumentHtml {
  readonly id: string;
  readonly section: Element;
}

/** The documents of a packet, in order. */
export async function documentsOf(request: PagesRequest): Promise<readonly DocumentHtml[]> {
  const window = new Window();
  window.document.write(await packetHtml(request));
  return [...window.document.querySelectorAll('section.document')].map((section) => ({
    id: section.getAttribute('data-document') ?? '',
    section,
  }));
}

/** What a screen reader says, in document order: text, list numbers, alternative texts of pictures. */
export function spokenText(section: Element): string {
  const parts: string[] = [];
  walk(section);
  return parts.join(' ');

  function walk(node: Node): void {
    if (node.nodeType === node.TEXT_NODE) parts.push(node.textContent);
    if (node.nodeType !== node.ELEMENT_NODE) return;
    const element = node as Element;
    if (element.getAttribute('aria-hidden') === 'true') return;
    const alt = element.tagName.toLowerCase() === 'svg' ? element.getAttribute('aria-label') : null;
    if (alt !== null) {
      parts.push(alt);
      return;
    }
    if (element.matches('ol.list>li')) {
      parts.push(`${[...(element.parentElement?.children ?? [])].indexOf(element) + 1}.`);
    }
    for (const child of element.childNodes) walk(child);
  }
}
