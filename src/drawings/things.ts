/** Things: medicine, letters, cards, money, time. The origin of a larger one is its upper left corner. */
import { at, bold, box, fine, line, oval, small, type Drawing, type Part, type Tone } from './strokes';
import { coin, heart } from './people';
import { HOUSE } from './places';

/** A sheet with a folded corner, 44 by 56. */
export function sheet(writing: readonly Part[]): readonly Part[] {
  return [
    line('M4 0h28l12 12v40a4 4 0 0 1-4 4H4a4 4 0 0 1-4-4V4a4 4 0 0 1 4-4z', 'paper'),
    fine('M32 0v12h12'),
    ...writing,
  ];
}

const LINES = fine('M8 12h16M8 20h28M8 28h28M8 36h28M8 44h18');

const CHECK = 'M-6 .5-2 5 6-5';
const CROSS = 'M-5-5 5 5M5-5-5 5';
const PLUS = 'M0-6V6M-6 0H6';

/** A sign in a circle. A cross has no color. */
function disc(x: number, y: number, sign: string, radius = 12): readonly Part[] {
  return [line(oval(x, y, radius), sign === CROSS ? 'paper' : 'lit'), at(x, y, [bold(sign)], radius / 12)];
}

/** The doctor's order: a cross and lines of writing. */
export const ORDER: readonly Part[] = sheet([bold('M9 13h12M15 7v12'), fine('M9 28h26M9 36h26M9 44h16')]);

/** A sheet under a magnifying glass, 60 by 60. */
export const UNDER_REVIEW: readonly Part[] = [
  ...sheet([fine('M9 12h16M9 20h26M9 28h12M9 36h10M9 44h14')]),
  bold('M46 46l12 12'),
  line(oval(36, 36, 14), 'lit'),
  bold('M30 36l5 5 8-10'),
];

/** An IV bag, 26 by 41; `level` is how far down the liquid begins. */
export function bag(level: number, tone: Tone = 'tint'): readonly Part[] {
  return [
    line('M4 0h18a4 4 0 0 1 4 4v22c0 7-5 11-9 12v3h-8v-3c-4-1-9-5-9-12V4a4 4 0 0 1 4-4z', 'paper'),
    fine(`M1 ${level}h24v${26 - level}c0 6-5 10-9 11h-6c-4-1-9-5-9-11z`, tone),
  ];
}

/** The line below a bag. */
export const DRIP = fine('M13 41v6');

/** A bag on its hook with its line, and a sign on the bag. */
function bagOnHook(level: number, tone: Tone, sign: readonly Part[]): Drawing {
  return small(
    line('M23 4c0-4 14-4 14 0'),
    at(14, 4, bag(level, tone), 1.23),
    at(30, 27, sign),
    line('M30 54c0 6 12 5 15-1s0-9 8-9'),
  );
}

/** A pole on wheels with a bag on its hook, 44 by 106. */
export function pole(level: number, tone: Tone = 'tint'): readonly Part[] {
  return [
    line('M12 100V4h19v5'),
    fine('M0 103l12-5 12 5'),
    fine(oval(1, 104, 2), 'paper'),
    fine(oval(23, 104, 2), 'paper'),
    at(18, 9, [...bag(level, tone), DRIP]),
  ];
}

/** A window and the view through it, 56 by 50. */
export function windowPane(seen: readonly Part[]): readonly Part[] {
  return [line('M0 0h56v50H0z', 'paper'), ...seen, fine('M28 0v50M0 25h56'), bold('M-4 50h64')];
}

/** A small medicine bottle, 30 by 52. */
export const VIAL: readonly Part[] = [
  line('M8 0h14v8H8z', 'hill'),
  line('M10 8v6c-6 2-10 6-10 12v20a6 6 0 0 0 6 6h18a6 6 0 0 0 6-6V26c0-6-4-10-10-12V8', 'paper'),
  fine('M0 28h30v15H0z', 'tint'),
];

/** A cold box, 60 by 46. */
export const COLD_BOX: readonly Part[] = [
  line('M0 12h60v34H0z', 'paper'),
  line('M4 2h52l4 10H0z', 'tint'),
  line('M30 18v22M20.5 23.5l19 11M39.5 23.5l-19 11'),
  fine('M26 20l4 3 4-3M26 38l4-3 4 3'),
];

/** A small infusion pump, 52 by 66. */
export const PUMP: readonly Part[] = [
  line(box([0, 6, 52, 54], 6), 'paper'),
  fine('M9 15h34v16H9z', 'tint'),
  fine('M14 23h6M24 23h12'),
  fine(oval(15, 44, 4.5), 'paper'),
  fine(oval(37, 44, 4.5), 'lit'),
  fine('M26 6c0-8 16-8 16-1'),
  fine('M40 60c0 5 8 1 8 6'),
];

