import { expect, it } from 'vitest';
import { pageTitles } from './page-titles';

it('names the document of every page', () => {
  const documents = [
    { id: 'D01', pages: 1 },
    { id: 'D08', pages: 2 },
  ];
  const titles = [
    { id: 'D08', title: 'Steps of an appeal' },
    { id: 'D01', title: 'My plan' },
  ];
  expect(pageTitles(documents, titles)).toEqual(['My plan', 'Steps of an appeal', 'Steps of an appeal']);
});
