/**
 * Asks the printer behind a queue, too. A queue keeps the device's reasons after they are over, and sometimes calls a job
 * completed although the device gave up on it.
 */
import type { JobOutcome, PrintFailure } from '../port';
import { effectOf } from '../reasons';
import type { Link } from './link';
import type { DeviceLook } from './state';

export interface Device {
  look(): Promise<DeviceLook>;
  /** May be a few seconds old: asking again would keep a person waiting. */
  lastLook(): DeviceLook;
}

/** Failures of a device that does not answer at all. Any other failure comes from a device that is there. */
export const SILENT: readonly PrintFailure['code'][] = ['unreachable', 'timed-out', 'connection-cut'];

/** A job that ended at the device before this is not the one that the queue just called completed. */
const JUST_NOW_SECONDS = 30;

export function makeDevice(link: Link): Device {
  const { clock, limits } = link;
  let last: DeviceLook = { kind: 'none' };
  let silentSinceMs: number | null = null;

  return {
    async look() {
      last = await lookNow();
      return last;
    },
    lastLook: () => last,
  };

  async function lookNow(): Promise<DeviceLook> {
    const { device } = link.capabilities();
    if (device === null) return { kind: 'none' };
    const seen = await link.askState({ target: device, timeoutMs: limits.deviceTimeoutMs });
    if (seen.ok) {
      silentSinceMs = null;
      return { kind: 'seen', view: link.viewOfDevice(seen.value) };
    }
    if (!SILENT.includes(seen.error.code)) return { kind: 'none' };
    silentSinceMs ??= clock.nowMs();
    return { kind: 'silent', isLong: clock.nowMs() - silentSinceMs >= limits.deviceGraceMs };
  }
}

/** How the job really ended, if the device disagrees with a queue that calls it completed; null if it agrees. */
export async function contradictionFrom(device: DeviceLook, link: Link): Promise<JobOutcome | null> {
  switch (device.kind) {
    case 'none':
      return null;
    case 'silent':
      // Seen when a device was unplugged during a job.
      return { state: 'unknown', why: 'lost-contact' };
    case 'seen': {
      if (!(await hasGivenUp(link))) return null;
      const reasons = device.view.reasons.filter((reason) => effectOf(reason) === 'stops');
      return { state: 'failed', why: 'stopped-by-printer', reasons };
    }
  }
}

/** CUPS sometimes calls a job completed that its device gave up on (seen with ippeveprinter). The device knows better. */
async function hasGivenUp(link: Link): Promise<boolean> {
  const { device } = link.capabilities();
  if (device === null) return false;
  const ended = await link.ourJobs('completed', { target: device, timeoutMs: link.limits.deviceTimeoutMs });
  if (!ended.ok) return false;
  const newest = [...ended.value].sort((a, b) => a.overForSeconds - b.overForSeconds || b.jobId - a.jobId)[0];
  return newest !== undefined && newest.overForSeconds < JUST_NOW_SECONDS && newest.isGivenUp;
}
