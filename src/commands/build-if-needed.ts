import { spawn } from 'node:child_process';
import { readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';

const SOURCES = ['src', 'resources', 'electron.vite.config.ts', 'package.json', 'package-lock.json'];
const BUILT = ['out/main/index.js', 'out/preload/index.cjs', 'out/renderer/index.html'];

/** Builds main, preload and screens into `out/` unless they are newer than every source. True if `out/` is usable. */
export async function buildIfNeeded(root: string, say: (line: string) => void): Promise<boolean> {
  const newest = Math.max(...(await Promise.all(SOURCES.map((path) => newestMs(join(root, path))))));
  const oldestBuilt = Math.min(...(await Promise.all(BUILT.map((path) => modifiedMs(join(root, path))))));
  if (oldestBuilt > newest) return true;
  say('Building the kiosk …');
  return build(root);
}

async function newestMs(path: string): Promise<number> {
  const entry = await stat(path).catch(() => null);
  if (entry === null) return 0;
  if (!entry.isDirectory()) return entry.mtimeMs;
  const names = await readdir(path);
  return Math.max(entry.mtimeMs, ...(await Promise.all(names.map((name) => newestMs(join(path, name))))));
}

async function modifiedMs(file: string): Promise<number> {
  const entry = await stat(file).catch(() => null);
  return entry === null ? 0 : entry.mtimeMs;
}

function build(root: string): Promise<boolean> {
  const program = join(root, 'node_modules', 'electron-vite', 'bin', 'electron-vite.js');
  return new Promise((resolve) => {
    const child = spawn(process.execPath, [program, 'build', '--logLevel', 'warn'], { cwd: root, stdio: 'inherit' });
    child.once('error', () => {
      resolve(false);
    });
    child.once('exit', (code) => {
      resolve(code === 0);
    });
  });
}
