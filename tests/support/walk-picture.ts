/** The walk as a Mermaid flow chart, drawn from its own table. */
import { SCREEN_NAMES, type Place } from '../../src/renderer/walk/places';
import { edgesFrom, type Edge, type WalkFacts } from '../../src/renderer/walk/walk';

const HEAD = `# The walk of screens

Drawn by \`npm run docs:walk\` from the table in \`src/renderer/walk/walk.ts\`; a test keeps it equal. "touch" is a control
that names its screen. From every screen with Start over, that leads to "how", and "My pages" to "pages" once there is a
plan. "leave" ends the visit. The language page is asked for on "language", or on the curtain of that name from any screen
where nothing is being printed.
`;

/** @returns one line for each way between two screens; the same table gives the same text */
export function drawWalk(visits: readonly WalkFacts[]): string {
  const edges = visits.flatMap((facts) => placesOf(facts).flatMap((place) => edgesFrom(place, facts)));
  const ways = new Map<string, Set<string>>();
  for (const edge of edges) {
    const key = `${nodeOf(edge.from)} -->|LABEL| ${nodeOf(edge.to)}`;
    ways.set(key, (ways.get(key) ?? new Set()).add(labelOf(edge)));
  }
  const order = (line: string): number => SCREEN_NAMES.findIndex((screen) => line.startsWith(`${screen} `));
  const lines = [...ways]
    .map(([key, labels]) => key.replace('LABEL', [...labels].sort().join(', ')))
    .sort((one, other) => order(one) - order(other) || one.localeCompare(other, 'en'));
  return [HEAD, '```mermaid', 'flowchart TD', ...lines.map((line) => `  ${line}`), '```', ''].join('\n');
}

function placesOf({ path, sections }: WalkFacts): readonly Place[] {
  return SCREEN_NAMES.flatMap((screen): readonly Place[] => [
    { screen },
    ...[...path, ...sections, 'one'].map((id): Place => ({ screen, id })),
  ]);
}

/** `end` is a word of Mermaid; no screen is called so. */
function nodeOf(screen: Edge['to']): string {
  return screen === 'leave' ? 'leave((leave))' : screen;
}

function labelOf({ by }: Edge): string {
  switch (by) {
    case 'back':
      return 'Back';
    case 'next':
      return 'Continue';
    case 'door':
      return 'touch';
    default:
      return by;
  }
}
