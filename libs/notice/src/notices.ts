import { Inject, Injectable } from '@nestjs/common';
import { IDS, type Ids } from '@ducha/kernel';
import { Bell, Store } from '@ducha/store';
import type { EntityManager } from 'typeorm';
import { topicOf } from './domain/topic.js';
import { tellSql } from './tell-sql.js';

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
  /** An `order` of a person (call-up, 特急 instruction) goes out at any hour, alone and past every cap. Default `ordinary`. */
  readonly urgency?: 'ordinary' | 'order';
  /** Under which topic it goes outside; by its kind when absent. */
  readonly topic?: string;
  /** Kinds of channels by which it may go outside; every one the county has settled when absent or null. */
  readonly channels?: readonly string[] | null;
  /** Every person it is addressed to must acknowledge it; who has not after so many minutes stands on the call list. */
  readonly acknowledgeWithinMinutes?: number;
}

/** Tells units and persons: in the house at once, outside by the channels that the county has settled. */
@Injectable()
export class Notices {
  constructor(
    private readonly store: Store,
    private readonly bell: Bell,
    @Inject(IDS) private readonly ids: Ids,
  ) {}

  /**
   * In the transaction of the deed, one statement however many they are. Entries without any reader are left out.
   * It locks no row that others share: what goes outside is only written down, and gathered into messages afterwards.
   */
  async tell(tx: EntityManager, notices: readonly NewNotice[]): Promise<void> {
    const rows = notices
      .filter(({ unitId, personId }) => (unitId ?? personId ?? null) !== null)
      .map((notice) => this.rowOf(notice));
    if (rows.length === 0) return;
    const [told] = await tx.query<{ items: number }[]>(tellSql, [JSON.stringify(rows)]);
    if ((told?.items ?? 0) > 0) this.store.afterCommit(this.bell.ringer('notice'));
  }

  private rowOf(notice: NewNotice): object {
    return {
      id: this.ids.next(),
      kind: notice.kind,
      topic: notice.topic ?? topicOf(notice.kind),
      channels: notice.channels ?? null,
      urgency: notice.urgency ?? 'ordinary',
      acknowledge: notice.acknowledgeWithinMinutes ?? null,
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
