import * as v from 'valibot';
import { SMALL_BYTES, type CallGroup } from '../row';
import { nothing } from '../values';

/** One person's visit. */
export const sessionCalls = {
  'session.begin': {
    input: nothing,
    output: v.strictObject({ number: v.number() }),
    errors: [],
    roles: ['nobody', 'patient'],
    maxBytes: SMALL_BYTES,
    perMinute: 120,
    sideEffect: true,
  },
  /** The person acted. Without it the machine ends the visit after a while: a screen that hangs cannot do so itself. */
  'session.alive': {
    input: nothing,
    output: nothing,
    errors: [],
    roles: ['nobody', 'patient'],
    maxBytes: SMALL_BYTES,
    perMinute: 10,
    sideEffect: true,
  },
  'session.end': {
    input: v.strictObject({ why: v.picklist(['done', 'idle', 'clear']) }),
    output: nothing,
    errors: [],
    roles: ['nobody', 'patient'],
    maxBytes: SMALL_BYTES,
    perMinute: 120,
    sideEffect: true,
  },
} as const satisfies CallGroup<'session'>;
