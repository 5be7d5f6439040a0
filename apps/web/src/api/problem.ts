import { z } from './shape';

/** One refused field: `path` is dotted (`proposal.dueAt`), `constraint` the rule's code. */
export interface FieldError {
  path: string;
  message: string;
  constraint?: string;
}

/** A refusal of the server (RFC 9457). `code` is permanent; `status` 0 means that no answer came at all. */
export class Problem extends Error {
  constructor(
    readonly status: number,
    readonly code: string,
    title: string,
    readonly errors: FieldError[] = [],
    readonly facts: Readonly<Record<string, unknown>> = {},
  ) {
    super(title);
    this.name = 'Problem';
  }

  /** Somebody else changed the record first: what is on the screen is old. */
  get stale(): boolean {
    return this.status === 412 || (this.status === 409 && this.code.endsWith('movedOn'));
  }
}

/** Reads a problem document; any other body becomes a problem that still says the status. */
export function problemFrom(status: number, body: unknown): Problem {
  const facts = z.record(body);
  const errors = z.list(facts.errors).map((entry) => {
    const row = z.record(entry);
    return { path: z.text(row.path), message: z.text(row.message), constraint: z.text(row.constraint) };
  });
  return new Problem(
    status,
    z.text(facts.code) || `http.${status}`,
    z.text(facts.title) || `HTTP ${status}`,
    errors,
    facts,
  );
}