/** A nurse's bag, 66 by 54. */
export const NURSE_BAG: readonly Part[] = [
  line('M22 14V8a6 6 0 0 1 6-6h10a6 6 0 0 1 6 6v6'),
  line(box([1, 14, 64, 40], 5), 'hill'),
  fine('M1 26h64'),
  bold('M33 30v18M24 39h18'),
];

/** An antibody: the letter Y. */
function antibody(x: number, y: number): Part {
  return line(`M${x} ${y + 9}V${y + 1}l-5-6M${x} ${y + 1}l5-6`);
}

/** A card. Its box is less tall, so that it looks as large as the other drawings. */
function card(...parts: readonly Part[]): Drawing {
  return { width: 60, height: 42, parts: [at(0, -9, parts)] };
}

const CARD: readonly Part[] = [line(box([2, 11, 56, 38], 4), 'paper')];
const CARD_LINES = fine('M8 20h18M8 26h12M8 42h20');
/** A band along the upper edge of a card. */
const BAND = 'M2 20v-5a4 4 0 0 1 4-4h48a4 4 0 0 1 4 4v5z';
const LOW_BAND = 'M2 41v4a4 4 0 0 0 4 4h48a4 4 0 0 0 4-4v-4z';
const STAR = 'M0-7l2 4.5 5 .5-3.800 3.300L4.300 6.300 0 3.800-4.300 6.300-3.200 1.300-7-2l5-.5z';
const DASHED_SHEET =
  'M4 0h5M14 0h6M25 0h7l4 4M40 8l4 4v4M44 21v6M44 32v6M44 43v6M44 52a4 4 0 0 1-4 4h-3M32 56h-6M21 56h-6M10 56H4a4 4 0 0 1-4-4M0 47v-6M0 36v-6M0 25v-6M0 14V8M0 4a4 4 0 0 1 4-4';

const HOURGLASS: readonly Part[] = [
  line('M17 5v9c0 8 11 11 11 16S17 38 17 46v9h26v-9c0-8-11-11-11-16s11-8 11-16V5z', 'paper'),
  fine('M20 16h20c-2 5-7 8-10 12-3-4-8-7-10-12zM20 54v-4c0-4 7-7 10-9 3 2 10 5 10 9v4z', 'lit'),
  fine('M30 28v10'),
  bold('M12 5h36M12 55h36'),
];

/** A list of three lines, each with a mark. */
function ticks(signs: readonly [string, string, string]): readonly Part[] {
  return signs.flatMap((sign, row) => [at(13, 16 + row * 13, [line(sign)], 0.7), fine(`M22 ${16 + row * 13}h14`)]);
}

const HAND = line(
  'M2 40h7l9-5c4-2 7 0 8 2h9c4 0 4 5 0 5H24l1 2 13-1 13-9c4-2.5 7 2 4 5L40 52c-3 2.5-6 3-10 3H2z',
  'skin-b',
);

