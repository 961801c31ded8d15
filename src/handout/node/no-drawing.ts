/**
 * pdf.js makes a matrix for drawing while it loads, and Node has none where `@napi-rs/canvas` is not installed beside
 * the program (a package is one bundle with no `node_modules`). Nothing is drawn when pages are counted, so empty ones
 * will do. Loaded before pdf.js.
 */
class NotDrawn {}

for (const name of ['DOMMatrix', 'ImageData', 'Path2D']) {
  if (!(name in globalThis)) Object.assign(globalThis, { [name]: NotDrawn });
}
