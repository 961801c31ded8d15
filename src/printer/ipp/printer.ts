import type { Clock } from '../../basics/clock';
import type { Paper, PrinterPort, PrinterStatus } from '../port';
import { makeDevice } from './device';
import { withoutStatus } from './exchange';
import { follow } from './follow';
import { makeJobs } from './jobs';
import { DEFAULT_IPP_LIMITS, type IppLimits } from './limits';
import { makeLink } from './link';
import { purge } from './purge';
import { offersOf, readinessOf, viewThrough } from './state';
import { refusalOf, submit } from './submit';
import type { IppTarget } from './uri';

export interface IppPrinterOptions {
  readonly clock: Clock;
  readonly limits?: IppLimits;
  /** `requesting-user-name`: never a person's. Each kiosk has its own, so that it cancels only its own jobs. */
  readonly owner?: string;
  /** The paper of the site; if left out, any tray counts. */
  readonly paper?: Paper;
}

/** A CUPS queue, or a printer that speaks IPP Everywhere (RFC 8010, RFC 8011, PWG 5100.14). */
export function makeIppPrinter(
  target: IppTarget,
  { clock, limits = DEFAULT_IPP_LIMITS, owner = 'homeward', paper }: IppPrinterOptions,
): PrinterPort {
  const link = makeLink(target, { clock, limits, owner, paper });
  const device = makeDevice(link);
  const jobs = makeJobs(link);

  return {
    kind: 'ipp',
    status,
    async submit(document) {
      const submitted = await submit(document, link, device);
      if (submitted.ok) jobs.start(submitted.value.id);
      return submitted;
    },
    follow: (job, onState, { signal } = {}) => follow(job, { link, device, jobs, signal, onState }),
    cancel: jobs.cancel,
    purge: () => purge(link, jobs),
  };

  async function status(): Promise<PrinterStatus> {
    const printer = await link.refreshCapabilities();
    if (!printer.ok) return { readiness: 'unavailable', reasons: [], failure: withoutStatus(printer.error) };
    const view = viewThrough(link.viewOf(printer.value), await device.look());
    const refusal = refusalOf(printer.value);
    if (refusal !== null) return { readiness: 'unavailable', reasons: view.reasons, failure: refusal };
    return { ...readinessOf(view), reasons: view.reasons, offers: offersOf(printer.value) };
  }
}
