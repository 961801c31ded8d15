/** `npm run packet`, as docs/packet.md promises it: run as a person would run it. */
import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as v from 'valibot';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { readPacketPages } from '../../src/handout/node/pages';
import { findChromium } from '../../src/preview/chromium';

const found = await findChromium();
const blocker = 'missing' in found ? found.missing : null;
if (blocker !== null) process.stdout.write(`\n!!! PACKETS WERE NOT TESTED: ${blocker}\n\n`);

const because = v.array(
  v.union([v.strictObject({ question: v.string(), answer: v.string() }), v.strictObject({ asked: v.literal(true) })]),
);
const text = v.pipe(v.string(), v.minLength(1));
const id = v.pipe(v.string(), v.regex(/^[A-Za-z0-9-]+$/));
const isoDate = v.pipe(v.string(), v.isoDate());
const PLAN = v.strictObject({
  mainMessage: text,
  emergency: text,
  overlays: v.array(
    v.strictObject({ id, title: text, text: v.pipe(v.array(text), v.minLength(1)), page: v.nullable(id), because }),
  ),
  steps: v.pipe(v.array(v.strictObject({ text, who: id, why: text, because })), v.length(3)),
  dates: v.array(
    v.strictObject({
      id,
      ladder: v.nullable(id),
      date: v.nullable(isoDate),
      state: v.picklist(['ahead', 'soon', 'past', 'none']),
      text,
      source: v.string(),
    }),
  ),
  calendar: v.nullable(
    v.strictObject({ date: isoDate, title: text, event: v.pipe(v.string(), v.startsWith('BEGIN:VCALENDAR\r\n')) }),
  ),
  ladders: v.array(
    v.strictObject({
      id,
      coverage: id,
      letterWords: v.nullable(text),
      here: id,
      sent: v.boolean(),
      levels: v.array(
        v.strictObject({
          id,
          name: text,
          automatic: v.boolean(),
          askWithin: v.nullable(
            v.strictObject({ count: v.number(), unit: v.picklist(['days', 'months']), from: v.string() }),
          ),
          decidedWithin: v.strictObject({ standard: v.nullable(text), fast: v.nullable(text) }),
        }),
      ),
    }),
  ),
  help: v.array(v.strictObject({ id, title: text, offered: v.boolean(), reason: text, contacts: v.array(id) })),
  complaints: v.array(v.strictObject({ id, text, contacts: v.array(id), because })),
  people: v.array(
    v.strictObject({ id, name: text, does: text, asks: v.array(text), helping: v.boolean(), phone: v.nullable(text) }),
  ),
  contacts: v.array(
    v.strictObject({
      id,
      name: text,
      phone: v.nullable(text),
      tty: v.nullable(text),
      web: v.nullable(text),
      freshness: text,
    }),
  ),
  documents: v.array(
    v.strictObject({
      id,
      title: text,
      ticked: v.boolean(),
      because,
      becauseLine: text,
      pages: v.pipe(v.number(), v.minValue(1)),
    }),
  ),
});

const DENIED = {
  today: '2026-11-23',
  answers: {
    who: 'me',
    treatment: ['antibiotics'],
    leaving: 'soon',
    insurance: ['bought'],
    stage: 'denied',
    reason: ['not-necessary'],
    level: 'first',
    urgent: 'no',
    money: ['no'],
  },
  state: 'TX',
  letterDate: '2026-11-02',
  helpers: [],
  englishCopy: false,
};

interface Run {
  readonly code: number | null;
  readonly said: string;
}

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'homeward-packet-'));
});
afterEach(() => {
  rmSync(folder, { recursive: true });
});

function run(...args: readonly string[]): Promise<Run> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, ['src/commands/run.mjs', 'packet', ...args]);
    let said = '';
    child.stdout.on('data', (chunk: Buffer) => (said += chunk.toString()));
    child.stderr.on('data', (chunk: Buffer) => (said += chunk.toString()));
    child.once('error', reject);
    child.once('close', (code) => {
      resolve({ code, said });
    });
  });
}

function at(name: string): string {
  return join(folder, name);
}

/** Runs with these answers, and says what came of it. */
function packet(answers: unknown, ...more: readonly string[]): Promise<Run> {
  writeFileSync(at('answers.json'), typeof answers === 'string' ? answers : JSON.stringify(answers));
  return run('--answers', at('answers.json'), '--out', at('out.pdf'), '--plan', at('plan.json'), ...more);
}

function planOf(): v.InferOutput<typeof PLAN> {
  return v.parse(PLAN, JSON.parse(readFileSync(at('plan.json'), 'utf8')));
}

