/**
 * THE TABLE of settings: what a hospital fills in once for its kiosk, one row a setting. Derived from it are the type
 * `Site`, the part of the contract's `kiosk` state that screens see, `build/site.example.toml`, and what `read.ts` and
 * `edit.ts` accept. A new setting is one row here and `npm run site:example`.
 */
import type { ReadonlyDeep } from 'type-fest';
import * as v from 'valibot';
import {
  contactList,
  ippAddress,
  keyList,
  languageList,
  line,
  numberBetween,
  printedLine,
  usState,
  webFolder,
  wholeNumber,
  yesOrNo,
} from './values';

export interface Setting<Schema extends v.GenericSchema, IsPublic extends boolean, IfBroken> {
  /** In the file, dotted: `screen.width_px`. The part before the dot is the setting's group. */
  readonly key: string;
  /** A name that older files use; still read, with a hint. */
  readonly oldKey?: string;
  /** Its output fits it again: a value that was read can be checked or written like one from a file. */
  readonly schema: Schema;
  readonly default: ReadonlyDeep<v.InferOutput<Schema>>;
  /** Used instead of the default when something in the setting's group is wrong. */
  readonly ifBroken?: IfBroken;
  readonly unit: 'inch' | 'px' | 'mm' | 'seconds' | null;
  readonly applies: 'next visit' | 'restart';
  /** Screens see it, in the contract's `kiosk` state. */
  readonly isPublic: IsPublic;
  /** For the person who sets it: in the example file, later in the form. */
  readonly help: string;
  /** What the example file shows where the default is nothing. */
  readonly example?: unknown;
}

/** Gives a row its exact types, and reports its errors in the row itself. */
function setting<Schema extends v.GenericSchema, const IsPublic extends boolean, const IfBroken = never>(
  row: Setting<Schema, IsPublic, IfBroken>,
): Setting<Schema, IsPublic, IfBroken> {
  return row;
}

const seconds = { unit: 'seconds', applies: 'next visit', isPublic: true } as const;
const keypad = { schema: keyList, default: [], unit: null, applies: 'next visit', isPublic: true } as const;

