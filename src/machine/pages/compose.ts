/** Choices → plan → pages: recomputed here from the answers, whatever the screen shows. */
import { composePacket, packetOrder, withCoverSheet } from '../../handout';
import { fontCss } from '../../handout/fonts';
import { readPacketPages } from '../../handout/node/pages';
import { languagePages } from '../../guide/pages';
import type { Guide } from '../../guide/model';
import type { Site } from '../../site/settings';
import { planFor, type Planned } from '../../plan';
import type { Choices } from '../../contract/table';
import type { Packet } from './packets';
import { stripPdfMetadata, type PacketPdfMaker } from './pdf';

/** The role whose phone stands in every footer. */
const UNIT = 'unit';

export interface PagesRequest {
  readonly guide: Guide;
  readonly site: Site;
  readonly today: string;
  readonly planned: Planned;
  /** Ids that the plan offers. */
  readonly documents: readonly string[];
}

export interface ComposeRequest {
  readonly guide: Guide;
  readonly site: Site;
  readonly today: string;
  readonly choices: Choices;
  /** Ids, in any order. */
  readonly documents: readonly string[];
}
/** Choices that no screen can have offered are a value; anything else that goes wrong throws. */
export type Composed =
  | { readonly ok: true; readonly making: Promise<Packet> }
  | { readonly ok: false; readonly code: 'bad-choices' | 'unknown-document' };
export type Compose = (request: ComposeRequest) => Composed;

/** The machine's `packet.prepare`, made of guide, plan and handout. */
export function makeCompose(makePdf: PacketPdfMaker): Compose {
  return ({ guide, site, today, choices, documents }) => {
    const planned = planFor(guide, site, { ...choices, today, computedDates: site.computedDates });
    if (!planned.ok) return { ok: false, code: 'bad-choices' };
    const offered = new Set([...planned.value.view.documents.map(({ id }) => id), ...languagePages(guide)]);
    if (documents.some((id) => !offered.has(id))) return { ok: false, code: 'unknown-document' };
    return { ok: true, making: makePages({ guide, site, today, planned: planned.value, documents }, makePdf) };
  };
}

/** One packet: its HTML once, its PDF, and what is in it. */
export async function makePages(request: PagesRequest, makePdf: PacketPdfMaker): Promise<Packet> {
  const { guide, site, today } = request;
  const { paper } = site;
  const ordered = orderOf(guide, site, request.documents);
  const html = await packetHtml(request);
  const pdf = stripPdfMetadata(await makePdf(html, { paper }), today);
  const { pages, documents: counted } = await readPacketPages(pdf, ordered);
  return {
    pdf,
    pages,
    documents: counted.map((document) => ({ id: document.document, pages: document.pages })),
    only: async (wanted) => stripPdfMetadata(await makePdf(html, { paper, pages: wanted }), today),
  };
}

function orderOf(guide: Guide, site: Site, documents: readonly string[]): readonly string[] {
  // A language page is to be shown: a cover would hide it.
  const isPrivate = documents.some((id) => !languagePages(guide).includes(id));
  return packetOrder(guide, withCoverSheet(guide, documents, site.pages.coverSheet && isPrivate));
}

/** The pages as one HTML file, in packet order. */
export function packetHtml({ guide, site, planned, documents }: PagesRequest): Promise<string> {
  return composePacket({
    guide,
    planned,
    documents: orderOf(guide, site, documents),
    settings: {
      paper: site.paper,
      siteName: site.name,
      unitPhone: site.unitContacts.find((contact) => contact.role === UNIT)?.phone ?? null,
      guidesAddress: site.pages.guidesAddress,
    },
    fontCss,
  });
}
