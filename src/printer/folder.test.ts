import type { Clock } from '../basics/clock';
import { chmod, mkdir, mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir, userInfo } from 'node:os';
import { basename, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { makeFolderPrinter, nodeFiles, type FolderFiles } from './folder';
import type { JobState, PrintDocument, PrinterPort } from './port';

const clock: Clock = { nowMs: () => Date.parse('2026-11-23T14:05:09.120Z'), sleep: () => Promise.resolve() };
const document: PrintDocument = {
  pdf: Buffer.from('%PDF-1.7\nA small packet'),
  jobName: 'Homeward pages',
  copies: 1,
  paper: 'letter',
  sides: 'one-sided',
};

let parent: string;
let folder: string;

beforeEach(async () => {
  parent = await mkdtemp(join(tmpdir(), 'homeward-folder-'));
  folder = join(parent, 'deep', 'printed');
});

afterEach(() => rm(parent, { recursive: true, force: true }));

describe('the folder printer', () => {
  it('makes the folder, saves the PDF whole, and says saved, not sent', async () => {
    const printer = makeFolderPrinter(folder, clock);
    expect(await printer.status()).toMatchObject({ readiness: 'ready', reasons: [] });
    const submitted = await printer.submit(document);
    if (!submitted.ok) throw new Error(submitted.error.detail);
    expect(submitted.value).toMatchObject({ copies: 1, sides: 'one-sided', paper: 'letter' });

    const states: JobState[] = [];
    const outcome = await printer.follow(submitted.value, (state) => states.push(state));
    const file = join(folder, 'homeward-20261123T140509Z-1.pdf');
    expect(outcome).toEqual({ state: 'saved', file });
    expect(states).toEqual([outcome]);
    expect(await readFile(file)).toEqual(document.pdf);
    expect(await readdir(folder)).toEqual([basename(file)]);
    if (process.platform !== 'win32') expect((await stat(file)).mode & 0o077).toBe(0);
    expect(await printer.cancel(submitted.value)).toEqual({ ok: true, value: 'already-finished' });
  });

  it('gives every job a name of its own, also in the same second and from two programs', async () => {
    const first = makeFolderPrinter(folder, clock);
    const second = makeFolderPrinter(folder, clock);
    const jobs = Array.from({ length: 20 }, (_, index) => {
      const pdf = Buffer.from(`%PDF-1.7\njob ${index}`);
      return (index % 2 === 0 ? first : second).submit({ ...document, pdf });
    });
    const submitted = await Promise.all(jobs);
    expect(submitted.every(({ ok }) => ok)).toBe(true);
    const names = await readdir(folder);
    expect(names.filter((name) => name.endsWith('.pdf'))).toHaveLength(20);
    const texts = await Promise.all(names.map((name) => readFile(join(folder, name), 'latin1')));
    expect(new Set(texts).size).toBe(20);
  });

  it('never overwrites what is there', async () => {
    await mkdir(folder, { recursive: true });
    await writeFile(join(folder, 'homeward-20261123T140509Z-1.pdf'), 'older');
    await makeFolderPrinter(folder, clock).submit(document);
    expect(await readFile(join(folder, 'homeward-20261123T140509Z-1.pdf'), 'utf8')).toBe('older');
    expect(await readFile(join(folder, 'homeward-20261123T140509Z-2.pdf'))).toEqual(document.pdf);
  });

  it('reports a folder that is a file', async () => {
    await mkdir(join(parent, 'deep'));
    await writeFile(folder, 'in the way');
    await expectFailure(makeFolderPrinter(folder, clock), 'folder-unusable');
  });

  it.skipIf(process.platform === 'win32' || userInfo().uid === 0)('reports a folder it may not write', async () => {
    await mkdir(folder, { recursive: true });
    await chmod(folder, 0o500);
    await expectFailure(makeFolderPrinter(folder, clock), 'folder-unusable');
  });

  it('reports a folder it may not write, as the file system says so', async () => {
    const prepareFolder = () => Promise.reject(systemError('EACCES'));
    await expectFailure(makeFolderPrinter(folder, clock, { ...nodeFiles, prepareFolder }), 'folder-unusable');
  });

  it('reports a full disk and leaves no half file', async () => {
    const files: FolderFiles = {
      ...nodeFiles,
      async writeNew(file, bytes) {
        await nodeFiles.writeNew(file, bytes.subarray(0, 4));
        throw systemError('ENOSPC');
      },
    };
    const submitted = await makeFolderPrinter(folder, clock, files).submit(document);
    expect(submitted).toMatchObject({ ok: false, error: { code: 'disk-full', mayStillPrint: false } });
    expect(await readdir(folder)).toEqual([]);
  });

  it('leaves no half file when the name cannot be given', async () => {
    const files: FolderFiles = { ...nodeFiles, rename: () => Promise.reject(systemError('EIO')) };
    const submitted = await makeFolderPrinter(folder, clock, files).submit(document);
    expect(submitted).toMatchObject({ ok: false, error: { code: 'folder-unusable' } });
    expect(await readdir(folder)).toEqual([]);
  });

  it('refuses bytes that are no PDF, and throws at a copy count that no screen offers', async () => {
    const printer = makeFolderPrinter(folder, clock);
    const submitted = await printer.submit({ ...document, pdf: Buffer.from('<html>') });
    expect(submitted).toMatchObject({ ok: false, error: { code: 'document-refused' } });
    await expect(printer.submit({ ...document, copies: 0 })).rejects.toThrow(RangeError);
  });

  it('lets a bug through as a throw', async () => {
    const files: FolderFiles = { ...nodeFiles, exists: () => Promise.reject(new TypeError('a bug')) };
    await expect(makeFolderPrinter(folder, clock, files).submit(document)).rejects.toThrow('a bug');
  });
});

async function expectFailure(printer: PrinterPort, code: string): Promise<void> {
  expect(await printer.status()).toMatchObject({ readiness: 'unavailable', failure: { code } });
  expect(await printer.submit(document)).toMatchObject({ ok: false, error: { code, mayStillPrint: false } });
}

function systemError(code: string): Error {
  return Object.assign(new Error(`${code}: told by the test`), { code });
}
