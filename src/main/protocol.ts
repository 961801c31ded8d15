import { protocol, type Session } from 'electron';
import { PAGE_HEADERS, readRendererFile, type FillPage } from '../machine/renderer-files';
import { APP_SCHEME, mayLoad, PAPER_SCHEME } from './policy';

/** Call before `ready`. The schemes are standard and secure, so that the pages have an origin of their own. */
export function registerSchemes(): void {
  protocol.registerSchemesAsPrivileged([
    { scheme: APP_SCHEME, privileges: { standard: true, secure: true, supportFetchAPI: true } },
    { scheme: PAPER_SCHEME, privileges: { standard: true, secure: true } },
  ]);
}

/** Serves the built screens from `folder`, and nothing else. */
export function serveScreens(own: Session, folder: string, fillPage: FillPage): void {
  own.protocol.handle(APP_SCHEME, async (request) => {
    if (request.method !== 'GET' || !mayLoad('kiosk', request.url)) return nothing(403);
    const file = await readRendererFile(folder, new URL(request.url).pathname, fillPage);
    if (file === null) return nothing(404);
    return new Response(Buffer.from(file.bytes), { headers: { ...PAGE_HEADERS, 'Content-Type': file.type } });
  });
}

function nothing(status: 403 | 404): Response {
  return new Response(null, { status, headers: { ...PAGE_HEADERS } });
}
