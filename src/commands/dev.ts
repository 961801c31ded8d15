/** `npm run dev`: the kiosk in a browser for development; changes show at once (docs/testing.md). */
import { join } from 'node:path';
import { formatProblem } from '../basics/problem';
import { pathsFrom } from '../machine/assemble';
import { GALLERY_PATH, makeDevScreens } from '../preview/dev-screens';
import { readDevOptions } from './dev-options';
import { serveKiosk, stopped } from './serve-kiosk';
import { EXIT_BAD_INPUT, EXIT_CANNOT_RUN, fail, print } from './terminal';

/** Saving a file causes several events, copying a folder hundreds. */
const SETTLE_MS = 150;

/** Runs until it is stopped. @returns the exit code */
export async function main(args: readonly string[]): Promise<number> {
  const options = readDevOptions(args);
  if (!options.ok) return fail(EXIT_BAD_INPUT, options.error);
  const { port, today, adjustSite } = options.value;
  const root = process.cwd();
  const paths = pathsFrom(process.env, { root, dataFolder: null });
  const screens = await makeDevScreens(root);
  const day = today === null ? {} : { today: () => today };
  const served = await serveKiosk({ paths, screens, port, adjustSite, ...day });
  if (!served.ok) {
    await screens.close();
    return fail(EXIT_CANNOT_RUN, ...served.error.map(formatProblem), 'The kiosk cannot use its content; see above.');
  }
  const kiosk = served.value;
  const contents = [paths.bundledContent, ...(paths.ownContent === null ? [] : [paths.ownContent])];
  const settings = paths.siteFile === null ? [] : [paths.siteFile];
  screens.watch(
    contents,
    settled(() => kiosk.machine.renew('content')),
  );
  screens.watch(
    settings,
    settled(() => kiosk.machine.renew('settings')),
  );
  print(`The kiosk:   ${kiosk.url}`);
  print(`Every scene: ${kiosk.origin}${GALLERY_PATH}${new URL(kiosk.url).hash}`);
  const watched = [join(root, 'src', 'renderer'), ...contents, ...settings].join(', ');
  print(`Watching ${watched}; other changes need a restart. ${kiosk.output} Stop with Ctrl+C.`);

  await stopped();
  await screens.close();
  await kiosk.close();
  return 0;
}

/** Calls `run` once the events stop. */
function settled(run: () => void): () => void {
  let timer: NodeJS.Timeout | undefined;
  return () => {
    clearTimeout(timer);
    timer = setTimeout(run, SETTLE_MS);
  };
}
