/** One recorded act as an auditor sees it: ids and codes, never words or titles. */
export class AuditActView {
  id: string;
  seq: number | null;
  at: Date;
  act: string;
  subjectType: string;
  subjectId: string | null;
  aboutId: string | null;
  personId: string | null;
  role: string | null;
  from: string | null;
  to: string | null;
  facts: Record<string, unknown>;
}

/** The present end of the chain, to be kept outside the database. */
export class AnchorView {
  chain: string;
  seq: number;
  /** Hex SHA-256. */
  hash: string;
  exportedAt: string;
}

/** One thing that is wrong with the chain. */
export class TamperingView {
  kind: string;
  seq: number | null;
  rowId: string | null;
}

/** What a piece of the chain came to. */
export class VerifiedPieceView {
  /** The last place that was looked at. */
  to: number;
  /** The chain's present end. */
  of: number;
  tampering: TamperingView[];
}