export const SETTINGS = {
  name: setting({
    key: 'name',
    schema: printedLine(80),
    default: '',
    unit: null,
    applies: 'next visit',
    isPublic: true,
    help:
      'The name on the first screen and at the top of each page: at most 80 characters, in the Latin alphabet (what the ' +
      'pages cannot print is refused and named).',
    example: 'General Hospital',
  }),
  state: setting({
    key: 'state',
    schema: v.nullable(usState),
    default: null,
    unit: null,
    applies: 'next visit',
    isPublic: true,
    help: 'The state where the kiosk is: two capital letters. Without it, people pick their state themselves.',
    example: 'TX',
  }),
  paper: setting({
    key: 'paper',
    schema: v.picklist(['letter', 'a4'], 'use "letter" or "a4"'),
    default: 'letter',
    unit: null,
    applies: 'next visit',
    isPublic: true,
    help: '"letter" or "a4".',
  }),
  languages: setting({
    key: 'languages.offer',
    schema: languageList,
    default: ['en'],
    unit: null,
    applies: 'next visit',
    isPublic: false,
    help:
      'Languages offered on the screen, the first one first. A language appears only when its content is complete and ' +
      'somebody has reviewed it.',
  }),
  screen: {
    diagonalInch: setting({
      key: 'screen.diagonal_inch',
      schema: v.nullable(numberBetween(7, 65)),
      default: null,
      unit: 'inch',
      applies: 'restart',
      isPublic: true,
      help:
        'Size of the screen, so that buttons and letters have their true size. Without it, a screen of 1280 pixels or ' +
        'less counts as 15 inch, a larger one as 21.5 inch.',
      example: 21.5,
    }),
    widthPx: setting({
      key: 'screen.width_px',
      schema: wholeNumber(600, 8000),
      default: 1080,
      unit: 'px',
      applies: 'restart',
      isPublic: true,
      help: 'Width of the screen.',
    }),
    heightPx: setting({
      key: 'screen.height_px',
      schema: wholeNumber(600, 8000),
      default: 1920,
      unit: 'px',
      applies: 'restart',
      isPublic: true,
      help: 'Height of the screen.',
    }),
    mountMm: setting({
      key: 'screen.mount_mm',
      schema: wholeNumber(300, 1600),
      default: 800,
      unit: 'mm',
      applies: 'next visit',
      isPublic: true,
      help: 'Height of the lower edge of the screen above the floor: for the "low reach" button.',
    }),
  },
  computedDates: setting({
    key: 'plan.computed_dates',
    schema: yesOrNo,
    default: true,
    unit: null,
    applies: 'next visit',
    isPublic: true,
    help: 'false: never print a computed last day; people are told to look in their letter.',
  }),
  pages: {
    coverSheet: setting({
      key: 'pages.cover_sheet',
      schema: yesOrNo,
      default: false,
      unit: null,
      applies: 'next visit',
      isPublic: true,
      help:
        'true: each packet has a first sheet that says only that there are pages, so nobody beside the printer reads ' +
        'more. The screen counts it among the sheets.',
    }),
    guidesAddress: setting({
      key: 'pages.guides_address',
      schema: v.nullable(webFolder),
      default: null,
      unit: null,
      applies: 'next visit',
      isPublic: true,
      help:
        'Where the other guides of this series are on your own website: starts with https://, at most 60 characters. The ' +
        'page "More guides" then prints the address of each, and a code for a phone for the first two; the screen shows ' +
        'all codes. First make these four addresses work: discharge, opat, tpn and questions, each after the slash. ' +
        'Without it, only the titles are printed.',
      example: 'https://hospital.example/guides/',
    }),
  },
  unitContacts: setting({
    key: 'unit_contacts',
    schema: contactList,
    default: [],
    unit: null,
    applies: 'next visit',
    isPublic: true,
    help:
      'People whom a patient may call, at most 12. Each gets a line on the pages; who is missing gets a blank line to ' +
      'write on. Phones have digits only. role: "case-manager", "social-worker", "infusion-company", "doctor-office", ' +
      '"navigator", "money-counselor", or "unit" for the phone in every footer.',
    example: [
      { role: 'unit', name: 'Discharge desk', phone: '512-555-0100' },
      { role: 'case-manager', name: 'Case management', phone: '512-555-0101' },
    ],
  }),
  printer: {
    kind: setting({
      key: 'printer.kind',
      schema: v.picklist(['folder', 'ipp', 'system'], 'use kind = "folder", kind = "ipp" or kind = "system"'),
      default: 'folder',
      // A packet must not be saved into a folder by mistake: broken settings print nothing.
      ifBroken: 'none',
      unit: null,
      applies: 'next visit',
      isPublic: false,
      help:
        '"folder" saves each packet as a PDF and prints nothing: for trying out only, and the screen says so. "ipp" ' +
        'prints: to a CUPS queue, or straight to a printer that speaks IPP Everywhere. "system" prints on a printer that ' +
        'Windows knows; it tells much less of how printing goes: docs/printers.md.',
    }),
    folder: setting({
      key: 'printer.folder',
      schema: v.nullable(line(400)),
      default: null,
      unit: null,
      applies: 'next visit',
      isPublic: false,
      help: 'For "folder": where packets are saved, relative to where the program was started.',
      example: 'printed',
    }),
    uri: setting({
      key: 'printer.uri',
      schema: v.nullable(ippAddress),
      default: null,
      unit: null,
      applies: 'next visit',
      isPublic: false,
      help: 'For "ipp": the address of the queue or printer.',
      example: 'ipp://127.0.0.1:631/printers/kiosk',
    }),
    name: setting({
      key: 'printer.name',
      schema: v.nullable(line(200)),
      default: null,
      unit: null,
      applies: 'next visit',
      isPublic: false,
      help: 'For "system": the name of the printer. Without it, the default printer prints.',
      example: 'Ward 4 printer',
    }),
    twoSided: setting({
      key: 'printer.two_sided',
      schema: yesOrNo,
      default: false,
      unit: null,
      applies: 'next visit',
      isPublic: false,
      help: 'true: print on both sides, where the printer can.',
    }),
  },
  timing: {
    idleSeconds: setting({
      ...seconds,
      key: 'timing.idle_seconds',
      schema: wholeNumber(30, 1800),
      default: 180,
      help: 'Time without a touch until the kiosk asks "Do you need more time?".',
    }),
    readingIdleSeconds: setting({
      ...seconds,
      key: 'timing.reading_idle_seconds',
      schema: wholeNumber(30, 3600),
      default: 300,
      help: 'The same while somebody reads the guide.',
    }),
    countdownSeconds: setting({
      ...seconds,
      key: 'timing.countdown_seconds',
      schema: wholeNumber(20, 300),
      default: 60,
      help: 'Time to answer before everything is deleted.',
    }),
    doneSeconds: setting({
      ...seconds,
      key: 'timing.done_seconds',
      schema: wholeNumber(10, 600),
      default: 45,
      help: 'How long the last screen stays.',
    }),
  },
  /** What a key does, by what it does: the names are those of `KeyAct`. */
  keys: {
    next: setting({ ...keypad, key: 'keys.next', help: 'To the next control.' }),
    previous: setting({ ...keypad, key: 'keys.previous', oldKey: 'keys.before', help: 'To the previous control.' }),
    'next-group': setting({ ...keypad, key: 'keys.next_group', help: 'To the next group of controls.' }),
    'previous-group': setting({
      ...keypad,
      key: 'keys.previous_group',
      oldKey: 'keys.group_before',
      help: 'To the previous group of controls.',
    }),
    select: setting({ ...keypad, key: 'keys.select', help: 'Presses the control.' }),
    back: setting({ ...keypad, key: 'keys.back', help: 'One screen back.' }),
    help: setting({ ...keypad, key: 'keys.help', help: 'Help.' }),
    listen: setting({ ...keypad, key: 'keys.listen', help: 'Reads the screen aloud.' }),
  },
} as const;

