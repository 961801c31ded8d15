import type { PrinterReason, Severity } from './port';

const SEVERITIES: readonly Severity[] = ['report', 'warning', 'error'];

/**
 * What can be wrong with a printer, in categories that people can tell apart, most important first. Content holds the
 * words (`printer.reason` for patients, `printer.staff` for staff).
 */
export const TROUBLES = [
  'off',
  'no-answer',
  'jam',
  'open',
  'paper-out',
  'paper-needed',
  'paper-wrong',
  'tray-missing',
  'output-full',
  'output-missing',
  'ink-out',
  'ink-missing',
  'waste-full',
  'part-missing',
  'worn-out',
  'broken',
  'too-hot',
  'finisher',
  'paused',
  'held',
  'spool-full',
  'memory',
  'set-up',
  'other',
  'waking',
  'connecting',
  'paper-low',
  'ink-low',
  'nearly-full',
  'wear',
  'scanner',
  'news',
] as const;
export type Trouble = (typeof TROUBLES)[number];

/**
 * - `stops`: nothing prints until somebody helps, whatever the suffix. Printers that wait for somebody say `-warning`
 *   while `processing` and `-report` while `idle` (ippeveprinter does; CUPS reports an open door from SNMP as
 *   `door-open-report`).
 * - `paper`: the same, unless the printer reports a tray that has the paper (`ipp/state.ts`).
 * - `as-error`: stops printing with the suffix `-error` or none (RFC 8011 §5.4.12); otherwise only staff need to know.
 * - `delays`: printing starts without help, but later.
 * - `never`: does not affect printing.
 */
type Effect = 'stops' | 'paper' | 'as-error' | 'delays' | 'never';

const EFFECTS: Readonly<Record<Trouble, Effect>> = {
  off: 'stops',
  'no-answer': 'stops',
  jam: 'stops',
  open: 'stops',
  'paper-out': 'paper',
  'paper-needed': 'stops',
  'paper-wrong': 'stops',
  'tray-missing': 'stops',
  'output-full': 'stops',
  'output-missing': 'stops',
  'ink-out': 'stops',
  'ink-missing': 'stops',
  'waste-full': 'stops',
  'part-missing': 'stops',
  'worn-out': 'stops',
  broken: 'as-error',
  'too-hot': 'stops',
  finisher: 'as-error',
  paused: 'stops',
  held: 'stops',
  'spool-full': 'stops',
  memory: 'as-error',
  'set-up': 'stops',
  other: 'as-error',
  waking: 'delays',
  connecting: 'never',
  'paper-low': 'as-error',
  'ink-low': 'as-error',
  'nearly-full': 'as-error',
  wear: 'as-error',
  scanner: 'never',
  news: 'never',
};

/** Keywords of the IANA IPP registry (RFC 8011, RFC 3998, PWG 5100.9, 5100.11, 5100.13, 5100.22) and of CUPS. */
const KEYWORDS: Readonly<Partial<Record<Trouble, readonly string[]>>> = {
  off: ['deactivated', 'offline', 'power-down', 'shutdown'],
  'no-answer': ['timed-out'],
  jam: ['media-jam'],
  open: ['cover-open', 'door-open', 'interlock-open'],
  'paper-out': ['media-empty', 'media-path-input-empty'],
  'paper-needed': ['input-manual-input-request', 'media-needed', 'media-path-input-request'],
  'paper-wrong': ['input-cannot-feed-size-selected', 'media-path-cannot-duplex-media-selected'],
  'tray-missing': ['input-tray-missing', 'input-tray-position-failure'],
  'output-full': ['media-path-media-tray-full', 'media-path-output-full', 'output-area-full'],
  'output-missing': ['media-path-media-tray-missing', 'output-tray-missing'],
  'ink-out': [
    'developer-empty',
    'marker-developer-empty',
    'marker-ink-empty',
    'marker-print-ribbon-empty',
    'marker-supply-empty',
    'toner-empty',
  ],
  'ink-missing': [
    'marker-developer-missing',
    'marker-ink-missing',
    'marker-print-ribbon-missing',
    'marker-supply-missing',
    'marker-toner-cartridge-missing',
    'marker-toner-missing',
  ],
  'waste-full': [
    'marker-waste-full',
    'marker-waste-ink-receptacle-full',
    'marker-waste-ink-receptacle-missing',
    'marker-waste-missing',
    'marker-waste-toner-receptacle-full',
    'marker-waste-toner-receptacle-missing',
  ],
  'part-missing': [
    'input-pick-roller-missing',
    'marker-cleaner-missing',
    'marker-fuser-missing',
    'marker-opc-missing',
    'media-path-pick-roller-missing',
  ],
  'worn-out': [
    'cleaner-life-over',
    'input-pick-roller-life-over',
    'lamp-at-eol',
    'laser-at-eol',
    'media-path-pick-roller-life-over',
    'opc-life-over',
  ],
  'too-hot': ['fuser-over-temp'],
  paused: ['hold-new-jobs', 'moving-to-paused', 'paused', 'printer-stopped', 'stopped-partly', 'stopping'],
  // Reasons that a held job gives (RFC 8011 §5.3.8, CUPS).
  held: [
    'cups-held-for-authentication',
    'job-hold-until-specified',
    'job-password-wait',
    'job-suspended',
    'resources-are-not-ready',
    'service-off-line',
  ],
  'spool-full': ['spool-area-full'],
  'set-up': ['cups-insecure-filter', 'cups-missing-filter', 'wifi-not-configured'],
  waking: [
    'fuser-under-temp',
    'hibernate',
    'marker-adjusting-print-quality',
    'media-drying',
    'power-up',
    'printer-manual-reset',
    'printer-nms-reset',
    'resuming',
    'standby',
    'suspend',
    'testing',
  ],
  connecting: ['connecting-to-device'],
  'paper-low': ['media-low'],
  'ink-low': ['developer-low', 'marker-supply-low', 'toner-low'],
  news: [
    'alert-removal-of-binary-change-entry',
    'cups-waiting-for-job-completed',
    'identify-printer-requested',
    'interpreter-cartridge-deleted',
    'interpreter-complex-page-encountered',
    'interpreter-memory-decrease',
    'interpreter-memory-increase',
    'interpreter-resource-deleted',
    'interpreter-resource-unavailable',
    'printer-ready-to-print',
  ],
};
const BY_KEYWORD: ReadonlyMap<string, Trouble> = new Map(
  TROUBLES.flatMap((trouble) => (KEYWORDS[trouble] ?? []).map((keyword) => [keyword, trouble] as const)),
);

