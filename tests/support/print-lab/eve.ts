/**
 * A virtual printer (`ippeveprinter` from Debian's cups-ipp-utils) that speaks IPP Everywhere, for faults that need a
 * device behind a queue. It does not start without a D-Bus, so it gets a private one.
 */
import { execFile, spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { chmod, mkdir, readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { DEVICE, environment, freePort, missingProgram, program, READY_TIMEOUT_MS, setMood, waitFor } from './index';

const run = promisify(execFile);

export interface EvePrinter {
  readonly uri: string;
  /** As in `device.sh`. */
  setMood(mood: string): Promise<void>;
  /** Sets the sheets left in the main tray, and in the tray with small photo paper. */
  setPaper(sheets: number, photo: number, size?: 'a4' | 'letter'): Promise<void>;
  /** The printer is not working on anything. */
  isIdle(): Promise<boolean>;
  /** The document is at the device but has not come out. */
  isPrinting(): Promise<boolean>;
  /**
   * What came out, as PDF files. This printer finishes its command even for a job that was canceled in the meantime; such
   * a file does not count.
   */
  papers(): Promise<readonly string[]>;
  /** Pulls the plug. */
  kill(): Promise<void>;
  start(): Promise<void>;
  stop(): Promise<void>;
}

/** An ipptool request for the number and state of each job. */
const ALL_JOBS = `{
  OPERATION Get-Jobs
  GROUP operation-attributes-tag
  ATTR charset attributes-charset utf-8
  ATTR naturalLanguage attributes-natural-language en
  ATTR uri printer-uri $uri
  ATTR keyword which-jobs all
  ATTR keyword requested-attributes job-id,job-state
}
`;

/** Null if it can run here, otherwise what is missing and how to install it. */
export function eveMissing(): string | null {
  return missingProgram(['ippeveprinter', 'ipptool', 'dbus-daemon']);
}

/** @param folder of the print lab */
export async function startEvePrinter(folder: string): Promise<EvePrinter> {
  const port = await freePort();
  const paper = join(folder, 'eve-paper');
  const bus = join(folder, 'run/bus');
  const command = join(folder, 'eve-command.sh');
  const question = join(folder, 'all-jobs.test');
  const uri = `ipp://localhost:${port}/ipp/print`;
  await mkdir(paper);
  await mkdir(join(folder, 'eve-spool'));
  await writeFile(command, `#!/bin/sh\nPAPER='${paper}' exec '${DEVICE}' "$@"\n`);
  await writeFile(question, ALL_JOBS);
  await chmod(command, 0o755);
  const daemon = spawn(
    program('dbus-daemon'),
    ['--session', '--nofork', '--nopidfile', `--address=unix:path=${bus}`, '--print-address'],
    { stdio: ['ignore', 'pipe', 'ignore'], env: environment(folder) },
  );
  let printer: ChildProcess | null = null;
  let starts = 0;
  const killAtExit = (): void => {
    killGroup(printer);
    daemon.kill('SIGKILL');
  };
  process.once('exit', killAtExit);
  // It prints its address once it is ready.
  await once(daemon.stdout, 'data', { signal: AbortSignal.timeout(READY_TIMEOUT_MS) });
  await start();
  await setPaper(250, 25);

  return {
    uri,
    setMood: (mood) => setMood(paper, mood),
    setPaper,
    async isIdle() {
      const { stdout } = await run(program('ipptool'), ['-tv', uri, 'get-printer-attributes.test'], {
        env: environment(folder),
      });
      return stdout.includes('printer-state (enum) = idle');
    },
    async isPrinting() {
      return (await readdir(paper)).some((name) => name.endsWith('.part'));
    },
    async papers() {
      const names = (await readdir(paper)).filter((name) => name.endsWith('.pdf')).sort();
      const cancelled = names.length === 0 ? [] : await cancelledSheets();
      return names
        .filter((name) => !cancelled.some((sheet) => name.startsWith(sheet)))
        .map((name) => join(paper, name));
    },
    kill,
    start,
    async stop() {
      await kill();
      daemon.kill('SIGKILL');
      process.removeListener('exit', killAtExit);
    },
  };

  async function start(): Promise<void> {
    if (printer !== null) return;
    const args = ['-r', 'off', '-n', 'localhost', '-p', String(port), '-s', '30,20', '-2', '-c', command];
    const folders = ['-f', 'application/pdf,image/jpeg,image/pwg-raster,image/urf', '-d', join(folder, 'eve-spool')];
    starts += 1;
    await waitFor('the virtual printer', async () => {
      // It sometimes exits right after the start; then it is started again.
      if (printer === null || printer.exitCode !== null || printer.signalCode !== null) {
        printer = spawn(program('ippeveprinter'), [...args, ...folders, 'Lab Printer'], {
          stdio: 'ignore',
          // Its own process group, so that killing it also kills the command of a job.
          detached: true,
          env: { ...environment(folder), DBUS_SYSTEM_BUS_ADDRESS: `unix:path=${bus}`, START: String(starts) },
        });
      }
      return (await fetch(`http://localhost:${port}/`)).ok;
    });
  }

  async function kill(): Promise<void> {
    const running = printer;
    printer = null;
    if (running === null || running.exitCode !== null || running.signalCode !== null) return;
    const ended = new Promise((resolve) => running.once('exit', resolve));
    killGroup(running);
    await ended;
  }

  /** File name prefixes of canceled jobs. `device.sh` names a file by the number of this start and of the job. */
  async function cancelledSheets(): Promise<readonly string[]> {
    if (printer === null) return [];
    const { stdout } = await run(program('ipptool'), ['-tv', uri, question], { env: environment(folder) });
    const ids = [...stdout.matchAll(/job-id \(integer\) = (\d+)/g)].map(([, id]) => id);
    const states = [...stdout.matchAll(/job-state \(enum\) = (\S+)/g)].map(([, state]) => state);
    return ids.filter((_, at) => states[at] !== 'completed').map((id) => `job-${starts}-${id}-`);
  }

  async function setPaper(sheets: number, photo: number, size: 'a4' | 'letter' = 'a4'): Promise<void> {
    const trays = new URLSearchParams({
      size1: size === 'a4' ? 'iso_a4_210x297mm' : 'na_letter_8.5x11in',
      type1: 'stationery',
      level1: String(sheets),
      size2: 'na_index-4x6_4x6in',
      type2: 'photographic-glossy',
      level2: String(photo),
    });
    await fetch(`http://localhost:${port}/media?${trays}`);
  }
}

function killGroup(child: ChildProcess | null): void {
  if (child?.pid === undefined || child.exitCode !== null) return;
  try {
    process.kill(-child.pid, 'SIGKILL');
  } catch {
    // It ended just now.
  }
}
