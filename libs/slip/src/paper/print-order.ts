import type { SlipPaper } from './slip-paper.js';

/** A slip to be printed by the thread. */
export interface PrintOrder {
  readonly id: number;
  readonly slip: SlipPaper;
}

/** What came of an order. */
export type PrintAnswer =
  { readonly id: number; readonly pdf: Uint8Array } | { readonly id: number; readonly failed: string };
