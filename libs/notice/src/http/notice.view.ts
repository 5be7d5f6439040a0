/** One entry of the in-app inbox. The screen has a sentence for each kind. */
export class NoticeView {
  id: string;
  kind: string;
  title: string | null;
  taskId: string | null;
  matterId: string | null;
  assignmentId: string | null;
  facts: Record<string, unknown>;
  createdAt: Date;
  readAt: Date | null;
}

/** How many are unread, exact up to 10,000. */
export class UnreadView {
  unread: number;
}
