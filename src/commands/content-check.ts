/** `npm run content:check [-- FOLDER]`: loads a content folder and says what is wrong with it. */
import { statSync } from 'node:fs';
import { loadGuide } from '../guide/load';
import { sayProblem } from '../guide/problems';
import { today } from '../machine/today';

const BAD_INPUT = 2;

/** @returns the exit code: 1 with problems, 2 when there is no such folder */
export function main([folder = 'content', ...more]: readonly string[]): number {
  if (more.length > 0 || statSync(folder, { throwIfNoEntry: false })?.isDirectory() !== true) {
    process.stderr.write(`content:check: ${folder} is not a folder; name one content folder, like content\n`);
    return BAD_INPUT;
  }
  const loaded = loadGuide({ folder, language: 'en', today: today() });
  if (!loaded.ok) {
    for (const problem of loaded.problems) process.stderr.write(`${sayProblem(problem)}\n`);
    process.stderr.write(`${loaded.problems.length} problems in ${folder}\n`);
    return 1;
  }
  const { guide } = loaded;
  const counts = `${guide.atoms.length} atoms, ${guide.cards.length} cards, ${guide.documents.length} documents`;
  process.stdout.write(`${folder} is good: version ${guide.version}, ${counts}\n`);
  return 0;
}
