/**
 * A kiosk (the real machine, without screens) with a printer, and a person who uses it. What the person reads comes from
 * the real content, by the rules of the real screen.
 */
import type { Clock } from '../../src/basics/clock';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { parse } from 'smol-toml';
import type { Envelope, InputOf, StateOf, CallName, OutputOf, ErrorOf } from '../../src/contract/table';
import type { Guide } from '../../src/guide/model';
import { DEFAULT_SITE } from '../../src/site/settings';
import { formatEvent, type MachineEvent } from '../../src/machine/events';
import type { Setup } from '../../src/machine/keeper';
import { makeMachine } from '../../src/machine/machine';
import { makePrinter, type IppLimits, type Paper } from '../../src/printer';
import { sceneOf, wordsOf, type PrintScene } from '../../src/renderer/logic/print-scene';
import { sizedPdf } from '../support/print-lab/small-pdf';

const CONTENT = join(import.meta.dirname, '../../content/interface/en');
const TODAY = '2026-11-23';
const WAIT_MS = 25_000;

/** The owner of its print jobs. */
export const OWNER = 'homeward-test';

export interface KioskOptions {
  readonly uri: string;
  readonly limits?: Partial<IppLimits>;
  readonly paper?: Paper;
  readonly owner?: string;
  /** How much larger each packet is than its text. */
  readonly packetBytes?: number;
  /** If left out, events are kept in `events`. */
  readonly onEvent?: (event: MachineEvent) => void;
}

export interface Kiosk {
  readonly events: readonly MachineEvent[];
  /** A person arrives and has pages made with this text. */
  arrives(text: string): Promise<void>;
  /** Presses "Print now" or "Try again". */
  prints(pages?: readonly number[] | null): Promise<void>;
  stops(): Promise<void>;
  /** Answers the count check. */
  counts(came: InputOf<'print.counted'>['came']): Promise<void>;
  /** The person leaves, or the idle clock ends the visit. Its jobs are canceled meanwhile. */
  leaves(): Promise<void>;
  /** What the printing screen shows now. */
  said(): Said;
  /** The state of the printer that screens see before anybody prints. */
  printer(): StateOf<'printer'>;
  job(): StateOf<'job'>;
  /** Waits until the printing screen shows this scene and, if given, this reason. */
  sees(kind: PrintScene['kind'], reason?: string): Promise<void>;
  seesOneOf(kinds: readonly PrintScene['kind'][]): Promise<void>;
  /** Waits until the machine reports this about the printer. */
  knows(readiness: StateOf<'printer'>['readiness'], reason?: string): Promise<void>;
  /** Waits until the newest job has been in this phase. */
  hasHeard(phase: StateOf<'job'>['phase']): Promise<void>;
  /** Waits until this is logged. */
  hasLogged(wanted: Logged): Promise<void>;
  /** Whether the person's packet can still be printed. */
  keepsPacket(): Promise<boolean>;
  /** Pulls the plug: no job is canceled and no event is reported anymore. */
  dies(): void;
  close(): Promise<void>;
}

/** The kind of an event; after the colon, text that its line contains. */
export type Logged = MachineEvent['kind'] | `${MachineEvent['kind']}: ${string}`;

export interface Said {
  readonly title: string;
  readonly patient: string | null;
  readonly staff: string | null;
}

/** Shortens every sleep, but keeps their order. */
const hurriedClock: Clock = {
  nowMs: () => performance.now(),
  sleep: (durationMs, signal) => {
    const waiting = sleep(durationMs >= 5_000 ? 120 : Math.min(durationMs, 25), undefined, signal ? { signal } : {});
    return waiting.catch(() => undefined);
  },
};

const QUICK: Partial<IppLimits> = {
  pollMs: 25,
  pollsPerLook: 2,
  deviceGraceMs: 200,
  deviceTimeoutMs: 500,
  answerTimeoutMs: 3_000,
  sendTimeoutMs: 3_000,
  lostAfterMs: 400,
};

export const words: Readonly<Record<string, string>> = Object.fromEntries(
  ['screens.toml', 'printer.toml'].flatMap((file) => flat(parse(readFileSync(join(CONTENT, file), 'utf8')))),
);

