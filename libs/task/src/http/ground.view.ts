import type { TownshipList } from '@ducha/org';
import { PersonRef } from './brief.view.js';

/** The line of the duty register under which a township got an assignment, as it stood on that day. */
export class GroundLineView {
  dutyId: string;
  /** The line's own category. */
  item: string;
  /** basic (基本履职), assisting (配合履职), withdrawn (上级部门收回). */
  list: TownshipList;
  /** The paper that says so. */
  basis: string | null;
  from: Date;
}

/** The principal's written decision that names the township. */
export class GroundDecisionView {
  id: string;
  givenBy: PersonRef;
  givenAt: Date;
}

/** What bears on whether an assignment belongs to a township. */
export class GroundView {
  /** Null: the unit is no township, or the item stands on none of the lists. */
  line: GroundLineView | null;
  /** Null: nobody decided otherwise. */
  decision: GroundDecisionView | null;
}
