import type { Result } from '../../basics/result';

/** Where a queue or a printer answers. */
export interface IppTarget {
  /** The value for `printer-uri`. */
  readonly uri: string;
  readonly host: string;
  readonly port: number;
  readonly path: string;
  /** TLS from the first byte (`ipps`, RFC 7472). */
  readonly secure: boolean;
}

export interface SettingsFailure {
  readonly code: 'bad-printer-uri' | 'bad-folder' | 'no-system-printing';
  /** What is wrong and how to fix it, for the person who edits the site's settings. */
  readonly detail: string;
}

const DEFAULT_PORT = 631;
/** RFC 8011 §5.1.6. */
const MAX_URI_BYTES = 1023;
const EXAMPLE = 'write it like ipp://127.0.0.1:631/printers/kiosk';

/** Reads a printer's address (RFC 3510): ipp or ipps, with no user, query or fragment. */
export function parsePrinterUri(text: string): Result<IppTarget, SettingsFailure> {
  if (!/^[\x21-\x7e]+$/.test(text)) return bad('is empty or has a space or a special character');
  if (text.length > MAX_URI_BYTES) return bad(`is longer than ${MAX_URI_BYTES} characters`);
  const url = URL.canParse(text) ? new URL(text) : null;
  if (url === null) return bad('is not an address');
  if (url.protocol !== 'ipp:' && url.protocol !== 'ipps:') {
    return bad(`starts with "${url.protocol}" and only ipp: and ipps: can be used`);
  }
  if (url.hostname === '') return bad('names no machine');
  if (url.username !== '' || url.password !== '') return bad('holds a user name or a password');
  if (url.search !== '' || url.hash !== '') return bad('has something after "?" or "#"');
  if (url.pathname === '' || url.pathname === '/') return bad('names no queue after the machine');
  if (url.port === '0') return bad('has port 0');
  return {
    ok: true,
    value: {
      uri: url.href,
      host: url.hostname.replace(/^\[(.*)\]$/, '$1'),
      port: url.port === '' ? DEFAULT_PORT : Number(url.port),
      path: url.pathname,
      secure: url.protocol === 'ipps:',
    },
  };

  function bad(cause: string): Result<IppTarget, SettingsFailure> {
    return { ok: false, error: { code: 'bad-printer-uri', detail: `printer address ${cause}: ${EXAMPLE}` } };
  }
}

/**
 * The device behind a CUPS queue, from the queue's `device-uri`; null if it cannot be asked over IPP (USB, a socket, a
 * DNS-SD name). The part after "?" is options for the CUPS backend.
 */
export function parseDeviceUri(text: string | undefined): IppTarget | null {
  const parsed = parsePrinterUri((text ?? '').replace(/[?#].*$/, ''));
  return parsed.ok && !parsed.value.host.endsWith('_tcp.local') ? parsed.value : null;
}
