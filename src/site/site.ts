/** What a hospital fills in once for its kiosk (`content/site.example.toml`). Pure: the text is read elsewhere. */
import * as v from 'valibot';
import type { Problem } from '../basics/problem';
import { parseToml, type LineOf } from '../basics/toml';
import { US_STATES } from '../basics/us-states';
import { notDrawn } from '../drawings/typeface';

export interface UnitContact {
  readonly role: string;
  readonly name: string;
  readonly phone: string;
}

export interface Screen {
  readonly diagonalInch: number;
  readonly widthPx: number;
  readonly heightPx: number;
  /** Lower edge of the screen above the floor. */
  readonly mountMm: number;
}

/** What the hospital adds to the printed pages. */
export interface PageSettings {
  /** A first sheet that tells nothing of what the pages are about. */
  readonly coverSheet: boolean;
  /** Where the other guides of the series stand, with a slash at the end; null: only their titles are printed. */
  readonly guidesAddress: string | null;
}

/** What a key of a keypad can do. */
export type KeyAct = 'next' | 'before' | 'next-group' | 'group-before' | 'select' | 'back' | 'help' | 'listen';

export interface Timing {
  readonly idleMs: number;
  readonly readingIdleMs: number;
  readonly countdownMs: number;
  readonly doneMs: number;
}

/**
 * `none` when the settings do not say, because they are broken: a packet must not land in a folder by mistake.
 * `folder` is relative to where the program was started; null is the program's own choice.
 */
export type SitePrinter =
  | { readonly kind: 'folder'; readonly folder: string | null; readonly twoSided: boolean }
  | { readonly kind: 'ipp'; readonly uri: string; readonly twoSided: boolean }
  /** The printing of the operating system; null is its default printer. */
  | { readonly kind: 'system'; readonly name: string | null; readonly twoSided: boolean }
  | { readonly kind: 'none'; readonly because: string };

export interface Site {
  readonly name: string;
  /** Where the kiosk stands; two letters, null when not told. */
  readonly state: string | null;
  readonly paper: 'letter' | 'a4';
  readonly languages: readonly string[];
  readonly screen: Screen;
  readonly computedDates: boolean;
  readonly pages: PageSettings;
  readonly unitContacts: readonly UnitContact[];
  readonly printer: SitePrinter;
  readonly timing: Timing;
  /** By the name of the key (KeyboardEvent.key). */
  readonly keys: Readonly<Record<string, KeyAct>>;
}

export interface SiteReading {
  /** Always usable: a part that is wrong keeps its default. */
  readonly site: Site;
  readonly problems: readonly Problem[];
}

const maybeEmpty = (max: number) =>
  v.pipe(
    v.string('write it in quotes, like "text"'),
    v.trim(),
    v.maxLength(max, `use at most ${max} characters`),
    v.regex(/^[^\p{Cc}]*$/u, 'keep it on one line'),
  );
const line = (max: number) => v.pipe(maybeEmpty(max), v.minLength(1, 'write something between the quotes'));
/** A line that stands on the pages. */
const printedLine = (max: number) =>
  v.pipe(
    maybeEmpty(max),
    v.check(
      (text) => notDrawn(text).length === 0,
      ({ input }) => `leave out ${notDrawn(input).join(' ')} (the pages cannot print it)`,
    ),
    v.regex(/^(?!.*\S{26})/, 'use words of at most 25 characters, so that the line can wrap'),
    v.transform((text) => text.normalize('NFC')),
  );
const whole = (min: number, max: number) => {
  const fix = `use a whole number from ${min} to ${max}`;
  return v.pipe(v.number(fix), v.integer(fix), v.minValue(min, fix), v.maxValue(max, fix));
};
const phone = v.pipe(
  v.string('write it in quotes, like "555-0100"'),
  v.regex(/^[0-9()+ .,x-]{3,32}$/, 'use digits, like "512-555-0100"; without a number, leave the contact out'),
);
const twoSided = v.optional(v.boolean('use true or false'), false);
const folderPrinter = v.strictObject({
  kind: v.literal('folder'),
  folder: v.optional(line(400)),
  two_sided: twoSided,
});
const systemPrinter = v.strictObject({ kind: v.literal('system'), name: v.optional(line(200)), two_sided: twoSided });
const ippPrinter = v.strictObject({
  kind: v.literal('ipp'),
  uri: v.pipe(
    v.string('name the queue, like "ipp://127.0.0.1:631/printers/kiosk"'),
    v.regex(/^ipps?:\/\/[^\s]+$/, 'write it like "ipp://127.0.0.1:631/printers/kiosk"'),
  ),
  two_sided: twoSided,
});

