/** The two ends of the way home, and the places where people find help. Hospital and house fit a box of 48 by 56. */
import { at, bold, box, fine, line, oval, small, type Drawing, type Part } from './strokes';

/** The hospital: a cross above an open door. */
export const HOSPITAL: readonly Part[] = [
  line('M5 54V12a3 3 0 0 1 3-3h32a3 3 0 0 1 3 3v42', 'paper'),
  bold('M24 14v10M19 19h10'),
  fine('M11 17v5M37 17v5M11 29v5M37 29v5M11 41v5M37 41v5'),
  line('M16 54V34a2 2 0 0 1 2-2h12a2 2 0 0 1 2 2v20', 'hill'),
  fine('M24 32v22'),
  line('M0 54h48'),
];

/** The house: a lit window next to the door, smoke from the chimney. */
export const HOUSE: readonly Part[] = [
  line('M35 20V9h5v15', 'paper'),
  fine('M37 5c-2-2 3-3 1-5'),
  line('M8 26v28h34V26', 'paper'),
  bold('M3 30 25 10 47 30', 'roof'),
  line('M30 54V39a1 1 0 0 1 1-1h6a1 1 0 0 1 1 1v15', 'hill'),
  fine('M13 33h11v10H13z', 'lit'),
  fine('M18.5 33v10M13 38h11'),
  line('M0 54h48'),
];

/** A small round tree, 16 by 34. */
export const TREE: readonly Part[] = [
  line('M8 34V18'),
  line(oval(8, 12, 8, 11), 'hill'),
  line('M8 34V18'),
  fine('M8 24l4-4M8 20 5 17'),
];

/** A pharmacy, 84 by 88. */
export const PHARMACY: readonly Part[] = [
  line('M6 88V30h72v58', 'paper'),
  line('M2 16h80l-4 14c-6 6-13 6-18 0-6 6-13 6-18 0-6 6-13 6-18 0-6 6-13 6-18 0z', 'tint'),
  bold('M36 4h12M42-2v12'),
  fine('M14 46h28v22H14zM28 46v22', 'lit'),
  line('M52 88V46h18v42', 'hill'),
  line('M66 68v2'),
];

export const PLACES = {
  hospital: { width: 48, height: 56, parts: HOSPITAL },
  house: { width: 48, height: 56, parts: HOUSE },
  home: small(at(3, 2, HOUSE, 1.06)),
  pharmacy: small(at(4, 3, PHARMACY, 0.62)),
  'state-office': small(
    line('M47 17V3l9 3.5-9 3.5', 'lit'),
    line('M5 25 30 11l25 14z', 'paper'),
    line('M11 29v19M20 29v19M30 29v19M40 29v19M49 29v19'),
    line('M7 25h46v4.5H7z', 'tint'),
    line('M7 48h46v4H7zM3 52h54v5H3z', 'tint'),
  ),
  'door-out': small(
    line('M8 56V6h30v50', 'paper'),
    line('M8 6l21 7v43L8 56z', 'hill'),
    line('M24 34v3'),
    bold('M43 34h14M51 27l6.5 7-6.5 7'),
    line('M3 56h52'),
  ),
  van: small(
    line('M3 17h33v27H3z', 'paper'),
    line('M36 25h11l10 10v9H36z', 'tint'),
    fine('M40 29h6l5 6H40z', 'paper'),
    line('M19.5 22c-4 5-6 7.5-6 10.5a6 6 0 0 0 12 0c0-3-2-5.5-6-10.5z', 'lit'),
    line(oval(15, 46, 5.5), 'paper'),
    line(oval(45, 46, 5.5), 'paper'),
    fine('M15 46v.1M45 46v.1'),
    line('M1 51.5h58'),
  ),
  signpost: small(
    bold('M30 57V4'),
    line('M14 9h32l8 7-8 7H14z', 'lit'),
    line('M46 29H16l-8 7 8 7h30z', 'paper'),
    fine('M20 16h20M20 36h20'),
    line('M18 57h24'),
  ),
  phone: small(
    line(box([16, 3, 28, 54], 5), 'paper'),
    fine('M20 10h20v36H20z', 'tint'),
    line('M27 51.5h6'),
    line('M25 22c0 8 5 13 11 13l1.5-4-4-2-2 1.5c-2-1-3-3-3.5-4.5l2-1.5-1.5-4z', 'lit'),
  ),
} as const satisfies Readonly<Record<string, Drawing>>;
