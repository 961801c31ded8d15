import type { DocumentRule, Guide } from '../guide/model';
import type { PageContext } from './page-context';

/** These documents in packet order, without duplicates. An unknown id is a bug in the caller. */
export function packetOrder(guide: Guide, documents: readonly string[]): readonly string[] {
  const unknown = documents.find((id) => !guide.documents.some((rule) => rule.id === id));
  if (unknown !== undefined) throw new Error(`the guide has no document ${unknown}`);
  const place = (id: string): number => {
    const at = guide.order.indexOf(id);
    return at === -1 ? guide.order.length : at;
  };
  return [...new Set(documents)].sort((one, other) => place(one) - place(other));
}

/** These documents, with the guide's cover sheet if the hospital wants one. */
export function withCoverSheet(guide: Guide, documents: readonly string[], isWanted: boolean): readonly string[] {
  const covers = guide.documents.filter(({ blocks }) => blocks.some(({ kind }) => kind === 'cover'));
  return isWanted ? [...covers.map(({ id }) => id), ...documents] : documents;
}

/** What the content says about a document. */
export function ruleOf(document: string, context: PageContext): DocumentRule {
  const rule = context.guide.documents.find((candidate) => candidate.id === document);
  if (rule === undefined) throw new Error(`the guide has no document ${document}`);
  return rule;
}

/** The title of a document, as printed. */
export function titleOf(document: string, context: PageContext): string {
  return context.say(ruleOf(document, context).title);
}
