import { describe, expect, it } from 'vitest';
import { printLabMissing } from '../support/print-lab';
import { isFaultless, runLoad, formatLoad } from './load';

const missing = printLabMissing();
const title = missing === null ? 'a sample of the load run' : `SKIPPED, a sample of the load run: ${missing}`;

describe.skipIf(missing !== null)(title, { timeout: 60_000 }, () => {
  it.each([
    { what: '12 packets in a row', kiosks: 1, packetsEach: 12 },
    { what: '6 kiosks on one queue', kiosks: 6, packetsEach: 2 },
  ])('$what: none lost, none doubled, order kept, nothing left', async (load) => {
    const result = await runLoad(load);
    expect(isFaultless(result), formatLoad(result)).toBe(true);
    expect(result.sent).toBe(12);
  });
});
