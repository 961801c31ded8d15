import { cloneVNode } from 'vue';
import { renderToString } from 'vue/server-renderer';
import { DRAWINGS } from '../drawings';
import { picture } from '../handout/drawings/picture';

/** The picture of the out-of-service page. @returns a complete SVG file; the same drawing gives the same bytes */
export async function drawNurse(): Promise<string> {
  const drawing = picture(DRAWINGS['nurse-listens'], null, 'picture');
  return `${await renderToString(cloneVNode(drawing, { xmlns: 'http://www.w3.org/2000/svg' }))}\n`;
}
