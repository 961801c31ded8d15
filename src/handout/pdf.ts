import type { Paper } from './measures';

/** Makes a tagged PDF with an outline from one complete page of HTML. Electron and the preview host each bring one. */
export type PdfMaker = (html: string, page: { readonly paper: Paper }) => Promise<Uint8Array>;
