/** `npm run dev`, started in a copy of the project: a change of a screen and of the content shows with no restart. */
import { spawn, type ChildProcess } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect as quickExpect, test } from '@playwright/test';
import { addressOf } from './kiosk';
import { Person } from './person';
import { Words } from './words';

const COPIED = ['src', 'content', 'resources', 'package.json', 'tsconfig.json'];
const SCREEN = 'src/renderer/screens/patient/AttractScreen.vue';
const WORDS = 'content/interface/en/screens.toml';

/** Vite bundles and transforms everything on demand, so on a busy machine the first page takes very long. */
const expect = quickExpect.configure({ timeout: 60_000 });

let project = '';
let dev: ChildProcess;
let url = '';

const words = new Words('en');

test.beforeAll(async () => {
  project = mkdtempSync(join(tmpdir(), 'homeward-dev-'));
  for (const name of COPIED) cpSync(name, join(project, name), { recursive: true });
  symlinkSync(join(process.cwd(), 'node_modules'), join(project, 'node_modules'));
  dev = spawn(process.execPath, ['src/commands/run.mjs', 'dev', '--printer', 'none'], {
    cwd: project,
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  url = await addressOf(dev);
});

test.afterAll(async () => {
  const ended = new Promise((resolve) => dev.once('exit', resolve));
  dev.kill('SIGTERM');
  await ended;
  rmSync(project, { recursive: true });
});

test('a changed screen and a changed sentence are shown with no restart; broken content changes nothing', async ({
  page,
}) => {
  await page.goto(url);
  const heading = page.getByRole('heading', { level: 1 });
  await expect(heading).toBeVisible();
  const title = (await heading.textContent()) ?? '';

  edit(SCREEN, '  </main>\n', '    <p>Seen by hot reload</p>\n  </main>\n');
  await expect(page.getByText('Seen by hot reload')).toBeVisible();

  edit(WORDS, `"${title}"`, '"Seen by a renewed machine"');
  await expect(heading).toHaveText('Seen by a renewed machine');

  edit(WORDS, 'Seen by a renewed machine', '');
  const problem = await line(dev, /screens\.toml:\d+.* Fix: /);
  expect(problem).toContain('title');
  await expect(heading).toHaveText('Seen by a renewed machine');
});

test('a sentence that changes within a visit is shown to a person who starts over, and not before', async ({
  page,
}) => {
  cpSync(WORDS, join(project, WORDS));
  const person = new Person(page, url, words);
  await person.arrives();
  await person.at.attract.starts();
  await person.sees('language.title');
  await person.goesOn();
  await person.sees('how.title');
  const renewal = line(dev, /read again: content/);
  edit(WORDS, `"${words.word('how.title')}"`, '"Seen after starting over"');
  await renewal;
  await person.goesOn();
  await person.at.question('who').isShown();
  await person.goesBack();
  await person.sees('how.title');
  await person.goesOn();
  await person.touches('bar.start-over');
  await person.touches('start-over.again');
  await expect(person.heading).toHaveText('Seen after starting over');
});

test('the gallery lists every scene and shows the one that is chosen, in the chosen look', async ({ page }) => {
  const faults: string[] = [];
  page.on('pageerror', ({ message }) => faults.push(message));
  page.on('console', (message) => {
    if (message.type() === 'error') faults.push(message.text());
  });
  const { origin, hash } = new URL(url);
  await page.goto(`${origin}/gallery?theme=low-glare${hash}`);
  await page.getByLabel('Text size').selectOption('3');
  const scene = page.frameLocator('iframe');
  // The job of the last one is done although this kiosk has no printer.
  for (const [name, heading] of [
    ['over-help', 'help.title'],
    ['count', 'count.title'],
  ] as const) {
    await page.getByRole('button', { name, exact: true }).click();
    await expect(scene.getByRole('heading', { level: 1 })).toHaveText(words.shown(heading));
    await expect(scene.locator('html')).toHaveAttribute('data-text', '3');
    await expect(scene.locator('html')).toHaveAttribute('data-theme', 'low-glare');
  }
  expect(faults).toEqual([]);
});

/** Changes the last place where the file has this text. */
function edit(file: string, from: string, to: string): void {
  const path = join(project, file);
  const text = readFileSync(path, 'utf8');
  const index = text.lastIndexOf(from);
  if (index < 0) throw new Error(`${file} does not have "${from}"`);
  writeFileSync(path, text.slice(0, index) + to + text.slice(index + from.length));
}

function line(program: ChildProcess, pattern: RegExp): Promise<string> {
  return new Promise((resolve) => {
    program.stdout?.on('data', (bytes: Buffer) => {
      const found = bytes
        .toString('utf8')
        .split('\n')
        .find((each) => pattern.test(each));
      if (found !== undefined) resolve(found);
    });
  });
}
