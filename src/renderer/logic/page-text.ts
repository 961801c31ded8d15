/** The text of a printed page as paragraphs, from the pieces that the PDF places one by one. */

export interface TextPiece {
  readonly text: string;
  /** Lower left corner, in points from the lower left of the page. */
  readonly xPt: number;
  readonly yPt: number;
  readonly heightPt: number;
  readonly bold: boolean;
}

/** Lines of a paragraph stand nearer to each other than this, in heights of the letters. */
const LINE_STEP = 1.75;
/** Pieces on one line differ in height above the foot of the page by less than this. */
const SAME_LINE = 0.5;

/** Paragraphs in the order in which the page was written, which is the order of reading. */
export function paragraphsOf(pieces: readonly TextPiece[]): readonly string[] {
  const paragraphs: string[] = [];
  let last: TextPiece | null = null;
  for (const piece of pieces) {
    if (piece.text.trim() === '') continue;
    const isNew = last === null || startsParagraph(last, piece);
    if (isNew) paragraphs.push(piece.text);
    else paragraphs[paragraphs.length - 1] = `${paragraphs.at(-1) ?? ''} ${piece.text}`;
    last = piece;
  }
  return paragraphs.map((text) =>
    text
      .replace(/\s+/g, ' ')
      .replace(/ ([.,;:?!])/g, '$1')
      .trim(),
  );
}

function startsParagraph(last: TextPiece, next: TextPiece): boolean {
  const height = Math.max(last.heightPt, next.heightPt);
  const step = last.yPt - next.yPt;
  if (Math.abs(step) < height * SAME_LINE) return false;
  return (
    step < 0 || step > height * LINE_STEP || Math.abs(last.heightPt - next.heightPt) > 1 || last.bold !== next.bold
  );
}
