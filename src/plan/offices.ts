import type { Guide } from '../guide/model';

/** Rules name the offices of the person's state by these words, and all others by their id. */
const OFFICES_OF_THE_STATE = ['regulator', 'medicaid'];

/**
 * Contact ids that a rule leads to in this state. With no state there is no such office, and the words say who to ask.
 * Made once a guide, because every plan asks it.
 */
export function makeOffices(guide: Guide): (ids: readonly string[], state: string | null) => readonly string[] {
  const states = new Map(guide.states.map((state) => [state.id, state]));
  return (ids, state) => {
    const own = state === null ? undefined : states.get(state);
    return ids.flatMap((id) => {
      if (!OFFICES_OF_THE_STATE.includes(id)) return [id];
      if (own === undefined) return [];
      return id === 'regulator' ? own.regulators.map((each) => each.id) : [own.medicaid.id];
    });
  };
}
