import { Injectable } from '@nestjs/common';
import { Notices } from '@ducha/notice';
import type { EntityManager } from 'typeorm';

/** What is told about: a slip, or an objection. */
interface About {
  readonly id: string;
  readonly assignmentId: string;
  readonly taskId: string;
  readonly unitId: string;
}

const headsSql = `
  select distinct p.person_id as id from post p where p.role = 'bureau_head' and p.from_at <= now() and (p.to_at is null or p.to_at > now())`;

/** Tells units and those who judge about slips and objections. */
@Injectable()
export class SlipNotices {
  constructor(private readonly notices: Notices) {}

  /** To the unit, once a kind. */
  toUnit(tx: EntityManager, about: About, kind: string): Promise<void> {
    const { id, unitId, assignmentId, taskId } = about;
    return this.notices.tell(tx, [{ kind, dedupeKey: `${kind}:${id}`, unitId, assignmentId, taskId, facts: { id } }]);
  }

  /** To the heads of the bureau, who may judge or name another one. */
  async toJudges(tx: EntityManager, about: About, key: string, kind: string): Promise<void> {
    const heads = await tx.query<{ id: string }[]>(headsSql);
    const { assignmentId, taskId } = about;
    await this.notices.tell(
      tx,
      heads.map(({ id: personId }) => ({
        ...{ kind, dedupeKey: `${key}:${personId}`, personId, assignmentId, taskId, facts: { id: about.id } },
      })),
    );
  }
}
