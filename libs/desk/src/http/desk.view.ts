/** One thing that waits for a leader's word, or was done in the leader's name. */
export class TrayItem {
  /**
   * `office_act` was done by the office in the leader's name and may be disowned; a `conclusion` waits for the signature, a
   * `review` to be admitted or decided.
   */
  kind:
    | 'handling_proposal'
    | 'task_proposal'
    | 'presentation'
    | 'mandate'
    | 'office_act'
    | 'conclusion'
    | 'review'
    | 'praise_proposal'
    | 'criticism_proposal'
    | 'accountability_proposal';
  id: string;
  version: number;
  title: string;
  summary: string;
  /** Who put it there. */
  by: string;
  at: Date;
  taskId: string | null;
  matterId: string | null;
  leadUnit: string | null;
  dueAt: Date | null;
}

/** The leader's one tray. */
export class TrayView {
  items: TrayItem[];
}

/** What one case officer carries. */
export class OfficerLoad {
  officerId: string;
  officer: string;
  underWay: number;
  toVerify: number;
  overdue: number;
}

/** What a leader decided, with its true state. */
export class DecidedItem {
  taskId: string;
  version: number;
  number: string | null;
  title: string;
  state: string;
  suspendedAt: Date | null;
  leadUnit: string | null;
  dueAt: Date | null;
  overdue: boolean;
  decidedAt: Date;
  verifiedAt: Date | null;
  closedAt: Date | null;
  lastProgress: string | null;
}
