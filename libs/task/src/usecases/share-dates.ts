import { Injectable } from '@nestjs/common';
import { Clocks, dueAfterStanding } from '@ducha/deadline';
import type { EntityManager } from 'typeorm';

type Counted = Parameters<typeof dueAfterStanding>[1];

interface AnswerClock extends Counted {
  readonly unitId: string;
}

/** A date after a wait. `byLaw`: it was the law’s own, set by nobody. */
export interface GivenBack {
  readonly dueAt: Date;
  readonly byLaw: boolean;
}

const setSql = `
  with dated as (
    update assignment a set due_at = $2, version = a.version + 1 where a.id = $1 returning a.task_id, a.duty, a.round
  )
  update task t set due_at = $2, version = t.version + 1 from dated d where t.id = d.task_id and d.duty = 'lead' and t.round = d.round`;
const clockSql = `
  select c.unit_id as "unitId", c.due_at as "dueAt", c.term, c.counting from clock c
  where c.subject_id = $1 and c.kind in ('answer', 'redo') and c.state in ('running', 'suspended')`;

/** Moves the date of a unit’s share; the lead’s is the task’s. The original date stays where it is kept. */
@Injectable()
export class ShareDates {
  constructor(private readonly clocks: Clocks) {}

  async set(tx: EntityManager, assignmentId: string, dueAt: Date): Promise<void> {
    await tx.query(setSql, [assignmentId, dueAt]);
  }

  /** Its date passed while others decided: it has until the end of this office day. */
  async afterWaiting(tx: EntityManager, assignmentId: string, now: Date): Promise<void> {
    const [clock] = await tx.query<AnswerClock[]>(clockSql, [assignmentId]);
    if (clock) await this.set(tx, assignmentId, (await this.clocks.rules()).endOfDay(clock.unitId, now));
  }

  /** What others took to rule, or what a task stood still, is given back. Answers the new date; null where no time runs. */
  async giveBack(tx: EntityManager, assignmentId: string, from: Date, to: Date): Promise<GivenBack | null> {
    const [clock] = await tx.query<AnswerClock[]>(clockSql, [assignmentId]);
    if (!clock) return null;
    const dueAt = dueAfterStanding((await this.clocks.rules()).daysOf(clock.unitId), clock, { from, to });
    await this.set(tx, assignmentId, dueAt);
    return { dueAt, byLaw: clock.term !== null };
  }
}
