import { defineStore } from 'pinia';
import { computed, onScopeDispose, shallowRef } from 'vue';
import { NO_JOB } from '../../contract/no-job';
import type { InputOf, StateName, StateOf } from '../../contract/table';
import type { Guide } from '../../guide/model';
import { ask, onState } from '../bridge';

/** What the machine reports: its state, pushed at each change, and the guide in the language of the screen. */
export const useKioskStore = defineStore('kiosk', () => {
  const siteState = shallowRef<StateOf<'kiosk'> | null>(null);
  const guideState = shallowRef<Guide | null>(null);
  const session = shallowRef<StateOf<'session'>>({ phase: 'nobody', number: 0 });
  /** The machine's number for this visit; null until it answers, or when nobody is here. */
  const visitNumber = shallowRef<number | 'refused' | null>(null);
  const printer = shallowRef<StateOf<'printer'>>({ readiness: 'ready', reasons: [], twoSided: false, mostCopies: 1 });
  const job = shallowRef(NO_JOB);

  /** The printer takes no pages now, which the screens say before anybody spends time here. */
  const printerDown = computed(() => ['attention', 'unavailable'].includes(printer.value.readiness));

  const site = computed(() => loaded(siteState.value));
  const guide = computed(() => loaded(guideState.value));

  const stops: (() => void)[] = [];
  onScopeDispose(() => {
    for (const stop of stops) stop();
  });

  /** Listens until the app ends. Resolves with the kiosk's first state. */
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
    if (answer.ok) {
      visitNumber.value = answer.value.number;
      return;
    }
    // A person who starts over may have left a visit open.
    endSession('clear');
    visitNumber.value = 'refused';
  }

  /** The machine can end a visit without this call, in case the screens hang. */
  function signOfLife(): void {
    void ask('session.alive', {});
  }

  function endSession(why: InputOf<'session.end'>['why']): void {
    visitNumber.value = null;
    void ask('session.end', { why });
  }

  /**
   * The machine has no such visit: it refused to begin it, or ended it because the screens crashed, the machine is
   * shutting down, or its own deadline passed. Nothing that the person chose from here on could be printed.
   */
  const isVisitLost = computed(
    () =>
      visitNumber.value === 'refused' ||
      (session.value.phase === 'nobody' && session.value.number === visitNumber.value),
  );

  /** Returns false if the machine does not have the guide in this language. */
  async function loadGuide(language: string): Promise<boolean> {
    const answer = await ask('content.guide', { language });
    if (!answer.ok) return false;
    guideState.value = answer.value;
    return true;
  }

  return {
    site,
    guide,
    isVisitLost,
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
