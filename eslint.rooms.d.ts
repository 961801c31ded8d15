/** Why a file may not import something, or null. */
export function brokenDirection(file: string, specifier: string): string | null;
