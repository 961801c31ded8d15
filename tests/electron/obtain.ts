/** One bounded try to get Electron's program before its tier; the tier itself says when there is none. */
import { obtainElectron } from '../../src/commands/electron-binary';

export async function main(): Promise<number> {
  const found = await obtainElectron(process.cwd(), (line) => process.stdout.write(`${line}\n`));
  if ('missing' in found) process.stdout.write(`Electron: ${found.missing}\n`);
  return 0;
}
