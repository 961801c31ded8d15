import type { Bridge, StateName, StateOf, StatePush } from './table';

export interface StateReceiver {
  /** What arrives from the machine. */
  push(push: StatePush): void;
  readonly listen: Bridge['listen'];
}

/** The screen's end of the states: keeps the newest of each, and drops what arrives late. */
export function makeStateReceiver(): StateReceiver {
  const newest = new Map<StateName, StatePush>();
  const listeners = new Set<(push: StatePush) => void>();

  return { push, listen };

  function push(arrived: StatePush): void {
    const before = newest.get(arrived.name);
    if (before !== undefined && before.revision >= arrived.revision) return;
    newest.set(arrived.name, arrived);
    for (const hear of listeners) hear(arrived);
  }

  function listen<Name extends StateName>(name: Name, onState: (state: StateOf<Name>) => void): () => void {
    const hear = (arrived: StatePush): void => {
      // A push carries the state of its own name.
      if (arrived.name === name) onState(arrived.state as StateOf<Name>);
    };
    listeners.add(hear);
    const now = newest.get(name);
    if (now !== undefined) hear(now);
    return () => {
      listeners.delete(hear);
    };
  }
}
