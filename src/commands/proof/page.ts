/** The proof pack as one HTML page: cover, contents with page numbers, the parts, and the printed documents. */
import { fontCss } from '../../handout/fonts';
import { FONT_FAMILY } from '../../handout/font-family';
import type { Guide } from '../../guide/model';
import { escape, type Html, type Part } from './markup';
import type { ProofPacket } from './packets';

export interface ProofPages {
  readonly guide: Guide;
  /** ISO date: the only difference between two packs of the same content. */
  readonly today: string;
  readonly parts: readonly Part[];
  readonly packets: readonly ProofPacket[];
}

/** Ids of all main headings, in order. Each begins a page. */
export function headingsOf({ parts, packets }: ProofPages): readonly string[] {
  return [
    'cover',
    ...parts.map(({ id }) => id),
    ...packets.flatMap(({ number, documents }) => [`person-${number}`, ...documents.map((id) => `${number} ${id}`)]),
  ];
}

/** @param pageOf first page of each heading; empty in the first run, which only counts pages */
export function proofHtml(pages: ProofPages, pageOf: ReadonlyMap<string, number>): Html {
  const { guide, parts, packets } = pages;
  const packetCss = packets.map(({ css }) => css).join('\n');
  const body = [
    cover(pages, pageOf),
    ...parts.map(({ title, html }) => `<section class="proof"><h1>${escape(title)}</h1>${html}</section>`),
    ...packets.map((packet) => `${personPage(guide, packet)}${packet.body}`),
  ];
  return `<!doctype html><html lang="${guide.language}"><head><meta charset="utf-8"><title>Proof of the content</title><style>${fontCss}\n${packetCss}\n${STYLE}</style></head><body>${body.join('\n')}</body></html>`;
}

function cover({ guide, today, parts, packets }: ProofPages, pageOf: ReadonlyMap<string, number>): Html {
  const line = (id: string, title: string): Html =>
    `<li><span>${escape(title)}</span><span class="number">${pageOf.get(id) ?? 0}</span></li>`;
  const approval =
    guide.approval === null
      ? 'Not signed yet.'
      : `Signed by ${guide.approval.reviewer}, ${guide.approval.role}, ${guide.approval.date}.`;
  return `<section class="proof"><h1>Proof of the content</h1>
<p class="big">${escape(guide.about.title)}</p>
<p>Content version <b>${guide.version}</b>, language <b>${guide.language}</b>. Printed ${today}. ${escape(approval)}</p>
<p>Everything that a patient can read on the screens and pages of the kiosk, for the people who check it. “For another” is what stands there when somebody uses the kiosk for a person they care for. Two packs of the same version differ only in the date on this page and on the printed documents.</p>
<p>When you have read it, write the version into review.toml (docs/content.md).</p>
<h2>Contents</h2><ol class="contents">${parts.map(({ id, title }) => line(id, title)).join('')}
${packets.map(({ number, documents }) => line(`person-${number}`, `Printed pages ${number}: ${documents.join(', ')}`)).join('')}</ol></section>`;
}

function personPage(guide: Guide, { number, answers, documents }: ProofPacket): Html {
  const rows = Object.entries(answers).map(([id, chosen]) => {
    const question = guide.questions.find((each) => each.id === id);
    return `<tr><th scope="row">${escape(id)}</th><td>${escape(chosen.join(', '))}</td><td>${escape(question?.title.replace(/\{([^{}|]*)\|[^{}]*\}/g, '$1') ?? '')}</td></tr>`;
  });
  return `<section class="proof"><h1>Printed pages ${number}</h1><p class="lead">The next pages are as they print for somebody with these answers. The page numbers are those of this pack.</p><table class="facts"><tbody>${rows.join('')}</tbody></table><p>Pages: ${documents.join(', ')}</p></section>`;
}

/** Comes after the style sheets of the printed pages and applies only below `.proof`. */
const STYLE = `
@page proof{margin:48pt 44pt 52pt;@top-left{content:none}@top-right{content:none}@bottom-left{content:none}
@bottom-right{content:counter(page);font:700 11pt '${FONT_FAMILY}',sans-serif;border:0;padding:0;margin:0}}
.proof{page:proof;break-before:page;font-size:10pt;line-height:1.35}
.proof:first-child{break-before:auto}
.proof h1{font-size:20pt;margin-bottom:8pt}
.proof h2{font-size:13pt;margin:14pt 0 4pt}
.proof p,.proof li{max-width:none;margin:0 0 4pt}
.proof ul{list-style:disc;padding-left:14pt}
.proof .lead{color:#333;margin-bottom:8pt}
.proof .big{font-size:11.5pt;font-weight:700}
.proof h2,.proof .big,.proof .lead{break-after:avoid}
.proof code{font:700 8.5pt monospace}
.proof .item{break-inside:avoid}
.proof .other{border-left:2pt solid #777;padding-left:5pt;margin-top:3pt;font-weight:400}
.proof .mark{font-size:8.5pt;color:#333}
.proof .why{margin-top:2pt;color:#222}
.proof .atom{margin-bottom:3pt}
.proof table{width:100%;margin:2pt 0 8pt;table-layout:fixed;border-collapse:collapse;font-size:9.5pt}
.proof th,.proof td{height:auto;width:auto;border:.6pt solid #999;padding:3pt 5pt;text-align:left;vertical-align:top;overflow-wrap:anywhere}
.proof th{background:#eee;font-weight:700}
.proof tr{break-inside:avoid}
.proof .facts th{width:22%}
.proof .contents{padding:0;list-style:none}
.proof .contents li{display:flex;gap:8pt;justify-content:space-between;border-bottom:.6pt dotted #999;padding:1.5pt 0;margin:0}
.proof .contents .number{flex:none;width:30pt;text-align:right;font-weight:700}
`;
