/** A bridge for looking at scenes: everything comes from the real machine, but no page goes to its printer. */
import type { Bridge, PreparedPacket, StateOf } from '../../contract/table';
import { NO_JOB } from '../../contract/no-job';
import { sheetsOf } from '../../contract/sheets';

type JobListener = (state: StateOf<'job'>) => void;

/** A job that is handed over is done at once, and can be counted. */
export function paperless(machine: Bridge): Bridge {
  const packets = new Map<string, PreparedPacket>();
  const listeners = new Set<JobListener>();
  let job = NO_JOB;
  const tell = (next: StateOf<'job'>): void => {
    job = next;
    for (const listener of listeners) listener(job);
  };
  return {
    call: async (name, input) => {
      if (name === 'print.submit' && 'packet' in input) {
        const { requestId: request, packet, copies } = input;
        const sheets = sheetsOf(packets.get(packet)?.pages ?? 0, false) * copies;
        tell({ ...NO_JOB, phase: 'saved', request, job: 'scene', packet, sheets, reprintsLeft: 2 });
        return { ok: true, value: {} as never };
      }
      if (name === 'print.counted' && 'came' in input) {
        tell({ ...job, came: input.came });
        return { ok: true, value: {} as never };
      }
      const answer = await machine.call(name, input);
      if (name === 'packet.prepare' && answer.ok) {
        const made = answer.value as PreparedPacket;
        packets.set(made.packet, made);
      }
      return answer;
    },
    onState: (name, listener) => {
      if (name !== 'job') return machine.onState(name, listener);
      const job = listener as JobListener;
      listeners.add(job);
      return () => listeners.delete(job);
    },
  };
}
