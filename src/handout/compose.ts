import { h } from 'vue';
import { renderToString } from '@vue/server-renderer';
import type { Condition, Guide, Voice } from '../guide/model';
import type { AnswerSet, PlanView } from '../plan/model';
import { drawDocument } from './document';
import { packetOrder } from './documents';
import { makePageContext } from './page-context';
import { pageFrame, type FrameOptions } from './page-frame';
import { printStyles } from './styles';

export interface PacketOptions extends FrameOptions {
  readonly largePrint: boolean;
  readonly voice: Voice;
  readonly answers: AnswerSet;
  /** Whether a block's condition holds for these answers. */
  readonly holds: (when: Condition) => boolean;
  /** Where the other guides of the series stand, with a slash at the end; null prints their titles alone. */
  readonly guidesAddress: string | null;
  /** `@font-face` rules with the fonts inside (`fonts.ts`). */
  readonly fontCss: string;
}

export interface PacketRequest {
  readonly guide: Guide;
  readonly view: PlanView;
  /** Ids; printed in the guide's packet order. */
  readonly documents: readonly string[];
  readonly options: PacketOptions;
}

/** Nothing may be fetched and nothing may run: the page has all it needs inside. */
const POLICY = "default-src 'none'; style-src 'unsafe-inline'; font-src data:";

/** A packet as one complete page of HTML, ready to become a tagged PDF with an outline. */
export async function composePacket({ guide, view, documents, options }: PacketRequest): Promise<string> {
  const ink = makePageContext({ guide, view, ...options });
  const ordered = packetOrder(guide, documents);
  // Only our own rules and escaped CSS strings stand in here, so it may go in as it is.
  const css = [options.fontCss, pageFrame(ordered, ink, options), printStyles(ink.measures)].join('\n');
  const page = h('html', { lang: guide.language }, [
    h('head', [
      h('meta', { charset: 'utf-8' }),
      h('meta', { 'http-equiv': 'Content-Security-Policy', content: POLICY }),
      h('title', ink.word('title')),
      h('style', { innerHTML: css }),
    ]),
    h(
      'body',
      ordered.map((document) => drawDocument(document, ink)),
    ),
  ]);
  return `<!doctype html>${await renderToString(page)}`;
}
