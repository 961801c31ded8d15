import { beforeEach, describe, expect, it } from 'vitest';
import type { PrintDocument } from './port';
import { makeSystemPrinter, type Spooled } from './system';

const document: PrintDocument = {
  pdf: Buffer.from('%PDF-1.7'),
  jobName: 'Homeward pages',
  copies: 2,
  paper: 'letter',
  sides: 'two-sided-long-edge',
};
const WARD = 'Ward 4 printer';

let printers: readonly string[] = [];
let printed: (readonly [string | null, PrintDocument])[] = [];
let answer: Spooled = { kind: 'taken' };

const spooler = {
  printers: async () => printers,
  print: async (printer: string | null, pages: PrintDocument) => {
    printed.push([printer, pages]);
    return answer;
  },
};

beforeEach(() => {
  printers = ['Microsoft Print to PDF', WARD];
  printed = [];
  answer = { kind: 'taken' };
});

describe('the printing of the system', () => {
  it('ends as passed on, never as sent: the system tells nothing more', async () => {
    const printer = makeSystemPrinter(WARD, spooler);
    const job = await printer.submit(document);
    if (!job.ok) throw new Error(job.error.detail);
    expect(printed).toEqual([[WARD, document]]);
    expect(await printer.follow(job.value, () => undefined)).toEqual({ state: 'handed-over' });
  });

  it('counts on one side of the paper, because nobody tells whether the printer can do two', async () => {
    const printer = makeSystemPrinter(WARD, spooler);
    expect(await printer.status()).toMatchObject({ readiness: 'ready', offers: { twoSided: false, trueSize: false } });
    expect(await printer.submit(document)).toMatchObject({ ok: true, value: { copies: 2, sides: 'one-sided' } });
  });

  it('does not pretend to take a job back', async () => {
    const job = { id: 'handed-over', copies: 1, sides: 'one-sided', paper: null, reasonsBefore: [] } as const;
    expect(await makeSystemPrinter(null, spooler).cancel(job)).toMatchObject({
      ok: false,
      error: { code: 'cannot-withdraw' },
    });
  });

  it('leaves the choice to the system when none is named, and uses no other when the named one is missing', async () => {
    await makeSystemPrinter(null, spooler).submit(document);
    expect(printed.map(([name]) => name)).toEqual([null]);
    const missing = makeSystemPrinter('Ward 9 printer', spooler);
    expect(await missing.status()).toMatchObject({ readiness: 'unavailable', failure: { code: 'no-such-queue' } });
    expect(await missing.submit(document)).toMatchObject({ ok: false, error: { code: 'no-such-queue' } });
    printers = [];
    expect(await makeSystemPrinter(null, spooler).status()).toMatchObject({ readiness: 'unavailable' });
    expect(printed).toHaveLength(1);
  });

  it.each([
    ['refused', false],
    ['unsure', true],
  ] as const)(
    'when the pages were %s, says whether some may come out all the same: %s',
    async (kind, mayStillPrint) => {
      answer = { kind, detail: 'Print job failed' };
      expect(await makeSystemPrinter(WARD, spooler).submit(document)).toEqual({
        ok: false,
        error: { code: 'refused', detail: 'Print job failed', mayStillPrint },
      });
    },
  );

  it('hands over nothing that is no PDF', async () => {
    const submitted = await makeSystemPrinter(WARD, spooler).submit({ ...document, pdf: Buffer.from('GIF') });
    expect(submitted).toMatchObject({ ok: false, error: { code: 'document-refused' } });
    expect(printed).toEqual([]);
  });
});
