/** The files of the screens, as the preview host serves them: from a build, or in `npm run dev` by Vite. */
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Duplex } from 'node:stream';
import { PAGE_HEADERS, readRendererFile, START_PAGE, type FillPage } from '../machine/renderer-files';
import { CLIENT_PATH } from './paths';

export interface AskedFile {
  /** Of the URL, without a query. */
  readonly path: string;
  readonly request: IncomingMessage;
  readonly response: ServerResponse;
  readonly fillPage: FillPage;
}

export interface Screens {
  /** Sent with every answer of the host, the security policy among them. */
  readonly headers: Readonly<Record<string, string>>;
  /** Answers a GET that passed the host's checks. */
  serve(asked: AskedFile): Promise<void>;
  /** Takes a websocket that passed the host's checks. Only Vite has one. */
  upgrade?(request: IncomingMessage, socket: Duplex, head: Buffer): void;
}

/** @param folder the build of the screens, `out/renderer` */
export function builtScreens(folder: string): Screens {
  return {
    headers: PAGE_HEADERS,
    async serve({ path, response, fillPage }) {
      const file = await readRendererFile(folder, path, fillPage);
      if (file === null) {
        response.writeHead(404, { 'Content-Type': 'text/plain; charset=utf-8' }).end('There is no such page.\n');
        return;
      }
      const isStart = path === '/' || path === START_PAGE;
      const bytes = isStart ? withClient(Buffer.from(file.bytes).toString('utf8'), CLIENT_PATH) : file.bytes;
      response.writeHead(200, { 'Content-Type': file.type, 'Content-Length': Buffer.byteLength(bytes) }).end(bytes);
    },
  };
}

/** Puts the preview client before the app's own scripts: module scripts run in document order. */
export function withClient(html: string, clientPath: string): string {
  return html.replace('<head>', `<head><script type="module" src="${clientPath}"></script>`);
}
