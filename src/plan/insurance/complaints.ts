import type { Guide } from '../../guide/model';

/** Rules name the offices of the person's state by these words, and all others by their id. */
const OFFICES_OF_THE_STATE = ['regulator', 'medicaid'];

/** The contact ids that a rule leads to in a state. */
export type Offices = (state: string | null) => readonly string[];

/** With no state there is no such office, and the words say who to ask. */
export function officesOf(guide: Guide, ids: readonly string[]): Offices {
  if (!ids.some((id) => OFFICES_OF_THE_STATE.includes(id))) return () => ids;
  const within = (own: Guide['states'][number] | undefined): readonly string[] =>
    ids.flatMap((id) => {
      if (!OFFICES_OF_THE_STATE.includes(id)) return [id];
      if (own === undefined) return [];
      return id === 'regulator' ? own.regulators.map((each) => each.id) : [own.medicaid.id];
    });
  const anywhere = within(undefined);
  const states = new Map(guide.states.map((state) => [state.id, within(state)]));
  return (state) => (state === null ? anywhere : (states.get(state) ?? anywhere));
}
