/** A QR code as line art: level M, a quiet zone of four modules (product-anchors §4.2). */
import { h, type VNode } from 'vue';
import { encode } from 'uqr';

const QUIET_MODULES = 4;

/**
 * @param widthMm of the code itself, without its quiet zone
 * @param alt what the code holds, in words
 */
export function qrCode(payload: string, widthMm: number, alt: string): VNode {
  const { data, size } = encode(payload, { ecc: 'M', border: QUIET_MODULES });
  const dark = data.flatMap((row, y) => row.flatMap((isDark, x) => (isDark ? [`M${x} ${y}h1v1h-1z`] : [])));
  const withZone = (widthMm * size) / (size - 2 * QUIET_MODULES);
  const style = `width:${withZone.toFixed(1)}mm`;
  return h('svg', { class: 'qr', style, role: 'img', 'aria-label': alt, viewBox: `0 0 ${size} ${size}` }, [
    h('path', { d: dark.join(''), fill: '#000', 'shape-rendering': 'crispEdges' }),
  ]);
}
