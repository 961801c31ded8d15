import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { assembleMachine, type MachinePaths } from './assemble';
import { formatEvent, type MachineEvent } from './events';
import type { Machine } from './machine';

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'homeward-assemble-'));
});
afterEach(() => {
  rmSync(folder, { recursive: true });
});

test('settings that offer only languages without content give a problem, and a kiosk in the language that there is', async () => {
  const siteFile = join(folder, 'site.toml');
  writeFileSync(siteFile, '[languages]\noffer = ["xx"]\n');
  const { machine, languages, log } = assemble({ siteFile });
  expect(languages).toEqual(['en']);
  expect(log()).toContain('xx');
  await machine.close();
});

test('the out-of-service page has the words of the content in force, and keeps them when it breaks', async () => {
  const ownContent = join(folder, 'content');
  cpSync('content', ownContent, { recursive: true });
  const plan = join(ownContent, 'guides/insurance-and-prior-authorization-home-infusion/en/plan.toml');
  const words = readFileSync(plan, 'utf8');
  const own = words.replace(/^\[emergency\]\ntext = .*$/m, '[emergency]\ntext = "Call 911 or press the red button."');
  const shell = readFileSync('src/renderer/out-of-service.html', 'utf8');

  writeFileSync(plan, own);
  const { machine } = assemble({ ownContent });
  expect(machine.fillPage(shell)).toContain('press the red button.');
  writeFileSync(plan, '[emergency]');
  machine.renew('content');
  expect(machine.fillPage(shell)).toContain('press the red button.');
  await machine.close();

  const broken = assemble({ ownContent });
  const packaged = assemble({});
  expect(broken.log()).toContain('plan.toml');
  expect(broken.machine.fillPage(shell)).toBe(packaged.machine.fillPage(shell));
  await broken.machine.close();
  await packaged.machine.close();
});

interface Assembled {
  readonly machine: Machine;
  readonly languages: readonly string[];
  /** What it has logged so far. */
  log(): string;
}

function assemble(paths: Partial<MachinePaths>): Assembled {
  const events: MachineEvent[] = [];
  const assembled = assembleMachine(
    { bundledContent: 'content', ownContent: null, siteFile: null, dataFolder: null, printedFolder: folder, ...paths },
    { makePdf: () => Promise.reject(new Error('nothing is printed here')), log: (event) => events.push(event) },
  );
  if (!assembled.ok) throw new Error('the kiosk does not start');
  const { machine, setup } = assembled.value;
  return { machine, languages: [...setup.guides.keys()], log: () => events.map(formatEvent).join('\n') };
}
