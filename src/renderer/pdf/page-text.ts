/** The text of a printed page as paragraphs, in the order of the PDF's structure tree, which is the order of reading. */
import type { PDFPageProxy } from 'pdfjs-dist';

export interface TextPiece {
  readonly text: string;
  /** Lower left corner, in points from the lower left of the page. */
  readonly xPt: number;
  readonly yPt: number;
  readonly heightPt: number;
}

/** What is read of a page of pdf.js. */
export type ReadablePage = Pick<PDFPageProxy, 'getTextContent' | 'getStructTree'>;

/** Pieces that belong together by the tree: a whole paragraph, or loose words whose places tell what is one. */
interface Group {
  readonly whole: boolean;
  readonly pieces: readonly TextPiece[];
}

/** Lines of a paragraph stand nearer to each other than this, in heights of the letters. */
const LINE_STEP = 1.75;
/** Pieces on one line differ in height above the foot of the page by less than this. */
const SAME_LINE = 0.5;
/** Parts of a PDF that are a paragraph of their own. */
const PARAGRAPH_ROLES = new Set(['P', 'H1', 'H2', 'H3', 'LI', 'TH', 'TD', 'Caption']);

/** Paragraphs in the order of reading. */
export interface PageText {
  /** What the page says; a drawing by its alternative text. */
  readonly text: readonly string[];
  /** Header and footer. */
  readonly frame: readonly string[];
}

/** The words of one page. The order in which it is painted would not do: what is placed by hand is painted late. */
export async function readPage(page: ReadablePage): Promise<PageText> {
  const content = await page.getTextContent({ includeMarkedContent: true });
  // pdf.js does not say in its types that a page may have no tree.
  const tree = (await page.getStructTree()) as Tree | null;
  const { marked, frame } = sortPieces(content.items);
  const groups = tree === null ? [] : groupsOf(tree, marked);
  return {
    text: groups.flatMap(({ whole, pieces }) => (whole ? joined([pieces]) : paragraphsOf(pieces))),
    frame: paragraphsOf(frame),
  };
}

type Item = Awaited<ReturnType<PDFPageProxy['getTextContent']>>['items'][number];

/**
 * The pieces of each marked part by its id, and those of header and footer, which come before all parts. What stands in
 * no part further down are the letters in a drawing, which its alternative text or the words beside it tell.
 */
function sortPieces(items: readonly Item[]): {
  readonly marked: ReadonlyMap<string, readonly TextPiece[]>;
  readonly frame: readonly TextPiece[];
} {
  const marked = new Map<string, TextPiece[]>();
  const frame: TextPiece[] = [];
  const open: TextPiece[][] = [];
  for (const item of items) {
    if ('str' in item) {
      const [, , , heightPt, xPt, yPt] = item.transform as readonly number[];
      const piece = { text: item.str, xPt: xPt ?? 0, yPt: yPt ?? 0, heightPt: Math.abs(heightPt ?? 0) };
      const pieces = open.at(-1) ?? (marked.size === 0 ? frame : []);
      pieces.push(piece);
    } else if (item.type === 'endMarkedContent') {
      open.pop();
    } else {
      const pieces = marked.get(item.id) ?? [];
      marked.set(item.id, pieces);
      open.push(pieces);
    }
  }
  return { marked, frame };
}

type Tree = Awaited<ReturnType<PDFPageProxy['getStructTree']>>;
type Branch = Tree | Tree['children'][number];

function groupsOf(tree: Tree, marked: ReadonlyMap<string, readonly TextPiece[]>): readonly Group[] {
  const groups: { whole: boolean; pieces: TextPiece[] }[] = [];
  walk(tree, false);
  return groups;

  function walk(branch: Branch, whole: boolean): void {
    if (!('children' in branch)) {
      const pieces = marked.get(branch.id) ?? [];
      const last = groups.at(-1);
      if (last === undefined || last.whole !== whole) begin(whole);
      groups.at(-1)?.pieces.push(...pieces);
      return;
    }
    // A part without content is the beginning of one that stands on the next page.
    if (branch.children.length === 0) return;
    const { alt } = branch as { readonly alt?: string };
    if (alt !== undefined) {
      begin(true);
      groups.at(-1)?.pieces.push({ text: alt, xPt: 0, yPt: 0, heightPt: 0 });
      begin(whole);
      return;
    }
    const isParagraph = PARAGRAPH_ROLES.has(branch.role);
    if (isParagraph) begin(true);
    for (const child of branch.children) walk(child, whole || isParagraph);
    if (isParagraph) begin(whole);
  }

  function begin(whole: boolean): void {
    groups.push({ whole, pieces: [] });
  }
}

/** Loose words as paragraphs, by their places on the page. */
export function paragraphsOf(pieces: readonly TextPiece[]): readonly string[] {
  const paragraphs: TextPiece[][] = [];
  let last: TextPiece | null = null;
  for (const piece of pieces) {
    if (piece.text.trim() === '') continue;
    if (last === null || startsParagraph(last, piece)) paragraphs.push([]);
    paragraphs.at(-1)?.push(piece);
    last = piece;
  }
  return joined(paragraphs);
}

function joined(paragraphs: readonly (readonly TextPiece[])[]): readonly string[] {
  return paragraphs
    .map((pieces) =>
      pieces
        .map(({ text }) => text)
        .join(' ')
        .replace(/\s+/g, ' ')
        .replace(/ ([.,;:?!])/g, '$1')
        .trim(),
    )
    .filter((text) => text !== '');
}

function startsParagraph(last: TextPiece, next: TextPiece): boolean {
  const height = Math.max(last.heightPt, next.heightPt);
  const step = last.yPt - next.yPt;
  if (Math.abs(step) < height * SAME_LINE) return false;
  return step < 0 || step > height * LINE_STEP || Math.abs(last.heightPt - next.heightPt) > 1;
}
