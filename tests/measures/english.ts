/** English that the browser tests write down although it is content, so that a better wording would break them. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import ts from 'typescript';
import { findAll, type Finding, type Source } from './code';

/** A run of plain words, as a regular expression or a text with slots leaves them. */
const WORDS = /[A-Za-z][A-Za-z ,.?'’-]*[A-Za-z.?]/g;

/** Literals that are a whole text of the English content, and those with two words or more of one. */
export function englishLiterals(root: string, tests: readonly Source[]): readonly Finding[] {
  const content = englishContent(root);
  const isContent = (text: string): boolean =>
    content.includes(`"${text}"`) ||
    [...text.matchAll(WORDS)].some(([words]) => words.includes(' ') && content.includes(words));
  return findAll(tests, (node) => {
    const text = textOf(node);
    return text !== null && /[A-Z]/.test(text) && isContent(text) && !namesATest(node) ? JSON.stringify(text) : null;
  });
}

function textOf(node: ts.Node): string | null {
  if (ts.isStringLiteralLike(node)) return node.text;
  return ts.isRegularExpressionLiteral(node) ? node.text.slice(1, node.text.lastIndexOf('/')) : null;
}

function namesATest(node: ts.Node): boolean {
  const { parent } = node;
  return (
    ts.isCallExpression(parent) &&
    parent.arguments[0] === node &&
    /^(test|it|describe)/.test(parent.expression.getText())
  );
}

function englishContent(root: string): string {
  return readdirSync(join(root, 'content'), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.name.endsWith('.toml') && /\/en(\/|$)/.test(entry.parentPath))
    .map((entry) => readFileSync(join(entry.parentPath, entry.name), 'utf8'))
    .join('\n');
}
