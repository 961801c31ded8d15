/** Small pieces of HTML for the proof pack. A text is shown in both voices where they differ. */
import type { RichText, Text } from '../../guide/model';

/** Escaped HTML. */
export type Html = string;

export function escape(text: string): Html {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
}

/** Keeps bold, and parameters in their braces, so that a reviewer sees them. */
export function said(text: Text): Html {
  const [me, other] = [voiceOf(text, 1), voiceOf(text, 2)];
  if (me === other) return bold(me);
  return `<div>${bold(me)}</div><div class="other"><b class="mark">For another:</b> ${bold(other)}</div>`;
}

export function saidRich(rich: RichText): Html {
  const [me, other] = [richHtml(rich, 1), richHtml(rich, 2)];
  return me === other ? me : `${me}<div class="other"><b class="mark">For another:</b>${other}</div>`;
}

function richHtml(rich: RichText, voice: 1 | 2): Html {
  const runs = (list: readonly { readonly text: Text; readonly strong: boolean }[]): Html =>
    list
      .map(({ text, strong }) => (strong ? `<b>${escape(voiceOf(text, voice))}</b>` : escape(voiceOf(text, voice))))
      .join('');
  return rich
    .map((block) =>
      block.kind === 'paragraph'
        ? `<p>${runs(block.runs)}</p>`
        : `<ul>${block.items.map((item) => `<li>${runs(item)}</li>`).join('')}</ul>`,
    )
    .join('');
}

function voiceOf(text: Text, voice: 1 | 2): string {
  return text.replace(/\{([^{}|]*)\|([^{}]*)\}/g, (_, me: string, other: string) => (voice === 1 ? me : other));
}

export function bold(text: string): Html {
  return escape(text).replace(/\*\*([^*]+)\*\*/g, '<b>$1</b>');
}

export interface Part {
  readonly id: string;
  readonly title: string;
  readonly html: Html;
}

export function part(id: string, title: string, lead: string, ...html: readonly Html[]): Part {
  return { id, title, html: `<p class="lead">${escape(lead)}</p>${html.join('\n')}` };
}

/** @param widths of the columns, in percent */
export function table(head: readonly string[], widths: readonly number[], rows: readonly (readonly Html[])[]): Html {
  const columns = widths.map((width) => `<col style="width:${width}%">`).join('');
  const header = head.map((cell) => `<th scope="col">${escape(cell)}</th>`).join('');
  const body = rows.map((row) => `<tr>${row.map((cell) => `<td>${cell}</td>`).join('')}</tr>`).join('\n');
  return `<table><colgroup>${columns}</colgroup><thead><tr>${header}</tr></thead><tbody>${body}</tbody></table>`;
}

export function heading(text: string): Html {
  return `<h2>${escape(text)}</h2>`;
}
