import { describe, expect, it } from 'vitest';
import { pixelsPerMm, reachBand } from './millimeters';

const portrait = { diagonalInch: 21.5, widthPx: 1080, heightPx: 1920 };
const small = { diagonalInch: 15, widthPx: 1280, heightPx: 800 };

describe('millimeters', () => {
  it('are those of the glass on the kiosk itself', () => {
    expect(pixelsPerMm(portrait, { widthPx: 1080, heightPx: 1920 })).toBeCloseTo(4.034, 3);
    expect(pixelsPerMm(small, { widthPx: 1280, heightPx: 800 })).toBeCloseTo(3.962, 3);
  });

  it('take the usual size of a screen whose settings do not say it', () => {
    const unknown = { diagonalInch: null };
    expect(pixelsPerMm({ ...portrait, ...unknown }, portrait)).toBe(pixelsPerMm(portrait, portrait));
    expect(pixelsPerMm({ ...small, ...unknown }, small)).toBe(pixelsPerMm(small, small));
  });

  it('give a capital of 4.8 mm at least 19 pixels there', () => {
    expect(pixelsPerMm(portrait, { widthPx: 1080, heightPx: 1920 }) * 4.8).toBeGreaterThan(19);
  });

  it('shrink so that the whole screen fits a smaller window', () => {
    const half = pixelsPerMm(portrait, { widthPx: 540, heightPx: 960 });
    expect(half).toBeCloseTo(4.034 / 2, 3);
    expect(pixelsPerMm(portrait, { widthPx: 540, heightPx: 1920 })).toBeCloseTo(half, 5);
  });

  it('take a window on its side as the same screen turned', () => {
    expect(pixelsPerMm(portrait, { widthPx: 1920, heightPx: 1080 })).toBeCloseTo(4.034, 3);
  });
});

describe('low reach', () => {
  it('is between 700 and 1100 mm above the floor', () => {
    expect(reachBand(476, 800)).toEqual({ bottomMm: 0, topMm: 300 });
    expect(reachBand(476, 600)).toEqual({ bottomMm: 100, topMm: 476 });
    expect(reachBand(700, 500)).toEqual({ bottomMm: 200, topMm: 600 });
  });

  it('is never outside the screen', () => {
    expect(reachBand(202, 700)).toEqual({ bottomMm: 0, topMm: 202 });
    expect(reachBand(202, 100)).toEqual({ bottomMm: 2, topMm: 202 });
  });

  it('still holds the bars and an answer on a screen that hangs too high', () => {
    expect(reachBand(476, 1200)).toEqual({ bottomMm: 0, topMm: 200 });
  });
});
