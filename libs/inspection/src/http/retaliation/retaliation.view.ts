import { UnitBrief } from '@ducha/org';

/** A report of retaliation, without whoever made it. */
export class RetaliationView {
  id: string;
  version: number;
  /** Whom it is about; null where the words say it. */
  against: UnitBrief | null;
  words: string;
  reportedAt: Date;
  settledWords: string | null;
  settledBy: string | null;
  settledAt: Date | null;
}

/** Who made a report; everybody who looks stands in the audit record. */
export class RetaliationSourceView {
  name: string;
  unit: UnitBrief | null;
}

/** One’s own report. */
export class OwnRetaliationView {
  id: string;
  words: string;
  reportedAt: Date;
  settledAt: Date | null;
}
