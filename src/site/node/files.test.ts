import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { formatProblem } from '../../basics/problem';
import { DEFAULT_SITE } from '../settings';
import { readSiteFile, saveSiteFile } from './files';

let folder = '';
let file = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'homeward-site-'));
  file = join(folder, 'site.toml');
});
afterEach(() => {
  rmSync(folder, { recursive: true });
});

function read(named: string | null = null) {
  const { site, problems } = readSiteFile({ named, dataFolder: folder });
  return { site, said: problems.map(formatProblem).join('\n') };
}

describe('where settings are found', () => {
  test('the named file, else the one in the data folder, else the defaults', () => {
    expect(read()).toEqual({ site: DEFAULT_SITE, said: '' });
    writeFileSync(file, 'name = "In the data folder"\n');
    expect(read().site.name).toBe('In the data folder');
    const named = join(folder, 'named.toml');
    writeFileSync(named, 'name = "Named"\n');
    expect(read(named).site.name).toBe('Named');
  });

  test('a named file that is not there is a problem, and the kiosk still has settings', () => {
    const { site, said } = read(join(folder, 'gone.toml'));
    expect(site.timing).toEqual(DEFAULT_SITE.timing);
    expect(said).toMatch(/gone\.toml: it cannot be read \(ENOENT\)\. Fix: check its name/);
  });
});

describe('what is no settings file', () => {
  test.each([
    ['a folder', () => mkdirSync(file), 'this is not a file'],
    [
      'a file of 100 MB',
      () => {
        writeFileSync(file, '');
        truncateSync(file, 100 * 1024 * 1024);
      },
      'it is larger than 256 KB',
    ],
  ])('%s is refused in a moment, and nothing is printed', (_, make, cause) => {
    make();
    const { site, said } = read();
    expect(said).toContain(`site.toml: ${cause}. Fix: name the settings file itself.`);
    expect(site).toEqual({ ...DEFAULT_SITE, printer: { ...DEFAULT_SITE.printer, kind: 'none' } });
  });

  test.skipIf(process.platform === 'win32')('a pipe that nobody writes into holds nothing up', () => {
    execFileSync('mkfifo', [file]);
    expect(read().said).toContain('this is not a file');
    expect(read('/dev/zero').said).toContain('this is not a file');
  });
});

describe('the last good settings', () => {
  test.each([
    ['cut off in the middle of a line', () => writeFileSync(file, 'name = "A"\n[printer]\nkind = "ip')],
    ['taken away in favor of a folder', () => (rmSync(file), mkdirSync(file))],
  ])('hold when the file is %s', (_, spoil) => {
    writeFileSync(file, 'name = "Good"\n[printer]\nkind = "ipp"\nuri = "ipp://127.0.0.1/printers/kiosk"\n');
    const good = read();
    expect(good.said).toBe('');
    spoil();
    const { site, said } = read();
    expect(site).toEqual(good.site);
    expect(said).toContain(
      'site.last-good.toml: the settings file cannot be used, so the kiosk runs on these last good',
    );
    writeFileSyncAnew('name = "Corrected"\n');
    expect(read()).toMatchObject({ site: { name: 'Corrected' }, said: '' });
  });

  test('are those of a file without any problem', () => {
    writeFileSync(file, 'name = "Good"\n');
    read();
    writeFileSync(file, 'name = "Half good"\npaper = "A5"\n');
    expect(read().site.name).toBe('Half good');
    writeFileSync(file, 'name = \n');
    expect(read().site.name).toBe('Good');
  });

  function writeFileSyncAnew(text: string): void {
    rmSync(file, { recursive: true, force: true });
    writeFileSync(file, text);
  }
});

describe('saving', () => {
  test('replaces the file in one step, and leaves nothing else behind', () => {
    expect(saveSiteFile(file, 'name = "A"\n').ok).toBe(true);
    expect(saveSiteFile(file, 'name = "B"\n').ok).toBe(true);
    expect(readFileSync(file, 'utf8')).toBe('name = "B"\n');
    expect(readdirSync(folder)).toEqual(['site.toml']);
  });

  test('that fails says so, and the old file is as it was', () => {
    writeFileSync(file, 'name = "A"\n');
    mkdirSync(`${file}.new`);
    const saved = saveSiteFile(file, 'name = "B"\n');
    expect(saved).toMatchObject({ ok: false, error: { file, cause: 'it cannot be written (EISDIR).' } });
    expect(readFileSync(file, 'utf8')).toBe('name = "A"\n');
  });
});
