/** `npm run screens`: every screen of the kiosk as one picture, docs/screens/all.webp, to be looked at. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { Gallery, SCENES, settle } from '../gallery';
import { test } from '../kiosk';
import { installVoice } from '../voice';
import type { Page } from '@playwright/test';

const FILE = 'docs/screens/all.webp';
const COLUMNS = 10;
const THUMB_WIDTH_PX = 180;
const WEBP_QUALITY = 0.7;
const MAX_BYTES = 700_000;

test('all screens on one sheet', async ({ person, page, context }) => {
  test.setTimeout(600_000);
  await installVoice(page, { auto: true });
  await person.arrives();
  const gallery = await Gallery.open(page);
  await gallery.look({ textSize: 1, theme: 'warm', lowReach: false });
  const pictures: { readonly name: string; readonly png: string }[] = [];
  for (const scene of SCENES) {
    await gallery.show(scene);
    await settle(page);
    const png = (await page.screenshot({ animations: 'disabled' })).toString('base64');
    pictures.push({ name: scene.name, png });
  }
  const bytes = Buffer.from(await sheetOf(await context.newPage(), pictures), 'base64');
  if (bytes.byteLength > MAX_BYTES) throw new Error(`${FILE} would have ${bytes.byteLength} bytes`);
  mkdirSync('docs/screens', { recursive: true });
  writeFileSync(FILE, bytes);
});

/** Draws the pictures in rows, each with its name. @returns the sheet as WebP, base64 */
function sheetOf(page: Page, pictures: readonly { readonly name: string; readonly png: string }[]): Promise<string> {
  return page.evaluate(
    async ({ all, columns, width, quality }) => {
      const images = await Promise.all(
        all.map(async ({ name, png }) => {
          const image = new Image();
          image.src = `data:image/png;base64,${png}`;
          await image.decode();
          return { name, image };
        }),
      );
      const first = images[0]?.image;
      if (first === undefined) throw new Error('there are no pictures');
      const gap = 12;
      const caption = 18;
      const height = (width * first.height) / first.width;
      const canvas = document.createElement('canvas');
      canvas.width = columns * (width + gap) + gap;
      canvas.height = Math.ceil(images.length / columns) * (height + caption + gap) + gap;
      const pen = canvas.getContext('2d');
      if (pen === null) throw new Error('no canvas');
      pen.fillStyle = '#d8d2c6';
      pen.fillRect(0, 0, canvas.width, canvas.height);
      pen.imageSmoothingQuality = 'high';
      pen.font = '12px sans-serif';
      for (const [at, { name, image }] of images.entries()) {
        const x = gap + (at % columns) * (width + gap);
        const y = gap + Math.floor(at / columns) * (height + caption + gap);
        pen.drawImage(image, x, y, width, height);
        pen.fillStyle = '#15232b';
        pen.fillText(name, x, y + height + 13);
      }
      return canvas.toDataURL('image/webp', quality).split(',')[1] ?? '';
    },
    { all: pictures, columns: COLUMNS, width: THUMB_WIDTH_PX, quality: WEBP_QUALITY },
  );
}
