import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { drawIcon, ICON_PX } from './icon';
import { drawNurse } from './nurse';

it('the icon is the drawing as it is now; if not, run npm run resources', () => {
  expect(readFileSync('resources/icon.svg', 'utf8')).toBe(drawIcon());
});

it('the icon for windows is a PNG of the size that packages need', () => {
  const png = readFileSync('resources/icon.png');
  expect(png.subarray(1, 4).toString('latin1')).toBe('PNG');
  expect([png.readUInt32BE(16), png.readUInt32BE(20)]).toEqual([ICON_PX, ICON_PX]);
});

it('the picture of the out-of-service page is the drawing as it is now; if not, run npm run resources', async () => {
  expect(readFileSync('resources/nurse.svg', 'utf8')).toBe(await drawNurse());
});
