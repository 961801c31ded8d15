/**
 * Line numbers of the keys of a TOML text, by dotted path: `screen.diagonal_inch`, `unit_contacts.1.phone`.
 * Covers how settings are written (tables, arrays of tables, one key a line); what it does not know has no line.
 */
export function tomlLines(text: string): ReadonlyMap<string, number> {
  const lines = new Map<string, number>();
  const counts = new Map<string, number>();
  let table = '';
  text.split('\n').forEach((line, at) => {
    const header = /^\s*(\[\[?)\s*([\w.-]+)\s*\]/.exec(line);
    if (header !== null) {
      table = header[2] ?? '';
      if (header[1] === '[[') {
        const count = counts.get(table) ?? 0;
        counts.set(table, count + 1);
        note(table, at);
        table = `${table}.${count}`;
      }
      note(table, at);
      return;
    }
    const key = /^\s*([\w.-]+)\s*=/.exec(line)?.[1];
    if (key !== undefined) note(table === '' ? key : `${table}.${key}`, at);
  });
  return lines;

  function note(path: string, at: number): void {
    if (!lines.has(path)) lines.set(path, at + 1);
  }
}
