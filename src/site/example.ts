/** The text of `build/site.example.toml`, made from the table of settings. `npm run site:example` writes the file. */
import { tomlLiteral } from './literal';
import { groupOf, GROUPS, ROWS, type Row } from './settings';

/** Where the example is kept, from the root of the project. */
export const EXAMPLE_FILE = 'build/site.example.toml';

const WIDTH = 118;

const HEAD =
  'Settings of one Homeward kiosk. Copy this file, change what you need, and name the copy in HOMEWARD_SITE (or put it ' +
  "into the kiosk's data folder as site.toml). Everything is optional: an unchanged copy changes nothing, and a line that " +
  'begins with # is not read. A line that is wrong is reported with its number, and its default is used. The kiosk reads ' +
  'this file when it starts and on each new day, never during a visit; a setting that needs a restart says so.';

/** Every setting with what it is for: its default where there is one, else an example that is not read. */
export function exampleToml(): string {
  const blocks: string[] = [comment(HEAD)];
  let group: string | null = null;
  for (const row of ROWS) {
    const own = groupOf(row.setting);
    if (own !== null && own !== group) {
      const help = GROUPS[own]?.help;
      blocks.push(...(help === undefined ? [] : [comment(help)]), `[${own}]\n${rowLines(row)}`);
    } else {
      blocks.push(rowLines(row));
    }
    group = own;
  }
  return `${blocks.join('\n\n')}\n`;
}

function rowLines({ setting }: Row): string {
  const { key, help, unit, applies, example } = setting;
  const isNothing = example !== undefined;
  const amount = `${show(setting.default)}${unit === null ? '' : ` ${unit}`}`;
  const standard = isNothing ? '' : ` Default: ${amount}.`;
  const when = applies === 'restart' ? ' Takes effect after a restart.' : '';
  const name = key.split('.').at(-1) ?? key;
  const lines = isNothing ? commentOut(assignment(name, example)) : assignment(name, setting.default);
  return `${comment(help + standard + when)}\n${lines}`;
}

function show(value: unknown): string {
  return Array.isArray(value) && value.length === 0 ? 'none' : tomlLiteral(value);
}

/** `name = value`, or one `[[name]]` for each table of a list. */
function assignment(name: string, value: unknown): string {
  const isList = Array.isArray(value) && value.length > 0 && value.every((entry) => typeof entry === 'object');
  if (!isList) return `${name} = ${tomlLiteral(value)}`;
  return value
    .map((entry: object) => {
      const pairs = Object.entries(entry).map(([inner, own]) => `${inner} = ${tomlLiteral(own)}`);
      return `[[${name}]]\n${pairs.join('\n')}`;
    })
    .join('\n');
}

function commentOut(lines: string): string {
  return lines.replace(/^/gm, '# ');
}

function comment(text: string): string {
  const lines: string[] = [];
  let line = '#';
  for (const word of text.split(' ')) {
    if (line.length + 1 + word.length > WIDTH) {
      lines.push(line);
      line = '#';
    }
    line += ` ${word}`;
  }
  return [...lines, line].join('\n');
}
