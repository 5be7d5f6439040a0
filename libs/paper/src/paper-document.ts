/** A document for pdfmake as plain data: it goes to another thread. */
export interface PaperDocument {
  readonly pageSize: 'A4';
  readonly pageMargins: readonly [number, number, number, number];
  readonly info: { readonly title: string; readonly author: string };
  readonly content: readonly object[];
  /** Words under every page; the number of the page comes behind them. */
  readonly foot: string;
  readonly watermark?: object;
}

/** The red of official heads (GB/T 9704). */
export const officialRed = '#c00000';

/** A line over the whole width of the text. */
export const lineAcross = (color: string, lineWidth: number): object => ({
  canvas: [{ type: 'line', x1: 0, y1: 0, x2: 442, y2: 0, lineWidth, lineColor: color }],
});
