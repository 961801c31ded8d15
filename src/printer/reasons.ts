import type { PrinterReason, Severity } from './port';

const SEVERITIES: readonly Severity[] = ['report', 'warning', 'error'];

/**
 * Notes on how things go, sent without an ending. RFC 8011 §5.4.12 reads a missing ending as an error, which
 * would stop the kiosk at every job that CUPS waits for.
 */
const NOTES: ReadonlySet<string> = new Set([
  'connecting-to-device',
  'cups-waiting-for-job-completed',
  'identify-printer-requested',
]);

/** Asleep or warming up: it prints by itself in a while (RFC 8011 §5.4.12, PWG 5100.22). */
const WAKING: ReadonlySet<string> = new Set([
  'fuser-under-temp',
  'hibernate',
  'power-up',
  'resuming',
  'standby',
  'suspend',
]);

/**
 * Nothing comes out until somebody helps, whatever the ending: printers that wait for paper say
 * `media-empty-warning` while `processing` and `media-empty-report` while `idle` (ippeveprinter does).
 */
const STOPPING: ReadonlySet<string> = new Set([
  'cover-open',
  'deactivated',
  'developer-empty',
  'door-open',
  'fuser-over-temp',
  'hold-new-jobs',
  'input-tray-missing',
  'interlock-open',
  'marker-ink-empty',
  'marker-supply-empty',
  'marker-supply-missing',
  'marker-toner-cartridge-missing',
  'marker-waste-full',
  'marker-waste-ink-receptacle-full',
  'marker-waste-toner-receptacle-full',
  'media-empty',
  'media-jam',
  'media-needed',
  'media-path-cannot-duplex-media-selected',
  'moving-to-paused',
  'offline',
  'opc-life-over',
  'output-area-full',
  'output-tray-missing',
  'paused',
  'power-down',
  'shutdown',
  'spool-area-full',
  'stopped-partly',
  'stopping',
  'toner-empty',
]);

/** Takes the severity ending off a `printer-state-reasons` value; an unknown keyword is kept as it is. */
export function parseReason(raw: string): PrinterReason {
  for (const severity of SEVERITIES) {
    const ending = `-${severity}`;
    if (raw.endsWith(ending) && raw.length > ending.length) {
      return { keyword: raw.slice(0, -ending.length), severity, raw };
    }
  }
  return { keyword: raw, severity: isNote(raw) ? 'report' : 'error', raw };
}

/** `cups-ipp-…` is what CUPS holds against a device's IPP; it stays while jobs print well. */
function isNote(keyword: string): boolean {
  return NOTES.has(keyword) || WAKING.has(keyword) || keyword.startsWith('cups-ipp-');
}

/** All reasons of an attribute, most severe first. `none` is no reason. */
export function parseReasons(raw: readonly string[]): readonly PrinterReason[] {
  return raw
    .map(parseReason)
    .filter((reason) => reason.keyword !== 'none' && reason.keyword !== '')
    .sort((a, b) => SEVERITIES.indexOf(b.severity) - SEVERITIES.indexOf(a.severity));
}

/** What a reason means for the next sheet. */
export function effectOf(reason: PrinterReason): 'stops' | 'delays' | 'none' {
  if (STOPPING.has(reason.keyword)) return 'stops';
  if (WAKING.has(reason.keyword)) return 'delays';
  return reason.severity === 'error' ? 'stops' : 'none';
}

/** Those that need somebody at the printer. */
export function stoppingReasons(reasons: readonly PrinterReason[]): readonly PrinterReason[] {
  return reasons.filter((reason) => effectOf(reason) === 'stops');
}
