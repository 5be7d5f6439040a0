import { Injectable } from '@nestjs/common';
import { Audit } from '@ducha/audit';
import { compareAndSet, Store } from '@ducha/store';
import type { EntityManager } from 'typeorm';
import { dueSql } from '../queries/due-matters.js';
import { type PurgePart, PurgeRow } from '../rows/purge.row.js';
import { removePart } from './remove-part.js';

const perTurn = 100;

/**
 * Carries out what two persons decided: values go, tombstones stay, acts and their digests in the audit chain are not
 * touched. What is held, came back to life or was closed later than the decision says is left alone.
 */
@Injectable()
export class CarryOutPurge {
  constructor(
    private readonly store: Store,
    private readonly audit: Audit,
  ) {}

  /** One turn; true when it left work behind. Safe in several processes at once. */
  run(): Promise<boolean> {
    return this.store.transaction(async (tx) => {
      const [purge] = await tx.query<Pick<PurgeRow, 'id' | 'version' | 'parts'>[]>(
        `select id, version, parts from purge where state = 'approved' order by id limit 1 for update skip locked`,
      );
      if (!purge) return false;
      for (const part of purge.parts) if ((await this.removeSome(tx, purge.id, part)) > 0) return true;
      await compareAndSet(tx, PurgeRow, purge, { state: 'done', doneAt: () => 'now()' });
      await this.audit.record(tx, {
        act: 'purge.finish',
        subject: { type: 'purge', id: purge.id },
        by: null,
        from: 'approved',
        to: 'done',
      });
      return false;
    });
  }

  private async removeSome(tx: EntityManager, purgeId: string, { part, before }: PurgePart): Promise<number> {
    const due = await tx.query<{ id: string }[]>(
      `select m.id from matter m where ${dueSql(part, '$1')} order by m.id limit ${perTurn} for update skip locked`,
      [before],
    );
    const ids = due.map(({ id }) => id);
    if (ids.length === 0) return 0;
    const removed = await removePart(tx, part, ids);
    await tx.query(
      `insert into purge_tombstone (matter_id, part, purge_id, removed, purged_at)
       select r.id, $1, $2, r.removed, now() from jsonb_to_recordset($3::jsonb) as r(id uuid, removed int)`,
      [part, purgeId, JSON.stringify(ids.map((id) => ({ id, removed: removed.get(id) ?? 0 })))],
    );
    const values = [...removed.values()].reduce((sum, one) => sum + one, 0);
    await this.audit.record(tx, {
      act: 'purge.remove',
      subject: { type: 'purge', id: purgeId },
      by: null,
      facts: { part, matters: ids.length, values },
    });
    return ids.length;
  }
}
