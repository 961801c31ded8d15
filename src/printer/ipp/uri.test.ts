import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parsePrinterUri } from './uri';

describe('parsePrinterUri', () => {
  it.each([
    ['ipp://127.0.0.1:8631/printers/kiosk', { host: '127.0.0.1', port: 8631, path: '/printers/kiosk', secure: false }],
    ['ipp://printer.ward.example/ipp/print', { host: 'printer.ward.example', port: 631, secure: false }],
    ['ipps://[::1]/printers/kiosk', { host: '::1', port: 631, path: '/printers/kiosk', secure: true }],
  ])('reads %s', (uri, expected) => {
    expect(parsePrinterUri(uri)).toMatchObject({ ok: true, value: { uri, ...expected } });
  });

  it.each([
    ['', 'empty'],
    ['kiosk', 'not an address'],
    ['http://127.0.0.1:631/printers/kiosk', 'starts with "http:"'],
    ['file:///etc/passwd', 'starts with "file:"'],
    ['ipp:///printers/kiosk', 'names no machine'],
    ['ipp:printers/kiosk', 'names no machine'],
    ['ipp://me:secret@127.0.0.1/printers/kiosk', 'user name'],
    ['ipp://127.0.0.1/printers/kiosk?contimeout=5', 'after "?"'],
    ['ipp://127.0.0.1', 'names no queue'],
    ['ipp://127.0.0.1:0/printers/kiosk', 'port 0'],
    ['ipp://127.0.0.1:99999/printers/kiosk', 'not an address'],
    ['ipp://127.0.0.1/printers/a kiosk', 'space'],
    ['ipp://127.0.0.1/printers/kiosk\r\nX: y', 'special character'],
    [`ipp://127.0.0.1/${'k'.repeat(1100)}`, 'longer than'],
  ])('refuses %j and says how to fix it', (uri, cause) => {
    const parsed = parsePrinterUri(uri);
    expect(parsed).toMatchObject({ ok: false, error: { code: 'bad-printer-uri' } });
    expect(parsed.ok ? '' : parsed.error.detail).toContain(cause);
    expect(parsed.ok ? '' : parsed.error.detail).toContain('ipp://127.0.0.1:631/printers/kiosk');
  });

  it('never repeats a password in its message, and never throws', () => {
    expect(JSON.stringify(parsePrinterUri('ipp://me:secret@127.0.0.1/p'))).not.toContain('secret');
    fc.assert(fc.property(fc.string(), (text) => void parsePrinterUri(text)));
    fc.assert(fc.property(fc.string(), (text) => void parsePrinterUri(`ipp://${text}`)));
  });
});
