/**
 * The code of a system error: `ENOENT`, `EACCES`, `ECONNREFUSED`.
 * @returns null for anything else that was thrown
 */
export function errorCode(error: unknown): string | null {
  if (!(error instanceof Error) || !('code' in error)) return null;
  return typeof error.code === 'string' ? error.code : null;
}
