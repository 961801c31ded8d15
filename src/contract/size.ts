/**
 * Whether a plain value takes more than about `limit` bytes. Stops as soon as that is clear, so a huge or circular value
 * from a broken screen costs no time.
 */
export function isLargerThan(limit: number, value: unknown): boolean {
  const waiting: unknown[] = [value];
  let bytes = 0;
  while (waiting.length > 0) {
    const next = waiting.pop();
    // Each value costs something, so a circular value reaches the limit instead of looping forever.
    bytes += 8 + ownBytes(next);
    if (bytes > limit) return true;
    if (typeof next !== 'object' || next === null || ArrayBuffer.isView(next)) continue;
    if (Array.isArray(next)) {
      // A hole costs as much as a value. Checked before the entries are copied.
      if (next.length * 8 > limit) return true;
      for (const entry of next) waiting.push(entry);
    } else {
      for (const [key, entry] of Object.entries(next)) {
        bytes += key.length;
        if (bytes > limit) return true;
        waiting.push(entry);
      }
    }
  }
  return false;
}

function ownBytes(value: unknown): number {
  if (typeof value === 'string') return value.length;
  if (ArrayBuffer.isView(value) || value instanceof ArrayBuffer) return value.byteLength;
  // A map or a set hides its entries from `Object.entries`; the schemas refuse both.
  if (value instanceof Map || value instanceof Set) return value.size * 16;
  return 0;
}
