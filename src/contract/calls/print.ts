import * as v from 'valibot';
import { SMALL_BYTES, type CallGroup } from '../row';
import { id, nothing } from '../values';

/** A prepared packet on its way to paper. */
export const printCalls = {
  'print.submit': {
    input: v.strictObject({
      requestId: id,
      packet: id,
      copies: v.picklist([1, 2]),
      /** Pages to print again after the count check, counted from 1; null prints all. */
      pages: v.nullable(
        v.pipe(v.array(v.pipe(v.number(), v.integer(), v.minValue(1))), v.minLength(1), v.maxLength(60)),
      ),
    }),
    output: v.strictObject({ job: id }),
    errors: ['unknown-packet', 'busy', 'printer-unavailable', 'too-many-reprints', 'no-such-page'],
    roles: ['patient'],
    maxBytes: SMALL_BYTES,
    perMinute: 30,
    sideEffect: true,
  },
  'print.cancel': {
    input: v.strictObject({ job: id }),
    output: nothing,
    errors: ['unknown-job'],
    roles: ['patient'],
    maxBytes: SMALL_BYTES,
    perMinute: 30,
    sideEffect: true,
  },
} as const satisfies CallGroup<'print'>;
