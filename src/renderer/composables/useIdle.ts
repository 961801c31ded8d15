import { useEventListener, useIntervalFn, useThrottleFn } from '@vueuse/core';
import { computed, readonly, ref, watch, type Ref } from 'vue';
import { useRoute } from 'vue-router';
import type { StateOf } from '../../contract/table';
import { PRINTING_IDLE_MS, SLOW_IDLE_MS, SLOW_INPUT_FACTOR } from '../../site/idle';
import type { IdleKind } from '../walk/places';
import { makeIdleClock, type IdleLimits } from '../logic/idle-clock';
import { useKioskStore } from '../stores/kiosk';
import { useListenStore } from '../stores/listen';
import { useShellStore, type Curtain } from '../stores/shell';
import { useVisitEnd } from './useVisitEnd';

const LOOK_MS = 250;
/** The machine's deadline is far longer (`src/site/idle.ts`). */
const SIGN_OF_LIFE_MS = 60_000;
const STAYS_BEFORE_SLOW = 3;
/** A hidden screen ends 90 s after it was left, the countdown included. */
const HIDDEN_LIMITS: IdleLimits = { limitMs: 30_000, countdownMs: 60_000 };

export interface Idle {
  readonly secondsLeft: Readonly<Ref<number>>;
  /** "More time" was wanted so often that a slower clock is offered. */
  readonly offersSlow: Readonly<Ref<boolean>>;
  stay(): void;
  slowDown(): void;
}

/** Runs the two-stage clock over all screens: draws the warning, and forgets the person at its end. */
export function useIdle(): Idle {
  const kiosk = useKioskStore();
  const shell = useShellStore();
  const listen = useListenStore();
  const visitEnd = useVisitEnd();
  const route = useRoute();
  const { timing } = kiosk.site;
  const secondsLeft = ref(timing.countdownSeconds);
  const stays = ref(0);
  const slow = ref(false);
  /** What the warning lies over: a hidden screen stays hidden after "More time". */
  let beneath: Curtain | null = null;

  /** Null on screens without an idle limit. */
  const limits = computed<IdleLimits | null>(() => {
    const { idle } = route.meta;
    if (idle === 'never') return null;
    if (shell.curtain === 'hidden' || (shell.curtain === 'idle' && beneath === 'hidden')) return HIDDEN_LIMITS;
    // Listening and moving by keys take longer.
    const factor = listen.on || shell.byKeys ? SLOW_INPUT_FACTOR : 1;
    const limitMs = Math.max(limitOf(idle, timing) * factor, slow.value ? SLOW_IDLE_MS : 0);
    return { limitMs, countdownMs: timing.countdownSeconds * 1000 * factor };
  });
  const clock = makeIdleClock(
    () => performance.now(),
    limits.value ?? { limitMs: timing.idleSeconds * 1000, countdownMs: timing.countdownSeconds * 1000 },
  );

  watch(
    limits,
    (now, before) => {
      if (now === null) {
        stays.value = 0;
        slow.value = false;
        return;
      }
      if (before === null || before === undefined) clock.restart();
      clock.setLimits(now);
    },
    { immediate: true },
  );
  watch(
    () => limits.value === null || listen.speaking,
    (held) => clock.hold(held),
    { immediate: true },
  );

  const signOfLife = useThrottleFn(kiosk.signOfLife, SIGN_OF_LIFE_MS);
  useEventListener(
    document,
    ['pointerdown', 'keydown'],
    () => {
      clock.touch();
      if (limits.value !== null) void signOfLife();
    },
    { capture: true, passive: true },
  );

  useIntervalFn(() => {
    const reading = limits.value === null ? null : clock.read();
    switch (reading?.kind) {
      case undefined:
      case 'calm':
        return;
      case 'warning':
        secondsLeft.value = Math.ceil(reading.leftMs / 1000);
        if (shell.curtain === 'idle') return;
        beneath = shell.curtain;
        shell.open('idle');
        return;
      case 'over':
        visitEnd.leave('idle');
    }
  }, LOOK_MS);

  function stay(): void {
    clock.restart();
    stays.value += 1;
    if (beneath === null) shell.close();
    else shell.open(beneath);
  }

  return {
    secondsLeft: readonly(secondsLeft),
    offersSlow: computed(() => stays.value >= STAYS_BEFORE_SLOW && !slow.value),
    stay,
    slowDown: () => {
      slow.value = true;
      stay();
    },
  };
}

/** In milliseconds. */
function limitOf(idle: Exclude<IdleKind, 'never'>, timing: StateOf<'kiosk'>['timing']): number {
  switch (idle) {
    case 'answering':
      return timing.idleSeconds * 1000;
    case 'reading':
      return timing.readingIdleSeconds * 1000;
    case 'printing':
      return PRINTING_IDLE_MS;
  }
}
