/** Measures of the code, read off its syntax tree. Paths are relative to the project's folder. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import ts from 'typescript';
import { brokenDirection } from '../../eslint.rooms.js';

/** One thing that breaks a limit: where it is, and what is wrong there. */
export interface Finding {
  readonly place: string;
  readonly what: string;
}

export interface Source {
  readonly path: string;
  readonly tree: ts.SourceFile;
  /** Lines that lie before the script of a .vue file. */
  readonly linesBefore: number;
}

const MAX_LINES = 100;
const MAX_PARAMETERS = 4;

/** All .ts files and the script blocks of all .vue files below a folder. */
export function readSources(root: string, folder: string): readonly Source[] {
  return readdirSync(join(root, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && /\.(ts|vue)$/.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name).slice(join(root, '/').length))
    .sort()
    .flatMap((path) => {
      const text = readFileSync(join(root, path), 'utf8');
      if (path.endsWith('.ts')) return [parse(path, text, 0)];
      return [...text.matchAll(/<script[^>]*>(.*?)<\/script>/gs)].map((block) =>
        parse(path, block[1] ?? '', text.slice(0, block.index).split('\n').length - 1),
      );
    });
}

function parse(path: string, text: string, linesBefore: number): Source {
  return { path, tree: ts.createSourceFile(path, text, ts.ScriptTarget.Latest, true), linesBefore };
}

export const isTest = ({ path }: Source): boolean => path.endsWith('.test.ts');

/** Functions over 100 lines. The lines of a table or a style sheet that a function returns are not counted. */
export function longFunctions(sources: readonly Source[]): readonly Finding[] {
  return findAll(sources, (node, source) => {
    if (!isFunction(node) || node.body === undefined) return null;
    const linesOf = (part: ts.Node): number =>
      lineOf(source, part.end) - lineOf(source, part.getStart(source.tree)) + 1;
    const table = returnedTable(node.body);
    const count = linesOf(node) - (table === null ? 0 : linesOf(table));
    return count > MAX_LINES ? `${nameOf(node)} has ${count} lines` : null;
  });
}

export function longParameterLists(sources: readonly Source[]): readonly Finding[] {
  return findAll(sources, (node) =>
    ts.isFunctionLike(node) && node.parameters.length > MAX_PARAMETERS
      ? `${nameOf(node)} has ${node.parameters.length} parameters`
      : null,
  );
}

export function brokenDirections(sources: readonly Source[]): readonly Finding[] {
  return findAll(sources, (node, source) => {
    const specifier = ts.isImportDeclaration(node) || ts.isExportDeclaration(node) ? node.moduleSpecifier : undefined;
    const loaded = ts.isCallExpression(node) && node.expression.kind === ts.SyntaxKind.ImportKeyword;
    const target = specifier ?? (loaded ? node.arguments[0] : undefined);
    return target !== undefined && ts.isStringLiteral(target) ? brokenDirection(source.path, target.text) : null;
  });
}

/** Stores that are emptied by a function of their own instead of being dropped with the page. */
export function storesResetByHand(sources: readonly Source[]): readonly Finding[] {
  const stores = sources.filter(({ path }) => path.startsWith('src/renderer/stores/'));
  return findAll(stores, (node) =>
    ts.isFunctionDeclaration(node) && /^(reset|wipe|forget|clear)$/.test(node.name?.text ?? '')
      ? `${nameOf(node)} empties a store`
      : null,
  );
}

/**
 * Types of settings that are written down in the room of the settings and again in the contract: the same names of
 * fields, or the same list of words.
 */
export function settingsDeclaredTwice(sources: readonly Source[]): readonly Finding[] {
  const shapesIn = (rooms: RegExp): ReadonlyMap<string, Finding> => {
    const shapes = new Map<string, Finding>();
    for (const source of sources.filter(({ path }) => rooms.test(path)))
      visit(source.tree, (node) => {
        const shape = shapeOf(node);
        if (shape !== null) shapes.set(shape, { place: placeOf(source, node), what: shape });
      });
    return shapes;
  };
  const again = shapesIn(/^src\/contract\//);
  return [...shapesIn(/^src\/(site\/|kiosk\/site)/)].flatMap(([shape, finding]) =>
    again.has(shape)
      ? [{ ...finding, what: `{ ${shape} } is declared again in ${again.get(shape)?.place ?? ''}` }]
      : [],
  );
}

function shapeOf(node: ts.Node): string | null {
  if (ts.isInterfaceDeclaration(node) || ts.isTypeLiteralNode(node)) return fields(node.members);
  if (ts.isCallExpression(node) && /^v\.(strictObject|object)$/.test(node.expression.getText())) {
    const [shape] = node.arguments;
    return shape !== undefined && ts.isObjectLiteralExpression(shape) ? fields(shape.properties) : null;
  }
  if (
    ts.isUnionTypeNode(node) &&
    node.types.every((type) => ts.isLiteralTypeNode(type) && ts.isStringLiteral(type.literal))
  )
    return words(node.types.map((type) => type.getText()));
  if (ts.isArrayLiteralExpression(node) && node.elements.every(ts.isStringLiteral))
    return words(node.elements.map((element) => element.getText()));
  return null;
}

/** One field or word alone is no type. */
const words = (all: readonly string[]): string | null => (all.length < 2 ? null : [...all].sort().join(', '));
const fields = (members: ts.NodeArray<ts.NamedDeclaration>): string | null =>
  words(members.map((member) => member.name?.getText() ?? '…'));

type FunctionWithBody = ts.FunctionLikeDeclaration;

function isFunction(node: ts.Node): node is FunctionWithBody {
  return ts.isFunctionLike(node) && 'body' in node;
}

/** The list of rows or the long text that a function returns at its end. */
function returnedTable(body: ts.Node): ts.Node | null {
  const last = ts.isBlock(body) ? body.statements.at(-1) : body;
  const value = last !== undefined && ts.isReturnStatement(last) ? last.expression : last;
  const isTable =
    value !== undefined &&
    (ts.isTemplateExpression(value) || ts.isNoSubstitutionTemplateLiteral(value) || ts.isArrayLiteralExpression(value));
  return isTable ? value : null;
}

function nameOf(node: ts.SignatureDeclaration): string {
  if (node.name !== undefined) return node.name.getText();
  const { parent } = node;
  return ts.isVariableDeclaration(parent) || ts.isPropertyAssignment(parent) ? parent.name.getText() : 'a function';
}

export function findAll(
  sources: readonly Source[],
  judge: (node: ts.Node, source: Source) => string | null,
): readonly Finding[] {
  return sources.flatMap((source) => {
    const found: Finding[] = [];
    visit(source.tree, (node) => {
      const what = judge(node, source);
      if (what !== null) found.push({ place: placeOf(source, node), what });
    });
    return found;
  });
}

function visit(node: ts.Node, see: (node: ts.Node) => void): void {
  see(node);
  ts.forEachChild(node, (child) => {
    visit(child, see);
  });
}

function lineOf(source: Source, offset: number): number {
  return source.linesBefore + source.tree.getLineAndCharacterOfPosition(offset).line + 1;
}

function placeOf(source: Source, node: ts.Node): string {
  return `${source.path}:${lineOf(source, node.getStart(source.tree))}`;
}
