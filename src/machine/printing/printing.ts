/** Printing in one visit: which requests became jobs, and how often pages may be printed again. */
import type { Envelope, ErrorOf, InputOf, OutputOf, StateOf } from '../../contract/table';
import type { KeptPacket } from '../pages/packets';
import { makeJob, type Job, type JobDeps } from './job';

export interface PrintingDeps extends JobDeps {
  /** The number of the visit: the id of a job of an earlier one is unknown in the next. */
  readonly visit: number;
  readonly findPacket: (id: string) => KeptPacket | null;
  /** How many times pages of one packet may be printed again; after that a person helps (docs/design/printing.md). */
  readonly maxReprints: number;
}

type Submitted = Envelope<OutputOf<'print.submit'>, ErrorOf<'print.submit'>>;
type Cancelled = Envelope<OutputOf<'print.cancel'>, ErrorOf<'print.cancel'>>;

export interface Printing {
  /** The same request twice is one job and one answer. */
  submit(request: InputOf<'print.submit'>): Promise<Submitted>;
  cancel(request: InputOf<'print.cancel'>): Promise<Cancelled>;
  /** The person has gone: withdraws what is still open. Nothing of it is published any more. */
  end(): void;
}

export function makePrinting({ visit, findPacket, maxReprints, ...deps }: PrintingDeps): Printing {
  const requests = new Map<string, Promise<Submitted>>();
  const jobs = new Map<string, Job>();
  let current: Job | null = null;
  let hasEnded = false;

  return { submit, cancel, end };

  function submit(request: InputOf<'print.submit'>): Promise<Submitted> {
    const earlier = requests.get(request.requestId);
    if (earlier !== undefined) return earlier;
    const answer = submitNew(request);
    requests.set(request.requestId, answer);
    return answer;
  }

  async function submitNew({ packet: name, copies, pages }: InputOf<'print.submit'>): Promise<Submitted> {
    const packet = findPacket(name);
    if (packet === null) return refused('unknown-packet');
    if (pages?.some((page) => page > packet.pages) === true) return refused('no-such-page');
    if (current?.isOver() === false) return refused('busy');
    const printed = [...jobs.values()].filter((job) => job.packet === name && job.mayHaveComeOut()).length;
    if (printed > maxReprints) return refused('too-many-reprints');

    const id = `job-${visit}-${jobs.size + 1}`;
    const order = { id, packet, copies, only: pages, reprintsLeft: maxReprints - printed };
    const job = makeJob(order, { ...deps, publish: (state) => publish(id, state) });
    jobs.set(id, job);
    current = job;
    const failure = await job.print();
    if (failure === null) return { ok: true, value: { job: id } };
    return { ok: false, error: { code: 'printer-unavailable', details: failure } };
  }

  async function cancel({ job: id }: InputOf<'print.cancel'>): Promise<Cancelled> {
    const job = jobs.get(id);
    if (job === undefined) return { ok: false, error: { code: 'unknown-job' } };
    await job.cancel();
    return { ok: true, value: {} };
  }

  function end(): void {
    hasEnded = true;
    const open = [...jobs.values()].map((job) => job.abandon()).filter((taken) => taken !== null);
    // A job that is just being handed over is withdrawn by the queue: it is no longer wanted.
    if (jobs.size > 0) deps.queue.endVisit(open);
  }

  /** Only the newest job is the screen's, and only while its person is here. */
  function publish(id: string, state: StateOf<'job'>): void {
    if (!hasEnded && current !== null && jobs.get(id) === current) deps.publish(state);
  }
}

function refused(code: ErrorOf<'print.submit'>): Submitted {
  return { ok: false, error: { code } };
}
