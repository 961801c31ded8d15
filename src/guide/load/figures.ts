/** A number of something that law and contracts count in. */
const FIGURE = /\d+ ?(work |calendar )?(hours?|days?|weeks?|months?|years?|dollars|percent|%)/i;

/** A text that states a figure must name the evidence it rests on, or nothing would remove it when that changes. */
export function statesFigure(text: string): boolean {
  return FIGURE.test(text);
}
