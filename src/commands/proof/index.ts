/**
 * The proof pack (docs/design/content.md 10). It is printed twice: the second time with the page numbers of the first.
 */
import { readPacketPages } from '../../handout/node/pages';
import { DEFAULT_SITE } from '../../site/settings';
import type { PacketPdfMaker } from '../../machine/pages/pdf';
import { today } from '../../machine/today';
import type { OpenedContent } from '../content-folder';
import { contactPart, coveragePart, ladderPart, readabilityPart, withheldPart, wordPart } from './facts';
import { headingsOf, proofHtml, type ProofPages } from './page';
import { proofPackets } from './packets';
import { cardPart, planParts, questionParts, screenPart } from './texts';

export interface Proof {
  readonly pdf: Uint8Array;
  readonly pages: number;
}

export async function makeProof(content: OpenedContent, makePdf: PacketPdfMaker): Promise<Proof> {
  const { paper } = DEFAULT_SITE;
  const pages = await proofPages(content, today());
  const headings = headingsOf(pages);
  const first = await readPacketPages(await makePdf(proofHtml(pages, new Map()), { paper }), headings);
  const pageOf = new Map(first.documents.map(({ document, first: page }) => [document, page]));
  const pdf = await makePdf(proofHtml(pages, pageOf), { paper });
  return { pdf, pages: first.pages };
}

/** @param day ISO date of the printed documents */
export async function proofPages({ guide, evidence, places, files }: OpenedContent, day: string): Promise<ProofPages> {
  return {
    guide,
    today: day,
    parts: [
      questionParts(guide),
      ...planParts(guide),
      cardPart(guide),
      screenPart(guide, places),
      ladderPart(guide),
      coveragePart(files),
      contactPart(guide, files),
      withheldPart(evidence),
      wordPart(guide),
      ...(guide.language === 'en' ? [readabilityPart(files)] : []),
    ],
    packets: await proofPackets(guide, day),
  };
}
