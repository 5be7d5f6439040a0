import { Inject, Injectable } from '@nestjs/common';
import type { Actor } from '@ducha/access';
import { Audit } from '@ducha/audit';
import { IDS, type Ids } from '@ducha/kernel';
import { Store } from '@ducha/store';
import type { EntityManager } from 'typeorm';
import { noticeFault } from '../notice-faults.js';

interface Asked {
  readonly acknowledged_at: Date | null;
  readonly task_id: string | null;
}

const askedSql = `
  select a.acknowledged_at, n.task_id from notice_acknowledgement a join notice n on n.id = a.notice_id
  where a.notice_id = $1 and a.person_id = $2 for update of a`;

/** Where every person must acknowledge: each for themselves, and by telephone those who have not. */
@Injectable()
export class AcknowledgeNotice {
  constructor(
    private readonly store: Store,
    private readonly audit: Audit,
    @Inject(IDS) private readonly ids: Ids,
  ) {}

  /** Acknowledging twice is no error. @throws Fault `notice.notAsked` */
  run(noticeId: string, by: Actor): Promise<void> {
    return this.store.transaction(async (tx) => {
      const asked = await askedOf(tx, noticeId, by.personId);
      if (asked.acknowledged_at !== null) return;
      await tx.query(
        'update notice_acknowledgement set acknowledged_at = now() where notice_id = $1 and person_id = $2',
        [noticeId, by.personId],
      );
      const subject = { type: 'notice', id: noticeId };
      await this.audit.record(tx, { act: 'notice.acknowledge', subject, about: asked.task_id, by });
    });
  }

  /** One line about a telephone call: whom, when, what was said. @throws Fault `notice.notAsked`, `notice.acknowledged` */
  call(noticeId: string, personId: string, said: string, by: Actor): Promise<void> {
    return this.store.transaction(async (tx) => {
      const asked = await askedOf(tx, noticeId, personId);
      if (asked.acknowledged_at !== null) throw noticeFault('acknowledged');
      await tx.query(
        'insert into notice_call (id, notice_id, person_id, called_by, called_at, said) values ($1, $2, $3, $4, now(), $5)',
        [this.ids.next(), noticeId, personId, by.personId, said],
      );
      const subject = { type: 'notice', id: noticeId };
      await this.audit.record(tx, {
        act: 'notice.call',
        subject,
        about: asked.task_id,
        by,
        facts: { personId },
        words: said,
      });
    });
  }
}

async function askedOf(tx: EntityManager, noticeId: string, personId: string): Promise<Asked> {
  const [asked] = await tx.query<Asked[]>(askedSql, [noticeId, personId]);
  if (!asked) throw noticeFault('notAsked');
  return asked;
}
