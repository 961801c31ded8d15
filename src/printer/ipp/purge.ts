/** Cancels every open job of this kiosk, and wipes what the queue keeps about finished ones. */
import type { Result } from '../../basics/result';
import type { PrintFailure, PurgeReport } from '../port';
import { SILENT } from './device';
import { withoutStatus, type ExchangeFailure } from './exchange';
import type { Jobs } from './jobs';
import type { AskOptions, Link } from './link';
import { isProcessing } from './state';

/** A job's backend has certainly ended this long after the job. */
const QUIET_SECONDS = 60;

/** Each round wipes the jobs of one list (CUPS lists at most 500). */
const MAX_PURGE_ROUNDS = 20;

export async function purge(link: Link, jobs: Jobs): Promise<Result<PurgeReport, PrintFailure>> {
  const printer = await link.refreshCapabilities();
  if (!printer.ok) return { ok: false, error: withoutStatus(printer.error) };
  const atQueue = await cancelOurs(link);
  if (!atQueue.ok) return { ok: false, error: withoutStatus(atQueue.error) };
  const { isQueue, device } = link.capabilities();
  // If a queue's backend died, the job is still at the device, which prints it as soon as it can.
  const atDevice = device === null ? null : await cancelOurs(link, { target: device });
  const isGone = atDevice === null || atDevice.ok || !SILENT.includes(atDevice.error.code);
  const traces = isQueue ? await wipeTraces(link) : { wiped: 0, isDone: true };
  jobs.forgetAll();
  const cancelled = atQueue.value + (atDevice?.ok === true ? atDevice.value : 0);
  return { ok: true, value: { cancelled, wiped: traces.wiped, isDone: isGone && traces.isDone } };
}

/** @returns how many of our jobs were open */
async function cancelOurs(link: Link, options?: AskOptions): Promise<Result<number, ExchangeFailure>> {
  const open = await link.ourJobs('not-completed', options);
  if (!open.ok) return open;
  for (const { jobId } of open.value) {
    const cancelled = await link.cancelJob(jobId, options);
    if (!cancelled.ok) return cancelled;
  }
  return { ok: true, value: open.value.length };
}

/**
 * CUPS keeps the description of a finished job until it is told to purge it. Purging right after a cancel would kill the
 * backend before it has withdrawn the job from the device, and the device would print the job later; so this waits.
 */
async function wipeTraces(link: Link): Promise<Pick<PurgeReport, 'wiped' | 'isDone'>> {
  let wiped = 0;
  for (let round = 1; round <= MAX_PURGE_ROUNDS; round += 1) {
    const [finished, printer] = [await link.ourJobs('completed'), await link.askState()];
    if (!finished.ok || !printer.ok) return { wiped, isDone: false };
    const isBusy = isProcessing(printer.value);
    const quiet = finished.value.filter(({ overForSeconds }) => !isBusy || overForSeconds >= QUIET_SECONDS);
    if (quiet.length === 0) return { wiped, isDone: finished.value.length === 0 };
    for (const { jobId } of quiet) {
      const answer = await link.ask({ operation: 'Cancel-Job', jobId, attributes: { 'purge-job': true } });
      // The job may be gone by now. A queue that refuses once will refuse again, so that counts as done.
      if (answer.ok) wiped += 1;
      else if (answer.error.code !== 'no-such-job') return { wiped, isDone: answer.error.status !== undefined };
    }
  }
  return { wiped, isDone: false };
}
