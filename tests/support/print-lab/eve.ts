/**
 * A real virtual printer (`ippeveprinter` of Debian's cups-ipp-utils) that speaks IPP Everywhere, for what only a real
 * device behind a real queue shows. It will not start without a D-Bus, so it gets a private one.
 */
import { spawn, type ChildProcess } from 'node:child_process';
import { chmod, mkdir, readdir, writeFile } from 'node:fs/promises';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { DEVICE, environment, freePort, missingProgram, program, setMood, waitFor } from './index';

export interface EvePrinter {
  readonly uri: string;
  /** As in `device.sh`. */
  setMood(mood: string): Promise<void>;
  /** Sheets left in the tray with A4, and in the one with small photo paper. */
  setPaper(a4: number, photo: number): Promise<void>;
  /** The document is at the device and not out yet. */
  isPrinting(): Promise<boolean>;
  /** What came out, as PDF files. */
  papers(): Promise<readonly string[]>;
  /** Pulls the plug. */
  kill(): Promise<void>;
  start(): Promise<void>;
  stop(): Promise<void>;
}

/** Null when it can run here, else what is missing and the command that brings it. */
export function eveMissing(): string | null {
  return missingProgram(['ippeveprinter', 'dbus-daemon']);
}

/** @param folder of the print lab */
export async function startEvePrinter(folder: string): Promise<EvePrinter> {
  const port = await freePort();
  const paper = join(folder, 'eve-paper');
  const bus = join(folder, 'run/bus');
  const command = join(folder, 'eve-command.sh');
  await mkdir(paper);
  await mkdir(join(folder, 'eve-spool'));
  await writeFile(command, `#!/bin/sh\nPAPER='${paper}' exec '${DEVICE}' "$@"\n`);
  await chmod(command, 0o755);
  const daemon = spawn(program('dbus-daemon'), ['--session', '--nofork', '--nopidfile', `--address=unix:path=${bus}`], {
    stdio: 'ignore',
    env: environment(folder),
  });
  let printer: ChildProcess | null = null;
  const killAtExit = (): void => {
    killGroup(printer);
    daemon.kill('SIGKILL');
  };
  process.once('exit', killAtExit);
  await waitFor('the private D-Bus', async () => existsSync(bus));
  await start();
  await setPaper(250, 25);

  return {
    uri: `ipp://localhost:${port}/ipp/print`,
    setMood: (mood) => setMood(paper, mood),
    setPaper,
    async isPrinting() {
      return (await readdir(paper)).some((name) => name.endsWith('.part'));
    },
    async papers() {
      const names = (await readdir(paper)).filter((name) => name.endsWith('.pdf')).sort();
      return names.map((name) => join(paper, name));
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
    printer = spawn(program('ippeveprinter'), [...args, ...folders, 'Lab Printer'], {
      stdio: 'ignore',
      // A group of its own, so that the command of a job goes down with it.
      detached: true,
      env: { ...environment(folder), DBUS_SYSTEM_BUS_ADDRESS: `unix:path=${bus}` },
    });
    await waitFor('the virtual printer', async () => (await fetch(`http://localhost:${port}/`)).ok);
  }

  async function kill(): Promise<void> {
    const running = printer;
    printer = null;
    if (running === null || running.exitCode !== null || running.signalCode !== null) return;
    const ended = new Promise((resolve) => running.once('exit', resolve));
    killGroup(running);
    await ended;
  }

  async function setPaper(a4: number, photo: number): Promise<void> {
    const trays = new URLSearchParams({
      size1: 'iso_a4_210x297mm',
      type1: 'stationery',
      level1: String(a4),
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
    // It ended in this very moment.
  }
}
