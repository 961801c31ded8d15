import type { DrawingName } from '../../drawings';
import type { Atom, Card, Section } from '../model';
import type { Problem } from '../../basics/problem';
import { checkUnique, checkVoice, reporter, richOf, type Report } from './checks';
import { shortHash, type ContentFiles } from './files';
import { cardsSchema } from './schemas';
import { readToml } from './toml';

interface SectionRow {
  readonly id: string;
  readonly picture?: DrawingName | undefined;
}

/** Cards and sections, with the ledger rule: every atom of the source is said by a card (docs/design/content.md 3). */
export function readCards(
  files: ContentFiles,
  path: string,
  { atoms, order }: { readonly atoms: readonly Atom[]; readonly order: readonly SectionRow[] },
  problems: Problem[],
): { readonly cards: readonly Card[]; readonly sections: readonly Section[] } | null {
  const file = readToml(files, path, cardsSchema, problems);
  if (file === null) return null;
  const report = reporter(file, problems);
  checkUnique(file.value.cards, 'cards', report);
  const knownAtoms = new Map(atoms.map((atom) => [atom.id, atom]));
  const knownSections = new Set(order.map((section) => section.id));
  const said = new Set<string>();
  const cards = file.value.cards.map((row, at): Card => {
    const field = `cards.${at}`;
    if (!knownSections.has(row.section)) {
      report(`${field}.section`, `there is no section "${row.section}".`, 'name a section of guide.toml.');
    }
    for (const atom of row.from) {
      if (!knownAtoms.has(atom))
        report(`${field}.from`, `the guide has no atom "${atom}".`, 'see npm run content:ledger.');
      said.add(atom);
    }
    checkDrift(row, field, knownAtoms, report);
    if (row.from.length === 0 && row.source === undefined) {
      report(field, 'the card says nothing of the guide and names no source.', 'write from = ["…"] or source = "…".');
    }
    return {
      id: row.id,
      section: row.section,
      from: row.from,
      title: checkVoice(row.title, `${field}.title`, report),
      body: richOf(checkVoice(row.body, `${field}.body`, report), `${field}.body`, report),
      picture: row.picture ?? null,
    };
  });
  for (const atom of atoms) {
    if (said.has(atom.id)) continue;
    const cause = `nothing says atom ${atom.id} of the guide: "${startOf(atom)}".`;
    report('cards', cause, 'add it to the "from" of the card that says it.');
  }
  const sections = order.flatMap(({ id, picture }): readonly Section[] => {
    const title = file.value.sections.find((section) => section.id === id)?.title;
    if (title === undefined) {
      report('sections', `section "${id}" has no title.`, `add [[sections]] with id = "${id}".`);
      return [];
    }
    const sourceTitle = atoms.find((atom) => atom.id === id && atom.kind === 'heading')?.text ?? '';
    return [
      {
        id,
        sourceTitle,
        title,
        cards: cards.filter((card) => card.section === id).map((card) => card.id),
        picture: picture ?? null,
      },
    ];
  });
  return { cards, sections };
}

/**
 * A card says what its atoms said when somebody wrote it. Each atom whose text is another now is named, with both hashes:
 * the words may have become wrong (docs/design/content.md 2).
 */
function checkDrift(
  row: { readonly id: string; readonly from: readonly string[]; readonly read: readonly string[] },
  field: string,
  atoms: ReadonlyMap<string, Atom>,
  report: Report,
): void {
  const said = row.from.flatMap((id) => atoms.get(id) ?? []);
  // An atom that is not there has been reported, and has no hash.
  if (said.length < row.from.length) return;
  const now = said.map((atom) => shortHash(atom.text));
  const write = `read = [${now.map((hash) => `"${hash}"`).join(', ')}]`;
  const fix = `compare the card with the guide's own words, fix it, then write ${write}.`;
  if (row.read.length !== now.length) {
    const cause = `"read" of the card "${row.id}" names ${row.read.length} texts for ${now.length} atoms in "from".`;
    return report(row.read.length === 0 ? field : `${field}.read`, cause, fix);
  }
  said.forEach((atom, at) => {
    const [was = '', is = ''] = [row.read[at], now[at]];
    if (was === is) return;
    const cause = `the card "${row.id}" was written from another text of atom ${atom.id}: then ${was}, now ${is} ("${startOf(atom)}").`;
    report(`${field}.read`, cause, fix);
  });
}

function startOf(atom: Atom): string {
  return atom.text.length > 60 ? `${atom.text.slice(0, 59)}…` : atom.text;
}
