/** People from the chest up, of different ages, bodies and colors. Each fits a small box. */
import { at, bold, box, fine, flat, line, oval, small, type Drawing, type Part, type Tone } from './strokes';

type Hair = 'short' | 'long' | 'bun' | 'curls' | 'grey' | 'bald' | 'scarf';

interface Look {
  readonly hair: Hair;
  readonly skin: Tone;
  readonly coat: Tone;
}

const HEAD_Y = 19;

/** Parts behind the head and on it. Their origin is the middle of the head. */
const HAIR: Readonly<Record<Hair, { readonly behind: readonly Part[]; readonly on: readonly Part[] }>> = {
  short: {
    behind: [],
    on: [line('M-11.5-1c-1.5-8 4-13.5 11.5-13.5S13-9 11.5-1C10-4 8-6 6-7.5-1-5-7-4.5-11.5-1z', 'dark')],
  },
  long: {
    behind: [line('M-13 14c-4-10-3-29 13-29s17 19 13 29z', 'dark')],
    on: [line('M-11 0c0-8 4-11 10-11 7 0 12 4 12 11C7-2 4-4 2-7-1-3-6-1-11 0z', 'dark')],
  },
  bun: {
    behind: [line(oval(0, -14, 6, 5), 'hill')],
    on: [line('M-11.5 0c-1-8 4-12.5 11.5-12.5S12.5-8 11.5 0C8-5 4-6.5 0-6.5S-8-5-11.5 0z', 'hill')],
  },
  curls: {
    behind: [line('M-12 5c-6-1-6-8-2-9-3-6 3-11 7-8 2-5 11-5 13 0 5-3 10 3 7 8 4 1 4 8-2 9z', 'dark')],
    on: [],
  },
  grey: { behind: [], on: [line('M-11.5 1c-2-9 3-14 11.5-14S13.5-8 11.5 1C9-2 9-6 6-8-1-6-8-6-11.5 1z', 'paper')] },
  bald: { behind: [], on: [fine('M-11.5 2c-2 0-2-4 0-4M11.5 2c2 0 2-4 0-4')] },
  scarf: { behind: [line('M-14 16c-3-18 1-31 14-31s17 13 14 31z', 'hill')], on: [] },
};

const FACE: readonly Part[] = [line('M-4-.5v.6M4-.5v.6'), fine('M-4 4.5c2 2.5 6 2.5 8 0')];

/** One person from the chest up. `x` is the middle; the lower edge is at 58. */
function person(x: number, { hair, skin, coat }: Look): readonly Part[] {
  const { behind, on } = HAIR[hair];
  const isCovered = hair === 'scarf';
  return [
    line(`M${x - 21} 58c0-17 8-25 21-25s21 8 21 25z`, coat),
    at(x, HEAD_Y, [
      ...behind,
      line(isCovered ? oval(0, 0, 9.5, 10.5) : oval(0, 0, 11.5), skin),
      ...FACE,
      ...on,
      ...(isCovered ? [line('M-13 15c8 5 18 5 26 0')] : []),
    ]),
  ];
}

const PATIENT: Look = { hair: 'grey', skin: 'skin-b', coat: 'roof' };
const CARER: Look = { hair: 'long', skin: 'skin-b', coat: 'blue' };
const NURSE: Look = { hair: 'curls', skin: 'skin-a', coat: 'hill' };
const DOCTOR: Look = { hair: 'short', skin: 'skin-c', coat: 'paper' };
const MANAGER: Look = { hair: 'scarf', skin: 'skin-b', coat: 'tint' };
const COUNSELLOR: Look = { hair: 'bald', skin: 'skin-a', coat: 'blue' };
const GUIDE: Look = { hair: 'bun', skin: 'skin-c', coat: 'lit' };

const COLLAR = fine('M-7 34.5 0 43l7-8.5');

/** A coin with its middle at `x` and `y`. */
export function coin(x: number, y: number, radius = 10): readonly Part[] {
  return [
    line(oval(x, y, radius), 'lit'),
    at(x, y, [line('M3.5-3c-1-2.5-7-2.5-7 0s7 3 7 6-6 2.5-7 0M0-7.5v15')], radius / 11),
  ];
}

const HEART = 'M0 9C-9 2-11-2-9.5-6c1.5-4 7.5-4 9.5 1 2-5 8-5 9.5-1C11-2 9 2 0 9z';
export function heart(x: number, y: number, scale = 1): Part {
  return at(x, y, [line(HEART, 'roof')], scale);
}

