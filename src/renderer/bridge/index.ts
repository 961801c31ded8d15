import type { Bridge, CallName, Envelope, ErrorOf, InputOf, OutputOf, StateName, StateOf } from '../../contract/table';

declare global {
  interface Window {
    /** Provided by the preload script or the preview host before this app starts. */
    readonly homeward: Bridge;
  }
}

/** Calls the machine. Reactive values are copied first: only plain data can cross to another process. */
export function ask<Name extends CallName>(
  name: Name,
  input: InputOf<Name>,
): Promise<Envelope<OutputOf<Name>, ErrorOf<Name>>> {
  return window.homeward.call(name, JSON.parse(JSON.stringify(input)) as InputOf<Name>);
}

/** Reports the machine's state now and at each change. Returns a function that stops it. */
export function onState<Name extends StateName>(name: Name, listener: (state: StateOf<Name>) => void): () => void {
  return window.homeward.onState(name, listener);
}
