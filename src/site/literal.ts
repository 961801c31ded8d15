/** A value of a setting as TOML writes it, on one line. Tables are written inline. */
export function tomlLiteral(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(tomlLiteral).join(', ')}]`;
  if (typeof value === 'object' && value !== null) {
    const pairs = Object.entries(value).map(([name, inner]) => `${name} = ${tomlLiteral(inner)}`);
    return `{ ${pairs.join(', ')} }`;
  }
  // A JSON string is a TOML string too; so are numbers, true and false.
  return JSON.stringify(value);
}
