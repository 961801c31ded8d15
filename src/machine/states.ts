import type { Snapshot, StateName, StateOf, StatePush } from '../contract/table';

export interface States {
  snapshot(): Snapshot;
  /** Sets a whole new state. One that says the same as before is not pushed again. */
  publish<Name extends StateName>(name: Name, state: StateOf<Name>): void;
  /** Hears every state now and at each change. Returns the way to stop. */
  listen(onPush: (push: StatePush) => void): () => void;
}

/** What the screens are told, as whole immutable snapshots with a growing revision. */
export function makeStates(initial: Snapshot): States {
  let revision = 1;
  let current: Snapshot = freeze(structuredClone(initial));
  const revisions = new Map<StateName, number>();
  const listeners = new Set<(push: StatePush) => void>();

  return { snapshot: () => current, publish, listen };

  function publish<Name extends StateName>(name: Name, state: StateOf<Name>): void {
    if (JSON.stringify(state) === JSON.stringify(current[name])) return;
    revision += 1;
    revisions.set(name, revision);
    current = freeze({ ...current, [name]: structuredClone(state) });
    for (const onPush of listeners) onPush(pushOf(name));
  }

  function listen(onPush: (push: StatePush) => void): () => void {
    listeners.add(onPush);
    for (const name of ['kiosk', 'session', 'printer', 'job'] as const) onPush(pushOf(name));
    return () => {
      listeners.delete(onPush);
    };
  }

  function pushOf(name: StateName): StatePush {
    // The union's members pair each name with its own state, and `current` has exactly those pairs.
    return { name, revision: revisions.get(name) ?? 1, state: current[name] } as StatePush;
  }
}

function freeze<Value>(value: Value): Value {
  if (typeof value !== 'object' || value === null || Object.isFrozen(value)) return value;
  Object.values(value).forEach(freeze);
  return Object.freeze(value);
}