const keyNames = v.optional(
  v.array(
    v.pipe(
      v.string('write each key in quotes, like "F5"'),
      v.regex(
        /^(?:[^\s\p{Cc}]|[A-Z][A-Za-z0-9]{1,30})$/u,
        'name one key as it sends itself, like "F5" or "MediaPlayPause"',
      ),
    ),
    'use a list, like ["F5"]',
  ),
  [],
);

/** Each top-level key on its own, so that one that is wrong leaves the others in force. */
const FIELDS = {
  name: v.pipe(printedLine(80), v.minLength(1, 'write something between the quotes')),
  state: v.picklist(US_STATES, 'use the two capital letters of a state, like "TX"'),
  paper: v.picklist(['letter', 'a4'], 'use "letter" or "a4"'),
  languages: v.strictObject(
    {
      offer: v.pipe(
        v.array(
          v.pipe(v.string(), v.regex(/^[a-z]{2}$/, 'use two small letters, like "en"')),
          'use a list, like ["en"]',
        ),
        v.minLength(1, 'name at least one language, like ["en"]'),
      ),
    },
    'use only: offer',
  ),
  screen: v.strictObject({
    diagonal_inch: v.optional(
      v.pipe(v.number('use a number'), v.minValue(7, 'use 7 to 65'), v.maxValue(65, 'use 7 to 65')),
    ),
    width_px: v.optional(whole(600, 8000), 1080),
    height_px: v.optional(whole(600, 8000), 1920),
    mount_mm: v.optional(whole(300, 1600), 800),
  }),
  pages: v.strictObject({
    cover_sheet: v.optional(v.boolean('use true or false'), false),
    guides_address: v.optional(
      v.pipe(
        maybeEmpty(60),
        v.regex(
          /^(https:\/\/([a-z0-9-]+\.)+[a-z]{2,}(\/[A-Za-z0-9._~-]+)*\/?)?$/,
          'write it like "https://hospital.example/guides/", or leave it empty',
        ),
      ),
      '',
    ),
  }),
  plan: v.strictObject({ computed_dates: v.optional(v.boolean('use true or false'), true) }),
  unit_contacts: v.pipe(
    v.array(
      v.strictObject({ role: line(40), name: v.optional(printedLine(60), ''), phone }),
      'write each as [[unit_contacts]]',
    ),
    v.maxLength(12, 'list at most 12 contacts'),
  ),
  printer: v.variant(
    'kind',
    [folderPrinter, ippPrinter, systemPrinter],
    'use kind = "folder", kind = "ipp" or kind = "system"',
  ),
  timing: v.strictObject({
    idle_seconds: v.optional(whole(30, 1800), 180),
    reading_idle_seconds: v.optional(whole(30, 3600), 300),
    countdown_seconds: v.optional(whole(20, 300), 60),
    done_seconds: v.optional(whole(10, 600), 45),
  }),
  keys: v.pipe(
    v.strictObject({
      next: keyNames,
      before: keyNames,
      next_group: keyNames,
      group_before: keyNames,
      select: keyNames,
      back: keyNames,
      help: keyNames,
      listen: keyNames,
    }),
    v.check(
      (keys) => keysNamedTwice(keys).length === 0,
      ({ input }) => `give one meaning only to ${keysNamedTwice(input).join(', ')}`,
    ),
  ),
} as const;

type FieldName = keyof typeof FIELDS;
type Fields = { readonly [Name in FieldName]?: v.InferOutput<(typeof FIELDS)[Name]> };

function keysNamedTwice(keys: Readonly<Record<string, readonly string[]>>): readonly string[] {
  const all = Object.values(keys).flat();
  return [...new Set(all.filter((key, at) => all.indexOf(key) !== at))];
}

const BIG_SCREEN_INCH = 21.5;
const SMALL_SCREEN_INCH = 15;

/** The settings of a kiosk that nobody has set up: it saves into a folder, and says so on the screen. */
export const DEFAULT_SITE: Site = siteOf({}, { kind: 'folder', folder: null, twoSided: false });

/** Reads the text of a `site.toml`. */
export function readSite(file: string, text: string): SiteReading {
  const parsedText = parseToml(text);
  if (!parsedText.ok) {
    return brokenSite({
      file,
      line: parsedText.error.line,
      field: null,
      cause: `this is not TOML: ${parsedText.error.cause}.`,
      fix: 'correct the line; content/site.example.toml shows how each setting is written.',
    });
  }
  const { value: raw, lineOf } = parsedText.value;
  const problems: Problem[] = [];
  const fields: Record<string, unknown> = {};
  for (const [name, value] of Object.entries(raw)) {
    if (!isFieldName(name)) {
      problems.push({
        file,
        line: lineOf(name),
        field: name,
        cause: 'there is no such setting.',
        fix: `remove it, or use one of: ${Object.keys(FIELDS).join(', ')}.`,
      });
      continue;
    }
    const parsed = v.safeParse(FIELDS[name], value);
    if (parsed.success) fields[name] = parsed.output;
    else problems.push(...parsed.issues.map((issue) => problemOf(file, lineOf, name, issue)));
  }
  const isPrinterBroken = problems.some((problem) => problem.field?.split('.')[0] === 'printer');
  const site = siteOf(fields, isPrinterBroken ? { kind: 'none', because: 'its settings are broken' } : undefined);
  return { site, problems };
}

