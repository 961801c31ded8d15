/** The last day as an entry for the calendar of a phone: what the QR code of a deadline carries. */

/** Octets in a line, its end not counted (RFC 5545 §3.1). */
const LINE_OCTETS = 75;

export interface CalendarDay {
  /** ISO calendar date. */
  readonly date: string;
  /** A neutral title: nothing about the person, the plan or the treatment. */
  readonly title: string;
  /** The day on which the entry was made, ISO: the same entry made again replaces the first. */
  readonly madeOn: string;
}

/**
 * An iCalendar object (RFC 5545) with one event: the whole day, marked free.
 * Its UID is made of the date alone: it reveals nothing, and it is the same for everybody with that day.
 */
export function calendarEvent({ date, title, madeOn }: CalendarDay): string {
  const lines = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Homeward//EN',
    'BEGIN:VEVENT',
    `UID:${compact(date)}@homeward.invalid`,
    `DTSTAMP:${compact(madeOn)}T000000Z`,
    `DTSTART;VALUE=DATE:${compact(date)}`,
    `SUMMARY:${escaped(title)}`,
    'TRANSP:TRANSPARENT',
    'END:VEVENT',
    'END:VCALENDAR',
  ];
  return lines.map((line) => `${folded(line)}\r\n`).join('');
}

function compact(iso: string): string {
  return iso.replaceAll('-', '');
}

/** Text values escape what has a meaning in the format (RFC 5545 §3.3.11). */
function escaped(text: string): string {
  return text.replace(/[\\;,]/g, (sign) => `\\${sign}`).replace(/\r\n|\r|\n/g, '\\n');
}

/** Continues a long line after a line end and a space, and never splits a character (RFC 5545 §3.1). */
function folded(line: string): string {
  const pieces = [''];
  let octets = 0;
  for (const character of line) {
    const size = octetsOf(character);
    if (octets + size > LINE_OCTETS) {
      pieces.push('');
      // The space that begins the next piece counts.
      octets = 1;
    }
    pieces[pieces.length - 1] += character;
    octets += size;
  }
  return pieces.join('\r\n ');
}

function octetsOf(character: string): number {
  const code = character.codePointAt(0) ?? 0;
  return code < 0x80 ? 1 : code < 0x800 ? 2 : code < 0x10000 ? 3 : 4;
}
