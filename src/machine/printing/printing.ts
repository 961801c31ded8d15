/** Printing in one visit: which requests became jobs, and how often pages may be printed again. */
import { NO_JOB } from '../../contract/no-job';
import type { Envelope, ErrorOf, InputOf, OutputOf, StateOf } from '../../contract/table';
import type { KeptPacket } from '../pages/packets';
import { makeJob, type Job, type JobDeps, type JobOrder } from './job';

export interface PrintingDeps extends JobDeps {
  /** The number of the visit: the id of a job of an earlier one is unknown in the next. */
  readonly visit: number;
  readonly findPacket: (id: string) => KeptPacket | null;
  /** How many times pages of one packet may be printed again; after that a person helps (docs/design/printing.md). */
  readonly maxReprints: number;
}

type Submitted = Envelope<OutputOf<'print.submit'>, ErrorOf<'print.submit'>>;
type Cancelled = Envelope<OutputOf<'print.cancel'>, ErrorOf<'print.cancel'>>;
type Counted = Envelope<OutputOf<'print.counted'>, ErrorOf<'print.counted'>>;

export interface Printing {
  /** The same request twice is one job and one answer. What becomes of it is published. */
  submit(request: InputOf<'print.submit'>): Promise<Submitted>;
  cancel(request: InputOf<'print.cancel'>): Promise<Cancelled>;
  /** Only the newest job can be counted: the screen asks for no other. */
  counted(request: InputOf<'print.counted'>): Counted;
  /** The person has gone: withdraws what is still open. Nothing of it is published any more. */
  end(): void;
}

export function makePrinting({ visit, findPacket, maxReprints, ...deps }: PrintingDeps): Printing {
  const requests = new Map<string, Promise<void>>();
  const jobs = new Map<string, Job>();
  /** The newest job. */
  let current: Job | null = null;
  /** The newest request is the screen's: of earlier ones nothing is told any more. */
  let newest: string | null = null;
  let hasEnded = false;

  return { submit, cancel, counted, end };

  async function submit({ requestId, packet: name, copies, pages }: InputOf<'print.submit'>): Promise<Submitted> {
    const packet = findPacket(name);
    if (packet === null) return { ok: false, error: { code: 'unknown-packet' } };
    if (pages?.some((page) => page > packet.pages) === true) return { ok: false, error: { code: 'no-such-page' } };
    const taken = requests.get(requestId) ?? take({ request: requestId, packet, copies, only: pages });
    requests.set(requestId, taken);
    await taken;
    return { ok: true, value: {} };
  }

  /** Prints, or says why not. */
  async function take(wish: Pick<JobOrder, 'request' | 'packet' | 'copies' | 'only'>): Promise<void> {
    const { request, packet } = wish;
    newest = request;
    const printed = [...jobs.values()].filter((job) => job.packet === packet.id && job.mayHaveComeOut()).length;
    if (current?.isOver() === false) return refuse(request, 'busy');
    if (printed > maxReprints) return refuse(request, 'too-many-reprints');
    const id = `job-${visit}-${jobs.size + 1}`;
    const job = makeJob({ ...wish, id, reprintsLeft: maxReprints - printed }, { ...deps, publish });
    jobs.set(id, job);
    current = job;
    await job.print();
  }

  function refuse(request: string, reason: 'busy' | 'too-many-reprints'): void {
    publish({ ...NO_JOB, phase: 'refused', request, reason });
  }

  async function cancel({ job: id }: InputOf<'print.cancel'>): Promise<Cancelled> {
    const job = jobs.get(id);
    if (job === undefined) return { ok: false, error: { code: 'unknown-job' } };
    await job.cancel();
    return { ok: true, value: {} };
  }

  function counted({ job: id, came }: InputOf<'print.counted'>): Counted {
    if (current?.id !== id) return { ok: false, error: { code: 'unknown-job' } };
    const refusal = current.count(came);
    return refusal === null ? { ok: true, value: {} } : { ok: false, error: { code: refusal } };
  }

  function end(): void {
    hasEnded = true;
    const open = [...jobs.values()].map((job) => job.abandon()).filter((taken) => taken !== null);
    // A job that is just being handed over is withdrawn by the queue: it is no longer wanted.
    if (jobs.size > 0) deps.queue.endVisit(open);
  }

  function publish(state: StateOf<'job'>): void {
    if (!hasEnded && state.request === newest) deps.publish(state);
  }
}
