import { describe, expect, it } from 'vitest';
import { paragraphsOf, type TextPiece } from './page-text';

function piece(text: string, yPt: number, more: Partial<TextPiece> = {}): TextPiece {
  return { text, xPt: 50, yPt, heightPt: 14, ...more };
}

describe('the text of a page', () => {
  it('joins the pieces of a line and the lines of a paragraph', () => {
    expect(paragraphsOf([piece('Ask your doctor', 700), piece('for', 700), piece('a letter.', 681)])).toEqual([
      'Ask your doctor for a letter.',
    ]);
  });

  it('parts paragraphs, headings and columns', () => {
    expect(
      paragraphsOf([
        piece('Next steps', 740, { heightPt: 18 }),
        piece('Call the plan.', 715),
        piece('Write it down.', 670),
        piece('Name:', 700, { xPt: 400 }),
      ]),
    ).toEqual(['Next steps', 'Call the plan.', 'Write it down.', 'Name:']);
  });

  it('says nothing of empty pieces', () => {
    expect(paragraphsOf([piece(' ', 700), piece('', 690)])).toEqual([]);
  });
});
