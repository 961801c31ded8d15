/** A machine behind a preview host. `npm start` and `npm run dev` share this. */
import type { Problem } from '../basics/problem';
import type { Result } from '../basics/result';
import { assembleMachine, type AssembleDeps, type MachinePaths } from '../machine/assemble';
import { formatEvent } from '../machine/events';
import type { Machine } from '../machine/machine';
import type { PacketPdfMaker } from '../machine/pages/pdf';
import { findChromium } from '../preview/chromium';
import { startPreviewHost } from '../preview/host';
import { makeBrowserPdf, type BrowserPdf } from '../preview/pdf';
import type { Screens } from '../preview/screens';
import type { Site } from '../site/settings';
import { print } from './terminal';

export interface ServeOptions extends Pick<AssembleDeps, 'adjustSite' | 'today'> {
  readonly paths: MachinePaths;
  readonly screens: Screens;
  /** 0 takes a free port. */
  readonly port: number;
}

export interface ServedKiosk {
  /** Ends with the key. */
  readonly url: string;
  readonly origin: string;
  readonly machine: Machine;
  /** Where pages go, as one sentence for the terminal. */
  readonly output: string;
  /** Withdraws open print jobs first. */
  close(): Promise<void>;
}

/** Prints the machine's log. The error: problems of the packaged content that keep the machine from running. */
export async function serveKiosk({
  paths,
  screens,
  port,
  ...choices
}: ServeOptions): Promise<Result<ServedKiosk, readonly Problem[]>> {
  const pdf = await startPdf();
  const log: AssembleDeps['log'] = (event) => {
    print(formatEvent(event));
  };
  const assembled = assembleMachine(paths, { makePdf: pdf.makePdf, log, ...choices });
  if (!assembled.ok) {
    await pdf.close();
    return assembled;
  }
  const { machine, setup } = assembled.value;
  const screenGone = (): void => {
    machine.endSession('screen-gone');
  };
  const host = await startPreviewHost(
    { dispatcher: machine.dispatcher, listen: machine.listen, screenGone, fillPage: machine.fillPage },
    { screens, port },
  );
  const output = formatOutput(setup.site, paths.printedFolder);
  return { ok: true, value: { url: host.url, origin: host.origin, machine, output, close } };

  async function close(): Promise<void> {
    await host.close();
    await machine.close();
    await pdf.close();
  }
}

/** Resolves when the program is asked to stop. */
export function stopped(): Promise<void> {
  return new Promise((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
      process.once(signal, () => {
        resolve();
      });
    }
  });
}

/** Without a Chromium the kiosk still runs and shows plans; it says that it cannot make the pages. */
async function startPdf(): Promise<BrowserPdf> {
  const chromium = await findChromium();
  if (!('missing' in chromium)) return makeBrowserPdf(chromium, { warm: true });
  print(`No pages can be made: ${chromium.missing}.`);
  const makePdf: PacketPdfMaker = () => Promise.reject(new Error(chromium.missing));
  return { makePdf, close: () => Promise.resolve() };
}

function formatOutput({ printer }: Site, printedFolder: string): string {
  switch (printer.kind) {
    case 'folder':
      return `Pages are saved into ${printer.folder ?? printedFolder} and not printed.`;
    case 'ipp':
      return `Pages are printed on ${printer.uri}.`;
    case 'system':
    case 'none':
      return 'Nothing can be printed.';
  }
}
