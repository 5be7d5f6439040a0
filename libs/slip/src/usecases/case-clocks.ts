import { Clocks, noSteps } from '@ducha/deadline';
import type { EntityManager } from 'typeorm';

const openSql = `select id, now() as now from clock where subject_id = $1 and kind = $2 and state in ('running', 'suspended')`;

/** Ends the clock of a reply or a decision: met by the deed, or without one. */
export async function endClock(
  clocks: Clocks,
  tx: EntityManager,
  { subjectId, kind, met }: { subjectId: string; kind: 'slip_reply' | 'objection'; met: boolean },
): Promise<void> {
  const [open] = await tx.query<{ id: string; now: Date }[]>(openSql, [subjectId, kind]);
  if (!open) return;
  const { id, now } = open;
  await clocks.apply(tx, { ...noSteps, ...(met ? { meet: [{ id, at: now }] } : { cancel: [id] }) }, null);
}
