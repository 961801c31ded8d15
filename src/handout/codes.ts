/**
 * The QR codes of a page. A code holds the address of an organization, printed beside it, or one day for a calendar; never
 * an answer or anything else about the person (docs/design/product.md "Paper").
 */
import { h, type VNode } from 'vue';
import { addressParts } from '../guide/text';
import { qrCode } from './drawings/qr';
import type { PageContext } from './page-context';

/**
 * The last day as a calendar entry. Only the event is in the code: phones do not need the iCalendar object around it, and
 * a code with less data can still be scanned after more photocopies.
 * @param entry an iCalendar object with one event
 */
export function calendarCode(entry: string, context: PageContext): VNode {
  const [event] = /BEGIN:VEVENT[^]*END:VEVENT/.exec(entry) ?? [];
  if (event === undefined) throw new Error('the calendar entry has no event');
  return withText(qrCode(event, context.measures.calendarQrMm, context.word('qr.calendar-alt')), [
    context.word('qr.calendar'),
  ]);
}

/** Something that may have a web address, without `https://`. */
interface Place {
  readonly name: string;
  readonly web: string | null;
}

/** Codes for the first `most` places that have an address. */
export function addressCodes(places: readonly Place[], most: number, context: PageContext): readonly VNode[] {
  return places
    .filter((place): place is Place & { readonly web: string } => place.web !== null)
    .slice(0, most)
    .map(({ name, web }) =>
      withText(qrCode(`https://${web}`, context.measures.qrMm, context.word('qr.address-alt', { web })), [name, web]),
    );
}

function withText(code: VNode, lines: readonly string[]): VNode {
  return h('div', { class: 'code' }, [
    code,
    h(
      'div',
      lines.map((line) => h('p', { class: 'code-line' }, [...withBreaks(line)])),
    ),
  ]);
}

/** A long address may break after a slash or before a dot. */
function withBreaks(address: string): readonly (string | VNode)[] {
  return addressParts(address).flatMap((part, at) => (at === 0 ? [part] : [h('wbr'), part]));
}
