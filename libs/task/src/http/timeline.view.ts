import { PersonRef } from './brief.view.js';

/** One act on a task's timeline, with what was said. */
export class TimelineEntry {
  id: string;
  /** Place in the audit chain; null for at most a second after the act. */
  seq: number | null;
  at: Date;
  act: string;
  subjectType: string;
  subjectId: string | null;
  /** Null: the system itself. */
  person: PersonRef | null;
  /** Title of the post the person acted in. */
  post: string | null;
  unit: string | null;
  /** The leader in whose name an office acted. */
  inNameOf: PersonRef | null;
  from: string | null;
  to: string | null;
  facts: Record<string, unknown>;
  words: string | null;
}
