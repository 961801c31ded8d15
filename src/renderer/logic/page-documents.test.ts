import { expect, it } from 'vitest';
import { pageDocuments } from './page-documents';

it('names the document of every page', () => {
  const documents = [
    { id: 'D01', pages: 1 },
    { id: 'D08', pages: 2 },
  ];
  expect(pageDocuments(documents)).toEqual(['D01', 'D08', 'D08']);
});
