import type { HoldingKind } from '../people/holdings.js';

/** How much of one kind. */
export class HoldingCount {
  kind: HoldingKind;
  count: number;
}

/** What a person who left still holds. */
export class UntakenView {
  personId: string;
  name: string;
  lastTitle: string;
  leftAt: Date;
  holdings: HoldingCount[];
}

/** What changed hands. */
export class PassedView {
  passed: HoldingCount[];
}
