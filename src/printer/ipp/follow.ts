/** Follows one job until it ends, or until its end cannot be known. */
import type { Result } from '../../basics/result';
import type { JobOutcome, JobState, SubmittedJob } from '../port';
import { contradictionFrom, type Device } from './device';
import { watchJobEvents, type JobEvents } from './events';
import type { ExchangeFailure } from './exchange';
import type { Jobs } from './jobs';
import type { Link } from './link';
import { isCompleted, judge, viewThrough, type Verdict } from './state';

/** What following a job needs besides the job. */
export interface Following {
  readonly link: Link;
  readonly device: Device;
  readonly jobs: Jobs;
  /** Stops following; the job continues. */
  readonly signal: AbortSignal | undefined;
  /** Called at each change, including the outcome. */
  readonly onState: (state: JobState) => void;
}

export async function follow(job: SubmittedJob, following: Following): Promise<JobOutcome> {
  const { link, jobs, signal } = following;
  const { clock, limits } = link;
  const deadlineMs = clock.nowMs() + limits.jobDeadlineMs;
  const publish = onlyChanges(following.onState);
  const contact = makeContact(link);
  const rhythm = await makeRhythm(job, link);
  for (;;) {
    if (signal?.aborted === true) return end({ state: 'unknown', why: 'not-followed' });
    if (await rhythm.shouldPoll(contact.isMissing())) {
      const seen = await pollJob(job, following);
      if (seen.ok) {
        contact.answered();
        if (seen.value.kind === 'outcome') return settle(seen.value);
        publish(seen.value.state);
      } else {
        if (seen.error.code === 'no-such-job') return end(forgotten(job, jobs));
        if (contact.missed() === 'lost') return end({ state: 'unknown', why: 'lost-contact' });
      }
    }
    if (clock.nowMs() >= deadlineMs) return end(await expire(job, following));
    await clock.sleep(limits.pollMs, signal);
  }

  async function settle(verdict: Extract<Verdict, { kind: 'outcome' }>): Promise<JobOutcome> {
    if (verdict.leftInQueue) await jobs.cancel(job);
    return end(verdict.state);
  }

  function end(outcome: JobOutcome): JobOutcome {
    publish(outcome);
    return outcome;
  }
}

interface Rhythm {
  /** Always true without events, and once asking for events has failed. */
  shouldPoll(isMissing: boolean): Promise<boolean>;
}

/** When to ask for the whole state: at every turn, or, if the printer offers events, only after an event. */
async function makeRhythm(job: SubmittedJob, link: Link): Promise<Rhythm> {
  const { pollsPerLook } = link.limits;
  let events: JobEvents | null = link.capabilities().hasEvents ? await watchJobEvents(Number(job.id), link.ask) : null;
  let turnsSincePoll = pollsPerLook;
  return {
    async shouldPoll(isMissing) {
      const isDue = await check(isMissing);
      if (isDue) turnsSincePoll = 0;
      return isDue;
    },
  };

  async function check(isMissing: boolean): Promise<boolean> {
    turnsSincePoll += 1;
    if (events === null || turnsSincePoll >= pollsPerLook || isMissing) return true;
    const news = await events.poll();
    if (news === 'lost') events = null;
    return news !== 'none';
  }
}

interface Contact {
  isMissing(): boolean;
  answered(): void;
  missed(): 'waiting' | 'lost';
}

/** Contact is lost after several unanswered requests in a row, over a long enough time. */
function makeContact({ clock, limits }: Link): Contact {
  let misses = 0;
  let firstMissMs = 0;
  return {
    isMissing: () => misses > 0,
    answered() {
      misses = 0;
    },
    missed() {
      if (misses === 0) firstMissMs = clock.nowMs();
      misses += 1;
      const isLong = clock.nowMs() - firstMissMs >= limits.lostAfterMs;
      return misses >= limits.missesAllowed && isLong ? 'lost' : 'waiting';
    },
  };
}

/** Asks about the job first, then about the printer: a queue adds a new reason before it calls the job completed. */
async function pollJob(
  job: SubmittedJob,
  { link, device, jobs }: Following,
): Promise<Result<Verdict, ExchangeFailure>> {
  const view = await link.askJob(Number(job.id));
  if (!view.ok) return view;
  if (!jobs.isSame(job.id, view.value)) {
    return { ok: false, error: { code: 'no-such-job', detail: 'its number now belongs to another job' } };
  }
  const [printer, look] = await Promise.all([link.askState(), device.look()]);
  if (!printer.ok) return printer;
  const contradiction = isCompleted(view.value) ? await contradictionFrom(look, link) : null;
  if (contradiction !== null) {
    return { ok: true, value: { kind: 'outcome', state: contradiction, leftInQueue: false } };
  }
  const cancel = jobs.cancelOf(job.id);
  const context = {
    reasonsBefore: job.reasonsBefore,
    isCancelledByUs: cancel === 'cancelled',
    // Nobody is waiting for these pages anymore, even if the printer still needs help.
    isCancelledTooLate: cancel === 'too-late',
  };
  return { ok: true, value: judge(view.value, viewThrough(link.viewOf(printer.value), look), context) };
}

/** A queue that wiped the job when we canceled it no longer knows it. */
function forgotten(job: SubmittedJob, jobs: Jobs): JobOutcome {
  return jobs.cancelOf(job.id) === 'cancelled' ? { state: 'cancelled' } : { state: 'unknown', why: 'job-forgotten' };
}

/** Called past the deadline. The job may end just as we cancel it. */
async function expire(job: SubmittedJob, following: Following): Promise<JobOutcome> {
  const seen = await pollJob(job, following);
  if (seen.ok && seen.value.kind === 'outcome') return seen.value.state;
  const cancelled = await following.jobs.cancel(job);
  if (!cancelled.ok) return { state: 'unknown', why: 'not-cancelled' };
  if (cancelled.value === 'cancelled') return { state: 'failed', why: 'too-slow', reasons: [] };
  return { state: 'unknown', why: 'trouble-at-end' };
}

/** Drops a state that equals the one before it. */
function onlyChanges(onState: (state: JobState) => void): (state: JobState) => void {
  let last = '';
  return (state) => {
    const now = JSON.stringify(state);
    if (now !== last) onState(state);
    last = now;
  };
}
