/** Writes the files that a command line names. */
import { randomUUID } from 'node:crypto';
import { accessSync, constants, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { errorCode } from '../basics/errors';
import { badInput } from './terminal';

/** @returns null, or one line that says why the file cannot be written */
export function writeOutput(file: string, content: string | Uint8Array): string | null {
  try {
    writeFileSync(file, content);
    return null;
  } catch (error) {
    const code = errorCode(error);
    if (code === null) throw error;
    return `${file} cannot be written (${code}); name a file in an existing folder`;
  }
}

/** Call this before a long run, so that a missing folder does not lose its result. @throws Refusal */
export function checkWritable(file: string): void {
  try {
    accessSync(dirname(resolve(file)), constants.W_OK);
  } catch (error) {
    throw badInput(`${file} cannot be written (${codeOf(error)})`, 'name a file in an existing folder');
  }
  if (statSync(file, { throwIfNoEntry: false })?.isDirectory() === true) {
    throw badInput(`${file} is a folder`, 'name a file');
  }
}

/** Writes each file under a temporary name first, so that all of them appear or none. @throws Refusal */
export function writeTogether(files: readonly (readonly [file: string, content: string | Uint8Array])[]): void {
  const parts = files.map(([file, content]) => {
    const part = join(dirname(resolve(file)), `.homeward-${randomUUID()}.part`);
    return { file, content, part };
  });
  try {
    for (const { part, content } of parts) writeFileSync(part, content, { flag: 'wx' });
    for (const { part, file } of parts) renameSync(part, file);
  } catch (error) {
    const names = files.map(([file]) => file).join(' and ');
    throw badInput(`${names} cannot be written (${codeOf(error)})`, 'name other files');
  } finally {
    for (const { part } of parts) rmSync(part, { force: true });
  }
}

function codeOf(error: unknown): string {
  return errorCode(error) ?? 'unknown cause';
}
