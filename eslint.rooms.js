import { posix } from 'node:path';

/**
 * The rooms of `src` and what each may import (docs/architecture.md): the one table that both eslint and `npm run
 * measures` hold. A folder below a room may be a row of its own; then it is another room. `node` and `electron` are
 * the runtimes' own modules.
 */
const ROOMS = {
  basics: [],
  drawings: ['basics'],
  guide: ['basics', 'drawings'],
  'guide/load': ['basics', 'drawings', 'guide', 'node'],
  plan: ['basics', 'guide'],
  site: ['basics', 'drawings', 'node'],
  contract: ['basics', 'guide', 'plan', 'site'],
  handout: ['basics', 'drawings', 'guide', 'plan'],
  'handout/node': ['basics', 'handout', 'node'],
  printer: ['basics', 'node'],
  machine: [
    'basics',
    'drawings',
    'guide',
    'guide/load',
    'plan',
    'handout',
    'handout/node',
    'printer',
    'site',
    'contract',
    'node',
  ],
  audit: ['basics', 'drawings', 'guide', 'guide/load', 'plan', 'node'],
  main: ['basics', 'guide', 'plan', 'handout', 'printer', 'site', 'machine', 'contract', 'node', 'electron'],
  preload: ['contract', 'electron'],
  renderer: ['basics', 'contract', 'drawings', 'guide', 'plan', 'site'],
  preview: ['basics', 'guide', 'plan', 'handout', 'printer', 'site', 'machine', 'contract', 'node'],
  commands: [
    'basics',
    'drawings',
    'guide',
    'guide/load',
    'plan',
    'handout',
    'handout/node',
    'printer',
    'site',
    'machine',
    'contract',
    'audit',
    'preview',
    'node',
  ],
};

/**
 * Floors inside a room, from the ground up. A folder imports folders of its own floor and of those below it; files
 * that lie in the room itself stand on top.
 */
const FLOORS = {
  renderer: [
    ['logic'],
    ['walk'],
    ['bridge', 'speech', 'dom', 'pdf', 'drawings'],
    ['stores'],
    ['composables'],
    ['components'],
    ['frames'],
    ['screens', 'curtains'],
    ['router'],
    // For the gallery and tests: on top, so that nothing of the product can import a scene.
    ['scenes'],
  ],
};

/** Folders of a room that alone import another room: screens ask the stores, and the stores ask the plan. */
const ONLY_FROM = { renderer: { plan: ['logic', 'walk', 'stores'] } };

/**
 * Why a file may not import something, or null. `file` is relative to the project ("src/plan/index.ts"), `specifier`
 * is what the import says ("../guide/model").
 */
export function brokenDirection(file, specifier) {
  const from = roomOf(file);
  if (from === null) return null;
  const to = roomOf(specifier.startsWith('.') ? posix.join(posix.dirname(file), specifier) : specifier);
  if (to === null) return null;
  if (from !== to) {
    if (!ROOMS[from].includes(to)) return `The room ${from} does not import ${to}: see eslint.rooms.js.`;
    const folders = ONLY_FROM[from]?.[to] ?? [folderOf(from, file)];
    return folders.includes(folderOf(from, file)) ? null : `Only ${folders.join(', ')} of ${from} import ${to}.`;
  }
  const [above, below] = [floorOf(from, posix.join(posix.dirname(file), specifier)), floorOf(from, file)];
  return above > below ? `A floor of ${from} does not import from one above it: see eslint.rooms.js.` : null;
}

/** The room of a file or of a package; the longest row wins. Null for what is in no room. */
function roomOf(path) {
  if (path.startsWith('node:')) return 'node';
  if (path === 'electron' || path.startsWith('electron/')) return 'electron';
  const inside = Object.keys(ROOMS).filter((room) => `${path}/`.startsWith(`src/${room}/`));
  return inside.sort((a, b) => b.length - a.length)[0] ?? null;
}

function floorOf(room, path) {
  const floors = FLOORS[room] ?? [];
  const index = floors.findIndex((folders) => folders.includes(folderOf(room, path)));
  return index < 0 ? floors.length : index;
}

function folderOf(room, path) {
  return path.slice(`src/${room}/`.length).split('/')[0];
}

/** The table as a rule of eslint. Tests beside the sources may import whatever they test with. */
export const directions = {
  rules: {
    directions: {
      create(context) {
        const file = posix.relative(context.cwd.replaceAll('\\', '/'), context.filename.replaceAll('\\', '/'));
        const check = (node) => {
          if (typeof node.source?.value !== 'string') return;
          const message = brokenDirection(file, node.source.value);
          if (message !== null) context.report({ node: node.source, message });
        };
        return {
          ImportDeclaration: check,
          ImportExpression: check,
          ExportNamedDeclaration: check,
          ExportAllDeclaration: check,
        };
      },
    },
  },
};
