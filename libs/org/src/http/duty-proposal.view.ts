import { UnitBrief } from './unit.view.js';

/** What a ruling on a dispute proposes for the duty register. */
export class DutyProposalView {
  id: string;
  version: number;
  /** Slash path. */
  category: string;
  fromUnit: UnitBrief;
  toUnit: UnitBrief;
  proposedAt: Date;
  actions: ('accept' | 'decline')[];
}
