/**
 * Keeps what the machine runs on: settings, content, the day, the printer. Between two visits, and never within one, it
 * may make all of it anew.
 */
import type { Clock } from '../basics/clock';
import type { Guide } from '../guide/model';
import type { PrinterPort } from '../printer';
import type { Site } from '../site/settings';
import type { Log } from './events';

/** What the machine runs on. Nothing of it changes within a visit. */
export interface Setup {
  /** The calendar date where the kiosk is, for which the content was read: contacts and rules run out. */
  readonly today: string;
  readonly site: Site;
  /** The checked guide in each language, the site's first language first. Never empty. */
  readonly guides: ReadonlyMap<string, Guide>;
  readonly printer: PrinterPort;
}

/** Why a new setup is wanted; a new day needs no one to ask. */
export type RenewReason = 'settings' | 'content' | 'developer';

export interface Keeper {
  current(): Setup;
  /** Asks for a new setup: made at once when nobody is here, else at the end of the visit. */
  renew(reason: RenewReason): void;
  /** Makes the new setup that is due, if nobody is here. To be called at the end of a visit and before the next. */
  catchUp(): void;
}

export interface KeeperDeps {
  readonly first: Setup;
  /** Reads settings and content again. What is bad now stays as it was, and is logged. */
  readonly reopen: () => Setup;
  readonly isFree: () => boolean;
  readonly onRenewed: (setup: Setup) => void;
  readonly today: () => string;
  readonly clock: Clock;
  readonly log: Log;
  /** Ends the looking for a new day. */
  readonly signal: AbortSignal;
}

/** A new day should begin before the first person of it touches the screen. */
const LOOK_MS = 60_000;

export function makeKeeper({ first, reopen, isFree, onRenewed, today, clock, log, signal }: KeeperDeps): Keeper {
  let setup = first;
  let isAskedFor = false;
  /** The day of the last try: one that failed is not tried again every minute. */
  let triedOn = first.today;
  void watchDay();

  return { current: () => setup, renew, catchUp };

  function renew(reason: RenewReason): void {
    log({ kind: 'renewal', reason });
    isAskedFor = true;
    catchUp();
  }

  function catchUp(): void {
    const day = today();
    if (!isFree() || (!isAskedFor && day === triedOn)) return;
    isAskedFor = false;
    triedOn = day;
    try {
      setup = reopen();
    } catch (error) {
      // A bug: the kiosk goes on with what it has.
      log({ kind: 'renewal-failed', error: error instanceof Error ? error.name : typeof error });
      return;
    }
    onRenewed(setup);
  }

  async function watchDay(): Promise<void> {
    for (;;) {
      await clock.sleep(LOOK_MS, signal);
      if (signal.aborted) return;
      catchUp();
    }
  }
}
