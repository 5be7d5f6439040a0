import { Inject, Injectable } from '@nestjs/common';
import { IDS, type Ids } from '@ducha/kernel';
import { prepared } from '@ducha/store';
import type { EntityManager } from 'typeorm';

/** Something a unit or a person should know. Ids and codes; the reader's page looks the words up. */
export interface NewNotice {
  /** Permanent word such as `assignment.delivered`; the screen has a sentence for each. */
  readonly kind: string;
  /** The same key is told once, however often the work is repeated. */
  readonly dedupeKey: string;
  /** To everybody in a post of this unit; else `personId`. One of the two. */
  readonly unitId?: string | null;
  readonly personId?: string | null;
  readonly assignmentId?: string | null;
  readonly taskId?: string | null;
  readonly matterId?: string | null;
  readonly facts?: Readonly<Record<string, string | number | boolean | null>>;
}

const tellSql = prepared(`
  insert into notice (id, kind, dedupe_key, unit_id, person_id, assignment_id, task_id, matter_id, facts, created_at)
  select n.id, n.kind, n.dedupe_key, n.unit_id, n.person_id, n.assignment_id, n.task_id, n.matter_id, n.facts, now()
  from jsonb_to_recordset($1::jsonb) as n(id uuid, kind text, dedupe_key text, unit_id uuid, person_id uuid, assignment_id uuid,
    task_id uuid, matter_id uuid, facts jsonb)
  on conflict on constraint notice_once do nothing`);

/** Puts notices into the in-app inboxes of units and persons. */
@Injectable()
export class Notices {
  constructor(@Inject(IDS) private readonly ids: Ids) {}

  /** In the transaction of the deed, one statement however many they are. Entries without any reader are left out. */
  async tell(tx: EntityManager, notices: readonly NewNotice[]): Promise<void> {
    const rows = notices
      .filter(({ unitId, personId }) => (unitId ?? personId ?? null) !== null)
      .map((notice) => this.rowOf(notice));
    if (rows.length > 0) await tx.query(tellSql, [JSON.stringify(rows)]);
  }

  private rowOf(notice: NewNotice): object {
    return {
      id: this.ids.next(),
      kind: notice.kind,
      dedupe_key: notice.dedupeKey,
      unit_id: notice.unitId ?? null,
      person_id: notice.personId ?? null,
      assignment_id: notice.assignmentId ?? null,
      task_id: notice.taskId ?? null,
      matter_id: notice.matterId ?? null,
      facts: notice.facts ?? {},
    };
  }
}
