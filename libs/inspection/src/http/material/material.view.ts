/** A report or an answer that the unit gave. */
export class GivenItemView {
  kind: 'report' | 'answer';
  id: string;
  taskId: string;
  taskTitle: string;
  at: Date;
  files: number;
}

/** Material that was asked for at a visit. */
export class AskedMaterialView {
  id: string;
  what: string;
  /** Why, although the unit gave material within a year. */
  reason: string | null;
  askedBy: string;
  askedAt: Date;
}

/** What the visited unit gave within a year; the records as far as the reader may read them. */
export class GivenMaterialView {
  reports: number;
  answers: number;
  files: number;
  lastAt: Date | null;
  items: GivenItemView[];
  asked: AskedMaterialView[];
}
