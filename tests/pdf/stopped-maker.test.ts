/** A kiosk that is stopped while pages are being made leaves no browser behind. */
import { describe, expect, it } from 'vitest';
import { findChromium } from '../../src/preview/chromium';
import { makeBrowserPdf } from '../../src/preview/pdf';

const found = await findChromium();
if ('missing' in found) console.warn(`the maker of PDFs was not tested: ${found.missing}`);

describe.skipIf('missing' in found)('a maker of PDFs that is closed at work', () => {
  it('gives up what was still to be made, and its program ends', async () => {
    if ('missing' in found) return;
    const programs = (): number => process.getActiveResourcesInfo().filter((each) => each === 'ProcessWrap').length;
    const before = programs();
    const maker = await makeBrowserPdf(found, { warm: true });
    expect(programs()).toBe(before + 1);
    const make = (): Promise<Uint8Array> => maker.makePdf('<p>page</p>', { paper: 'letter' });
    // As the kiosk counts its pages: one packet, and the next as soon as the first is there.
    const first = make();
    const second = first.then(make, make);
    const outcomes = Promise.allSettled([first, second]);
    await maker.close();
    expect((await outcomes).map(({ status }) => status)).toContain('rejected');
    await expect(make()).rejects.toThrow();
    await expect.poll(programs).toBe(before);
  });
});
