import * as v from 'valibot';
import { SMALL_BYTES, type CallGroup } from '../row';
import { choicesSchema, id, language } from '../values';

/** The pages of one person, made and counted. */
export const packetCalls = {
  'packet.prepare': {
    input: v.strictObject({
      choices: choicesSchema,
      documents: v.pipe(v.array(id), v.minLength(1), v.maxLength(40)),
      /** Left out: the kiosk's first language. */
      language: v.exactOptional(language),
    }),
    output: v.strictObject({
      packet: id,
      /** Every document asked for, in packet order, with its printed pages. */
      documents: v.array(v.strictObject({ id, pages: v.number() })),
      pages: v.number(),
      /** The PDF itself, base64: the preview shows these bytes and the printer gets these bytes. */
      pdf: v.string(),
    }),
    errors: ['bad-choices', 'unknown-document', 'cannot-compose'],
    roles: ['patient'],
    maxBytes: SMALL_BYTES,
    perMinute: 120,
    sideEffect: false,
  },
} as const satisfies CallGroup<'packet'>;
