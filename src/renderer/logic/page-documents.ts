/** The document of each page of a packet, in page order. */
export function pageDocuments(
  documents: readonly { readonly id: string; readonly pages: number }[],
): readonly string[] {
  return documents.flatMap(({ id, pages }) => Array.from({ length: pages }, () => id));
}
