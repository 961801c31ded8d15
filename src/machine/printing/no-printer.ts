import type { PrinterPort } from '../../printer';

/** Stands where the settings name no usable printer: the kiosk runs, and says that it cannot print. */
export function makeNoPrinter(detail: string): PrinterPort {
  const failure = { code: 'no-such-queue', detail } as const;
  return {
    kind: 'ipp',
    status: async () => ({ readiness: 'unavailable', reasons: [], failure }),
    submit: async () => ({ ok: false, error: { ...failure, mayStillPrint: false } }),
    follow: async () => ({ state: 'unknown', why: 'job-forgotten' }),
    cancel: async () => ({ ok: true, value: 'already-finished' }),
    purge: async () => ({ ok: true, value: { cancelled: 0, wiped: 0, isDone: true } }),
  };
}
