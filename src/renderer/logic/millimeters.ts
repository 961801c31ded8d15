/** Physical size: everything on the screen is measured in millimeters (docs/design/look.md "Size is physical"). */

export interface ScreenSize {
  /** Null if the settings do not say: then it is the usual size. */
  readonly diagonalInch: number | null;
  readonly widthPx: number;
  readonly heightPx: number;
}
export interface WindowSize {
  readonly widthPx: number;
  readonly heightPx: number;
}

const MM_PER_INCH = 25.4;

/**
 * CSS pixels for one millimeter on the kiosk's screen. In a window that is not the kiosk's own screen (a reviewer's
 * browser), the whole screen is scaled to fit, portrait or landscape, so that nothing is cut.
 */
export function pixelsPerMm(screen: ScreenSize, window: WindowSize): number {
  const diagonalMm = (screen.diagonalInch ?? usualDiagonalInch(screen)) * MM_PER_INCH;
  const screenPxPerMm = Math.hypot(screen.widthPx, screen.heightPx) / diagonalMm;
  const long = Math.max(window.widthPx, window.heightPx) / Math.max(screen.widthPx, screen.heightPx);
  const short = Math.min(window.widthPx, window.heightPx) / Math.min(screen.widthPx, screen.heightPx);
  return screenPxPerMm * Math.min(long, short);
}

/** The usual sizes of kiosk screens (docs/design/staff.md "What an administrator does"). */
function usualDiagonalInch({ widthPx, heightPx }: ScreenSize): number {
  return Math.max(widthPx, heightPx) <= 1280 ? 15 : 21.5;
}

/**
 * A person in a wheelchair reaches every control between these heights above the floor (docs/design/look.md "Frame",
 * ADA 308).
 */
const HIGHEST_REACH_MM = 1100;
const LOWEST_REACH_MM = 700;
/** The bars and one answer in the largest text need at least this much; the band is then higher than the rule says. */
const MIN_BAND_MM = 200;

/** Edges of the reach band, in millimeters above the lower edge of the screen. */
export interface ReachBand {
  readonly topMm: number;
  readonly bottomMm: number;
}

/** @param mountMm height of the lower edge of the screen above the floor */
export function reachBand(screenHeightMm: number, mountMm: number): ReachBand {
  const least = Math.min(screenHeightMm, MIN_BAND_MM);
  const bottomMm = clamp(LOWEST_REACH_MM - mountMm, 0, screenHeightMm - least);
  return { bottomMm, topMm: clamp(HIGHEST_REACH_MM - mountMm, bottomMm + least, screenHeightMm) };
}

function clamp(value: number, least: number, most: number): number {
  return Math.min(most, Math.max(least, value));
}
