// @vitest-environment happy-dom
import { createPinia, setActivePinia } from 'pinia';
import { beforeEach, expect, it } from 'vitest';
import type { Bridge, StateOf } from '../../contract/table';
import { useKioskStore } from './kiosk';

let asked: string[] = [];
let pushKiosk: (state: StateOf<'kiosk'>) => void = () => undefined;

beforeEach(() => {
  setActivePinia(createPinia());
  asked = [];
  const bridge = {
    call: async (name: string, input: { language?: string }) => {
      asked.push(`${name} ${input.language ?? ''}`);
      return { ok: true, value: { language: 'en', version: `v${asked.length}` } };
    },
    onState: (name: string, listener: (state: never) => void) => {
      if (name === 'kiosk') pushKiosk = listener as typeof pushKiosk;
      return () => undefined;
    },
  };
  Object.assign(window, { homeward: bridge as unknown as Bridge });
});

const onDay = (today: string) => ({ today }) as StateOf<'kiosk'>;

it('takes the content of a new day, so that screens and paper say the same', async () => {
  const kiosk = useKioskStore();
  void kiosk.listen();
  pushKiosk(onDay('2026-11-23'));
  await kiosk.loadGuide('en');
  expect(kiosk.guide.version).toBe('v1');

  pushKiosk(onDay('2026-11-23'));
  expect(asked).toHaveLength(1);
  pushKiosk(onDay('2026-11-24'));
  await expect.poll(() => kiosk.guide.version).toBe('v2');
  expect(asked).toEqual(['content.guide en', 'content.guide en']);
});
