/** One good input for each call, and the role that may send it. */
import type { CallName, InputOf } from '../../src/contract/table';

export const EXAMPLES: { readonly [Name in CallName]: InputOf<Name> } = {
  'content.guide': { language: 'en' },
  'session.begin': {},
  'session.alive': {},
  'session.end': { why: 'done' },
  'packet.prepare': {
    choices: {
      answers: { who: ['me'], treatment: ['antibiotics'] },
      state: 'TX',
      letterDate: null,
      helpers: [],
      largePrint: false,
    },
    documents: ['D01'],
  },
  'print.submit': { requestId: 'request-1', packet: 'packet-1', copies: 1, pages: null },
  'print.cancel': { job: 'job-1' },
  'print.counted': { job: 'job-1', came: 'all' },
};
