/**
 * References from comments, content and docs to pages of the repository. A reference is the path of a page and may go
 * on to a place in it: `docs/design/product.md "Promises" 9`, `docs/evidence/coverage-facts.md §4.1, §5, A12`.
 */
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { basename, join } from 'node:path';
import type { Finding } from './code';

/** What is read for references. The copies themselves quote pages that are not here. */
const READ = ['src', 'tests', 'content', 'build', 'docs', 'README.md', 'CONTRIBUTING.md', 'resources'];
const TEXT = /\.(ts|vue|mjs|js|css|html|toml|md|sh|conf)$/;
const COPIES = /^docs\/(design|evidence)\//;

/** A path of a page; also one that a reader could not open, because it lacks its folder. */
const PAGE = /(?<![\w/.-])(?:[\w.-]+\/)*[\w-]+\.md\b/g;
/** Every reference that leads nowhere. */
export function unresolvedReferences(root: string): readonly Finding[] {
  const bareName = bareNames(root);
  return READ.flatMap((path) => filesBelow(root, path))
    .filter((path) => TEXT.test(path) && !COPIES.test(path))
    .flatMap((path) => referencesIn(root, path, bareName));
}

/** Names of evidence pages without path and ending, as in `coverage` + `-facts §5`. */
function bareNames(root: string): RegExp {
  const names = filesBelow(root, 'docs/evidence').map((path) => basename(path, '.md'));
  const unmistakable = names.filter((name) => name.includes('-'));
  if (unmistakable.length === 0) return /(?!)/g;
  return new RegExp(`(?<![\\w/-])(?:${unmistakable.join('|')})(?![\\w.-])`, 'g');
}

function referencesIn(root: string, path: string, bareName: RegExp): readonly Finding[] {
  const text = withoutCommentMarks(readFileSync(join(root, path), 'utf8'));
  const lineAt = (offset: number): number => text.slice(0, offset).split(/[\n\u2028]/).length;
  const found: Finding[] = [];
  const report = (offset: number, what: string): void => {
    found.push({ place: `${path}:${lineAt(offset)}`, what });
  };
  for (const match of text.matchAll(bareName))
    report(match.index, `${match[0]} is not the path of a page: write docs/evidence/${match[0]}.md`);
  const pages = [...text.matchAll(PAGE)];
  for (const [index, match] of pages.entries()) {
    const page = match[0];
    if (!page.startsWith('docs/')) {
      if (isPageName(page) && !isBeside(root, path, page)) report(match.index, `${page} is not the path of a page`);
      continue;
    }
    if (!existsSync(join(root, page))) {
      report(match.index, `${page} does not exist`);
      continue;
    }
    const end = match.index + page.length;
    const tail = text.slice(end, pages[index + 1]?.index ?? text.length).split('\n')[0] ?? '';
    const content = readFileSync(join(root, page), 'utf8');
    for (const place of placesIn(tail)) if (!hasPlace(content, place)) report(match.index, `${page} has no ${place}`);
  }
  return found;
}

/** Comment marks become spaces and a comment one line, so that a reference may go on in the next line. */
function withoutCommentMarks(text: string): string {
  return text.replace(/\n[ \t]*(?:\*(?!\/)|\/\/|#)(?=[ \t])/g, (mark) => ' '.repeat(mark.length - 1) + '\u2028');
}

const DESIGN_PAGES = /^(?:(?:design|reference|evidence)\/.*|(?:product|look|kiosk|quality|staff|unattended)\.md)$/;
const isPageName = (page: string): boolean => DESIGN_PAGES.test(page);

/** In docs a page may name its neighbor. */
function isBeside(root: string, from: string, page: string): boolean {
  return existsSync(join(root, from, '..', page));
}

/**
 * Places that a reference names after its page: every `§…` as far as the comment goes, and directly after the page, or
 * in a list there, headings in quotation marks, numbers of points, and ids such as A12, S45a or P-24.
 */
function placesIn(tail: string): readonly string[] {
  const places = [...tail.matchAll(/§(\d+[a-z]?(?:\.\d+)*)/g)].map(([all]) => all);
  let rest = tail.replaceAll('\u2028', ' ').replace(/ {2,}/g, ' ');
  for (;;) {
    const next =
      /^`?(?: ?[,;–]| and| to)? ?(?:"([A-Z][^"]+)"|([A-Z]-?\d+[a-z]?\b)|(\d+[a-z]?)(?![\w.]*[\w%])|§\S+?(?=[,;:)'" ]|\.? |\.?$))/.exec(
        rest,
      );
    if (next === null) return places;
    if (next[1] !== undefined) places.push(`"${next[1]}"`);
    const point = next[2] ?? next[3];
    if (point !== undefined) places.push(point);
    rest = rest.slice(next[0].length).replace(/^ \([^)]*\)/, '');
  }
}

function hasPlace(content: string, place: string): boolean {
  const quoted = place.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
  if (place.startsWith('§')) return new RegExp(`^#{1,4} (?:§ ?)?${quoted.slice(1)}[.:]? `, 'm').test(content);
  // A heading, words in bold type, a cell of a table, or the first words of a paragraph.
  if (place.startsWith('"'))
    return new RegExp(`(?:^#{1,4} (?:[\\d.]+ )?|^|\\*\\*|\\| )${quoted.slice(1, -1)}(?!\\w)`, 'm').test(content);
  if (/^\d/.test(place)) return new RegExp(`^${quoted}\\. `, 'm').test(content);
  return new RegExp(`\\b${quoted}\\b`).test(content);
}

function filesBelow(root: string, path: string): readonly string[] {
  const full = join(root, path);
  if (!existsSync(full)) return [];
  if (statSync(full).isFile()) return [path];
  return readdirSync(full, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(join(root, '/').length));
}
