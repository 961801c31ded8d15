/** Puts a machine together from what is on the disk. The same for Electron and for the preview host. */
import { hostname } from 'node:os';
import { join } from 'node:path';
import type { Problem } from '../basics/problem';
import { readSiteFile } from '../site/node/files';
import type { Site } from '../site/site';
import { makePrinter, type PrinterPort, type SystemSpooler } from '../printer';
import { systemClock } from '../basics/clock';
import { makeCompose } from './compose';
import { openContent } from './content';
import type { Log } from './events';
import { makeMachine, type Machine } from './machine';
import { makeNoPrinter } from './no-printer';
import type { PacketPdfMaker } from './pdf';
import { today } from './today';

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
  readonly log: Log;
}

export type Assembled =
  | { readonly ok: true; readonly machine: Machine; readonly site: Site; readonly printerKind: PrinterPort['kind'] }
  | { readonly ok: false; readonly problems: readonly Problem[] };

/** A kiosk that stands: what is wrong with settings or a hospital's own content is logged, and done without. */
export function assembleMachine(places: MachinePaths, { makePdf, spooler, log }: AssembleDeps): Assembled {
  const { site, problems } = readSiteFile({ named: places.siteFile, dataFolder: places.dataFolder });
  for (const problem of problems) log({ kind: 'site-problem', problem });

  const day = today();
  const content = openContent(places, { languages: site.languages, today: day, log });
  if (!content.ok) return content;

  const printer = printerOf(site, places.printedFolder, { spooler, log });
  const machine = makeMachine({
    site,
    guides: content.shelf,
    compose: makeCompose(makePdf),
    printer,
    clock: systemClock,
    monotonicMs: () => performance.now(),
    today,
    log,
  });
  return { ok: true, machine, site, printerKind: printer.kind };
}

function printerOf(
  site: Site,
  printedFolder: string,
  { spooler, log }: { readonly spooler: SystemSpooler | undefined; readonly log: Log },
): PrinterPort {
  const { printer } = site;
  if (printer.kind === 'none') return makeNoPrinter(printer.because);
  const settings = printer.kind === 'folder' ? { ...printer, folder: printer.folder ?? printedFolder } : printer;
  const made = makePrinter(settings, {
    owner: `homeward-${hostname()}`,
    paper: site.paper,
    ...(spooler === undefined ? {} : { spooler }),
  });
  if (made.ok) return made.value;
  log({ kind: 'printer-problem', detail: made.error.detail });
  return makeNoPrinter(made.error.detail);
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
