/** The settings file on the disk. */
import { closeSync, constants, fstatSync, fsyncSync, openSync, readFileSync, renameSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { errorCode } from '../../basics/errors';
import type { Problem } from '../../basics/problem';
import type { Result } from '../../basics/result';
import { brokenSite, NO_FILE, readSite, type SiteReading } from '../read';

/** Where settings may be. A file named by `HOMEWARD_SITE` must exist; the one in the data folder is optional. */
export interface SitePaths {
  readonly named: string | null;
  readonly dataFolder: string | null;
}

/** In the data folder: what to run on when the settings file cannot be used. */
const LAST_GOOD = 'site.last-good.toml';

/** A settings file has about 5 KB. */
const MAX_BYTES = 256 * 1024;

/**
 * The settings of this machine. A file that cannot be used is a problem to report, never a reason not to start: the
 * kiosk runs on the last file that was good, or on none.
 */
export function readSiteFile({ named, dataFolder }: SitePaths): SiteReading {
  const own = dataFolder === null ? null : join(dataFolder, 'site.toml');
  const file = named ?? own;
  if (file === null) return NO_FILE;
  const read = readText(file);
  if (!read.ok && read.error.isMissing && named === null) return NO_FILE;
  if (!read.ok) return lastGood(dataFolder, read.error.problem);
  const reading = readSite(file, read.value);
  const [first] = reading.problems;
  if (reading.isBroken && first !== undefined) return lastGood(dataFolder, first);
  if (reading.problems.length > 0 || dataFolder === null) return reading;
  const kept = keepAsLastGood(join(dataFolder, LAST_GOOD), read.value);
  return kept.ok ? reading : { ...reading, hints: [...reading.hints, kept.error] };
}

/**
 * Replaces a settings file in one step, so that a reader, or a machine that loses power, has either the old text or the
 * new one.
 */
export function saveSiteFile(file: string, text: string): Result<null, Problem> {
  const draft = `${file}.new`;
  try {
    const handle = openSync(draft, 'w', 0o600);
    try {
      writeSync(handle, text);
      fsyncSync(handle);
    } finally {
      closeSync(handle);
    }
    renameSync(draft, file);
    return { ok: true, value: null };
  } catch (error) {
    const cause = `it cannot be written (${errorCode(error) ?? 'unknown cause'}).`;
    return { ok: false, error: whole(file, cause, 'check who may write it, and whether the disk is full.') };
  }
}

function keepAsLastGood(file: string, text: string): Result<null, Problem> {
  const kept = readText(file);
  return kept.ok && kept.value === text ? { ok: true, value: null } : saveSiteFile(file, text);
}

function lastGood(dataFolder: string | null, problem: Problem): SiteReading {
  const file = dataFolder === null ? null : join(dataFolder, LAST_GOOD);
  const kept = file === null ? null : readText(file);
  if (file === null || kept?.ok !== true) return brokenSite(problem);
  const reading = readSite(file, kept.value);
  if (reading.problems.length > 0) return brokenSite(problem);
  const cause = 'the settings file cannot be used, so the kiosk runs on these last good settings.';
  return { ...reading, problems: [problem, whole(file, cause, `correct ${problem.file}.`)] };
}

interface Unreadable {
  readonly isMissing: boolean;
  readonly problem: Problem;
}

/** Opens without waiting and checks the kind of file: a pipe or a device must not block the start. */
function readText(file: string): Result<string, Unreadable> {
  let handle: number;
  try {
    handle = openSync(file, constants.O_RDONLY | (constants.O_NONBLOCK ?? 0));
  } catch (error) {
    return unreadable(file, errorCode(error));
  }
  try {
    const info = fstatSync(handle);
    if (!info.isFile()) return refused(whole(file, 'this is not a file.', 'name the settings file itself.'));
    if (info.size > MAX_BYTES) {
      return refused(whole(file, `it is larger than ${MAX_BYTES / 1024} KB.`, 'name the settings file itself.'));
    }
    return { ok: true, value: readFileSync(handle, 'utf8') };
  } catch (error) {
    return unreadable(file, errorCode(error));
  } finally {
    closeSync(handle);
  }
}

function unreadable(file: string, code: string | null): Result<never, Unreadable> {
  const problem = whole(file, `it cannot be read (${code ?? 'unknown cause'}).`, 'check its name and who may read it.');
  return { ok: false, error: { isMissing: code === 'ENOENT', problem } };
}

function refused(problem: Problem): Result<never, Unreadable> {
  return { ok: false, error: { isMissing: false, problem } };
}

/** A problem of the file as a whole. */
function whole(file: string, cause: string, fix: string): Problem {
  return { file, line: null, field: null, cause, fix };
}