/** When the file itself cannot be used. Then nothing is known of the printer either. */
export function brokenSite(problem: Problem): SiteReading {
  return { site: siteOf({}, { kind: 'none', because: 'the settings file is broken' }), problems: [problem] };
}

function isFieldName(name: string): name is FieldName {
  return Object.hasOwn(FIELDS, name);
}

function siteOf(fields: Fields, printer?: SitePrinter): Site {
  const { screen, timing } = fields;
  const widthPx = screen?.width_px ?? 1080;
  const heightPx = screen?.height_px ?? 1920;
  return {
    name: fields.name ?? '',
    state: fields.state ?? null,
    paper: fields.paper ?? 'letter',
    languages: fields.languages?.offer ?? ['en'],
    screen: {
      diagonalInch: screen?.diagonal_inch ?? usualDiagonalInch(widthPx, heightPx),
      widthPx,
      heightPx,
      mountMm: screen?.mount_mm ?? 800,
    },
    computedDates: fields.plan?.computed_dates ?? true,
    pages: {
      coverSheet: fields.pages?.cover_sheet ?? false,
      guidesAddress: withSlash(fields.pages?.guides_address ?? ''),
    },
    unitContacts: fields.unit_contacts ?? [],
    printer: printer ?? printerOf(fields.printer),
    timing: {
      idleMs: (timing?.idle_seconds ?? 180) * 1000,
      readingIdleMs: (timing?.reading_idle_seconds ?? 300) * 1000,
      countdownMs: (timing?.countdown_seconds ?? 60) * 1000,
      doneMs: (timing?.done_seconds ?? 45) * 1000,
    },
    keys: keysOf(fields.keys),
  };
}

function keysOf(keys: Fields['keys']): Site['keys'] {
  if (keys === undefined) return {};
  const { next_group, group_before, ...others } = keys;
  const acts = { ...others, 'next-group': next_group, 'group-before': group_before };
  return Object.fromEntries((Object.keys(acts) as KeyAct[]).flatMap((act) => acts[act].map((key) => [key, act])));
}

function printerOf(printer: Fields['printer']): SitePrinter {
  const twoSided = printer?.two_sided ?? false;
  switch (printer?.kind) {
    case 'ipp':
      return { kind: 'ipp', uri: printer.uri, twoSided };
    case 'system':
      return { kind: 'system', name: printer.name ?? null, twoSided };
    case 'folder':
    case undefined:
      return { kind: 'folder', folder: printer?.folder ?? null, twoSided };
  }
}

function withSlash(address: string): string | null {
  return address === '' ? null : address.replace(/\/?$/, '/');
}

/** The usual sizes of kiosk screens (docs/design/staff.md "What an administrator does"). */
function usualDiagonalInch(widthPx: number, heightPx: number): number {
  return Math.max(widthPx, heightPx) <= 1280 ? SMALL_SCREEN_INCH : BIG_SCREEN_INCH;
}

function problemOf(file: string, lineOf: LineOf, name: FieldName, issue: v.BaseIssue<unknown>): Problem {
  const inner = v.getDotPath(issue);
  const field = inner === null ? name : `${name}.${inner}`;
  const place = { file, line: lineOf(field), field };
  if (issue.type === 'strict_object' && issue.expected === 'never') {
    return { ...place, cause: 'there is no such setting.', fix: 'remove it, or fix its name.' };
  }
  if (issue.type === 'strict_object' && issue.received === 'undefined') {
    return { ...place, cause: 'it is missing.', fix: 'add it; content/site.example.toml shows how.' };
  }
  if (issue.type === 'strict_object') {
    return {
      ...place,
      cause: `${show(issue.input)} is not a group of settings.`,
      fix: `write it as a table: [${name}].`,
    };
  }
  return { ...place, cause: `${show(issue.input)} does not fit.`, fix: `${issue.message}.` };
}

function show(input: unknown): string {
  const text = JSON.stringify(input) ?? String(input);
  return text.length > 60 ? `${text.slice(0, 60)}…` : text;
}
