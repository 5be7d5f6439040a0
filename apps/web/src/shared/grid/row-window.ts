/** The sticky header and the horizontal scroll bar hide this much of the rows. */
const headPx = 48;
/** Rows left below the last drawn one when the next page is asked for. */
const aheadRows = 15;

/**
 * What a long table draws of its rows: those in view and a few beside them, however many there are.
 * @param height  of a row, in px
 * @param top     how far the reader had scrolled when the table was left, in px
 */
export function rowWindow(count: number, height: number, top: number) {
  return { count, estimateSize: () => height, initialOffset: top, overscan: 8, scrollPaddingEnd: headPx };
}

/** Whether the end is so near to the last drawn row that the next page is asked for. */
export const isNearEnd = (lastDrawn: number, count: number): boolean => lastDrawn >= count - aheadRows;
