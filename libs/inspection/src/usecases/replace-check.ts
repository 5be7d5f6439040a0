import { Inject, Injectable } from '@nestjs/common';
import type { Actor } from '@ducha/access';
import { Audit } from '@ducha/audit';
import { IDS, type Ids } from '@ducha/kernel';
import { Notices } from '@ducha/notice';
import { Store } from '@ducha/store';
import type { EntityManager } from 'typeorm';
import { draw } from '../domain/draw/draw.js';
import type { DrawRecord } from '../domain/draw/draw-record.js';
import type { ReplaceReason } from '../domain/look-back/look-back-lifecycle.js';
import { nodeDigests } from '../node-digests.js';
import { type CheckRow, checkToMove, finishIfSettled, settle } from './look-back-rows.js';

/** SQL condition: the task that a row of the frame names, by its number or, where it has none, its id. */
const isRow = (row: string): string =>
  `(t.number = ${row} or t.id = case when ${row} ~ '^[0-9a-f-]{36}$' then ${row}::uuid end)`;

/** A check that cannot be made. */
export interface ReplaceCheckCommand {
  readonly id: string;
  readonly version: number;
  readonly reason: ReplaceReason;
  readonly words: string;
  readonly by: Actor;
}

/** The next reserve of the stratum comes in; who checks it was settled by the same seed. Nobody chooses. */
@Injectable()
export class ReplaceCheck {
  constructor(
    private readonly store: Store,
    private readonly audit: Audit,
    private readonly notices: Notices,
    @Inject(IDS) private readonly ids: Ids,
  ) {}

  /** @throws Fault `inspection.checkNotFound`, `inspection.moveRefused` */
  run({ id, version, reason, words, by }: ReplaceCheckCommand): Promise<void> {
    return this.store.transaction(async (tx) => {
      const { check, to } = await checkToMove(tx, { id, version, on: 'replace' });
      await settle(tx, check, { to, words, reason, personId: by.personId });
      const coming = await this.bringIn(tx, check, reason);
      const finished = await finishIfSettled(tx, check.lookBackId);
      await this.audit.record(tx, {
        act: 'look_back_check.replace',
        subject: { type: 'look_back_check', id },
        by,
        from: check.state,
        to,
        facts: { lookBackId: check.lookBackId, reason, comingId: coming, finished },
        words,
      });
    });
  }

  /** A reserve that was worked again or is under another check is passed over, and the record says so. */
  private async bringIn(tx: EntityManager, check: CheckRow, reason: ReplaceReason): Promise<string | null> {
    const { drawId, record: before } = await recordOf(tx, check.lookBackId);
    let record = draw({ ...before, failed: [...before.replacements, { out: check.rowId, reason }] }, nodeDigests);
    let coming = record.replacements.at(-1)?.in ?? null;
    while (coming !== null && !(await canBeChecked(tx, coming))) {
      record = draw({ ...record, failed: [...record.replacements, { out: coming, reason: 'moved_on' }] }, nodeDigests);
      coming = record.replacements.at(-1)?.in ?? null;
    }
    await tx.query('update draw set record = $2 where id = $1', [drawId, JSON.stringify(record)]);
    const checkerId = record.assigned.findLast(({ object }) => object === coming)?.inspectors[0];
    if (coming === null || checkerId === undefined) return null;
    return this.assign(tx, check, coming, checkerId);
  }

  private async assign(tx: EntityManager, check: CheckRow, rowId: string, checkerId: string): Promise<string> {
    const id = this.ids.next();
    await tx.query(
      `insert into look_back_check (id, look_back_id, task_id, round, unit_id, row_id, checker_id, replaces_id, state, assigned_at, version)
       select $1, $2, t.id, t.round, t.lead_unit_id, $3, $4, $5, 'assigned', now(), 1 from task t where ${isRow('$3')}`,
      [id, check.lookBackId, rowId, checkerId, check.id],
    );
    await this.notices.tell(tx, [
      {
        kind: 'look_back.replaced',
        personId: checkerId,
        facts: { lookBackId: check.lookBackId, count: 1 },
        dedupeKey: `look_back.replaced:${id}`,
      },
    ]);
    return id;
  }
}

/** The round's draw, locked: two replacements of one round take two reserves. */
async function recordOf(tx: EntityManager, lookBackId: string): Promise<{ drawId: string; record: DrawRecord }> {
  const [found] = await tx.query<{ drawId: string; record: DrawRecord }[]>(
    `select d.id as "drawId", d.record from draw d join look_back l on l.draw_id = d.id where l.id = $1 for update of d`,
    [lookBackId],
  );
  if (!found) throw new Error('a check without its draw');
  return found;
}

async function canBeChecked(tx: EntityManager, rowId: string): Promise<boolean> {
  const [task] = await tx.query<unknown[]>(
    `select 1 from task t where ${isRow('$1')} and t.state = 'closed'
       and not exists (select 1 from look_back_check c where c.task_id = t.id and c.state = 'assigned') for update of t`,
    [rowId],
  );
  return task !== undefined;
}
