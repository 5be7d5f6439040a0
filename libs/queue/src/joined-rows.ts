import { createHash } from 'node:crypto';
import { type DeclaredJob, declaredJob } from './declared-jobs.js';

/** A row of the outbox as the relay reads it. */
export interface OutboxRow {
  readonly id: string;
  readonly job: string;
  readonly payload: unknown;
  readonly key: string | null;
}

/** What becomes one job: a row, or several whose job joins payloads. */
export interface Load {
  readonly rows: readonly OutboxRow[];
  readonly job: string;
  readonly payload: unknown;
  readonly key: string;
}

const MOST_TOGETHER = 100;

/** The load of a row that travels alone, under its own key. */
export function loadOf(row: OutboxRow): Load {
  return { rows: [row], job: row.job, payload: row.payload, key: row.key ?? `outbox_${row.id}` };
}

/** Loads for these rows: at most 100 rows of one job together, where the job knows how to join them. */
export function loadsOf(rows: readonly OutboxRow[]): Load[] {
  const byJob = new Map<string, OutboxRow[]>();
  for (const row of rows) {
    const known = byJob.get(row.job);
    if (known) known.push(row);
    else byJob.set(row.job, [row]);
  }
  return [...byJob].flatMap(([job, all]) => {
    const { join } = declaredJob(job);
    if (!join) return all.map(loadOf);
    const places = Array.from({ length: Math.ceil(all.length / MOST_TOGETHER) }, (_, at) => at * MOST_TOGETHER);
    return places.map((from) => together(all.slice(from, from + MOST_TOGETHER), join));
  });
}

function together(rows: readonly OutboxRow[], join: NonNullable<DeclaredJob['join']>): Load {
  const [first] = rows;
  if (first && rows.length === 1) return loadOf(first);
  const keys = rows.map((row) => loadOf(row).key).join('\n');
  const key = `joined_${createHash('sha256').update(keys).digest('hex').slice(0, 32)}`;
  // boundary: the rows hold what was added for this job
  const payloads = rows.map(({ payload }) => payload as never);
  return { rows, job: first?.job ?? '', payload: join(payloads), key };
}
