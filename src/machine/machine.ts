/**
 * The machine behind the contract: what the screens may ask, answered by guide, plan, handout and printer.
 * Knows neither Electron nor a browser; everything it touches is given to it.
 */
import type { Clock } from '../basics/clock';
import { makeDispatcher, type Dispatcher } from '../contract/dispatcher';
import type { Choices, Handlers, Snapshot, StatePush } from '../contract/table';
import type { Guide } from '../guide/model';
import { makePatientSession, type EndReason } from './session';
import type { Site } from '../site/site';
import type { PrinterPort } from '../printer';
import type { Log } from './events';
import { makePackets, type ComposedPacket } from './packets';
import { MAX_COPIES, watchPrinter } from './printer-watch';
import { makePrinting, NO_JOB } from './printing';
import { makeStates } from './states';

/** The checked guides. Contacts and rules run out, so a guide is that of a day. */
export interface Guides {
  /** Complete in the content folder, the site's first language first. */
  readonly languages: readonly string[];
  guideOf(language: string, today: string): Guide | null;
}

export interface ComposeRequest {
  readonly guide: Guide;
  readonly site: Site;
  readonly today: string;
  readonly choices: Choices;
  readonly documents: readonly string[];
}
/** Choices that no screen can have offered are a value; anything else that goes wrong throws. */
export type Composed =
  | { readonly ok: true; readonly making: Promise<ComposedPacket> }
  | { readonly ok: false; readonly code: 'bad-choices' | 'unknown-document' };
export type Compose = (request: ComposeRequest) => Composed;

export interface MachinePorts {
  readonly site: Site;
  readonly guides: Guides;
  readonly compose: Compose;
  readonly printer: PrinterPort;
  readonly clock: Clock;
  /** A clock that only goes forward, for limits. */
  readonly monotonicMs: () => number;
  /** The calendar date where the kiosk stands. */
  readonly today: () => string;
  readonly log: Log;
}

export interface Machine {
  readonly dispatcher: Dispatcher;
  /** Hears every state now and at each change. */
  listen(onPush: (push: StatePush) => void): () => void;
  endSession(why: EndReason): void;
  /** Ends the session and waits until its jobs are taken back. */
  close(): Promise<void>;
}

export function makeMachine(ports: MachinePorts): Machine {
  const { site, guides, compose, printer, clock, monotonicMs, today, log } = ports;
  const states = makeStates(initialStates(ports));
  const packets = makePackets();
  const printing = makePrinting({
    printer,
    packets,
    paper: site.paper,
    sides: wantsTwoSided(site) ? 'two-sided-long-edge' : 'one-sided',
    clock,
    publish: (job) => {
      states.publish('job', job);
    },
    log,
  });
  const session = makePatientSession({
    wipeList: [
      { name: 'print jobs', run: printing.wipe },
      { name: 'packets', run: packets.wipe },
    ],
    onChange: (state) => {
      states.publish('session', state);
    },
    onWipeFailed: (wipe) => {
      log({ kind: 'wipe-failed', wipe });
    },
  });
  const watching = new AbortController();
  void watchPrinter({
    printer,
    twoSided: wantsTwoSided(site),
    clock,
    publish: (state) => {
      states.publish('printer', state);
    },
    tidy: printing.tidy,
    log,
    signal: watching.signal,
  });

  const handlers: Handlers = {
    'content.guide': async ({ language }) => {
      const guide = guides.guideOf(language, today());
      return guide === null ? { ok: false, error: { code: 'unknown-language' } } : { ok: true, value: guide };
    },

    'session.begin': async () => {
      const day = today();
      states.publish('kiosk', { ...states.snapshot().kiosk, today: day, approved: isApproved(guides, day) });
      return { ok: true, value: { number: session.begin().number } };
    },

    'session.end': async ({ why }) => {
      session.end(why);
      return { ok: true, value: {} };
    },

    'packet.prepare': async ({ choices, documents, language }) => {
      const guide = guides.guideOf(language ?? guides.languages[0] ?? '', today());
      if (guide === null) return { ok: false, error: { code: 'cannot-compose' } };
      const composed = compose({ guide, site, today: today(), choices, documents });
      if (!composed.ok) return { ok: false, error: { code: composed.code } };
      try {
        const packet = await packets.keep(composed.making);
        if (packet === null) return { ok: false, error: { code: 'cannot-compose' } };
        const { id, pages } = packet;
        const pdf = Buffer.from(packet.pdf).toString('base64');
        return { ok: true, value: { packet: id, documents: packet.documents, pages, pdf } };
      } catch (error) {
        log({ kind: 'compose-failed', error: error instanceof Error ? error.name : typeof error });
        return { ok: false, error: { code: 'cannot-compose' } };
      }
    },

    'print.submit': printing.submit,
    'print.cancel': printing.cancel,
  };

  return {
    dispatcher: makeDispatcher({
      handlers,
      role: () => session.state().phase,
      nowMs: monotonicMs,
      onRefusal: (report) => {
        log({ kind: 'call-refused', report });
      },
    }),
    listen: states.listen,
    endSession: session.end,
    async close() {
      session.end('shutdown');
      watching.abort();
      await printing.settled();
    },
  };
}

function wantsTwoSided({ printer }: Site): boolean {
  return printer.kind !== 'none' && printer.twoSided;
}

/** A sign-off holds for one content: another day may bring another. */
function isApproved(guides: Guides, day: string): boolean {
  return (guides.guideOf(guides.languages[0] ?? '', day)?.approval ?? null) !== null;
}

function initialStates({ site, guides, printer, today }: MachinePorts): Snapshot {
  const day = today();
  return {
    kiosk: {
      siteName: site.name,
      state: site.state,
      today: day,
      languages: guides.languages,
      approved: isApproved(guides, day),
      paper: site.paper,
      computedDates: site.computedDates,
      coverSheet: site.pages.coverSheet,
      guidesAddress: site.pages.guidesAddress,
      keys: site.keys,
      savesOnly: printer.kind === 'folder',
      screen: site.screen,
      timing: site.timing,
      unitContacts: site.unitContacts,
    },
    session: { phase: 'attract', number: 0 },
    printer: { readiness: 'ready', reasons: [], twoSided: wantsTwoSided(site), mostCopies: MAX_COPIES },
    job: NO_JOB,
  };
}
