/** Puts a machine together from what is on the disk. The same for Electron and for the preview host. */
import { hostname } from 'node:os';
import { join } from 'node:path';
import type { Problem } from '../basics/problem';
import type { Result } from '../basics/result';
import { canBeRight } from '../guide/clock';
import { readSiteFile } from '../site/node/files';
import type { SiteReading } from '../site/read';
import type { Site } from '../site/settings';
import { makePrinter, type PrinterPort, type PrinterSettings, type SystemSpooler } from '../printer';
import { systemClock } from '../basics/clock';
import { openContent, type Content } from './content';
import type { Log } from './events';
import { makeMachine, type Machine } from './machine';
import type { Setup } from './keeper';
import { makeCompose } from './pages/compose';
import type { PacketPdfMaker } from './pages/pdf';
import { makeNoPrinter } from './printing/no-printer';
import { today as systemToday } from './today';

export interface MachinePaths {
  /** The content shipped with the program. */
  readonly bundledContent: string;
  /** A hospital's own content folder, which `HOMEWARD_CONTENT` names. */
  readonly ownContent: string | null;
  /** A settings file, which `HOMEWARD_SITE` names. */
  readonly siteFile: string | null;
  /** The program's own folder for settings; null when it has none. */
  readonly dataFolder: string | null;
  /** Where the folder printer saves when the settings do not say. */
  readonly printedFolder: string;
}

export interface AssembleDeps {
  readonly makePdf: PacketPdfMaker;
  /** The printing of the system, where the program has it. */
  readonly spooler?: SystemSpooler;
  /** Puts what was chosen on a command line in place of what the settings say. */
  readonly adjustSite?: (site: Site) => Site;
  /** The calendar date at the kiosk; the system's when left out. */
  readonly today?: () => string;
  readonly log: Log;
}

export interface Assembled {
  readonly machine: Machine;
  /** What it runs on at first. */
  readonly setup: Setup;
}

/**
 * A machine that runs, or what is wrong with the packaged content. Problems of the settings or of a hospital's own
 * content never keep it from starting: they are logged, and it does without.
 */
export function assembleMachine(paths: MachinePaths, deps: AssembleDeps): Result<Assembled, readonly Problem[]> {
  const opened = open(paths, deps, null);
  if (!opened.ok) return opened;
  let last = opened.value;
  const machine = makeMachine({
    setup: last.setup,
    reopen: () => {
      const next = open(paths, deps, last);
      if (next.ok) last = next.value;
      return last.setup;
    },
    compose: makeCompose(deps.makePdf),
    clock: systemClock,
    monotonicMs: () => performance.now(),
    today: deps.today ?? systemToday,
    log: deps.log,
  });
  return { ok: true, value: { machine, setup: last.setup } };
}

/** A setup, and what its successor is made from. */
interface Opened {
  readonly setup: Setup;
  readonly content: Content;
}

/** Reads settings and content. What is bad now stays as it is in `last`. */
function open(paths: MachinePaths, deps: AssembleDeps, last: Opened | null): Result<Opened, readonly Problem[]> {
  const { log, adjustSite = (site) => site, today = systemToday } = deps;
  const day = today();
  const file = readSiteFile({ named: paths.siteFile, dataFolder: paths.dataFolder });
  const read = { ...file, site: adjustSite(file.site) };
  for (const problem of read.problems) log({ kind: 'site-problem', problem });
  for (const hint of read.hints) log({ kind: 'site-hint', hint });
  let problems: readonly Problem[] = [];
  for (const site of sitesToTry(read, last)) {
    const content = openContent(paths, { languages: site.languages, today: day, log }, last?.content ?? null);
    if (content.ok) {
      checkClock(content.value, day, log);
      return { ok: true, value: { setup: setupOf(site, content.value), content: content.value } };
    }
    problems = content.error;
    if (last !== null) for (const problem of problems) log({ kind: 'content-problem', problem });
  }
  return { ok: false, error: problems };

  function setupOf(site: Site, { languages }: Content): Setup {
    const guides = new Map([...languages].map(([language, { guide }]) => [language, guide]));
    const isSame = last !== null && isSamePrinter(site, last.setup.site);
    return {
      today: day,
      site,
      guides,
      printer: isSame ? last.setup.printer : printerOf(site, paths.printedFolder, deps),
    };
  }
}

/** A clock that cannot be right takes no date away but the computed ones; staff are told. */
function checkClock({ languages }: Content, today: string, log: Log): void {
  const span = [...languages.values()].map(({ guide }) => guide.clock).find((each) => !canBeRight(each, today));
  if (span !== undefined) log({ kind: 'clock-problem', today, span });
}

/** The new settings, and behind them those in force: new ones may ask for a language that the content does not have. */
function sitesToTry({ site, problems }: SiteReading, last: Opened | null): readonly Site[] {
  if (last === null) return [site];
  return problems.length === 0 ? [site, last.setup.site] : [last.setup.site];
}

function isSamePrinter(a: Site, b: Site): boolean {
  return JSON.stringify([a.printer, a.paper]) === JSON.stringify([b.printer, b.paper]);
}

function printerOf(
  site: Site,
  printedFolder: string,
  { spooler, log }: Pick<AssembleDeps, 'spooler' | 'log'>,
): PrinterPort {
  const settings = printerSettings(site.printer, printedFolder);
  if (settings === null) return makeNoPrinter('the printer settings are broken');
  const made = makePrinter(settings, {
    owner: `homeward-${hostname()}`,
    paper: site.paper,
    ...(spooler === undefined ? {} : { spooler }),
  });
  if (made.ok) return made.value;
  log({ kind: 'printer-problem', detail: made.error.detail });
  return makeNoPrinter(made.error.detail);
}

/** Null when the settings do not name a printer, because they are broken. */
function printerSettings({ kind, folder, uri, name }: Site['printer'], printedFolder: string): PrinterSettings | null {
  switch (kind) {
    case 'folder':
      return { kind, folder: folder ?? printedFolder };
    case 'ipp':
      return uri === null ? null : { kind, uri };
    case 'system':
      return { kind, name };
    case 'none':
      return null;
  }
}

/** What the environment names: the same variables for Electron, the preview host and the commands. */
export function pathsFrom(
  environment: Readonly<Record<string, string | undefined>>,
  { root, dataFolder }: { readonly root: string; readonly dataFolder: string | null },
): MachinePaths {
  return {
    bundledContent: join(root, 'content'),
    ownContent: environment['HOMEWARD_CONTENT'] ?? null,
    siteFile: environment['HOMEWARD_SITE'] ?? null,
    dataFolder,
    printedFolder: join(process.cwd(), 'printed'),
  };
}
