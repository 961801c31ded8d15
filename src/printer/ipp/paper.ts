/** Whether a printer has the right paper, according to its trays (PWG 5100.13 `printer-input-tray`). Pure. */
import { stringsOf, type IppAttributes } from './answer';
import type { Paper } from '../port';

/** Self-describing media names (PWG 5101.1). */
export const MEDIA: Readonly<Record<Paper, string>> = {
  letter: 'na_letter_8.5x11in',
  a4: 'iso_a4_210x297mm',
};

/**
 * Long side divided by short side. Printers report sizes in micrometers, hundredths of a millimeter, or ten-thousandths of
 * an inch, and some do not say which, so only the shape is compared.
 */
const SHAPE: Readonly<Record<Paper, number>> = { letter: 11 / 8.5, a4: 297 / 210 };
const SHAPE_TOLERANCE = 0.02;

/** `prtInputCurrentLevel` (RFC 3805): at least one sheet. Other negative numbers mean unknown. */
const SOME_SHEETS = -3;

/**
 * - `wrong`: the printer has paper, but not ours.
 * - `unknown`: the printer does not say. A CUPS queue never knows: it derives `media-ready` from its own settings.
 */
export type PaperEvidence = 'loaded' | 'empty' | 'wrong' | 'unknown';

interface Tray {
  /** Null if the tray does not report its size. */
  readonly shape: number | null;
  readonly level: number;
}

/** @param paper of the site; undefined accepts any tray */
export function paperEvidence(device: IppAttributes, paper: Paper | undefined): PaperEvidence {
  const trays = stringsOf(device, 'printer-input-tray').map(readTray);
  const told = trays.filter(({ shape }) => shape !== null);
  const ours = told.filter(({ shape }) => paper === undefined || isShape(shape, SHAPE[paper]));
  if (ours.some(({ level }) => level > 0 || level === SOME_SHEETS)) return 'loaded';
  if (ours.length > 0) return ours.every(({ level }) => level === 0) ? 'empty' : 'unknown';
  if (told.length > 0 && told.length === trays.length) return 'wrong';
  const ready = stringsOf(device, 'media-ready');
  const isOurs = paper === undefined || ready.some((name) => name.startsWith(MEDIA[paper]));
  return ready.length > 0 && !isOurs ? 'wrong' : 'unknown';
}

function readTray(text: string): Tray {
  const fields = new Map(text.split(';').map((field) => [field.split('=')[0] ?? '', Number(field.split('=')[1])]));
  const sides = [fields.get('mediafeed') ?? 0, fields.get('mediaxfeed') ?? 0];
  const isTold = sides.every((side) => side > 0);
  return {
    shape: isTold ? Math.max(...sides) / Math.min(...sides) : null,
    level: fields.get('level') ?? Number.NaN,
  };
}

function isShape(shape: number | null, expected: number): boolean {
  return shape !== null && Math.abs(shape - expected) < SHAPE_TOLERANCE;
}
