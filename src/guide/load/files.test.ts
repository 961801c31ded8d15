import { mkdtempSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it, vi } from 'vitest';
import { formatProblem } from '../../basics/problem';
import { readContentFiles } from './files';

/** Files that the machine's rights keep from us: a test that runs as root could read every real one. */
const locked = new Set<string>();
vi.mock(import('node:fs'), async (original) => {
  const real = await original();
  const refuse = (path: unknown): void => {
    if (locked.has(String(path))) throw Object.assign(new Error('EACCES: permission denied'), { code: 'EACCES' });
  };
  return {
    ...real,
    readFileSync: ((...args: Parameters<typeof real.readFileSync>) => {
      refuse(args[0]);
      return real.readFileSync(...args);
    }) as typeof real.readFileSync,
    lstatSync: ((...args: Parameters<typeof real.lstatSync>) => {
      refuse(`lstat ${String(args[0])}`);
      return real.lstatSync(...args);
    }) as typeof real.lstatSync,
  };
});

it('says which file cannot be read, or went away meanwhile, and reads the others', () => {
  const folder = mkdtempSync(join(tmpdir(), 'homeward-locked-'));
  for (const name of ['a.toml', 'b.toml', 'c.toml']) writeFileSync(join(folder, name), 'x = 1\n');
  locked.add(join(folder, 'a.toml'));
  locked.add(`lstat ${join(folder, 'b.toml')}`);
  const { files, problems } = readContentFiles(folder);
  expect([...files.keys()]).toEqual(['c.toml']);
  expect(problems.map(formatProblem)).toEqual([
    'a.toml: the file cannot be read. Fix: check who may read it.',
    'b.toml: it cannot be read. Fix: check that it is there and may be read.',
  ]);
  rmSync(folder, { recursive: true });
});

it('refuses 600 files of 1 MB without reading them all', () => {
  const folder = mkdtempSync(join(tmpdir(), 'homeward-large-'));
  for (let index = 0; index < 600; index += 1) {
    const file = join(folder, `${String(index).padStart(3, '0')}.toml`);
    if (index < 20) writeFileSync(file, 'x'.repeat(1024 * 1024));
    else {
      // As large, without filling the disk.
      writeFileSync(file, '');
      truncateSync(file, 1024 * 1024);
    }
  }
  const { files, problems } = readContentFiles(folder);
  expect(files.size).toBeLessThan(20);
  expect(problems.map(({ cause }) => cause)).toEqual(['the files are larger than 16 MB together.']);
  rmSync(folder, { recursive: true });
});
