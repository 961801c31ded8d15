import type { Result } from '../basics/result';
import type { Clock } from '../basics/clock';
import { errorCode } from '../basics/errors';
import { constants } from 'node:fs';
import { access, mkdir, open, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { refuseDocument } from './document';
import type { PrintDocument, PrintFailure, PrinterPort, SubmitFailure, SubmittedJob } from './port';

/** The file operations this printer needs. Each rejects with Node's error codes. */
export interface FolderFiles {
  /** Creates the folder and its parents if missing, and checks that it is writable. */
  prepareFolder(folder: string): Promise<void>;
  /** Fails with EEXIST instead of overwriting. Once it resolves, the bytes are on the disk. */
  writeNew(file: string, bytes: Uint8Array): Promise<void>;
  exists(file: string): Promise<boolean>;
  rename(from: string, to: string): Promise<void>;
  remove(file: string): Promise<void>;
}

export const nodeFiles: FolderFiles = { prepareFolder, writeNew, exists, rename, remove };

/** A folder takes everything. */
const OFFERS = {
  papers: ['letter', 'a4'],
  twoSided: true,
  maxCopies: 99,
  colorModes: ['monochrome', 'color'],
  trueSize: true,
} as const;

/**
 * A printer for trying out the kiosk: saves one PDF per job into `folder`, under a name that holds only the time. A file
 * is complete or not there at all. Never use it in production: a packet touches the disk nowhere else.
 */
export function makeFolderPrinter(folder: string, clock: Clock, files: FolderFiles = nodeFiles): PrinterPort {
  return {
    kind: 'folder',

    async status() {
      try {
        await files.prepareFolder(folder);
        return { readiness: 'ready', reasons: [], because: [], offers: OFFERS };
      } catch (error) {
        return { readiness: 'unavailable', reasons: [], failure: failureOf(error) };
      }
    },

    async submit(document) {
      const refusal = refuseDocument(document);
      if (refusal !== null) return { ok: false, error: { ...refusal, mayStillPrint: false } };
      return save(document);
    },

    async follow(job, onState) {
      const outcome = { state: 'saved', file: job.id } as const;
      onState(outcome);
      return outcome;
    },

    async cancel() {
      return { ok: true, value: 'already-finished' };
    },

    async purge() {
      return { ok: true, value: { cancelled: 0, wiped: 0, isDone: true } };
    },
  };

  async function save(document: PrintDocument): Promise<Result<SubmittedJob, SubmitFailure>> {
    const stamp = new Date(clock.nowMs())
      .toISOString()
      .replace(/[-:]/g, '')
      .replace(/\.\d+Z$/, 'Z');
    try {
      await files.prepareFolder(folder);
      for (let count = 1; ; count += 1) {
        const file = join(folder, `homeward-${stamp}-${count}.pdf`);
        if (await saveAs(file, document.pdf)) {
          const { copies, sides, paper } = document;
          return { ok: true, value: { id: file, copies, sides, paper, reasonsBefore: [] } };
        }
      }
    } catch (error) {
      return { ok: false, error: { ...failureOf(error), mayStillPrint: false } };
    }
  }

  /**
   * Returns false when the name is taken. The program that created the unfinished file owns the name, so two programs
   * cannot write the same file.
   */
  async function saveAs(file: string, pdf: Uint8Array): Promise<boolean> {
    const unfinished = `${file}.part`;
    try {
      await files.writeNew(unfinished, pdf);
    } catch (error) {
      if (errorCode(error) === 'EEXIST') return false;
      await files.remove(unfinished).catch(() => undefined);
      throw error;
    }
    try {
      if (!(await files.exists(file))) {
        await files.rename(unfinished, file);
        return true;
      }
    } catch (error) {
      await files.remove(unfinished).catch(() => undefined);
      throw error;
    }
    await files.remove(unfinished);
    return false;
  }
}

function failureOf(error: unknown): PrintFailure {
  const code = errorCode(error);
  // An error without a code is not from the system: it is a bug.
  if (code === null) throw error;
  return {
    code: code === 'ENOSPC' || code === 'EDQUOT' ? 'disk-full' : 'folder-unusable',
    detail: error instanceof Error ? error.message : code,
  };
}

async function prepareFolder(folder: string): Promise<void> {
  await mkdir(folder, { recursive: true });
  await access(folder, constants.W_OK);
}

async function writeNew(file: string, bytes: Uint8Array): Promise<void> {
  // Only the kiosk's own user may read a packet.
  const handle = await open(file, 'wx', 0o600);
  try {
    await handle.writeFile(bytes);
    await handle.sync();
  } finally {
    await handle.close();
  }
}

async function exists(file: string): Promise<boolean> {
  try {
    await access(file);
    return true;
  } catch (error) {
    if (errorCode(error) === 'ENOENT') return false;
    throw error;
  }
}

async function remove(file: string): Promise<void> {
  await rm(file, { force: true });
}
