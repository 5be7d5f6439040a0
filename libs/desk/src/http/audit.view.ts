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
