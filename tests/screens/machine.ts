/** A machine for tests of the screens: it has the real guide, and answers what the test lets it answer. */
import { makeStateReceiver } from '../../src/contract/receiver';
import type { Bridge, Handlers, StateName, StateOf, StatePush } from '../../src/contract/table';
import { loadGuide } from '../../src/guide/load';
import { publicSite } from '../../src/site/public';
import { DEFAULT_SITE } from '../../src/site/settings';

const TODAY = '2026-11-23';

const loaded = loadGuide({ folder: 'content', language: 'en', today: TODAY });
if (!loaded.ok) throw new Error(JSON.stringify(loaded.error));
export const GUIDE = loaded.value.guide;

/** The answers of somebody with no insurance: the shortest way through the questions. */
export const UNINSURED = {
  who: ['me'],
  treatment: ['ivig'],
  leaving: ['home'],
  insurance: ['none'],
  urgent: ['no'],
  money: ['no'],
};

const KIOSK: StateOf<'kiosk'> = {
  ...publicSite({ ...DEFAULT_SITE, name: 'Test Hospital', state: 'TX' }),
  today: TODAY,
  languages: ['en'],
  contentVersions: [GUIDE.version],
  approved: false,
  savesOnly: false,
};
const PRINTER: StateOf<'printer'> = { readiness: 'ready', reasons: [], twoSided: false, mostCopies: 2 };

export interface StandIn {
  readonly kiosk?: Partial<StateOf<'kiosk'>>;
  readonly printer?: Partial<StateOf<'printer'>>;
  /** What it answers; a call that is left out fails as a bug does. */
  readonly calls?: Partial<Handlers>;
}

/** Tells the screens a state. */
export type Tell = <Name extends StateName>(name: Name, state: StateOf<Name>) => void;

/** Puts it where the screens look for their machine. @returns the way to tell them of a change */
export function standIn({ kiosk, printer, calls }: StandIn): Tell {
  const receiver = makeStateReceiver();
  let revision = 0;
  const tell: Tell = (name, state) => {
    revision += 1;
    receiver.push({ name, revision, state } as StatePush);
  };
  tell('kiosk', { ...KIOSK, ...kiosk });
  tell('printer', { ...PRINTER, ...printer });
  const handlers: Partial<Handlers> = {
    'content.guide': async () => ({ ok: true, value: GUIDE }),
    'session.begin': async () => ({ ok: true, value: { number: 1 } }),
    ...calls,
  };
  const bridge: Bridge = {
    call: async (name, input) => (await handlers[name]?.(input)) ?? { ok: false, error: { code: 'internal' } },
    onState: receiver.onState,
  };
  Object.assign(window, { homeward: bridge });
  return tell;
}
