/**
 * Finds Electron's program by its path. Never imports the package: outside Electron that starts a download.
 */
import { spawn } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

export type ElectronSearch = { readonly executablePath: string } | { readonly missing: string };

const PROBE_TIMEOUT_MS = 5_000;
const DOWNLOAD_TIMEOUT_MS = 180_000;

/** The program if it is there. */
export function findElectron(root: string): ElectronSearch {
  const folder = join(root, 'node_modules', 'electron');
  const pathFile = join(folder, 'path.txt');
  const dist = process.env['ELECTRON_OVERRIDE_DIST_PATH'] ?? join(folder, 'dist');
  const name = existsSync(pathFile) ? readFileSync(pathFile, 'utf8') : 'electron';
  const executablePath = join(dist, name);
  return existsSync(executablePath) ? { executablePath } : { missing: 'its program is not on this machine' };
}

/** The program, downloaded if missing. Tries once, and gives up early if the server cannot be reached. */
export async function obtainElectron(root: string, say: (line: string) => void): Promise<ElectronSearch> {
  const present = findElectron(root);
  if ('executablePath' in present) return present;
  const source = process.env['ELECTRON_MIRROR'] ?? process.env['npm_config_electron_mirror'] ?? 'https://github.com/';
  if (!(await canReach(source))) return { missing: `its program could not be downloaded (no way to ${source})` };
  say('Downloading Electron, about 110 MB, this once …');
  if (!(await install(root))) return { missing: `its program could not be downloaded from ${source}` };
  return findElectron(root);
}

/** Why this machine cannot open windows, or null. */
export function windowBlocker(): string | null {
  if (process.platform !== 'linux') return null;
  const { DISPLAY, WAYLAND_DISPLAY } = process.env;
  return DISPLAY === undefined && WAYLAND_DISPLAY === undefined ? 'this machine has no display' : null;
}

/** Why Electron cannot start on this machine, or null. Its sandbox is never turned off. */
export function whyNoElectron(): string | null {
  const isRoot = process.platform === 'linux' && process.getuid?.() === 0;
  return windowBlocker() ?? (isRoot ? 'its sandbox does not work for the user root' : null);
}

async function canReach(source: string): Promise<boolean> {
  // Only Electron's own downloader can use a proxy.
  if (process.env['ELECTRON_GET_USE_PROXY'] !== undefined) return true;
  try {
    await fetch(source, { method: 'HEAD', redirect: 'manual', signal: AbortSignal.timeout(PROBE_TIMEOUT_MS) });
    return true;
  } catch {
    return false;
  }
}

function install(root: string): Promise<boolean> {
  const script = join(root, 'node_modules', 'electron', 'install.js');
  return new Promise((resolve) => {
    const child = spawn(process.execPath, [script], { stdio: 'ignore', timeout: DOWNLOAD_TIMEOUT_MS });
    child.once('error', () => {
      resolve(false);
    });
    child.once('exit', (code) => {
      resolve(code === 0);
    });
  });
}
