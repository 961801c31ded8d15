// @vitest-environment happy-dom
/** What becomes of a job is read from the machine's state, which may come later than its answers, or sooner. */
import { beforeEach, expect, it, vi } from 'vitest';
import type { Router } from 'vue-router';
import { NO_JOB } from '../../src/contract/no-job';
import type { InputOf, StateOf } from '../../src/contract/table';
import { usePrintStore } from '../../src/renderer/stores/print';
import { screensOf } from './screens';
import { UNINSURED, type Tell } from './machine';

let tell: Tell;
let router: Router;
let submitted: InputOf<'print.submit'>[] = [];
let counted: InputOf<'print.counted'>[] = [];
/** The machine refuses this many counts. */
let refusals = 0;
let lostCalls = 0;
let droppedPackets = 0;
let canMakePages = true;

beforeEach(async () => {
  submitted = [];
  counted = [];
  refusals = 0;
  lostCalls = 0;
  droppedPackets = 0;
  canMakePages = true;
  ({ tell, router } = await screensOf(UNINSURED, {
    calls: {
      'packet.prepare': async ({ documents }) =>
        canMakePages
          ? {
              ok: true,
              value: { packet: 'p1', documents: documents.map((id) => ({ id, pages: 1 })), pages: 3, pdf: '' },
            }
          : { ok: false, error: { code: 'cannot-compose' } },
      'print.submit': async (input) => {
        if (lostCalls > 0) {
          lostCalls -= 1;
          return { ok: false, error: { code: 'too-often' } };
        }
        if (droppedPackets > 0) {
          droppedPackets -= 1;
          return { ok: false, error: { code: 'unknown-packet' } };
        }
        submitted.push(input);
        return { ok: true, value: {} };
      },
      'print.counted': async (input) => {
        counted.push(input);
        if (refusals === 0) return { ok: true, value: {} };
        refusals -= 1;
        return { ok: false, error: { code: 'internal' } };
      },
    },
  }));
});

/** Lets calls, states and screens catch up. */
async function settle(): Promise<void> {
  for (let turn = 0; turn < 5; turn += 1) await new Promise((resolve) => setTimeout(resolve));
}

function jobOf(request: string | undefined, rest: Partial<StateOf<'job'>>): StateOf<'job'> {
  return { ...NO_JOB, phase: 'sent', request: request ?? null, job: 'job-1', packet: 'p1', sheets: 3, ...rest };
}

async function touch(label: string): Promise<void> {
  await vi.waitUntil(() => document.querySelector('[data-input=open]') !== null);
  const control = [...document.querySelectorAll('button')].find((each) => each.textContent?.trim().startsWith(label));
  if (control === undefined) throw new Error(`there is no "${label}"`);
  control.click();
}

function screen(): unknown {
  return router.currentRoute.value.name;
}

/** Pages came out, and the person is asked to count them. */
async function isAskedToCount(): Promise<string> {
  await usePrintStore().print(null);
  const request = submitted.at(-1)?.requestId ?? '';
  await router.replace({ name: 'printing' });
  tell('job', jobOf(request, {}));
  await settle();
  expect(screen()).toBe('count');
  return request;
}

it('what the machine says of an older job is no news of the newest', async () => {
  const first = await isAskedToCount();
  void usePrintStore().print([2]);
  await router.replace({ name: 'printing' });
  await settle();
  expect(screen()).toBe('printing');
  tell('job', jobOf(first, { came: 'some' }));
  expect(usePrintStore().scene).toEqual({ kind: 'on-the-way', phase: 'idle' });
  tell('job', jobOf(submitted[1]?.requestId, { phase: 'sending' }));
  expect(usePrintStore().scene).toEqual({ kind: 'on-the-way', phase: 'sending' });
});

it('a hand that touches again and again prints once', async () => {
  const { print } = usePrintStore();
  await Promise.all([print(null), print(null), print(null)]);
  expect(submitted).toHaveLength(1);
});

it('"none" leads to the trouble only when the state says so, and stays there', async () => {
  const request = await isAskedToCount();
  await touch('None came out');
  await touch('Continue');
  await touch('Continue');
  await touch('Yes, all');
  await settle();
  expect(counted).toEqual([{ job: 'job-1', came: 'none' }]);
  expect(screen()).toBe('count');
  tell('job', jobOf(request, { came: 'none' }));
  await settle();
  expect(screen()).toBe('printing');
  expect(usePrintStore().scene).toMatchObject({ kind: 'nothing-came' });
});

it('"some" can be corrected on the way back, and "all" ends the count', async () => {
  const request = await isAskedToCount();
  await touch('Some are');
  await touch('Continue');
  tell('job', jobOf(request, { came: 'some', reprintsLeft: 2 }));
  await settle();
  expect(screen()).toBe('missing');
  await router.replace({ name: 'count' });
  await touch('Yes, all');
  await touch('Continue');
  await settle();
  expect(screen()).toBe('count');
  tell('job', jobOf(request, { came: 'all' }));
  await settle();
  expect(counted.map(({ came }) => came)).toEqual(['some', 'all']);
  expect(screen()).toBe('done');
});

it('a count that the machine did not take is told again at the next touch', async () => {
  const request = await isAskedToCount();
  refusals = 1;
  await touch('Yes, all');
  await touch('Continue');
  await settle();
  await touch('Continue');
  await settle();
  expect(counted).toHaveLength(2);
  tell('job', jobOf(request, { came: 'all' }));
  await settle();
  expect(screen()).toBe('done');
});

it('pages that the machine no longer has are made again, once', async () => {
  droppedPackets = 1;
  await usePrintStore().print(null);
  expect(submitted).toHaveLength(1);
  droppedPackets = 2;
  await usePrintStore().print(null);
  expect(submitted).toHaveLength(1);
  expect(usePrintStore().scene).toEqual({ kind: 'refused', why: 'not-delivered' });
});

it('a request that the machine refuses, or never got, is trouble that can be tried again', async () => {
  const print = usePrintStore();
  canMakePages = false;
  await print.print([2]);
  expect(print.scene).toEqual({ kind: 'refused', why: 'not-made' });
  canMakePages = true;
  lostCalls = 1;
  await print.again();
  expect(print.scene).toEqual({ kind: 'refused', why: 'not-delivered' });
  await print.again();
  expect(submitted).toMatchObject([{ pages: [2] }]);
  tell('job', jobOf(submitted[0]?.requestId, { phase: 'refused', reason: 'busy', job: null }));
  expect(print.scene).toEqual({ kind: 'refused', why: 'busy' });
});