const CLIPBOARD: readonly Part[] = [
  line(box([0, 3, 21, 25], 2), 'paper'),
  line(box([6, 0, 9, 6], 1.5), 'hill'),
  fine('M4.5 12h12M4.5 17h12M4.5 22h7'),
];

const SPEECH: readonly Part[] = [
  line('M4 0h18a4 4 0 0 1 4 4v8a4 4 0 0 1-4 4H12l-7 6 1-6H4a4 4 0 0 1-4-4V4a4 4 0 0 1 4-4z', 'lit'),
  line('M7.5 8v.2M13 8v.2M18.5 8v.2'),
];

export const PEOPLE = {
  person: small(...person(30, PATIENT)),
  'two-people': { width: 84, height: 60, parts: [...person(26, CARER), ...person(58, PATIENT)] },
  family: small(
    line('M3 24 30 4l27 20'),
    at(-2, 20, person(26, CARER), 0.66),
    at(22, 20, person(26, { ...PATIENT, hair: 'bald' }), 0.66),
  ),
  people: {
    width: 84,
    height: 60,
    parts: [
      at(0, 9, person(22, MANAGER), 0.85),
      at(44, 9, person(24, COUNSELLOR), 0.85),
      at(17, 4.5, person(27, NURSE), 0.93),
    ],
  },
  nurse: small(...person(30, NURSE), at(30, 0, [COLLAR]), line(box([37, 45, 8, 6], 1), 'paper')),
  doctor: small(
    ...person(30, DOCTOR),
    at(30, 0, [COLLAR]),
    line('M21 36c-2 9-1 13 3 13s5-5 4-10M39 36c2 5 2 8 1 11'),
    line(oval(40, 50, 3), 'lit'),
  ),
  'case-manager': small(...person(27, MANAGER), at(37, 31, CLIPBOARD)),
  'social-worker': small(...person(27, { hair: 'short', skin: 'skin-a', coat: 'hill' }), heart(46, 47, 1.05)),
  navigator: small(
    ...at(0, 0, person(22, GUIDE)).parts,
    bold('M50 58V8'),
    line('M44 12h12l3 4.5-3 4.5H44z', 'paper'),
    line('M56 26H44l-3 4.5 3 4.5h12z', 'paper'),
  ),
  'money-counselor': small(...person(27, COUNSELLOR), ...coin(46, 47, 10.5)),
  'plan-phone': small(
    ...person(27, { hair: 'short', skin: 'skin-b', coat: 'blue' }),
    line('M14.5 20c0-21 25-21 25 0'),
    line(box([11.5, 16, 6, 10], 2.5), 'tint'),
    line(box([36.5, 16, 6, 10], 2.5), 'tint'),
    line('M14.5 26c0 5 4 7 9 7'),
    at(41, 36, [line(box([0, 0, 17, 20], 2), 'paper'), fine('M4 6h9M4 11h9M4 15.5h5')]),
  ),
  nobody: small(
    fine(
      'M9 58c0-2 .2-4 .6-6M11.5 46c1-3 2.5-5 4.5-7M21 35.5c2.5-1.5 5.5-2 9-2s6.5.5 9 2M44 39c2 2 3.5 4 4.5 7M50.400 52c.4 2 .6 4 .6 6M45 58h-6M33 58h-6M21 58h-6',
    ),
    fine(
      'M18.600 17.5c.3-2.5 1.200-4.700 2.700-6.300M26 8c2.5-.8 5.5-.8 8 0M38.700 11.200c1.5 1.600 2.400 3.800 2.700 6.300M40.600 24c-1 2-2.400 3.700-4.200 4.800M32.5 30.5c-1.600.3-3.400.3-5 0M23.600 28.800c-1.800-1.100-3.200-2.800-4.200-4.800',
    ),
    bold('M30 14v11M24.5 19.5h11'),
  ),
  'two-doctors': {
    width: 84,
    height: 60,
    parts: [
      at(0, 16, [...person(24, DOCTOR), at(24, 0, [COLLAR])], 0.74),
      at(48, 16, [...person(24, { ...NURSE, coat: 'paper', hair: 'bun' }), at(24, 0, [COLLAR])], 0.74),
      at(29, 2, SPEECH),
    ],
  },
  'nurse-listens': {
    width: 180,
    height: 120,
    parts: [
      flat('M0 113c45-11 125-12 180-2v9H0z', 'tint'),
      at(6, 16, person(26, PATIENT), 1.7),
      at(94, 12, [...person(26, NURSE), at(26, 0, [COLLAR]), line(box([33, 45, 8, 6], 1), 'paper')], 1.76),
      at(72, 6, SPEECH, 1.5),
    ],
  },
} as const satisfies Readonly<Record<string, Drawing>>;
