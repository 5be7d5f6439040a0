import type { PaperDocument } from './paper-document.js';

/** A document to be printed by the thread. */
export interface PrintOrder {
  readonly id: number;
  readonly document: PaperDocument;
}

/** What came of an order. */
export type PrintAnswer =
  | { readonly id: number; readonly pdf: Uint8Array }
  | { readonly id: number; readonly failed: string };
