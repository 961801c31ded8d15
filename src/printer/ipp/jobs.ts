/** What this kiosk remembers about its jobs, and how it cancels one. */
import type { Result } from '../../basics/result';
import type { PrintFailure, SubmittedJob } from '../port';
import { withoutStatus } from './exchange';
import type { Cancelled, Link } from './link';
import { isOver, type JobView } from './state';

export interface Jobs {
  /** Whether this number still means the same job at the printer. The first uuid seen is the job's. */
  isSame(id: string, view: JobView): boolean;
  /** What our cancel did: `too-late` if the job had already ended, null if we did not cancel it. */
  cancelOf(id: string): 'cancelled' | 'too-late' | null;
  /** A new job has this number, so what we knew about the number is wiped. */
  start(id: string): void;
  forgetAll(): void;
  cancel(job: SubmittedJob): Promise<Result<Cancelled, PrintFailure>>;
}

export function makeJobs(link: Link): Jobs {
  const cancels = new Map<string, 'cancelled' | 'too-late'>();
  /** After a restart a printer numbers its jobs from one again; their uuids tell them apart. */
  const uuids = new Map<string, string>();

  return {
    isSame,
    cancelOf: (id) => cancels.get(id) ?? null,
    start(id) {
      cancels.delete(id);
      uuids.delete(id);
    },
    forgetAll() {
      cancels.clear();
      uuids.clear();
    },
    cancel,
  };

  function isSame(id: string, { uuid }: JobView): boolean {
    const known = uuids.get(id);
    if (known === undefined && uuid !== null) uuids.set(id, uuid);
    return known === undefined || uuid === null || known === uuid;
  }

  async function cancel({ id }: SubmittedJob): Promise<Result<Cancelled, PrintFailure>> {
    const view = await link.askJob(Number(id));
    const isGone = view.ok ? !isSame(id, view.value) : view.error.code === 'no-such-job';
    if (isGone) return { ok: true, value: 'already-finished' };
    if (view.ok && isOver(view.value)) {
      cancels.set(id, 'too-late');
      return { ok: true, value: 'already-finished' };
    }
    // Noted first, because `follow` may see the canceled job before our own answer arrives.
    cancels.set(id, 'cancelled');
    const cancelled = await link.cancelJob(Number(id));
    if (cancelled.ok && cancelled.value === 'already-finished') cancels.delete(id);
    return cancelled.ok ? cancelled : { ok: false, error: withoutStatus(cancelled.error) };
  }
}
