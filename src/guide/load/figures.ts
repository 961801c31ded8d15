/** A number with a unit of law or contracts. */
const FIGURE = /\d+ ?(work |calendar )?(hours?|days?|weeks?|months?|years?|dollars|percent|%)/i;

/** A text that states a figure must name its evidence, so that it disappears when the evidence expires. */
export function statesFigure(text: string): boolean {
  return FIGURE.test(text);
}
