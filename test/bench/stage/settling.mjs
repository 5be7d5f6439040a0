import { setTimeout as pause } from 'node:timers/promises';
import pg from 'pg';

const sql = `select (select count(*) from outbox) + (select count(*) from audit_pending) +
  (select count(*) from assignment where state = 'queued') as open`;

/**
 * Waits until everything that was sent out is delivered and every audit row is chained, so that one run's afterwork is
 * not charged to the next.
 * @returns {Promise<number>} milliseconds it took
 * @throws Error when that does not happen
 */
export async function settled({ superuserUrl }, withinMs = 180_000) {
  const startedAt = performance.now();
  const client = new pg.Client({ connectionString: superuserUrl });
  await client.connect();
  try {
    while (performance.now() - startedAt < withinMs) {
      const { rows } = await client.query(sql);
      if (Number(rows[0].open) === 0) return performance.now() - startedAt;
      await pause(50);
    }
  } finally {
    await client.end();
  }
  throw new Error(`work was still open after ${withinMs / 1_000} s`);
}