describe.skipIf(blocker !== null)('good answers', () => {
  test('give the ticked pages as a PDF and the plan in its public shape', async () => {
    expect(await packet(DENIED)).toEqual({ code: 0, said: '' });
    const plan = planOf();
    const ticked = plan.documents.filter((document) => document.ticked);
    const { documents } = await readPacketPages(
      readFileSync(at('out.pdf')),
      ticked.map((document) => document.id),
    );
    expect(documents.map(({ document, pages }) => ({ id: document, pages }))).toEqual(
      ticked.map((document) => ({ id: document.id, pages: document.pages })),
    );
    expect(plan.documents[0]).toMatchObject({ id: 'D01', ticked: true });
    expect(plan.ladders).toMatchObject([{ id: 'individual', here: 'internal' }]);
    expect(plan.dates.find((date) => date.id === 'file-appeal')).toMatchObject({
      ladder: 'individual',
      state: 'ahead',
    });
    expect(readdirSync(folder).sort()).toEqual(['answers.json', 'out.pdf', 'plan.json']);
  }, 60_000);

  test('give any page that is asked for, for staff too, in packet order', async () => {
    expect(await packet(DENIED, '--documents', 'D24a,D09c, D07')).toEqual({ code: 0, said: '' });
    const { documents } = await readPacketPages(readFileSync(at('out.pdf')), ['D07', 'D09c', 'D24a']);
    expect(documents).toHaveLength(3);
    expect(planOf().documents.every((document) => document.pages > 0)).toBe(true);
  }, 60_000);

  test('in large print on A4 give longer pages, of that size', async () => {
    expect(await packet(DENIED)).toMatchObject({ code: 0 });
    const regular = planOf();
    expect(await packet(DENIED, '--large-print', '--paper', 'a4')).toEqual({ code: 0, said: '' });
    const sum = (plan: v.InferOutput<typeof PLAN>): number =>
      plan.documents.reduce((pages, document) => pages + document.pages, 0);
    expect(sum(planOf())).toBeGreaterThan(sum(regular));
    expect(readFileSync(at('out.pdf'), 'latin1')).toMatch(/\/MediaBox \[0 0 59[45](\.\d+)? 84[12]/);
  }, 60_000);
});

describe('answers that are wrong: exit 2, one line that names the place, nothing written', () => {
  const answers = DENIED.answers;
  test.each<readonly [string, unknown, RegExp]>([
    ['not JSON', '{"today": ', /the file: write JSON/],
    ['an unknown key', { ...DENIED, sate: 'TX' }, /sate: remove it/],
    ['no day', { ...DENIED, today: undefined }, /today: add it/],
    ['a day that is not', { ...DENIED, today: '2026-02-30' }, /today/],
    ['an unknown question', { ...DENIED, answers: { ...answers, colour: 'red' } }, /colour/],
    ['an unknown answer', { ...DENIED, answers: { ...answers, urgent: 'maybe' } }, /urgent/],
    ['a question on the path without an answer', { ...DENIED, answers: { ...answers, level: [] } }, /level/],
    ['an answer to a question not on the path', { ...DENIED, answers: { ...answers, 'hold-up': 'slow' } }, /hold-up/],
    ['two answers where one is asked', { ...DENIED, answers: { ...answers, stage: ['denied', 'waiting'] } }, /stage/],
    [
      'an answer that stands alone with another',
      { ...DENIED, answers: { ...answers, insurance: ['bought', 'none'] } },
      /insurance/,
    ],
    ['the same answer twice', { ...DENIED, answers: { ...answers, treatment: ['tpn', 'tpn'] } }, /treatment/],
    ['a plan that said no and is not theirs', withSecondPlan('medicare'), /who-said-no/],
    ['a letter from tomorrow', { ...DENIED, letterDate: '2026-11-24' }, /letterDate/],
    ['a letter of three years ago', { ...DENIED, letterDate: '2023-11-02' }, /letterDate/],
    ['a letter where nobody said no', approvedWithLetter(), /letterDate/],
    ['an unknown state', { ...DENIED, state: 'ZZ' }, /state/],
    ['an unknown helper', { ...DENIED, helpers: ['magician'] }, /helpers/],
  ])(
    '%s',
    async (_what, file, said) => {
      const result = await packet(file);
      expect(result).toMatchObject({ code: 2 });
      expect(result.said.trimEnd().split('\n')).toHaveLength(1);
      expect(result.said).toMatch(said);
      expect(existsSync(at('out.pdf')) || existsSync(at('plan.json'))).toBe(false);
    },
    30_000,
  );
});

describe('a command that is wrong: exit 2, one line, nothing written', () => {
  test.each<readonly [string, readonly string[], RegExp]>([
    ['an unknown option', ['--colour'], /--colour/],
    ['a paper that nobody has', ['--paper', 'legal'], /--paper legal: use letter or a4/],
    ['a language that is not there', ['--language', 'xx'], /xx/],
    [
      'documents that are not there',
      ['--documents', 'D01,D99,X1'],
      /D99,X1: there is no such document: use some of D23, D01/,
    ],
    ['no documents', ['--documents', ' ,'], /--documents names nothing/],
    ['some documents and all', ['--documents', 'D01', '--all'], /use one of them/],
    ['one file for both', ['--plan', '{folder}/out.pdf'], /--plan/],
    ['a folder that is not there', ['--out', '{folder}/no/such/out.pdf'], /cannot be written/],
    ['a folder for a file', ['--out', '{folder}/folder'], /is a folder/],
    ['settings that are not there', ['--site', '{folder}/no.toml'], /no\.toml/],
    ['settings that are broken', ['--site', '{folder}/bad.toml'], /bad\.toml:1: paper/],
  ])(
    '%s',
    async (_what, more, said) => {
      mkdirSync(at('folder'));
      writeFileSync(at('bad.toml'), 'paper = "legal"\n');
      const result = await packet(DENIED, ...more.map((part) => part.replace('{folder}', folder)));
      expect(result).toMatchObject({ code: 2 });
      expect(result.said.trimEnd().split('\n')).toHaveLength(1);
      expect(result.said).toMatch(said);
      expect(existsSync(at('out.pdf')) || existsSync(at('plan.json'))).toBe(false);
    },
    30_000,
  );
});

function withSecondPlan(whoSaidNo: string): unknown {
  return { ...DENIED, answers: { ...DENIED.answers, insurance: ['bought', 'job'], 'who-said-no': whoSaidNo } };
}

function approvedWithLetter(): unknown {
  const { who, treatment, leaving, insurance, money } = DENIED.answers;
  return { ...DENIED, answers: { who, treatment, leaving, insurance, stage: 'approved', money } };
}
