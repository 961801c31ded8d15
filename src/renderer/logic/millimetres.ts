/** Physical size: everything on the screen is drawn in millimetres (design/look.md "Size is physical"). */

export interface ScreenSize {
  readonly diagonalInch: number;
  readonly widthPx: number;
  readonly heightPx: number;
}
export interface WindowSize {
  readonly widthPx: number;
  readonly heightPx: number;
}

const MM_PER_INCH = 25.4;

/**
 * CSS pixels that make one millimetre on the kiosk's glass. In a window that is not the kiosk's own screen (a reviewer's
 * browser) the whole screen is scaled to fit, upright or lying, so that nothing is cut.
 */
export function pixelsPerMm(screen: ScreenSize, window: WindowSize): number {
  const screenPxPerMm = Math.hypot(screen.widthPx, screen.heightPx) / (screen.diagonalInch * MM_PER_INCH);
  const long = Math.max(window.widthPx, window.heightPx) / Math.max(screen.widthPx, screen.heightPx);
  const short = Math.min(window.widthPx, window.heightPx) / Math.min(screen.widthPx, screen.heightPx);
  return screenPxPerMm * Math.min(long, short);
}

/** Highest point of a control for somebody in a wheelchair, above the floor (ADA 308 and look.md "Frame"). */
const HIGHEST_REACH_MM = 1100;
/** Less room than this cannot hold the bars and one answer; then the band goes as high as it must. */
const LEAST_BAND_MM = 150;

/**
 * Height of the band at the bottom of the screen that a hand reaches from a wheelchair.
 * @param mountMm height of the lower edge of the screen above the floor
 */
export function reachBandMm(screenHeightMm: number, mountMm: number): number {
  return Math.min(screenHeightMm, Math.max(LEAST_BAND_MM, HIGHEST_REACH_MM - mountMm));
}
