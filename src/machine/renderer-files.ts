/** Serves the files of the built screens, with the same rules in Electron and in the preview host. */
import { readFile, realpath } from 'node:fs/promises';
import { extname, join, resolve, sep } from 'node:path';
import { errorCode } from '../basics/errors';

/** Sent with every answer: pages load only their own files, and no inline script runs. */
export const CONTENT_SECURITY_POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' data: blob:",
  "font-src 'self'",
  "connect-src 'self'",
  "worker-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ');

export const PAGE_HEADERS: Readonly<Record<string, string>> = {
  'Content-Security-Policy': CONTENT_SECURITY_POLICY,
  'X-Content-Type-Options': 'nosniff',
  'X-Frame-Options': 'DENY',
  'Referrer-Policy': 'no-referrer',
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cross-Origin-Resource-Policy': 'same-origin',
  'Permissions-Policy': 'camera=(), microphone=(), geolocation=(), usb=(), serial=(), hid=()',
  'Cache-Control': 'no-store',
};

/** The types of files in a build of the screens. Nothing else is served. */
const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.mjs': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json',
  '.woff2': 'font/woff2',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.wasm': 'application/wasm',
  '.bcmap': 'application/octet-stream',
};

/** The page with the app. */
export const START_PAGE = '/index.html';
/** Shown when the app cannot run; it has no script. */
export const OUT_OF_SERVICE_PAGE = '/out-of-service.html';

export interface RendererFile {
  readonly type: string;
  readonly bytes: Uint8Array;
}

/** Puts the words of the running content into a built page. */
export type FillPage = (html: string) => string;

/**
 * The file in `folder` for the path of a URL, or null if there is none. Never reads a file outside the folder: not through
 * `..`, an encoded `..`, or a link. HTML goes through `fillPage`.
 */
export async function readRendererFile(
  folder: string,
  urlPath: string,
  fillPage: FillPage,
): Promise<RendererFile | null> {
  const path = decodePath(urlPath === '/' ? START_PAGE : urlPath);
  if (path === null) return null;
  const type = TYPES[extname(path)];
  if (type === undefined) return null;
  try {
    const root = await realpath(folder);
    const file = await realpath(resolve(join(root, path)));
    if (!file.startsWith(root + sep)) return null;
    const bytes = await readFile(file);
    return { type, bytes: extname(path) === '.html' ? Buffer.from(fillPage(bytes.toString('utf8'))) : bytes };
  } catch (error) {
    if (isAbsent(error)) return null;
    throw error;
  }
}

function decodePath(urlPath: string): string | null {
  try {
    const path = decodeURIComponent(urlPath);
    return path.startsWith('/') && !/[\0\\]/.test(path) && !path.split('/').includes('..') ? path : null;
  } catch {
    return null;
  }
}

const ABSENT = new Set(['ENOENT', 'ENOTDIR', 'EISDIR', 'ENAMETOOLONG']);

function isAbsent(error: unknown): boolean {
  return ABSENT.has(errorCode(error) ?? '');
}
