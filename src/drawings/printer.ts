/** The printer and its faults. The machine looks the same in each drawing; the lit part shows what is wrong. */
import { at, bold, box, fine, flat, line, oval, small, type Drawing, type Part } from './strokes';

const BODY: readonly Part[] = [line(box([4, 22, 52, 24], 4), 'hill'), line('M48 28h.2')];
const SLOT = line('M11 37h38');
const PAPER_IN = line('M14 22V6h32v16z', 'paper');
const PAPER_OUT: readonly Part[] = [line('M14 37h32v20H14z', 'paper'), fine('M19 44h22M19 50h14')];

const MACHINE: readonly Part[] = [PAPER_IN, ...BODY, SLOT];
/** The machine alone, with its front closed. */
const CLOSED: readonly Part[] = [...BODY, SLOT];

export const PRINTER = {
  printer: small(...MACHINE, ...PAPER_OUT),
  'printer-help': small(at(0, 6, [...MACHINE]), at(41, 14, [line(oval(0, 0, 13), 'lit'), bold('M0-6.5V1M0 6v.2')])),
  'printer-paper-out': small(
    ...CLOSED,
    fine('M14 20v-4M14 11V7M14 2h4M23 2h4M32 2h4M41 2h5M46 2v4M46 11v4M46 18v2'),
    bold('M30 1v15M24 11l6 6 6-6'),
    line('M9 46h42v10H9z', 'paper'),
    fine('M25 51h10'),
  ),
  'printer-jam': small(
    ...MACHINE,
    line('M14 37h32l-3 4 5 4-6 3 3 5-6-1-3 6-5-4-5 5-3-6-7 1 3-5-5-4 4-3z', 'lit'),
    fine('M20 42l5 3 5-4 5 4 5-3M22 49l4-1 4 3 5-3'),
  ),
  'printer-open': small(
    at(0, 8, [...BODY]),
    line('M8 30 15 5h30l7 25z', 'lit'),
    flat('M11 30h38l-3 5H14z', 'dark'),
    fine('M17 11h26M15.5 17h29'),
    line('M9 45h42'),
    bold('M55 6c2 6 2 11 0 16M51 18l3.5 4.5L58 18'),
  ),
  'printer-off': small(
    at(8, 0, [line('M14 17V3h26v14z', 'paper'), line(box([4, 17, 46, 19], 4), 'hill'), line('M11 28h32')]),
    line('M12 30H7c-5 0-5 6-5 10 0 8 3 11 9 11h5'),
    line('M16 45h5c4 0 7 2.5 7 6s-3 6-7 6h-5z', 'lit'),
    bold('M28 48.5h5M28 53.5h5'),
    line(box([41, 42, 16, 17], 3), 'paper'),
    bold('M47 48h4M47 53h4'),
  ),
  'printer-asleep': small(
    at(0, 10, [...CLOSED]),
    line('M22 5a10 10 0 1 0 8 16 11 11 0 0 1-8-16z', 'lit'),
    bold('M34 14h8l-8 9h8'),
    line('M47 4h6l-6 7h6'),
  ),
  'printer-ink': small(
    at(0, 8, [...MACHINE]),
    line('M44 6c-7 8-11 13-11 19a11 11 0 0 0 22 0c0-6-4-11-11-19z', 'paper'),
    fine('M35 29h18a10 10 0 0 1-18 0z', 'dark'),
  ),
  'printer-full': small(
    at(0, -4, [...MACHINE]),
    line('M14 33h32v4H14z', 'paper'),
    line('M11 37h33v5H11z', 'lit'),
    line('M15 42h34v5H15z', 'paper'),
    line('M10 47h35v5H10z', 'lit'),
    line('M13 52h34v5H13z', 'paper'),
  ),
  'printer-tray': small(
    at(0, -4, [...MACHINE]),
    line('M8 50v8h44v-8', 'lit'),
    fine('M8 50h44'),
    bold('M30 58V47M25 51.5l5-5 5 5'),
  ),
  'printer-hot': small(
    at(0, 6, [...MACHINE]),
    line('M40 34V11a5.5 5.5 0 0 1 11 0v23a10 10 0 1 1-11 0z', 'paper'),
    line(oval(45.5, 42, 5), 'roof'),
    bold('M45.5 40V18'),
  ),
} as const satisfies Readonly<Record<string, Drawing>>;
