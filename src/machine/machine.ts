/**
 * The machine behind the contract: what the screens may ask, answered by guide, plan, handout and printer.
 * Knows neither Electron nor a browser; everything it touches is given to it.
 */
import type { Clock } from '../basics/clock';
import { NO_JOB } from '../contract/no-job';
import { makeDispatcher, type Dispatcher } from '../contract/dispatcher';
import type { Handlers, Snapshot, StateOf, StatePush } from '../contract/table';
import type { Log } from './events';
import type { PrinterPort } from '../printer';
import { sessionDeadlineMs } from '../site/idle';
import { publicSite } from '../site/public';
import { fillPage } from './fill-page';
import { makeKeeper, type Keeper, type RenewReason, type Setup } from './keeper';
import type { Compose } from './pages/compose';
import { makeQueue, type Queue } from './printing/queue';
import { sidesOf } from './printing/sides';
import { watchPrinter } from './printing/watch';
import type { FillPage } from './renderer-files';
import { makeSession, type EndReason, type Session } from './session';
import { makeStates } from './states';
import { makeVisit, PATIENT_LIMITS, type Visit } from './visit';

export interface MachinePorts {
  /** What it runs on at first. */
  readonly setup: Setup;
  /** Reads settings and content again. What is bad now stays as it was, and is logged. */
  readonly reopen: () => Setup;
  readonly compose: Compose;
  readonly clock: Clock;
  /** A clock that only goes forward, for limits. */
  readonly monotonicMs: () => number;
  /** The calendar date where the kiosk is. */
  readonly today: () => string;
  readonly log: Log;
}

export interface Machine {
  readonly dispatcher: Dispatcher;
  /** Calls back with every state now and at each change. */
  listen(onPush: (push: StatePush) => void): () => void;
  /** Settings or content have changed: takes them up when nobody is here, at the latest after the visit. */
  renew(reason: RenewReason): void;
  endSession(why: EndReason): void;
  /** Fills a built page from the content in force. */
  readonly fillPage: FillPage;
  /** Ends the session and waits until its jobs are withdrawn. */
  close(): Promise<void>;
}

export function makeMachine(ports: MachinePorts): Machine {
  const { setup: first, reopen, compose, clock, monotonicMs, today, log } = ports;
  const states = makeStates(initialStates(first));
  const closing = new AbortController();
  let printer = usePrinter(first, null);

  const session = makeSession({
    openVisit: (number) => {
      keeper.catchUp();
      return makeVisit(number, {
        setup: keeper.current(),
        limits: PATIENT_LIMITS,
        compose,
        queue: printer.queue,
        publish: (job) => {
          states.publish('job', job);
        },
        log,
      });
    },
    deadlineMs: () => sessionDeadlineMs(keeper.current().site.timing),
    clock,
    onChange: (state, why) => {
      if (why !== 'begin') states.publish('job', NO_JOB);
      states.publish('session', state);
      if (why !== 'begin') keeper.catchUp();
    },
    onEndFailed: (error) => {
      log({ kind: 'visit-end-failed', error: nameOf(error) });
    },
  });

  const keeper = makeKeeper({
    first,
    reopen,
    isFree: () => session.visit() === null,
    onRenewed: (setup) => {
      printer = usePrinter(setup, printer);
      states.publish('kiosk', kioskStateOf(setup));
    },
    today,
    clock,
    log,
    signal: closing.signal,
  });

  return {
    dispatcher: makeDispatcher({
      handlers: makeHandlers({ session, keeper }),
      role: () => session.state().phase,
      nowMs: monotonicMs,
      onRefusal: (report) => {
        log({ kind: 'call-refused', report });
      },
    }),
    listen: states.listen,
    renew: keeper.renew,
    endSession: session.end,
    fillPage: (html) => fillPage(html, keeper.current().guides),
    async close() {
      session.end('shutdown');
      closing.abort();
      printer.stop();
      await printer.queue.settled();
    },
  };

  /** Watches the printer of this setup in place of the one before; a printer that stays keeps its queue. */
  function usePrinter(setup: Setup, before: PrinterInUse | null): PrinterInUse {
    before?.stop();
    const port = setup.printer;
    const queue =
      before?.port === port
        ? before.queue
        : makeQueue({ printer: port, clock, log, ...(before === null ? {} : { after: before.queue }) });
    const watching = new AbortController();
    void watchPrinter({
      printer: port,
      twoSided: sidesOf(setup.site) !== 'one-sided',
      maxCopies: PATIENT_LIMITS.maxCopies,
      clock,
      publish: (state) => {
        states.publish('printer', state);
      },
      clearQueue: queue.clear,
      log,
      signal: watching.signal,
    });
    return {
      port,
      queue,
      stop: () => {
        watching.abort();
      },
    };
  }
}

interface PrinterInUse {
  readonly port: PrinterPort;
  readonly queue: Queue;
  readonly stop: () => void;
}

interface HandlerDeps {
  readonly session: Session;
  readonly keeper: Keeper;
}

function makeHandlers({ session, keeper }: HandlerDeps): Handlers {
  return {
    'content.guide': async ({ language }) => {
      const guide = keeper.current().guides.get(language);
      return guide === undefined ? { ok: false, error: { code: 'unknown-language' } } : { ok: true, value: guide };
    },

    'session.begin': async () => ({ ok: true, value: { number: session.begin().number } }),

    'session.alive': async () => {
      session.signOfLife();
      return { ok: true, value: {} };
    },

    'session.end': async ({ why }) => {
      session.end(why);
      return { ok: true, value: {} };
    },

    'packet.prepare': async (request) => visitOf(session).prepare(request),
    'print.submit': async (request) => visitOf(session).submit(request),
    'print.cancel': async (request) => visitOf(session).cancel(request),
    'print.counted': async (request) => visitOf(session).counted(request),
  };
}

/** The dispatcher has let through only the calls of somebody who is here. */
function visitOf(session: Session): Visit {
  const visit = session.visit();
  if (visit === null) throw new Error('a call for a visit was let through while nobody is here');
  return visit;
}

function initialStates(setup: Setup): Snapshot {
  return {
    kiosk: kioskStateOf(setup),
    session: { phase: 'nobody', number: 0 },
    printer: {
      readiness: 'ready',
      reasons: [],
      twoSided: sidesOf(setup.site) !== 'one-sided',
      mostCopies: PATIENT_LIMITS.maxCopies,
    },
    job: NO_JOB,
  };
}

function kioskStateOf({ site, guides, printer, today }: Setup): StateOf<'kiosk'> {
  return {
    ...publicSite(site),
    today,
    languages: [...guides.keys()],
    contentVersions: [...guides.values()].map(({ version }) => version),
    // A sign-off holds for one content: a new setup may bring another.
    approved: ([...guides.values()][0]?.approval ?? null) !== null,
    savesOnly: printer.kind === 'folder',
  };
}

function nameOf(error: unknown): string {
  return error instanceof Error ? error.name : typeof error;
}
