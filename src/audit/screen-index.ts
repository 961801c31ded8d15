import type { ScreenIndex, ScreenRow } from './ledger';
import type { Guide } from '../guide/model';
import type { Problem } from '../basics/problem';
import { checkUnique } from '../guide/load/checks';
import type { ContentFiles } from '../guide/load/files';
import { guidePaths } from '../guide/load/paths';
import { openReading } from '../guide/load/reading';
import { guideFileSchema } from '../guide/load/schemas';

/** The screens and the footer of `guide.toml`, checked against the guide. Every question and section needs a screen. */
export function readScreenIndex(
  files: ContentFiles,
  guide: Pick<Guide, 'id' | 'language' | 'sections' | 'cards' | 'questions' | 'atoms' | 'words'>,
): ScreenIndex & { readonly problems: readonly Problem[] } {
  const reading = openReading(files, guide.id, { language: guide.language, today: '' });
  const file = reading.parse(guidePaths(guide.id, guide.language).rules.guide, guideFileSchema);
  if (file === null) return { screens: [], footer: [], problems: reading.problems };
  const { report } = file;
  const { screens } = file.value;
  checkUnique(screens, 'screens', report);

  const sections = new Map(guide.sections.map((section) => [`section/${section.id}`, section.cards]));
  const questions = guide.questions.map((question) => `question/${question.id}`);
  const known = {
    card: new Set(guide.cards.map((card) => card.id)),
    atom: new Set(guide.atoms.map((atom) => atom.id)),
    'group of words': new Set(Object.keys(guide.words).map((key) => key.split('.')[0] ?? '')),
  };
  const refer = (kind: keyof typeof known, ids: readonly string[], field: string): void => {
    for (const id of ids)
      if (!known[kind].has(id)) report(field, `there is no ${kind} "${id}".`, 'check the spelling.');
  };
  const shown = new Set(screens.flatMap((screen) => screen.routes));
  for (const route of [...sections.keys(), ...questions]) {
    if (!shown.has(route)) report('screens', `no screen has the route "${route}".`, 'add it to one of the screens.');
  }
  refer('atom', file.value.footer_from, 'footer_from');
  const rows = screens.map((row, index): ScreenRow => {
    const field = `screens.${index}`;
    refer('card', row.cards, `${field}.cards`);
    refer('atom', row.from, `${field}.from`);
    refer('group of words', row.words, `${field}.words`);
    for (const route of row.routes) {
      if (route.includes('/') && !sections.has(route) && !questions.includes(route)) {
        report(`${field}.routes`, `there is no section or question "${route}".`, 'check the spelling.');
      }
    }
    return { ...row, cards: [...row.routes.flatMap((route) => sections.get(route) ?? []), ...row.cards] };
  });
  return { screens: rows, footer: file.value.footer_from, problems: reading.problems };
}
