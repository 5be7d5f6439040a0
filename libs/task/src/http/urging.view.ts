/** A person by name. */
export class UrgingPersonView {
  id: string;
  name: string;
}

/** One urging and its reply. */
export class UrgingView {
  id: string;
  version: number;
  assignmentId: string;
  unitName: string;
  manner: 'notice' | 'phone';
  /** By telephone: whom. */
  spokeWith: string | null;
  words: string;
  urgedBy: UrgingPersonView;
  urgedAt: Date;
  reply: string | null;
  repliedBy: UrgingPersonView | null;
  repliedAt: Date | null;
  actions: string[];
}

/** An assignment whose unit the reader may urge. */
export class UrgeableView {
  assignmentId: string;
  unitName: string;
  /** Only from then on; null: now. By telephone always. */
  nextAt: Date | null;
}

/** How units were urged about a task. */
export class UrgingsView {
  urgings: UrgingView[];
  urgeable: UrgeableView[];
}
