import { h, type VNode } from 'vue';
import { qrDrawing } from '../../drawings/qr';

/**
 * A QR code as vector art.
 * @param widthMm width of the code without its quiet zone
 * @param alt alternative text: what the code holds
 */
export function qrCode(payload: string, widthMm: number, alt: string): VNode {
  const { size, inner, d } = qrDrawing(payload);
  const style = `width:${(widthMm / inner).toFixed(1)}mm`;
  return h('svg', { class: 'qr', style, role: 'img', 'aria-label': alt, viewBox: `0 0 ${size} ${size}` }, [
    h('path', { d, fill: '#000', 'shape-rendering': 'crispEdges' }),
  ]);
}
