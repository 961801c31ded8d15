/** The screens from their sources, with hot reload: Vite's dev server behind the checks of the preview host. */
import { realpathSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { Server } from 'node:http';
import { join, posix } from 'node:path';
import vue from '@vitejs/plugin-vue';
import { createServer, normalizePath } from 'vite';
import { CONTENT_SECURITY_POLICY, OUT_OF_SERVICE_PAGE, PAGE_HEADERS, START_PAGE } from '../machine/renderer-files';
import { withClient, type AskedFile, type Screens } from './screens';

export interface DevScreens extends Screens {
  /** Calls back after a file below one of the paths changes. */
  watch(paths: readonly string[], onChange: (file: string) => void): void;
  close(): Promise<void>;
}

/** Where every scene can be looked at. */
export const GALLERY_PATH = '/gallery';
const GALLERY_PAGE = '/gallery.html';
/** Framed by the gallery. It talks to the machine through it, so it has no client of its own. */
const SCENE_PAGE = '/scene.html';
/** Pages with the app, or a part of it, that talk to the machine themselves. */
const WITH_CLIENT: readonly string[] = [START_PAGE, GALLERY_PAGE];
/** The pages that a browser may open. */
const PAGES: Readonly<Record<string, string>> = {
  '/': START_PAGE,
  [START_PAGE]: START_PAGE,
  [GALLERY_PATH]: GALLERY_PAGE,
  '/scene': SCENE_PAGE,
  [OUT_OF_SERVICE_PAGE]: OUT_OF_SERVICE_PAGE,
};
const HEADERS = {
  ...PAGE_HEADERS,
  // Vite puts styles into the page so that it can replace them. Everything else is as strict as in a build.
  'Content-Security-Policy': CONTENT_SECURITY_POLICY.replace("style-src 'self'", "style-src 'self' 'unsafe-inline'"),
};
const GALLERY_HEADERS = {
  'Content-Security-Policy': `${HEADERS['Content-Security-Policy']}; frame-src 'self'`,
};
const FRAMED_HEADERS = {
  'Content-Security-Policy': HEADERS['Content-Security-Policy'].replace(
    "frame-ancestors 'none'",
    "frame-ancestors 'self'",
  ),
  'X-Frame-Options': 'SAMEORIGIN',
};
/** What differs for a page that frames, or is framed. */
const HEADERS_OF: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  [GALLERY_PAGE]: GALLERY_HEADERS,
  [SCENE_PAGE]: FRAMED_HEADERS,
};

/** @param root of the project */
export async function makeDevScreens(root: string): Promise<DevScreens> {
  const folder = join(root, 'src', 'renderer');
  // Never listens. It forwards the websockets that the preview host accepts.
  const relay = new Server();
  const vite = await createServer({
    configFile: false,
    envDir: false,
    root: folder,
    plugins: [vue()],
    appType: 'custom',
    cacheDir: join(root, 'node_modules', '.vite', 'dev'),
    logLevel: 'warn',
    server: {
      middlewareMode: true,
      cors: false,
      ws: { server: relay },
      // `node_modules` may be a link.
      fs: { allow: [root, realpathSync(join(root, 'node_modules'))] },
    },
  });

  return { headers: HEADERS, serve, upgrade, watch, close: () => vite.close() };

  async function serve({ path, request, response, fillPage }: AskedFile): Promise<void> {
    const page = PAGES[path];
    if (page === undefined) {
      vite.middlewares(request, response, () => {
        response.writeHead(404).end();
      });
      return;
    }
    const html = await vite.transformIndexHtml(page, fillPage(await sourceOf(page)));
    response.writeHead(200, { 'Content-Type': 'text/html; charset=utf-8', ...HEADERS_OF[page] }).end(html);
  }

  async function sourceOf(page: string): Promise<string> {
    const html = await readFile(join(folder, page), 'utf8');
    // A browser cannot climb above Vite's root, which is the folder of the screens.
    const absolute = html.replaceAll('../../', addressOf('/'));
    return WITH_CLIENT.includes(page) ? withClient(absolute, addressOf('src/preview/client.ts')) : absolute;
  }

  function addressOf(path: string): string {
    return posix.join('/@fs', normalizePath(root), path);
  }

  function upgrade(...event: Parameters<NonNullable<Screens['upgrade']>>): void {
    relay.emit('upgrade', ...event);
  }

  function watch(paths: readonly string[], onChange: (file: string) => void): void {
    const below = paths.map((path) => normalizePath(path));
    vite.watcher.add([...paths]);
    vite.watcher.on('all', (_event, changed) => {
      const file = normalizePath(changed);
      if (below.some((path) => file === path || file.startsWith(`${path}/`))) onChange(file);
    });
  }
}
