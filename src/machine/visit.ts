/**
 * One visit: the pages and the print jobs of one person. It is made when they begin and dropped when they leave; nothing
 * of it is reset, because nothing of it is used again (docs/design/product.md "Promises").
 */
import type { Envelope, ErrorOf, InputOf, OutputOf, StateOf } from '../contract/table';
import type { Log } from './events';
import type { Setup } from './keeper';
import type { Compose } from './pages/compose';
import { makePackets } from './pages/packets';
import { makePrinting, type Printing } from './printing/printing';
import type { Queue } from './printing/queue';
import { sidesOf } from './printing/sides';

/** What one kind of visit allows. */
export interface VisitLimits {
  readonly maxCopies: number;
  /** How many times pages of one packet may be printed again; after that a person helps (docs/design/printing.md). */
  readonly maxReprints: number;
}

/** Two copies: one for the patient, one for whoever helps them. */
export const PATIENT_LIMITS: VisitLimits = { maxCopies: 2, maxReprints: 2 };

export interface VisitDeps {
  readonly setup: Setup;
  readonly limits: VisitLimits;
  readonly compose: Compose;
  readonly queue: Queue;
  readonly publish: (job: StateOf<'job'>) => void;
  readonly log: Log;
}

type Prepared = Envelope<OutputOf<'packet.prepare'>, ErrorOf<'packet.prepare'>>;

export interface Visit extends Pick<Printing, 'submit' | 'cancel' | 'counted'> {
  /** Makes pages to show and print. Refused when the person leaves before they are made. */
  prepare(request: InputOf<'packet.prepare'>): Promise<Prepared>;
  /** The person has gone: what the printer has not printed is withdrawn, and nothing is published any more. */
  end(): void;
}

/** @param number the visits of this run, counted from 1 */
export function makeVisit(number: number, { setup, limits, compose, queue, publish, log }: VisitDeps): Visit {
  const { site, guides, today, printer } = setup;
  const packets = makePackets(number);
  let hasEnded = false;
  const printing = makePrinting({
    visit: number,
    queue,
    printer,
    findPacket: packets.find,
    paper: site.paper,
    sides: sidesOf(site),
    maxReprints: limits.maxReprints,
    publish,
    log,
  });

  const { submit, cancel, counted } = printing;
  return { prepare, submit, cancel, counted, end };

  async function prepare({ choices, documents, language }: InputOf<'packet.prepare'>): Promise<Prepared> {
    const guide = language === undefined ? [...guides.values()][0] : guides.get(language);
    if (guide === undefined) return refused('cannot-compose');
    const composed = compose({ guide, site, today, choices, documents });
    if (!composed.ok) return refused(composed.code);
    try {
      const made = await composed.making;
      if (hasEnded) return refused('cannot-compose');
      const packet = packets.keep(made);
      const { id, pages } = packet;
      const pdf = Buffer.from(packet.pdf).toString('base64');
      return { ok: true, value: { packet: id, documents: packet.documents, pages, pdf } };
    } catch (error) {
      log({ kind: 'compose-failed', error: error instanceof Error ? error.name : typeof error });
      return refused('cannot-compose');
    }
  }

  function end(): void {
    hasEnded = true;
    printing.end();
  }
}

function refused(code: ErrorOf<'packet.prepare'>): Prepared {
  return { ok: false, error: { code } };
}
