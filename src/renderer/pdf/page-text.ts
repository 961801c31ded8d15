/** The text of a printed page as paragraphs, in the reading order of the PDF's structure tree. */
import type { PDFPageProxy } from 'pdfjs-dist';

export interface TextPiece {
  readonly text: string;
  /** Lower left corner, in points from the lower left of the page. */
  readonly xPt: number;
  readonly yPt: number;
  readonly heightPt: number;
}

/** The part of pdf.js's page that is used. */
export type ReadablePage = Pick<PDFPageProxy, 'getTextContent' | 'getStructTree'>;

/**
 * Pieces grouped by the structure tree: a whole paragraph, or loose words whose positions show what belongs together.
 */
interface Group {
  readonly whole: boolean;
  readonly pieces: readonly TextPiece[];
}

/** Lines of a paragraph are closer than this, in multiples of the text height. */
const LINE_STEP = 1.75;
/** Pieces on one line differ in vertical position by less than this, in multiples of the text height. */
const SAME_LINE = 0.5;
/** Structure elements that are a paragraph of their own. */
const PARAGRAPH_ROLES = new Set(['P', 'H1', 'H2', 'H3', 'LI', 'TH', 'TD', 'Caption']);

/** Paragraphs in reading order. */
export interface PageText {
  /** The content of the page, with the alternative text of drawings. */
  readonly text: readonly string[];
  /** Header and footer. */
  readonly frame: readonly string[];
}

/** Reads the text of one page. Paint order would be wrong: absolutely positioned elements are painted late. */
export async function readPage(page: ReadablePage): Promise<PageText> {
  const content = await page.getTextContent({ includeMarkedContent: true });
  // The types of pdf.js do not say that a page may have no tree.
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
 * The pieces of each marked part by its id, and those of header and footer, which come before all parts. Later pieces
 * outside any part are letters in a drawing, which its alternative text or the words beside it cover.
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
    // An empty part is the start of one that continues on the next page.
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

/** Groups loose words into paragraphs by their positions on the page. */
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
