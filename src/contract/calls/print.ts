import * as v from 'valibot';
import { SMALL_BYTES, type CallGroup } from '../row';
import { CAME, id, nothing } from '../values';

/** A prepared packet on its way to paper. */
export const printCalls = {
  /**
   * The errors are about the request itself. What becomes of a good one is said by the state `job` alone, also when it
   * is refused because another job is still open or because nothing more may be reprinted.
   */
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
    output: nothing,
    errors: ['unknown-packet', 'no-such-page'],
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
  /** The count check of the newest job: what the printer cannot know. Kept in the state `job`. */
  'print.counted': {
    input: v.strictObject({ job: id, came: v.picklist(CAME) }),
    output: nothing,
    errors: ['unknown-job', 'not-countable', 'counted-already'],
    roles: ['patient'],
    maxBytes: SMALL_BYTES,
    perMinute: 30,
    sideEffect: true,
  },
} as const satisfies CallGroup<'print'>;
