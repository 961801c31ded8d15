import { beforeEach, describe, expect, it } from 'vitest';
import type { PrintDocument } from './port';
import { makeSystemPrinter, type SystemPrinterInfo } from './system';

const document: PrintDocument = {
  pdf: Buffer.from('%PDF-1.7'),
  jobName: 'Homeward pages',
  copies: 2,
  paper: 'letter',
  sides: 'one-sided',
};
const WARD: SystemPrinterInfo = { name: 'Ward 4 printer', isDefault: false, status: 0 };
const OTHER: SystemPrinterInfo = { name: 'Microsoft Print to PDF', isDefault: true, status: 0 };

let printers: readonly SystemPrinterInfo[] = [];
let printed: (readonly [string, PrintDocument])[] = [];
let refusal: string | null = null;

const spooler = {
  printers: async () => printers,
  print: async (printer: string, pages: PrintDocument) => {
    if (refusal === null) printed.push([printer, pages]);
    return refusal;
  },
};

beforeEach(() => {
  printers = [OTHER, WARD];
  printed = [];
  refusal = null;
});

describe('the printing of the system', () => {
  it('ends as passed on, never as sent: the spooler tells nothing more', async () => {
    const printer = makeSystemPrinter('Ward 4 printer', spooler);
    const job = await printer.submit(document);
    if (!job.ok) throw new Error(job.error.detail);
    expect(printed).toEqual([['Ward 4 printer', document]]);
    expect(await printer.follow(job.value, () => undefined)).toEqual({ state: 'passed-on' });
  });

  it('does not pretend to take a job back', async () => {
    const job = { id: 'passed-on', copies: 1, sides: 'one-sided', paper: null, reasonsBefore: [] } as const;
    expect(await makeSystemPrinter(null, spooler).cancel(job)).toMatchObject({
      ok: false,
      error: { code: 'cannot-take-back' },
    });
  });

  it('uses the default printer when none is named, and no other when the named one is missing', async () => {
    await makeSystemPrinter(null, spooler).submit(document);
    expect(printed.map(([name]) => name)).toEqual(['Microsoft Print to PDF']);
    const missing = makeSystemPrinter('Ward 9 printer', spooler);
    expect(await missing.status()).toMatchObject({ readiness: 'unavailable', failure: { code: 'no-such-queue' } });
    expect(await missing.submit(document)).toMatchObject({ ok: false, error: { code: 'no-such-queue' } });
    printers = [];
    expect(await makeSystemPrinter(null, spooler).status()).toMatchObject({ readiness: 'unavailable' });
    expect(printed).toHaveLength(1);
  });

  it.each([
    ['all is well', 0, 'ready', []],
    ['it only prints', 0x400, 'ready', []],
    ['out of paper', 0x10, 'attention', ['paper-out']],
    ['a jam and an open door', 0x0040_0008, 'attention', ['jam', 'open']],
    ['offline', 0x80, 'attention', ['off']],
    ['toner low, which is for staff', 0x0002_0000, 'ready', []],
    ['warming up', 0x0001_0000, 'waking', ['waking']],
  ] as const)('reads what Windows says of the printer: %s', async (_name, status, readiness, troubles) => {
    printers = [{ ...WARD, status }];
    const seen = await makeSystemPrinter('Ward 4 printer', spooler).status();
    expect(seen.readiness).toBe(readiness);
    expect(seen.readiness === 'unavailable' ? [] : seen.because.map(({ trouble }) => trouble)).toEqual(troubles);
  });

  it('says when the spooler did not take the pages, or they are no PDF', async () => {
    refusal = 'Invalid printer settings';
    const printer = makeSystemPrinter('Ward 4 printer', spooler);
    expect(await printer.submit(document)).toEqual({
      ok: false,
      error: { code: 'refused', detail: 'Invalid printer settings', mayStillPrint: false },
    });
    refusal = null;
    expect(await printer.submit({ ...document, pdf: Buffer.from('GIF') })).toMatchObject({ ok: false });
    expect(printed).toEqual([]);
  });
});
