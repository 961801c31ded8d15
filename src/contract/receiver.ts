import type { Bridge, StateName, StateOf, StatePush } from './table';

export interface StateReceiver {
  /** Takes what arrives from the machine. */
  push(push: StatePush): void;
  readonly onState: Bridge['onState'];
}

/** The screen's end of the states: keeps the newest of each, and drops an older one that arrives late. */
export function makeStateReceiver(): StateReceiver {
  const newest = new Map<StateName, StatePush>();
  const listeners = new Set<(push: StatePush) => void>();

  return { push, onState };

  function push(arrived: StatePush): void {
    const previous = newest.get(arrived.name);
    if (previous !== undefined && previous.revision >= arrived.revision) return;
    newest.set(arrived.name, arrived);
    for (const onPush of listeners) onPush(arrived);
  }

  function onState<Name extends StateName>(name: Name, listener: (state: StateOf<Name>) => void): () => void {
    const onPush = (arrived: StatePush): void => {
      // A push carries the state of its own name.
      if (arrived.name === name) listener(arrived.state as StateOf<Name>);
    };
    listeners.add(onPush);
    const current = newest.get(name);
    if (current !== undefined) onPush(current);
    return () => {
      listeners.delete(onPush);
    };
  }
}
