import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { assembleMachine } from './assemble';
import { formatEvent, type MachineEvent } from './events';

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
  const events: MachineEvent[] = [];
  const assembled = assembleMachine(
    { bundledContent: 'content', ownContent: null, siteFile, dataFolder: null, printedFolder: folder },
    { makePdf: () => Promise.reject(new Error('nothing is printed here')), log: (event) => events.push(event) },
  );
  if (!assembled.ok) throw new Error('the kiosk does not start');
  const { machine, setup } = assembled.value;
  expect([...setup.guides.keys()]).toEqual(['en']);
  expect(events.map(formatEvent).join('\n')).toContain('xx');
  await machine.close();
});
