import { Injectable } from '@nestjs/common';
import { Clocks } from '@ducha/deadline';
import type { EntityManager } from 'typeorm';

const setSql = `
  with dated as (
    update assignment a set due_at = $2, version = a.version + 1 where a.id = $1 returning a.task_id, a.duty, a.round
  )
  update task t set due_at = $2, version = t.version + 1 from dated d where t.id = d.task_id and d.duty = 'lead' and t.round = d.round`;

/** Moves the date of a unit’s share; the lead’s is the task’s. The original date stays where it is kept. */
@Injectable()
export class ShareDates {
  constructor(private readonly clocks: Clocks) {}

  async set(tx: EntityManager, assignmentId: string, dueAt: Date): Promise<void> {
    await tx.query(setSql, [assignmentId, dueAt]);
  }

  /** Its date passed while others decided: it has until the end of this office day. */
  async afterWaiting(tx: EntityManager, assignmentId: string, now: Date): Promise<void> {
    const [unit] = await tx.query<{ unitId: string }[]>('select unit_id as "unitId" from assignment where id = $1', [
      assignmentId,
    ]);
    if (unit) await this.set(tx, assignmentId, (await this.clocks.rules()).endOfDay(unit.unitId, now));
  }
}
