/** The document that each page of a packet belongs to, in the order of the pages. */
export function pageDocuments(
  documents: readonly { readonly id: string; readonly pages: number }[],
): readonly string[] {
  return documents.flatMap(({ id, pages }) => Array.from({ length: pages }, () => id));
}
