/**
 * Import before pdf.js. While loading, pdf.js creates a drawing matrix, which Node lacks if `@napi-rs/canvas` is not
 * installed (a package is one bundle without `node_modules`). Counting pages draws nothing, so empty classes are enough.
 */
class NotDrawn {}

for (const name of ['DOMMatrix', 'ImageData', 'Path2D']) {
  if (!(name in globalThis)) Object.assign(globalThis, { [name]: NotDrawn });
}
