/**
 * A private CUPS scheduler for any user: a free loopback port, configuration and spool in a temporary folder, and one
 * queue, `kiosk`, that prints into a folder. The machine's own printing is not touched.
 */
import { execFile, spawn, type ChildProcess } from 'node:child_process';
import { accessSync, constants, existsSync } from 'node:fs';
import { chmod, copyFile, mkdir, mkdtemp, readdir, readFile, rename, rm, symlink, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir, userInfo } from 'node:os';
import { delimiter, join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { promisify } from 'node:util';

/** A job that came out of the printer. */
export interface Received {
  readonly pdf: string;
  readonly copies: number;
  /** As CUPS gives them to a device, for example `Duplex=DuplexNoTumble PageSize=A4`. */
  readonly options: string;
}

export interface PrintLab {
  /** The address for the ipp adapter. */
  readonly queueUri: string;
  /** The `-h` option for the CUPS tools: lp, lpstat, cupsdisable. */
  readonly server: string;
  /** Everything the scheduler owns: configuration, spool, cache, logs. */
  readonly folder: string;
  /** In job order. */
  received(): Promise<readonly Received[]>;
  pauseQueue(): Promise<void>;
  resumeQueue(): Promise<void>;
  acceptJobs(isAccepting: boolean): Promise<void>;
  /** Prints on the same queue as somebody else. */
  printAs(user: string, pdf: Uint8Array): Promise<void>;
  stopScheduler(): Promise<void>;
  /** Does what build/cups/cups.service.d/homeward.conf does before a scheduler starts. */
  clearSpool(): Promise<void>;
  startScheduler(): Promise<void>;
  /** Sets what the device does with the job that it is waiting on, or with the next one; see the list in `device.sh`. */
  setMood(mood: string): Promise<void>;
  /** Adds a queue for the same device. */
  addQueue(queue: string): Promise<void>;
  /** Adds a driverless queue for a device that speaks IPP, as on a real kiosk. @returns its address */
  addDriverless(queue: string, deviceUri: string): Promise<string>;
  /** The scheduler's files (spool, cache, logs, temporary files) that contain this text. */
  filesWith(text: string): Promise<readonly string[]>;
  /** One line per job of the queue; `all` includes finished jobs that CUPS still remembers. */
  jobs(which: 'not-completed' | 'all', queueUri: string): Promise<readonly string[]>;
  /** Stops everything and removes the folder. */
  stop(): Promise<void>;
}

const run = promisify(execFile);

const PROGRAMS = [
  'cupsd',
  'lpadmin',
  'lpstat',
  'cupsdisable',
  'cupsenable',
  'cupsaccept',
  'cupsreject',
  'lp',
  'pdftotext',
];
/** cupsd is in sbin, which is not on every user's path. */
const PROGRAM_FOLDERS = [...(process.env['PATH'] ?? '').split(delimiter), '/usr/sbin', '/usr/local/sbin', '/sbin'];
const SERVER_BINS = ['/usr/lib/cups', '/usr/libexec/cups', '/usr/lib64/cups'];
const INSTALL =
  'on Debian and Ubuntu: sudo apt-get install -y cups cups-client cups-filters cups-ipp-utils poppler-utils';

/** The device behind every queue here. */
export const DEVICE = join(import.meta.dirname, 'device.sh');

const QUEUE = 'kiosk';
export const READY_TIMEOUT_MS = 20_000;
const STOP_TIMEOUT_MS = 5_000;
const RETRY_MS = 25;

/** Null if the lab can run here, otherwise one line that says what is missing and how to install it. */
export function printLabMissing(): string | null {
  const missing = missingProgram(PROGRAMS);
  if (missing !== null) return missing;
  const serverBin = SERVER_BINS.find((folder) => existsSync(join(folder, 'filter')));
  if (serverBin === undefined) return `CUPS filters are not on this machine; ${INSTALL}`;
  if (!existsSync(join(serverBin, 'filter', 'pdftopdf'))) return `pdftopdf is not in ${serverBin}/filter; ${INSTALL}`;
  return null;
}

/** The same for these programs of CUPS. */
export function missingProgram(names: readonly string[]): string | null {
  const name = names.find((candidate) => findProgram(candidate) === null);
  return name === undefined ? null : `${name} is not on this machine; ${INSTALL}`;
}

/** @throws Error with the scheduler's log, if it does not start */
export async function startPrintLab(): Promise<PrintLab> {
  const missing = printLabMissing();
  if (missing !== null) throw new Error(missing);
  const folder = await mkdtemp(join(tmpdir(), 'homeward-print-lab-'));
  const tray = join(folder, 'tray');
  const port = await freePort();
  const server = `127.0.0.1:${port}`;
  let scheduler: ChildProcess | null = null;

  const killAtExit = (): void => {
    scheduler?.kill('SIGKILL');
  };
  process.once('exit', killAtExit);
  try {
    await layOut(folder, tray, port);
    await startScheduler();
    await addQueue(QUEUE);
  } catch (error) {
    const log = await readFile(join(folder, 'log/error_log'), 'utf8').catch(() => 'no error_log');
    await stop();
    throw new Error(`the private cupsd did not start: ${String(error)}\n${log.slice(-2000)}`, {
      cause: error,
    });
  }

  return {
    queueUri: `ipp://${server}/printers/${QUEUE}`,
    server,
    folder,
    received,
    pauseQueue: () => tool('cupsdisable', QUEUE),
    resumeQueue: () => tool('cupsenable', QUEUE),
    acceptJobs: (isAccepting) => tool(isAccepting ? 'cupsaccept' : 'cupsreject', QUEUE),
    async printAs(user, pdf) {
      const file = join(folder, 'home', `${user}.pdf`);
      await writeFile(file, pdf);
      await tool('lp', '-U', user, '-d', QUEUE, file);
    },
    stopScheduler,
    async clearSpool() {
      const spool = join(folder, 'spool');
      for (const entry of await readdir(spool, { withFileTypes: true })) {
        if (entry.isFile()) await rm(join(spool, entry.name));
      }
    },
    startScheduler,
    setMood: (mood) => setMood(tray, mood),
    addQueue,
    addDriverless,
    filesWith: (text) =>
      filesWith(
        text,
        ['spool', 'cache', 'log', 'run', 'tmp'].map((name) => join(folder, name)),
      ),
    jobs,
    stop,
  };

  async function addQueue(queue: string): Promise<void> {
    await tool('lpadmin', '-p', queue, '-E', '-v', `tray:${tray}`, '-P', join(import.meta.dirname, 'tray.ppd'));
  }

  async function addDriverless(queue: string, deviceUri: string): Promise<string> {
    await tool('lpadmin', '-p', queue, '-E', '-v', deviceUri, '-m', 'everywhere');
    // lpadmin returns before cupsd has asked the device, and a queue without a description would print raw.
    const description = join(folder, `etc/ppd/${queue}.ppd`);
    await waitFor(`the description of queue ${queue}`, async () => (await readFile(description, 'utf8')).length > 0);
    // Added last, because ippeveprinter rejects an address with an option.
    await tool('lpadmin', '-p', queue, '-v', `${deviceUri}?contimeout=3`, '-o', 'printer-error-policy=abort-job');
    return `ipp://${server}/printers/${queue}`;
  }

  async function jobs(which: 'not-completed' | 'all', queueUri: string): Promise<readonly string[]> {
    const queue = queueUri.replace(/.*\//, '');
    // Lists all queues, because lpstat fails for a queue that does not exist.
    const { stdout } = await run(program('lpstat'), ['-h', server, '-W', which, '-o'], { env: environment(folder) });
    return stdout.split('\n').filter((line) => line.startsWith(`${queue}-`));
  }

  async function startScheduler(): Promise<void> {
    if (scheduler !== null) return;
    const cupsd = spawn(
      program('cupsd'),
      ['-f', '-c', join(folder, 'etc/cupsd.conf'), '-s', join(folder, 'etc/cups-files.conf')],
      { stdio: 'ignore', env: environment(folder) },
    );
    scheduler = cupsd;
    await waitFor('an answer of cupsd', async () => {
      if (cupsd.exitCode !== null) throw new Error(`cupsd ended with code ${cupsd.exitCode}`);
      const { stdout } = await run(program('lpstat'), ['-h', server, '-r'], { env: environment(folder) });
      return stdout.includes('is running');
    });
  }

  async function stopScheduler(): Promise<void> {
    const cupsd = scheduler;
    scheduler = null;
    if (cupsd === null || cupsd.exitCode !== null || cupsd.signalCode !== null) return;
    const ended = new Promise((resolve) => cupsd.once('exit', resolve));
    cupsd.kill('SIGTERM');
    const isOver = await Promise.race([ended.then(() => true), sleep(STOP_TIMEOUT_MS, false, { ref: false })]);
    if (!isOver) {
      cupsd.kill('SIGKILL');
      await ended;
    }
  }

  async function stop(): Promise<void> {
    await stopScheduler();
    process.removeListener('exit', killAtExit);
    await rm(folder, { recursive: true, force: true });
  }

  async function received(): Promise<readonly Received[]> {
    const names = (await readdir(tray)).filter((name) => name.endsWith('.pdf'));
    names.sort((a, b) => jobNumber(a) - jobNumber(b));
    return Promise.all(
      names.map(async (name) => {
        const pdf = join(tray, name);
        const [copies, options] = (await readFile(pdf.replace(/pdf$/, 'ticket'), 'utf8')).split('\n');
        return { pdf, copies: Number(copies), options: options ?? '' };
      }),
    );
  }

  async function tool(name: string, ...args: readonly string[]): Promise<void> {
    await run(program(name), ['-h', server, ...args], { env: environment(folder) });
  }
}

/** Replaces the file in one step, so that the device never reads half of it. */
export async function setMood(paperFolder: string, mood: string): Promise<void> {
  const file = join(paperFolder, '.mood');
  await writeFile(`${file}.new`, mood, { mode: 0o644 });
  await rename(`${file}.new`, file);
}

/** Waits until the condition is true. If `check` rejects, that counts as not yet. */
export async function waitFor(
  what: string,
  check: () => Promise<boolean>,
  timeoutMs = READY_TIMEOUT_MS,
): Promise<void> {
  const untilMs = Date.now() + timeoutMs;
  for (;;) {
    let cause: unknown = 'not yet';
    try {
      if (await check()) return;
    } catch (error) {
      cause = error;
    }
    if (Date.now() > untilMs) throw new Error(`waited ${timeoutMs} ms for ${what}`, { cause });
    await sleep(RETRY_MS);
  }
}

async function filesWith(text: string, folders: readonly string[]): Promise<readonly string[]> {
  const found: string[] = [];
  for (const folder of folders) {
    for (const entry of await readdir(folder, { recursive: true, withFileTypes: true })) {
      if (!entry.isFile()) continue;
      const file = join(entry.parentPath, entry.name);
      // The file may be deleted while we search.
      const bytes = await readFile(file).catch(() => Buffer.alloc(0));
      if (bytes.includes(text)) found.push(file);
    }
  }
  return found;
}

function jobNumber(name: string): number {
  return Number(/^job-(\d+)/.exec(name)?.[1]);
}

async function layOut(folder: string, tray: string, port: number): Promise<void> {
  // If root starts the scheduler, its filters and backends run as lp and need access.
  await chmod(folder, 0o755);
  for (const name of ['etc/ssl', 'etc/ppd', 'run/certs', 'cache', 'spool/temp', 'log', 'bin/backend', 'home', 'tmp']) {
    await mkdir(join(folder, name), { recursive: true });
  }
  await mkdir(tray);
  await chmod(tray, 0o777);
  await layOutPrograms(join(folder, 'bin'));
  await writeFile(join(folder, 'etc/cups-files.conf'), filesConf(folder));
  await writeFile(join(folder, 'etc/cupsd.conf'), cupsdConf(folder, port));
}

/** Links the machine's own filters and helpers, with no backends but the tray and IPP. */
async function layOutPrograms(bin: string): Promise<void> {
  const installed = SERVER_BINS.find((candidate) => existsSync(join(candidate, 'filter')));
  if (installed === undefined) throw new Error('CUPS filters are not on this machine');
  for (const name of await readdir(installed)) {
    if (!name.startsWith('backend')) await symlink(join(installed, name), join(bin, name));
  }
  // cupsd refuses a backend that other users may write to.
  await copyFile(DEVICE, join(bin, 'backend/tray'));
  await chmod(join(bin, 'backend/tray'), 0o755);
  await copyFile(join(installed, 'backend/ipp'), join(bin, 'backend/ipp'));
  await chmod(join(bin, 'backend/ipp'), 0o755);
  await chmod(join(bin, 'backend'), 0o755);
}

/** cupsd refuses `User root`, and a `Group` that is also the `SystemGroup`. */
function filesConf(folder: string): string {
  const isRoot = userInfo().uid === 0;
  const who = isRoot ? ['User lp', 'Group lp', 'SystemGroup root'] : ['SystemGroup lpadmin'];
  return [
    `ServerRoot ${folder}/etc`,
    `StateDir ${folder}/run`,
    `CacheDir ${folder}/cache`,
    `RequestRoot ${folder}/spool`,
    `TempDir ${folder}/spool/temp`,
    `ServerBin ${folder}/bin`,
    `ServerKeychain ${folder}/etc/ssl`,
    `AccessLog ${folder}/log/access_log`,
    `ErrorLog ${folder}/log/error_log`,
    `PageLog ${folder}/log/page_log`,
    'ConfigFilePerm 0644',
    'LogFilePerm 0644',
    ...who,
    '',
  ].join('\n');
}

/** As on a real kiosk (one try, then abort; no document kept), but without a login and with all job attributes visible. */
function cupsdConf(folder: string, port: number): string {
  return `Listen 127.0.0.1:${port}
Listen ${folder}/run/cups.sock
ServerName localhost
ServerAlias *
Browsing Off
WebInterface No
DefaultAuthType None
DefaultEncryption Never
IdleExitTimeout 0
LogLevel info
ErrorPolicy abort-job
PreserveJobFiles No
<Location />
  Order allow,deny
  Allow from 127.0.0.1
</Location>
<Location /admin>
  Order allow,deny
  Allow from 127.0.0.1
</Location>
<Policy default>
  JobPrivateAccess all
  JobPrivateValues none
  SubscriptionPrivateAccess all
  SubscriptionPrivateValues none
  <Limit All>
    Order deny,allow
  </Limit>
</Policy>
`;
}

/** English output, and none of the user's own settings. */
export function environment(folder: string): NodeJS.ProcessEnv {
  const { PATH } = process.env;
  return { PATH, LC_ALL: 'C', HOME: join(folder, 'home'), TMPDIR: join(folder, 'tmp') };
}

export function program(name: string): string {
  const found = findProgram(name);
  if (found === null) throw new Error(`${name} is not on this machine; ${INSTALL}`);
  return found;
}

function findProgram(name: string): string | null {
  return PROGRAM_FOLDERS.map((folder) => join(folder, name)).find(isExecutable) ?? null;
}

function isExecutable(file: string): boolean {
  try {
    accessSync(file, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

/** Below the range of outgoing connections, so that none of them holds the port when a server needs it. */
const PORTS = { first: 20_000, count: 12_000 };

/** A free port, for a server that is told its port and may be stopped and started again. */
export async function freePort(): Promise<number> {
  for (;;) {
    const port = PORTS.first + Math.floor(Math.random() * PORTS.count);
    const probe = createServer();
    const isFree = await new Promise<boolean>((resolve) => {
      probe.once('error', () => resolve(false));
      probe.listen(port, '127.0.0.1', () => resolve(true));
    });
    if (!isFree) continue;
    await new Promise((resolve) => probe.close(resolve));
    return port;
  }
}
