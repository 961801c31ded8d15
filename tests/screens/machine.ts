/** A machine for tests of the screens: it has the real guide, and answers what the test lets it answer. */
import type { Bridge, InputOf, OutputOf, StateName, StateOf } from '../../src/contract/table';
import { loadGuide } from '../../src/guide/load';
import { publicSite } from '../../src/site/public';
import { DEFAULT_SITE } from '../../src/site/settings';

const TODAY = '2026-11-23';

const loaded = loadGuide({ folder: 'content', language: 'en', today: TODAY });
if (!loaded.ok) throw new Error(JSON.stringify(loaded.error));
const { guide } = loaded.value;

const KIOSK: StateOf<'kiosk'> = {
  ...publicSite({ ...DEFAULT_SITE, name: 'Test Hospital', state: 'TX' }),
  today: TODAY,
  languages: ['en'],
  approved: false,
  savesOnly: false,
};
const PRINTER: StateOf<'printer'> = { readiness: 'ready', reasons: [], twoSided: false, mostCopies: 2 };

export interface StandIn {
  readonly kiosk?: Partial<StateOf<'kiosk'>>;
  readonly printer?: Partial<StateOf<'printer'>>;
  /** Makes pages; left out, it cannot. */
  readonly prepare?: (input: InputOf<'packet.prepare'>) => OutputOf<'packet.prepare'>;
  readonly submit?: (input: InputOf<'print.submit'>) => OutputOf<'print.submit'>;
}

/** Puts it where the screens look for their machine. */
export function standIn({ kiosk, printer, prepare, submit }: StandIn): void {
  const states: Partial<Record<StateName, unknown>> = {
    kiosk: { ...KIOSK, ...kiosk },
    printer: { ...PRINTER, ...printer },
  };
  const answers: Readonly<Record<string, ((input: never) => unknown) | undefined>> = {
    'content.guide': () => guide,
    'packet.prepare': prepare,
    'print.submit': submit,
  };
  const bridge: Bridge = {
    call: async (name, input) => {
      const answer = answers[name];
      if (answer === undefined) return { ok: false, error: { code: 'internal' } };
      return { ok: true, value: answer(input as never) as never };
    },
    onState: (name, listener) => {
      const state = states[name];
      if (state !== undefined) listener(state as never);
      return () => undefined;
    },
  };
  Object.assign(window, { homeward: bridge });
}