export const THINGS = {
  'bag-medicine': bagOnHook(16, 'tint', [line('M-5-9h10a5 5 0 0 1 0 10h-10a5 5 0 0 1 0-10z', 'lit'), line('M0-9V1')]),
  'bag-food': bagOnHook(9, 'lit', [
    line('M0-8c-4-4-10-2-10 5S-4 11 0 9c4 2 10-5 10-12S4-12 0-8z', 'roof'),
    line('M0-8c0-3 1-5 4-6'),
  ]),
  'bag-antibodies': bagOnHook(7, 'tint', [antibody(-6, -5), antibody(6, 1)]),
  bag: bagOnHook(20, 'tint', []),
  'vial-antibody': small(at(13, 2, VIAL, 1.1), at(29.5, 41.5, [antibody(0, -1)], 0.85)),
  ask: small(
    line('M9 5h42a6 6 0 0 1 6 6v26a6 6 0 0 1-6 6H31L17 55V43H9a6 6 0 0 1-6-6V11a6 6 0 0 1 6-6z', 'lit'),
    bold('M23.5 18c.5-8.5 13-8.5 13 .5 0 5.5-6.5 5.5-6.5 10.5M30 35.5v.2'),
  ),
  calendar: small(
    line(box([5, 9, 50, 46], 4), 'paper'),
    line('M5 23V13a4 4 0 0 1 4-4h42a4 4 0 0 1 4 4v10z', 'roof'),
    bold('M18 4v9M42 4v9'),
    line(box([32, 34, 12, 12], 2), 'lit'),
    fine('M14 31h5M26 31h5M38 29h5M14 40h5M24 40h3M14 49h5M26 49h5'),
  ),

  'card-job': card(
    ...CARD,
    CARD_LINES,
    line('M39 25v-4h9v4'),
    line(box([33, 25, 21, 15], 2), 'tint'),
    fine('M33 31h21M43.5 30v3'),
  ),
  // A public building with columns and a flag.
  'card-federal': card(
    ...CARD,
    CARD_LINES,
    line('M31 26l12-7 12 7z', 'tint'),
    fine('M35 27v10M40.500 27v10M45.500 27v10M51 27v10'),
    bold('M31 40h24'),
    line('M43 19v-7h7v4h-7', 'roof'),
  ),
  'card-bought': card(
    ...CARD,
    CARD_LINES,
    line('M31 22h4.5l4 13h12l3-9H37', 'none'),
    line(oval(41, 40, 1.6), 'paper'),
    line(oval(50, 40, 1.6), 'paper'),
  ),
  'card-medicare': card(...CARD, line(BAND, 'blue'), line(LOW_BAND, 'roof'), fine('M8 27h26M8 34h16')),
  'card-advantage': card(
    ...CARD,
    line(BAND, 'pine'),
    line('M38 43V25h14v18z', 'tint'),
    fine('M42 30h1M47 30h1M42 35h1M47 35h1M45 43v-3'),
    fine('M8 28h20M8 34h14M8 42h20'),
  ),
  'card-medicaid': card(
    ...CARD,
    CARD_LINES,
    line('M33 22l8-3 6 3 7-2-1 10 2 6-9 5-6-2-6 1 1-8z', 'hill'),
    line('M44 36c-4-4-5.5-6-5.5-8.5a5.5 5.5 0 0 1 11 0c0 2.5-1.5 4.5-5.5 8.5z', 'lit'),
  ),
  'card-military': card(...CARD, CARD_LINES, bold('M34 25l10-7 10 7M34 33l10-7 10 7M34 41l10-7 10 7')),
  'card-veteran': card(
    ...CARD,
    CARD_LINES,
    line('M44 17l11 4v8c0 8-5 11-11 14-6-3-11-6-11-14v-8z', 'blue'),
    at(44, 30, [fine(STAR, 'lit')], 0.85),
  ),
  'card-plain': card(...CARD, fine('M8 20h18M8 26h30M8 33h24M8 42h20')),
  'card-none': card(
    fine(
      'M9 11h6M20 11h6M31 11h6M42 11h6M54 11a4 4 0 0 1 4 4v3M58 23v5M58 33v5M58 43v2a4 4 0 0 1-4 4h-3M46 49h-6M35 49h-6M24 49h-6M13 49H6a4 4 0 0 1-4-4M2 40v-5M2 30v-5M2 20v-5a4 4 0 0 1 3-3.900',
    ),
    bold('M20 20l20 20M40 20 20 40'),
  ),

  'sheet-blank': small(
    at(6, 2, sheet([fine('M8 20h10M8 28h6')])),
    line('M50 14l8 8-22 22-10 2 2-10z', 'lit'),
    line('M45 19l8 8'),
  ),
  'sheet-more': small(at(14, 2, sheet([])), at(4, 6, sheet([LINES]), 0.95), ...disc(46, 45, PLUS)),
  'sheet-yes': small(at(5, 2, sheet([LINES])), ...disc(45, 44, CHECK)),
  'sheet-part': small(at(8, 2, sheet(ticks([CHECK, CHECK, CROSS])))),
  'sheet-no': small(at(5, 2, sheet([LINES])), ...disc(45, 44, CROSS)),
  'no-twice': small(
    at(13, 2, sheet([]), 0.9),
    at(3, 9, sheet([LINES]), 0.88),
    ...disc(48, 22, CROSS, 9.5),
    ...disc(43, 47, CROSS, 9.5),
  ),
  'no-all': small(
    at(17, 2, sheet([]), 0.8),
    at(10, 7, sheet([]), 0.8),
    at(3, 12, sheet([LINES]), 0.8),
    ...disc(50, 14, CROSS, 8),
    ...disc(46, 32, CROSS, 8),
    ...disc(40, 50, CROSS, 8),
  ),
  'sheet-missing': small(at(20, 3, [fine(DASHED_SHEET)], 0.86), at(2, 8, sheet([LINES]), 0.88)),
  'sheet-sent': small(
    at(2, 14, [line('M0 4h44v34H0z', 'paper'), line('M0 4l22 18L44 4')]),
    bold('M40 12h16M49 5l7.5 7-7.5 7'),
  ),
  order: small(at(4, 2, ORDER), at(36, 8, [line('M17 0l6 5-15 24-7 4 1-8z', 'lit')])),
  'looked-at': small(at(1, 1, UNDER_REVIEW, 0.97)),
  bill: small(
    at(8, 2, sheet([bold('M9 13h10M14 8v10'), fine('M9 26h14M30 26h6M9 33h14M30 33h6M9 45h8')])),
    ...coin(43, 46, 11),
  ),

  hourglass: small(...HOURGLASS),
  clock: small(line(oval(30, 30, 26), 'paper'), fine('M30 8v4M30 48v4M8 30h4M48 30h4'), bold('M30 16v14l10 7')),
  'heart-clock': small(heart(26, 28, 2.5), line(oval(44, 43, 14), 'paper'), line('M44 35v8l6 4')),
  cup: small(
    line('M45 28h4a6.5 6.5 0 0 1 0 13h-5'),
    line('M9 24h36v14a13 13 0 0 1-13 13H22A13 13 0 0 1 9 38z', 'tint'),
    fine('M20 18c-3-4 3-5 0-10M29 18c-3-4 3-5 0-10M38 18c-3-4 3-5 0-10'),
    line('M3 55h48'),
  ),

  'drug-cost': small(at(7, 4, VIAL), fine('M14 36h12'), ...coin(44, 42, 12.5)),
  'hand-coins': small(HAND, ...coin(20, 20, 9), ...coin(40, 17, 10.5)),
  'coin-part': small(
    line('M27 33V9a24 24 0 1 0 24 24z', 'lit'),
    fine(
      'M34 26V3M40 3.5c2 .5 4 1.5 6 3M50 9.5c1.700 1.700 3 3.5 4 5.5M56.5 20c.4 2 .5 4 .5 6M52 26h-5M42 26h-4M34 21v-4M34 12V8',
    ),
    line('M21.5 29c-1-3-8-3-8 0s8 3.5 8 7-7 3-8 0M17.5 23.5v20'),
  ),
  coins: small(
    line('M4 46v6c0 3 6 5 13 5s13-2 13-5v-6', 'lit'),
    line('M4 39v6c0 3 6 5 13 5s13-2 13-5v-6', 'lit'),
    line(oval(17, 39, 13, 5), 'lit'),
    ...coin(41, 22, 17),
  ),
  'help-list': small(at(4, 2, sheet(ticks([CHECK, CHECK, CHECK]))), ...coin(46, 45, 11.5)),

  stones: small(
    line(oval(12, 53, 9, 5), 'lit'),
    fine(oval(32, 50, 7.5, 4.2), 'paper'),
    fine(oval(44, 44, 6.5, 3.6), 'paper'),
    at(12, 0, HOUSE, 0.72),
    fine(oval(36, 41, 3.5, 2), 'paper'),
  ),
  book: small(
    line('M30 13C22 7 12 7 3 10v40c9-3 19-3 27 3 8-6 18-6 27-3V10C48 7 38 7 30 13z', 'paper'),
    line('M30 13v40'),
    fine(
      'M9 18c5-1 10-1 15 1M9 26c5-1 10-1 15 1M9 34c5-1 10-1 15 1M51 18c-5-1-10-1-15 1M51 26c-5-1-10-1-15 1M51 34c-5-1-10-1-15 1',
    ),
  ),
  books: small(
    line('M6 12h11v44H6z', 'hill'),
    line('M17 6h13v50H17z', 'paper'),
    line('M32 16l11-4 13 41-11 3.5z', 'lit'),
    fine('M6 22h11M6 46h11M21 15h5M21 20h5M36 24l11-3.5'),
  ),
  'book-words': small(
    line('M10 8a5 5 0 0 1 5-5h37v46H15a5 5 0 0 0-5 5z', 'tint'),
    line('M52 49v8H15a4 4 0 0 1 0-8', 'paper'),
    bold('M22 38l9-24 9 24M25.5 29.5h11'),
  ),
  note: small(line('M8 5h44v36L40 54H8z', 'lit'), line('M52 41H40v13'), bold('M30 13v14M30 35v.2')),
  scales: small(
    bold('M30 6v46M18 55h24'),
    line('M8 14h44'),
    line('M10 15 3 34M10 15l7 19M50 15l-7 19M50 15l7 19'),
    line('M2 34h16c0 6-3.5 9-8 9s-8-3-8-9zM42 34h16c0 6-3.5 9-8 9s-8-3-8-9z', 'lit'),
  ),
  'pages-all': small(
    at(15, 2, sheet([]), 0.85),
    at(9, 6, sheet([]), 0.85),
    at(3, 10, sheet([LINES]), 0.85),
    ...disc(46, 46, CHECK),
  ),
  'pages-none': small(at(8, 2, [fine(DASHED_SHEET)]), bold('M22 22l16 16M38 22 22 38')),
  'letter-date': small(
    at(2, 2, sheet([fine('M8 32h28M8 39h28M8 46h18')])),
    line(box([8, 15, 27, 11]), 'lit'),
    line('M13 20.5h17'),
    bold('M58 20.5H42M48 14.5l-6.5 6 6.5 6'),
  ),
  'pages-some': small(at(20, 2, [fine(DASHED_SHEET)], 0.85), at(3, 8, sheet([LINES]), 0.88)),
} as const satisfies Readonly<Record<string, Drawing>>;
