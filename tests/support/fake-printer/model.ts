/** The settings and the state of the fake printer. */
import type { WireValue } from './codec';

export const OPERATIONS = {
  'Print-Job': 0x0002,
  'Validate-Job': 0x0004,
  'Create-Job': 0x0005,
  'Send-Document': 0x0006,
  'Cancel-Job': 0x0008,
  'Get-Job-Attributes': 0x0009,
  'Get-Jobs': 0x000a,
  'Get-Printer-Attributes': 0x000b,
  'Create-Job-Subscriptions': 0x0017,
  'Get-Notifications': 0x001c,
} as const;
export type FakeOperation = keyof typeof OPERATIONS;
const EVENT_OPERATIONS: readonly FakeOperation[] = ['Create-Job-Subscriptions', 'Get-Notifications'];
/** All operations of the fake printer. By default it has no events, like most printers. */
export const ALL_OPERATIONS = Object.keys(OPERATIONS) as readonly FakeOperation[];

export const JOB_STATES = {
  pending: 3,
  held: 4,
  processing: 5,
  stopped: 6,
  canceled: 7,
  aborted: 8,
  completed: 9,
} as const;
export const PRINTER_STATES = { idle: 3, processing: 4, stopped: 5 } as const;

/** Statuses of RFC 8011 appendix B. */
export const STATUS = {
  ok: 0x0000,
  badRequest: 0x0400,
  notPossible: 0x0404,
  notFound: 0x0406,
  formatNotSupported: 0x040a,
  valuesNotSupported: 0x040b,
  charsetNotSupported: 0x040d,
  operationNotSupported: 0x0501,
  versionNotSupported: 0x0503,
  notAccepting: 0x0506,
} as const;

/**
 * How an answer goes wrong. With `status` and `http` the operation is not done; with all others it is done and only its
 * answer is damaged. `cut-mid-document` closes the connection at the first bytes of the document.
 */
export type FakeFault =
  | { readonly kind: 'status'; readonly status: number }
  | { readonly kind: 'http'; readonly status: number }
  | { readonly kind: 'cut' | 'cut-mid-document' | 'silent' | 'garbage' | 'not-http' }
  | { readonly kind: 'negative-length' | 'unknown-attributes' | 'wrong-request-id' }
  | { readonly kind: 'truncated'; readonly where: 'ipp' | 'http' }
  | { readonly kind: 'oversized'; readonly bytes: number }
  | { readonly kind: 'drip' | 'slow'; readonly delayMs: number };

export interface FakeJobStep {
  readonly state: keyof typeof JOB_STATES;
  readonly reasons?: readonly string[];
  /** Also changes the printer, until it is changed again. */
  readonly printer?: Partial<FakePrinterState>;
}

export interface FakePrinterState {
  readonly state: keyof typeof PRINTER_STATES;
  /** Set for a CUPS queue, which also understands `purge-job`; null for a printer. */
  readonly deviceUri: string | null;
  /** `printer-input-tray` and `media-ready`; empty when the printer does not report them. */
  readonly trays: readonly string[];
  readonly mediaReady: readonly string[];
  readonly reasons: readonly string[];
  readonly accepting: boolean;
  readonly operations: readonly FakeOperation[];
  readonly media: readonly string[];
  readonly sides: readonly string[];
  readonly maxCopies: number;
  readonly colorModes: readonly string[];
  readonly scalings: readonly string[];
  readonly formats: readonly string[];
}

export interface FakeJob {
  readonly id: number;
  readonly name: string;
  readonly user: string;
  readonly uuid: string;
  /** The requested job template attributes. */
  readonly asked: Readonly<Record<string, readonly WireValue[]>>;
  readonly document: Buffer;
  readonly step: FakeJobStep;
}

export const USUAL_PRINTER: FakePrinterState = {
  state: 'idle',
  reasons: ['none'],
  deviceUri: null,
  trays: [],
  mediaReady: [],
  accepting: true,
  operations: ALL_OPERATIONS.filter((name) => !EVENT_OPERATIONS.includes(name)),
  media: ['na_letter_8.5x11in', 'iso_a4_210x297mm'],
  sides: ['one-sided', 'two-sided-long-edge', 'two-sided-short-edge'],
  maxCopies: 99,
  colorModes: ['monochrome', 'color', 'auto'],
  scalings: ['auto', 'fit', 'none'],
  formats: ['application/pdf', 'application/octet-stream'],
};

export const USUAL_STEPS: readonly FakeJobStep[] = [{ state: 'processing' }, { state: 'completed' }];
