/**
 * A QR code as a path: level M, a quiet zone of four modules (docs/evidence/product-anchors.md §4.2). Dark on white, in
 * any theme.
 */
import { encode } from 'uqr';

/** Light modules on each side. Without them a phone does not find the code. */
const QUIET_MODULES = 4;

export interface QrDrawing {
  /** Modules per side, including the quiet zone. */
  readonly size: number;
  /** Share of the side without the quiet zone, from 0 to 1. */
  readonly inner: number;
  /** The dark modules, in units of one module. */
  readonly d: string;
}

export function qrDrawing(payload: string): QrDrawing {
  const { data, size } = encode(payload, { ecc: 'M', border: QUIET_MODULES });
  const dark = data.flatMap((row, y) => row.flatMap((isDark, x) => (isDark ? [`M${x} ${y}h1v1h-1z`] : [])));
  return { size, inner: (size - 2 * QUIET_MODULES) / size, d: dark.join('') };
}
