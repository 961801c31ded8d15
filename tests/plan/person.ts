/** Made-up people put through the real plan and the real pages. */
import { resolve } from 'node:path';
import { loadGuide } from '../../src/guide/load';
import { composePacket } from '../../src/handout';
import { planFor, plannerFor, type Planned } from '../../src/plan';
import type { PlanView } from '../../src/plan/model';

/** A question's answers; one alone may stand without brackets. */
export type Answers = Readonly<Record<string, string | readonly string[]>>;

export interface Person {
  readonly answers: Answers;
  /** ISO date. */
  readonly today: string;
  readonly letterDate?: string;
  readonly largePrint?: boolean;
  readonly state?: string;
}

const loaded = loadGuide({ folder: resolve('content'), language: 'en', today: '2026-11-30' });
if (!loaded.ok) throw new Error('the content does not load');
export const { guide } = loaded.value;

/** The plan of a person who answers the questions that are asked, and no others. */
export function plannedFor({ answers, today, letterDate, largePrint = false, state = 'TX' }: Person): Planned {
  const all = Object.fromEntries(
    Object.entries(answers).map(([id, chosen]) => [id, typeof chosen === 'string' ? [chosen] : chosen]),
  );
  const path = plannerFor(guide).pathOf(all);
  const asked = Object.fromEntries(Object.entries(all).filter(([id]) => path.includes(id)));
  const planned = planFor(
    guide,
    { unitContacts: [] },
    { today, answers: asked, state, letterDate: letterDate ?? null, helpers: [], computedDates: true, largePrint },
  );
  if (!planned.ok) throw new Error(`${planned.error.place}: ${planned.error.fix}`);
  return planned.value;
}

/** The words of each page of one packet, without margins: id → text. */
export async function wordsOfPages(planned: Planned, documents: readonly string[]): Promise<Map<string, string>> {
  const html = await composePacket({
    guide,
    planned,
    documents,
    settings: { paper: 'letter', siteName: 'Riverside General Hospital', unitPhone: null, guidesAddress: null },
    fontCss: '',
  });
  const body = html.slice(html.indexOf('<body>'));
  const sections = body.split(/<section (?=[^>]*data-document=)/).slice(1);
  return new Map(sections.map((section) => [/data-document="([^"]+)"/.exec(section)?.[1] ?? '', wordsOf(section)]));
}

function wordsOf(section: string): string {
  return section
    .slice(section.indexOf('>') + 1)
    .replace(/<\/?(strong|em)\b[^>]*>/g, '')
    .replace(/<[^>]+>/g, ' ')
    .replaceAll('&quot;', '"')
    .replaceAll('&#39;', "'")
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&amp;', '&')
    .replace(/\s+/g, ' ');
}

/** Everything that the plan says on the screen, and the reasons for the kinds of help that are offered. */
export function wordsOfPlan(view: PlanView): string {
  return [
    view.mainMessage,
    view.emergency,
    ...view.steps.flatMap(({ text, why, whoName }) => [text, whoName, why]),
    ...view.overlays.flatMap(({ title, short, text }) => [title, short, ...text]),
    ...view.dates.map(({ text }) => text),
    ...view.ladders.flatMap(({ levels }) => levels.map(({ about }) => about)),
    ...view.complaints.map(({ text }) => text),
    ...view.help.filter(({ offered }) => offered).flatMap(({ title, reason }) => [title, reason]),
    ...view.people.flatMap(({ does, asks }) => [does, ...asks]),
  ].join('\n');
}

/** What is the patient's, where the reader is somebody else (docs/design/product.md, rule 14). */
export const THE_READERS_OWN =
  /\byour (?:own )?(?:doctor|nurse|case manager|appeal|letter|right|health|plan|kind of insurance|insurance|medicine|VA|share|case|state|employer|treatment|illness|bill|hospital|words)\b/;
/** The same for every reader, who may be the one who feels worse. */
export const EMERGENCY_LINE = 'Feel worse? Tell your nurse or call your doctor now.';
