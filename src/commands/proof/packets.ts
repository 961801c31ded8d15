/** The documents as they print, for the fewest made-up people who together get every part of every page. */
import type { Guide } from '../../guide/model';
import { DEFAULT_SITE } from '../../site/settings';
import { packetOrder } from '../../handout';
import { packetHtml } from '../../machine/pages/compose';
import { madeUpPeople } from '../../plan/every-path';
import { fontCss } from '../../handout/fonts';
import { planFor, plannerFor, type Planned } from '../../plan';
import type { AnswerSet } from '../../plan/model';

/** Enough that every part of every page prints for somebody. */
const PEOPLE = 6_000;

export interface ProofPacket {
  /** Numbered from 1. */
  readonly number: number;
  readonly answers: AnswerSet;
  /** Ids, in packet order. */
  readonly documents: readonly string[];
  /** Style sheet of its pages, without the fonts, which all packets share. */
  readonly css: string;
  readonly body: string;
}

/** @param today ISO date on which the plans are made */
export async function proofPackets(guide: Guide, today: string): Promise<readonly ProofPacket[]> {
  const packets: ProofPacket[] = [];
  for (const { planned, documents } of chosenPeople(guide, today)) {
    const html = await packetHtml({ guide, site: DEFAULT_SITE, today, planned, documents });
    const number = packets.length + 1;
    const css = /<style>([\s\S]*?)<\/style>/.exec(html)?.[1] ?? '';
    const body = /<body>([\s\S]*)<\/body>/.exec(html)?.[1] ?? '';
    // Named pages are per person, because a title depends on the voice.
    const own = (text: string): string => text.replaceAll('page-D', `person-${number}-page-D`);
    const { answers } = planned.input;
    packets.push({
      number,
      answers,
      documents: packetOrder(guide, documents),
      css: own(css.replace(fontCss, '')),
      body: own(body),
    });
  }
  return packets;
}

interface Chosen {
  readonly planned: Planned;
  readonly documents: readonly string[];
}

/** Greedy: each next person adds the most parts that are still missing. */
function chosenPeople(guide: Guide, today: string): readonly Chosen[] {
  const people = [...madeUpPeople(guide, PEOPLE)].flatMap((answers) => {
    const letterDate = plannerFor(guide).pathOf(answers).includes('level') ? today : null;
    const planned = planFor(guide, DEFAULT_SITE, {
      today,
      answers,
      state: guide.states[0]?.id ?? null,
      letterDate,
      helpers: [],
      computedDates: true,
      largePrint: false,
    });
    return planned.ok ? [{ planned: planned.value, shows: shownBy(guide, planned.value) }] : [];
  });
  const missing = new Set(people.flatMap(({ shows }) => [...shows.keys()]));
  const chosen: Chosen[] = [];
  while (missing.size > 0) {
    let best: (typeof people)[number] | undefined;
    let most = 0;
    for (const person of people) {
      let count = 0;
      for (const item of person.shows.keys()) if (missing.has(item)) count += 1;
      if (count > most) [best, most] = [person, count];
    }
    if (best === undefined) break;
    const documents = new Set<string>();
    for (const [item, document] of best.shows) if (missing.delete(item)) documents.add(document);
    chosen.push({ planned: best.planned, documents: [...documents] });
  }
  return withStaffPages(guide, chosen);
}

/** Pages that no patient is offered are added to the first person. */
function withStaffPages(guide: Guide, chosen: readonly Chosen[]): readonly Chosen[] {
  const shown = new Set(chosen.flatMap(({ documents }) => documents));
  const rest = guide.order.filter((id) => !shown.has(id));
  return chosen.map((each, index) => (index === 0 ? { ...each, documents: [...each.documents, ...rest] } : each));
}

/** Each part that a person sees → its document: block, appeal ladder, overlay, voice. */
function shownBy(guide: Guide, { view, holds, input }: Planned): ReadonlyMap<string, string> {
  const shown = new Map<string, string>();
  const voice = input.answers['who']?.[0] ?? '';
  for (const { id } of view.documents) {
    const rule = guide.documents.find((document) => document.id === id);
    rule?.blocks.forEach((block, index) => {
      if (!holds(block.when)) return;
      shown.set(`${id} ${index}`, id);
      if (block.kind === 'ladder') for (const ladder of view.ladders) shown.set(`${id} ladder ${ladder.id}`, id);
      if (block.kind === 'plan') for (const overlay of view.overlays) shown.set(`${id} overlay ${overlay.id}`, id);
    });
    shown.set(`${id} ${voice}`, id);
  }
  return shown;
}
