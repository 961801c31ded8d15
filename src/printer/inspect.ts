/** For the installer: which queues CUPS has on this machine, and what to fix in one before patients use it. */
import type { Result } from '../basics/result';
import { groupOf, groupsOf, PRINTER_GROUP, stringsOf } from './ipp/answer';
import { exchange, type IppRequest } from './ipp/exchange';
import { parsePrinterUri, type IppTarget, type SettingsFailure } from './ipp/uri';
import type { PrintFailure } from './port';

/** What is wrong with a queue's setup, in words for the installer. */
export interface QueueAdvice {
  readonly cause: string;
  readonly fix: string;
}

const LIMITS = { timeoutMs: 10_000, maxAnswerBytes: 4 * 1024 * 1024 };

/**
 * The addresses of all queues of a CUPS scheduler.
 * @param server any of its addresses, like `ipp://127.0.0.1:631/`
 */
export async function findQueues(server: string): Promise<Result<readonly string[], PrintFailure | SettingsFailure>> {
  const target = parsePrinterUri(`${server.replace(/\/$/, '')}/printers`);
  if (!target.ok) return target;
  const answer = await askOnce(target.value, 'CUPS-Get-Printers', ['printer-name']);
  if (!answer.ok) return answer;
  const names = groupsOf(answer.value, PRINTER_GROUP).flatMap((queue) => stringsOf(queue, 'printer-name').slice(0, 1));
  return { ok: true, value: names.map((name) => `${target.value.uri}/${name}`) };
}

/** What could make a queue report wrong states, wait forever, or print for the wrong person. Empty if nothing is found. */
export async function inspectQueue(
  uri: string,
): Promise<Result<readonly QueueAdvice[], PrintFailure | SettingsFailure>> {
  const target = parsePrinterUri(uri);
  if (!target.ok) return target;
  const names = ['device-uri', 'printer-error-policy', 'printer-make-and-model', 'document-format-supported'];
  const answer = await askOnce(target.value, 'Get-Printer-Attributes', names);
  if (!answer.ok) return answer;
  const queue = groupOf(answer.value, PRINTER_GROUP);
  const read = (name: string): string | undefined => stringsOf(queue, name)[0];
  const advice: QueueAdvice[] = [];
  const device = read('device-uri');
  if (device !== undefined && read('printer-error-policy') !== 'abort-job') {
    const cause = 'a failed job is kept and may print later, for somebody else.';
    advice.push({ cause, fix: 'set the queue’s error policy to abort-job.' });
  }
  if (device !== undefined && /^ipps?:/.test(device) && !device.includes('contimeout=')) {
    const cause = 'if the printer is off, the job waits forever.';
    advice.push({ cause, fix: 'add ?contimeout=5 to the queue’s device address.' });
  }
  if (device !== undefined && !/^ipps?:/.test(device)) {
    const cause = 'the printer itself cannot be asked, so the queue may report problems that are over.';
    advice.push({ cause, fix: 'use a driverless queue (build/cups/add-queue.sh) if the printer speaks IPP.' });
  }
  if (/raw/i.test(read('printer-make-and-model') ?? '')) {
    const cause = 'the queue prints raw: CUPS does not know the printer.';
    advice.push({ cause, fix: 'delete the queue and make it again while the printer is on.' });
  }
  if (!stringsOf(queue, 'document-format-supported').includes('application/pdf')) {
    advice.push({ cause: 'the printer does not accept PDF.', fix: 'print through a CUPS queue.' });
  }
  return { ok: true, value: advice };
}

function askOnce(target: IppTarget, operation: IppRequest['operation'], names: readonly string[]) {
  const attributes = { 'requested-attributes': names };
  return exchange(target, { operation, id: 1, userName: 'homeward', attributes }, LIMITS);
}
