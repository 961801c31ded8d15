import { defineStore } from 'pinia';
import { computed, onScopeDispose, shallowRef } from 'vue';
import type { InputOf, StateName, StateOf } from '../../contract/table';
import type { Guide } from '../../guide/model';
import { ask, onState } from '../bridge';

/** What the machine says: its state as it pushes it, and the guide in the language of the screen. */
export const useKioskStore = defineStore('kiosk', () => {
  const siteState = shallowRef<StateOf<'kiosk'> | null>(null);
  const guideState = shallowRef<Guide | null>(null);
  const session = shallowRef<StateOf<'session'>>({ phase: 'attract', number: 0 });
  /** The machine's number of this visit; null while it has not answered, or nobody is here. */
  const visitNumber = shallowRef<number | null>(null);
  const printer = shallowRef<StateOf<'printer'>>({ readiness: 'ready', reasons: [], twoSided: false, mostCopies: 1 });
  const job = shallowRef<StateOf<'job'>>({
    phase: 'idle',
    job: null,
    packet: null,
    reason: null,
    sheets: 0,
    twoSided: false,
    reprintsLeft: 0,
  });

  /** It takes no pages now: said before anybody spends time here. */
  const printerDown = computed(() => ['attention', 'unavailable'].includes(printer.value.readiness));

  const site = computed(() => loaded(siteState.value));
  const guide = computed(() => loaded(guideState.value));

  const stops: (() => void)[] = [];
  onScopeDispose(() => {
    for (const stop of stops) stop();
  });

  /** Listens until the app ends, and resolves when the first state of the kiosk is there. */
  function listen(): Promise<void> {
    const keep = <Name extends StateName>(name: Name, listener: (state: StateOf<Name>) => void): void => {
      stops.push(onState(name, listener));
    };
    keep('session', (state) => (session.value = state));
    keep('printer', (state) => (printer.value = state));
    keep('job', (state) => (job.value = state));
    return new Promise((resolve) => {
      keep('kiosk', (state) => {
        siteState.value = state;
        resolve();
      });
    });
  }

  async function beginSession(): Promise<void> {
    visitNumber.value = null;
    const answer = await ask('session.begin', {});
    if (answer.ok) visitNumber.value = answer.value.number;
  }

  /** The machine ends a visit without one, for a screen that hangs. */
  function signOfLife(): void {
    void ask('session.alive', {});
  }

  function endSession(why: InputOf<'session.end'>['why']): void {
    visitNumber.value = null;
    void ask('session.end', { why });
  }

  /** The machine ended this visit by itself: a crash of the screens, a shut-down, its own clock. */
  const endedByMachine = computed(
    () => session.value.phase === 'attract' && session.value.number === visitNumber.value,
  );

  /** False when the machine does not have the guide in this language. */
  async function loadGuide(language: string): Promise<boolean> {
    const answer = await ask('content.guide', { language });
    if (!answer.ok) return false;
    guideState.value = answer.value;
    return true;
  }

  return {
    site,
    guide,
    endedByMachine,
    printer,
    printerDown,
    job,
    listen,
    beginSession,
    signOfLife,
    endSession,
    loadGuide,
  };
});

function loaded<Value>(value: Value | null): Value {
  if (value === null) throw new Error('a screen was shown before the kiosk state and the guide were there');
  return value;
}