export function startKiosk(options: KioskOptions): Kiosk {
  const { uri, limits = {}, paper = 'letter', owner = OWNER, packetBytes = 0 } = options;
  const made = makePrinter(
    { kind: 'ipp', uri },
    { clock: hurriedClock, limits: { ...QUICK, ...limits }, owner, paper },
  );
  if (!made.ok) throw new Error(made.error.detail);
  const events: MachineEvent[] = [];
  const onEvent = options.onEvent ?? ((event) => void events.push(event));
  /** Called after everything that the machine reports or logs. */
  const waiting = new Set<() => void>();
  let pdf = sizedPdf(0, 'nobody');
  let packet: string | null = null;
  let request: string | null = null;
  let isDead = false;
  let requests = 0;
  let job: StateOf<'job'> | null = null;
  let phases: readonly string[] = [];
  let printer: StateOf<'printer'> | null = null;

  const setup: Setup = {
    today: TODAY,
    site: { ...DEFAULT_SITE, paper, printer: { ...DEFAULT_SITE.printer, kind: 'ipp', uri } },
    guides: new Map([['en', { version: 'test', language: 'en', approval: null } as Guide]]),
    printer: made.value,
  };
  const machine = makeMachine({
    setup,
    reopen: () => setup,
    compose: () => ({
      ok: true,
      making: Promise.resolve({ pdf, documents: [{ id: 'D01', pages: 1 }], pages: 1, only: async () => pdf }),
    }),
    clock: hurriedClock,
    // Runs fast, so that the limits on calls per minute do not apply: nobody presses buttons as fast as these tests.
    monotonicMs: () => performance.now() * 1000,
    today: () => TODAY,
    log: (event) => {
      if (isDead) return;
      onEvent(event);
      for (const look of [...waiting]) look();
    },
  });
  const stopListening = machine.listen((push) => {
    if (push.name === 'job') {
      job = push.state;
      phases = [...phases, push.state.phase];
    }
    if (push.name === 'printer') printer = push.state;
    for (const look of [...waiting]) look();
  });

  return {
    events,
    async arrives(text) {
      pdf = sizedPdf(packetBytes, text);
      request = null;
      await mustAsk('session.begin', {});
      const choices = { answers: {}, state: null, letterDate: null, helpers: [], largePrint: false };
      packet = (await mustAsk('packet.prepare', { choices, documents: ['D01'] })).packet;
    },
    async prints(pages = null) {
      phases = [];
      requests += 1;
      request = `r${requests}`;
      await mustAsk('print.submit', { requestId: request, packet: packet ?? '', copies: 1, pages });
    },
    stops: async () => void (await mustAsk('print.cancel', { job: jobId() })),
    counts: async (came) => void (await mustAsk('print.counted', { job: jobId(), came })),
    async leaves() {
      await mustAsk('session.end', { why: 'clear' });
    },
    said() {
      const { title, reason, staff } = wordsOf(scene(), words);
      return { title: sentence(title) ?? '', patient: sentence(reason), staff: sentence(staff) };
    },
    printer: () => known(printer),
    job: () => known(job),
    sees: (kind, reason) =>
      until(
        () =>
          scene().kind === kind &&
          (reason === undefined || wordsOf(scene(), words).reason === `printer.reason.${reason}`),
        () => `the screen to be at ${kind} ${reason ?? ''}; it is at ${JSON.stringify(scene())}`,
      ),
    seesOneOf: (kinds) =>
      until(
        () => kinds.includes(scene().kind),
        () => `one of ${kinds.join()}; it is at ${JSON.stringify(scene())}`,
      ),
    knows: (readiness, reason) =>
      until(
        () => known(printer).readiness === readiness && (reason === undefined || known(printer).reasons[0] === reason),
        () => `the printer to be ${readiness} ${reason ?? ''}; it is ${JSON.stringify(printer)}`,
      ),
    hasHeard: (phase) =>
      until(
        () => phases.includes(phase),
        () => `${phase}; heard ${phases.join()}`,
      ),
    hasLogged: (wanted) => {
      const [kind, ...text] = wanted.split(': ');
      return until(
        () => events.some((event) => event.kind === kind && formatEvent(event).includes(text.join(': '))),
        () => `the log of ${wanted}`,
      );
    },
    async keepsPacket() {
      const answer = await ask('print.submit', {
        requestId: `probe${requests}`,
        packet: packet ?? '',
        copies: 1,
        pages: [9],
      });
      // Asks for a page that does not exist; for a packet that is gone the code would be another.
      return !answer.ok && answer.error.code === 'no-such-page';
    },
    dies() {
      isDead = true;
      stopListening();
    },
    close: machine.close,
  };

  function scene(): PrintScene {
    return sceneOf({ request, unsent: null, job: known(job), printer: known(printer) });
  }

  function jobId(): string {
    return known(known(job).job);
  }

  async function ask<Name extends CallName>(
    name: Name,
    input: InputOf<Name>,
  ): Promise<Envelope<OutputOf<Name>, ErrorOf<Name>>> {
    // The dispatcher has checked the answer against the contract.
    return (await machine.dispatcher.dispatch(name, input)) as Envelope<OutputOf<Name>, ErrorOf<Name>>;
  }

  async function mustAsk<Name extends CallName>(name: Name, input: InputOf<Name>): Promise<OutputOf<Name>> {
    const answer = await ask(name, input);
    if (!answer.ok) throw new Error(`${name}: ${answer.error.code}`);
    return answer.value;
  }

  function until(check: () => boolean, what: () => string): Promise<void> {
    return new Promise((resolve, reject) => {
      const timer = setTimeout(() => {
        waiting.delete(look);
        reject(new Error(`waited for ${what()}\n${events.map(formatEvent).join('\n')}`));
      }, WAIT_MS);
      waiting.add(look);
      look();

      function look(): void {
        if (!check()) return;
        clearTimeout(timer);
        waiting.delete(look);
        resolve();
      }
    });
  }
}

function sentence(key: string | null): string | null {
  if (key === null) return null;
  const text = words[key];
  if (text === undefined) throw new Error(`no words for ${key}`);
  return text;
}

function known<Value>(value: Value | null): Value {
  if (value === null) throw new Error('nothing was told yet');
  return value;
}

function flat(table: unknown, prefix = ''): readonly (readonly [string, string])[] {
  if (typeof table === 'string') return [[prefix, table]];
  return Object.entries(table as Readonly<Record<string, unknown>>).flatMap(([key, value]) =>
    flat(value, prefix === '' ? key : `${prefix}.${key}`),
  );
}
