import { h } from 'vue';
import { renderToString } from '@vue/server-renderer';
import type { Guide } from '../guide/model';
import type { Planned } from '../plan';
import { drawDocument } from './document';
import { packetOrder } from './documents';
import { makePageContext, type PrintSettings } from './page-context';
import { pageFrame } from './page-frame';
import { printStyles } from './styles';

export interface PacketRequest {
  readonly guide: Guide;
  readonly planned: Planned;
  /** Ids; printed in the guide's packet order. */
  readonly documents: readonly string[];
  readonly settings: PrintSettings;
  /** `@font-face` rules with embedded fonts (`fonts.ts`). */
  readonly fontCss: string;
}

/** The page loads nothing and runs nothing: everything it needs is embedded. */
const POLICY = "default-src 'none'; style-src 'unsafe-inline'; font-src data:";

/** A packet as one complete HTML page, ready to become a tagged PDF with an outline. */
export async function composePacket({ guide, planned, documents, settings, fontCss }: PacketRequest): Promise<string> {
  const context = makePageContext(guide, planned, settings);
  const ordered = packetOrder(guide, documents);
  // Holds only our own rules and escaped CSS strings, so nothing needs escaping.
  const css = [fontCss, pageFrame(ordered, context), printStyles(context.measures)].join('\n');
  const page = h('html', { lang: guide.language }, [
    h('head', [
      h('meta', { charset: 'utf-8' }),
      h('meta', { 'http-equiv': 'Content-Security-Policy', content: POLICY }),
      h('title', context.word('title')),
      h('style', { innerHTML: css }),
    ]),
    h(
      'body',
      ordered.map((document) => drawDocument(document, context)),
    ),
  ]);
  return `<!doctype html>${await renderToString(page)}`;
}