/** Parts that fold, staple, cut, or stack (PWG 5100.9). The kiosk does not use them, but they can stop the printer. */
const FINISHER =
  /^(?:bander|binder|die-cutter|folder|imprinter|inserter|make-envelope|perforat[eo]r|puncher|separation-cutter|sheet-rotator|slitter|stacker|stapler|stitcher|subunit|trimmer|wrapper)-/;

/** Endings shared by families of keywords; the first match counts. */
const ENDINGS: readonly (readonly [RegExp, Trouble])[] = [
  [/-jam$/, 'jam'],
  [/-(?:cover-open|interlock-open|opened)$/, 'open'],
  [/-(?:power-saver|warming-up|under-temperature)$/, 'waking'],
  [/-over-temperature$/, 'too-hot'],
  [/-memory-exhausted$/, 'memory'],
  [/-(?:life-almost-over|life-warn|near-eol|near-limit)$/, 'wear'],
  [/^marker-.*-almost-empty$/, 'ink-low'],
  [/-almost-(?:empty|full)$/, 'nearly-full'],
  [/-(?:added|removed|deleted|closed|turned-on|change)$/, 'news'],
  // A "recoverable" failure is over. The hyphen keeps "unrecoverable" out.
  [/-recoverable-(?:failure|storage|storage-error)$/, 'news'],
  [/-(?:failure|feed-error|unrecoverable-storage|unrecoverable-storage-error)$/i, 'broken'],
];

/** Splits a `printer-state-reasons` value into keyword and severity. An unknown keyword is kept as it is. */
export function parseReason(raw: string): PrinterReason {
  // PWG 5100.9 has keywords that end like a severity.
  const isWhole = /-(?:storage|feed)-error$/.test(raw);
  for (const severity of isWhole ? [] : SEVERITIES) {
    const ending = `-${severity}`;
    if (raw.endsWith(ending) && raw.length > ending.length) {
      const keyword = raw.slice(0, -ending.length);
      return { keyword, trouble: troubleOf(keyword), severity, raw };
    }
  }
  const trouble = troubleOf(raw);
  // Printers report progress without a suffix, although RFC 8011 §5.4.12 reads that as an error.
  const isProgress = EFFECTS[trouble] === 'never' || EFFECTS[trouble] === 'delays';
  return { keyword: raw, trouble, severity: isProgress ? 'report' : 'error', raw };
}

/** What a keyword without its severity suffix means; `other` if it is not registered. */
export function troubleOf(keyword: string): Trouble {
  const known = BY_KEYWORD.get(keyword);
  if (known !== undefined) return known;
  // CUPS complains about the device's IPP with these; they stay while jobs print well.
  if (keyword.startsWith('cups-ipp-')) return 'news';
  if (keyword.startsWith('cups-pki-')) return 'set-up';
  if (/^scan(?:ner)?-/.test(keyword)) return 'scanner';
  const family = ENDINGS.find(([ending]) => ending.test(`-${keyword}`) || ending.test(keyword));
  if (family !== undefined) return family[1];
  return FINISHER.test(keyword) ? 'finisher' : 'other';
}

/** All reasons of an attribute, by rank and then by severity, worst first. `none` is not a reason. */
export function parseReasons(raw: readonly string[]): readonly PrinterReason[] {
  return byRank(raw.filter((each) => each !== 'none' && each !== '').map(parseReason));
}

export function byRank(reasons: readonly PrinterReason[]): readonly PrinterReason[] {
  return [...reasons].sort(
    (a, b) =>
      TROUBLES.indexOf(a.trouble) - TROUBLES.indexOf(b.trouble) ||
      SEVERITIES.indexOf(b.severity) - SEVERITIES.indexOf(a.severity),
  );
}

/** What a reason means for the next sheet when nothing else is known about the printer. */
export function effectOf(reason: PrinterReason): 'stops' | 'delays' | 'none' {
  switch (EFFECTS[reason.trouble]) {
    case 'stops':
      return 'stops';
    case 'paper':
      // Printers with several trays also say `-report` about a tray that is always empty.
      return reason.severity === 'report' ? 'none' : 'stops';
    case 'as-error':
      return reason.severity === 'error' ? 'stops' : 'none';
    case 'delays':
      return reason.severity === 'error' ? 'stops' : 'delays';
    case 'never':
      return 'none';
  }
}
