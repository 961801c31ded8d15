import * as v from 'valibot';
import type { Guide } from '../../guide/model';
import { SMALL_BYTES, type CallGroup } from '../row';
import { language } from '../values';

/** The checked content. */
export const contentCalls = {
  'content.guide': {
    input: v.strictObject({ language }),
    /** Checked when it was loaded (`src/guide/load`), so its shape is not checked again here. */
    output: v.custom<Guide>((value) => typeof value === 'object' && value !== null && 'version' in value),
    errors: ['unknown-language'],
    roles: ['nobody', 'patient'],
    maxBytes: SMALL_BYTES,
    perMinute: 60,
    sideEffect: false,
  },
} as const satisfies CallGroup<'content'>;