/** A group of settings: a table of the file. */
export interface Group {
  /** Printed above the table in the example file. */
  readonly help?: string;
  /** What the group's values must be together; null when they are. */
  readonly check?: (site: Site) => GroupFault | null;
}
export interface GroupFault {
  readonly key: string;
  readonly cause: string;
  readonly fix: string;
}

/** Only the groups that say more than their rows. */
export const GROUPS: Readonly<Record<string, Group>> = {
  printer: {
    check: ({ printer }) =>
      printer.kind === 'ipp' && printer.uri === null
        ? { key: 'printer.uri', cause: 'it is missing.', fix: 'add it; build/site.example.toml shows how.' }
        : null,
  },
  keys: {
    help:
      'Keys of a keypad that sends others than a keyboard does. The arrows, Enter, Space, Tab, Escape, F1 (help) and F2 ' +
      '(listen) always work; a key that is named here does what it is named for. Names as keys report themselves ' +
      '(KeyboardEvent.key), like "F5", "MediaPlayPause" or "x".',
    check: ({ keys }) => {
      const all = Object.values(keys).flat();
      const twice = [...new Set(all.filter((key, index) => all.indexOf(key) !== index))];
      if (twice.length === 0) return null;
      return {
        key: 'keys',
        cause: 'a key is named more than once.',
        fix: `give one meaning only to ${twice.join(', ')}.`,
      };
    },
  },
};

type AnySetting = Setting<v.GenericSchema, boolean, unknown>;
type ValueOf<Row> =
  Row extends Setting<infer Schema, boolean, infer IfBroken> ? ReadonlyDeep<v.InferOutput<Schema>> | IfBroken : never;

/** All settings of one kiosk, always complete and good. */
export type Site = {
  readonly [Name in keyof Table]: Table[Name] extends AnySetting
    ? ValueOf<Table[Name]>
    : { readonly [Inner in keyof Table[Name]]: ValueOf<Table[Name][Inner]> };
};
type Table = typeof SETTINGS;

export type Screen = Site['screen'];
export type Timing = Site['timing'];
/** What a key of a keypad can do. */
export type KeyAct = keyof Site['keys'];

/** A row, and the path of its value in a `Site`: `['screen', 'widthPx']`. */
export interface Row {
  readonly path: readonly string[];
  readonly setting: AnySetting;
}

/** Every row, in the order of the table. */
export const ROWS: readonly Row[] = Object.entries(SETTINGS).flatMap(([name, entry]): readonly Row[] =>
  isSetting(entry)
    ? [{ path: [name], setting: entry }]
    : Object.entries(entry).map(([inner, setting]) => ({ path: [name, inner], setting })),
);

function isSetting(entry: AnySetting | Readonly<Record<string, AnySetting>>): entry is AnySetting {
  return typeof entry.key === 'string';
}

/** The table of the file that a key is in; null for one above all tables. */
export function groupOf({ key }: Pick<AnySetting, 'key'>): string | null {
  return key.includes('.') ? (key.split('.')[0] ?? null) : null;
}

/** @param valueOf the value of each row */
export function siteFrom(valueOf: (row: Row) => unknown): Site {
  const site: Record<string, unknown> = {};
  for (const row of ROWS) {
    const [name = '', inner] = row.path;
    if (inner === undefined) site[name] = valueOf(row);
    else site[name] = { ...(site[name] as object | undefined), [inner]: valueOf(row) };
  }
  // `ROWS` are the rows of the table that `Site` is derived from, and each value fits its row's schema.
  return site as unknown as Site;
}

/** The settings of a kiosk that has not been set up: it saves into a folder, and says so on the screen. */
export const DEFAULT_SITE: Site = siteFrom(({ setting: row }) => row.default);

/** The value of a row in a `Site`. */
export function valueIn(site: Site, { path }: Row): unknown {
  return path.reduce<unknown>((value, name) => (value as Readonly<Record<string, unknown>>)[name], site);
}
