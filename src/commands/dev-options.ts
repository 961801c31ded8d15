/** The command line of `npm run dev`: settings and date for this run. */
import { isCalendarDate } from '../basics/calendar';
import type { Result } from '../basics/result';
import { DEFAULT_SITE, type Site } from '../site/settings';
import { readCommandLine } from './terminal';

export const DEV_USAGE =
  'npm run dev -- [--printer folder|none|ipp:URI] [--today 2027-01-31] [--screen 1080x1920|1920x1080|1280x800] ' +
  '[--port NUMBER]';

/** The screens that the layout is tested on, in pixels. */
const SCREENS: Readonly<Record<string, Pick<Site['screen'], 'widthPx' | 'heightPx'>>> = {
  '1080x1920': { widthPx: 1080, heightPx: 1920 },
  '1920x1080': { widthPx: 1920, heightPx: 1080 },
  '1280x800': { widthPx: 1280, heightPx: 800 },
};

export interface DevOptions {
  readonly port: number;
  /** ISO date, or null for the real one. */
  readonly today: string | null;
  /** Replaces the settings that the command line names. */
  readonly adjustSite: (site: Site) => Site;
}

/** The error is one line for the terminal. */
export function readDevOptions(args: readonly string[]): Result<DevOptions, string> {
  const text = { type: 'string' } as const;
  const line = readCommandLine({
    args,
    options: { printer: text, today: text, screen: text, port: { ...text, default: '0' } },
  });
  if (line === null) return { ok: false, error: `usage: ${DEV_USAGE}` };
  const { printer, today, screen } = line.values;
  const port = Number(line.values.port);
  if (!Number.isInteger(port) || port < 0 || port > 65_535) return { ok: false, error: `--port ${line.values.port}` };
  if (today !== undefined && !isCalendarDate(today)) {
    return { ok: false, error: `--today ${today}: write a date of the calendar, like 2027-01-31` };
  }
  const chosenPrinter = printerOf(printer);
  if (chosenPrinter === undefined) return { ok: false, error: `--printer ${printer}: use folder, none or ipp:URI` };
  const chosenScreen = screen === undefined ? {} : SCREENS[screen];
  if (chosenScreen === undefined) {
    return { ok: false, error: `--screen ${screen}: use one of ${Object.keys(SCREENS).join(', ')}` };
  }
  return {
    ok: true,
    value: {
      port,
      today: today ?? null,
      adjustSite: (site) => ({
        ...site,
        screen: { ...site.screen, ...chosenScreen },
        printer: { ...site.printer, ...chosenPrinter },
      }),
    },
  };
}

/** Null if none was named; undefined for an unknown printer. */
function printerOf(chosen: string | undefined): Partial<Site['printer']> | null | undefined {
  if (chosen === undefined) return null;
  if (chosen === 'folder') return DEFAULT_SITE.printer;
  if (chosen === 'none') return { ...DEFAULT_SITE.printer, kind: 'none' };
  return /^ipps?:/.test(chosen) ? { ...DEFAULT_SITE.printer, kind: 'ipp', uri: chosen } : undefined;
}
