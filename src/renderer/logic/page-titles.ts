/** The title of the document that each page of a packet belongs to, in the order of the pages. */
export function pageTitles(
  documents: readonly { readonly id: string; readonly pages: number }[],
  titles: readonly { readonly id: string; readonly title: string }[],
): readonly string[] {
  return documents.flatMap(({ id, pages }) => {
    const title = titles.find((each) => each.id === id)?.title ?? id;
    return Array.from({ length: pages }, () => title);
  });
}
