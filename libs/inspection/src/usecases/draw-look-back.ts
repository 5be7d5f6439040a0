import { Inject, Injectable } from '@nestjs/common';
import type { Actor } from '@ducha/access';
import { Audit } from '@ducha/audit';
import { IDS, type Ids } from '@ducha/kernel';
import { Notices } from '@ducha/notice';
import { Store } from '@ducha/store';
import type { EntityManager } from 'typeorm';
import { draw } from '../domain/draw/draw.js';
import type { DrawRecord } from '../domain/draw/draw-record.js';
import { type CheckerRecusal, type Claim, planSample } from '../domain/look-back/look-back-terms.js';
import { inspectionFault } from '../inspection-faults.js';
import { nodeDigests } from '../node-digests.js';
import { SampleFactsQuery } from '../queries/sample-facts.js';
import { type LookBackRow, lookBackToMove, moveLookBack } from './look-back-rows.js';

/** The draw of a planned round. */
export interface DrawLookBackCommand {
  readonly id: string;
  readonly version: number;
  /** What people present called out; empty when nobody did. */
  readonly contribution: string;
  readonly checkerIds: readonly string[] | null;
  readonly declared: readonly CheckerRecusal[];
  readonly by: Actor;
}

/** Takes the frame, draws the sample and who checks it, and reveals the seed: one transaction, once. */
@Injectable()
export class DrawLookBack {
  constructor(
    private readonly store: Store,
    private readonly facts: SampleFactsQuery,
    private readonly audit: Audit,
    private readonly notices: Notices,
    @Inject(IDS) private readonly ids: Ids,
  ) {}

  /** @throws Fault `inspection.*`: not found, moveRefused, unknownChecker, unknownUnit, frameTooLarge, nothingToDraw */
  run({ id, version, contribution, checkerIds, declared, by }: DrawLookBackCommand): Promise<void> {
    return this.store.transaction(async (tx) => {
      const { lookBack, to } = await lookBackToMove(tx, { id, version, on: 'draw' });
      await refuseUnknownUnits(tx, declared);
      const facts = await this.facts.read({ ...lookBack, checkerIds, declared });
      const { terms, strata } = planSample(facts);
      if (strata.every(({ quota }) => quota === 0)) throw inspectionFault('nothingToDraw');
      const { seed, committedAt, now } = await seedOf(tx, lookBack);
      const times = { committedAt: committedAt.toISOString(), drawnAt: now.toISOString() };
      const record = draw({ terms, seed, contribution, ...times, failed: [] }, nodeDigests);
      await tx.query('update draw set record = $2, drawn_by = $3, drawn_at = $4 where id = $1', [
        lookBack.drawId,
        JSON.stringify(record),
        by.personId,
        now,
      ]);
      const claims = new Map(facts.claims.map((claim) => [claim.rowId, claim]));
      await this.assign(tx, id, record, claims);
      await moveLookBack(tx, id, to);
      await this.record(tx, lookBack, record, by);
    });
  }

  private async assign(
    tx: EntityManager,
    lookBackId: string,
    record: DrawRecord,
    claims: ReadonlyMap<string, Claim>,
  ): Promise<void> {
    const rows = record.assigned.flatMap(({ object, inspectors: [checkerId] }) => {
      const claim = claims.get(object);
      return claim && checkerId !== undefined ? [{ id: this.ids.next(), ...claim, checkerId }] : [];
    });
    await tx.query(
      `insert into look_back_check (id, look_back_id, task_id, round, unit_id, row_id, checker_id, state, assigned_at, version)
       select r.id, $1, r."taskId", r.round, r."unitId", r."rowId", r."checkerId", 'assigned', now(), 1
       from jsonb_to_recordset($2::jsonb) as r(id uuid, "taskId" uuid, round int, "unitId" uuid, "rowId" text, "checkerId" uuid)`,
      [lookBackId, JSON.stringify(rows)],
    );
    const people = [...new Set(rows.map(({ checkerId }) => checkerId))];
    await this.notices.tell(
      tx,
      people.map((personId) => ({
        kind: 'look_back.drawn',
        personId,
        facts: { lookBackId, count: rows.filter(({ checkerId }) => checkerId === personId).length },
        dedupeKey: `look_back.drawn:${lookBackId}:${personId}`,
      })),
    );
  }

  private async record(tx: EntityManager, { id, state }: LookBackRow, record: DrawRecord, by: Actor): Promise<void> {
    const { frameHash, termsHash, seed, terms, assigned } = record;
    await this.audit.record(tx, {
      act: 'look_back.draw',
      subject: { type: 'look_back', id },
      by,
      from: state,
      to: 'drawn',
      facts: { frameHash, termsHash, seed, rows: terms.frame.length, drawn: assigned.length },
    });
  }
}

async function refuseUnknownUnits(tx: EntityManager, declared: readonly CheckerRecusal[]): Promise<void> {
  const asked = declared.map(({ party }) => party);
  const known = await tx.query<{ id: string }[]>('select id from unit where id = any($1)', [asked]);
  const at = asked.findIndex((id) => !known.some((unit) => unit.id === id));
  if (at === -1) return;
  const error = { path: `recusals[${at}].unitId`, message: 'does not exist', constraint: 'known' };
  throw inspectionFault('unknownUnit', {}, [error]);
}

async function seedOf(
  tx: EntityManager,
  { drawId }: LookBackRow,
): Promise<{ readonly seed: string; readonly committedAt: Date; readonly now: Date }> {
  const [committed] = await tx.query<{ seed: string; committedAt: Date; now: Date }[]>(
    'select seed, committed_at as "committedAt", now() as now from draw where id = $1',
    [drawId],
  );
  if (!committed) throw new Error('a look-back without its draw');
  return committed;
}
