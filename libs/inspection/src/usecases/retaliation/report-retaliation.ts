import { Inject, Injectable } from '@nestjs/common';
import type { Actor } from '@ducha/access';
import { Audit } from '@ducha/audit';
import { refuseStale } from '@ducha/http';
import { IDS, type Ids } from '@ducha/kernel';
import { Notices } from '@ducha/notice';
import { Store } from '@ducha/store';
import type { EntityManager } from 'typeorm';
import { findingFault } from '../../finding-faults.js';
import type { RetaliationSourceView } from '../../http/retaliation/retaliation.view.js';
import { unitSql } from '../../queries/finding/finding-sql.js';
import { hiddenSql } from '../../queries/retaliation/retaliation-reports.query.js';

/** Threat or retaliation, and by whom. */
export interface NewRetaliation {
  readonly words: string;
  readonly againstUnitId: string | null;
}

/** What came of a report. */
export interface SettledRetaliation {
  readonly id: string;
  readonly version: number;
  readonly words: string;
  readonly by: Actor;
}

interface Row {
  readonly id: string;
  readonly version: number;
  readonly settled: boolean;
}

/**
 * Reports of retaliation against whoever inspects or supplied a clue (L18). The record of acts says that one was made and not by whom:
 * who keeps it must not be able to tell the unit.
 */
@Injectable()
export class ReportRetaliation {
  constructor(
    private readonly store: Store,
    private readonly notices: Notices,
    private readonly audit: Audit,
    @Inject(IDS) private readonly ids: Ids,
  ) {}

  /** @throws Fault `finding.unknownUnit` naming `againstUnitId` */
  make({ words, againstUnitId }: NewRetaliation, { personId, unitId }: Actor): Promise<void> {
    return this.store.transaction(async (tx) => {
      if (againstUnitId !== null) await refuseUnknownUnit(tx, againstUnitId);
      const id = this.ids.next();
      await tx.query(
        `insert into retaliation_report (id, against_unit_id, words, reported_by, reporter_unit_id, reported_at, version) values ($1, $2, $3, $4, $5, now(), 1)`,
        [id, againstUnitId, words, personId, unitId],
      );
      await this.tell(tx, id);
      await this.audit.record(tx, { act: 'retaliation.report', subject: { type: 'retaliation', id }, by: null, words });
    });
  }

  /** @throws Fault `finding.retaliationNotFound` */
  unmask(id: string, reason: string, by: Actor): Promise<RetaliationSourceView> {
    return this.store.transaction(async (tx) => {
      await locked(tx, id, by);
      const [source] = await tx.query<RetaliationSourceView[]>(
        `select p.name, case when u.id is not null then ${unitSql('u')} end as unit from retaliation_report r join person p on p.id = r.reported_by
           left join unit u on u.id = r.reporter_unit_id where r.id = $1`,
        [id],
      );
      if (!source) throw findingFault('retaliationNotFound');
      const subject = { type: 'retaliation', id };
      await this.audit.record(tx, { act: 'retaliation.unmask', subject, by, words: reason });
      return source;
    });
  }

  /** @throws Fault `finding.retaliationNotFound`, `finding.retaliationSettled` */
  settle({ id, version, words, by }: SettledRetaliation): Promise<void> {
    return this.store.transaction(async (tx) => {
      const row = await locked(tx, id, by);
      refuseStale(row, version);
      if (row.settled) throw findingFault('retaliationSettled');
      await tx.query(
        'update retaliation_report set settled_words = $2, settled_by = $3, settled_at = now(), version = version + 1 where id = $1',
        [id, words, by.personId],
      );
      await this.audit.record(tx, { act: 'retaliation.settle', subject: { type: 'retaliation', id }, by, words });
    });
  }

  /** Principals and heads of the bureau, but nobody of the unit that it is about. */
  private async tell(tx: EntityManager, id: string): Promise<void> {
    const readers = await tx.query<{ personId: string }[]>(
      `select distinct o.person_id as "personId" from retaliation_report r join post o on o.role in ('principal', 'bureau_head')
         and o.from_at <= now() and (o.to_at is null or o.to_at > now())
       where r.id = $1 and not ${hiddenSql('r', 'o.person_id')}`,
      [id],
    );
    await this.notices.tell(
      tx,
      readers.map(({ personId }) => ({
        kind: 'retaliation.reported',
        personId,
        facts: {},
        dedupeKey: `retaliation.reported:${id}:${personId}`,
      })),
    );
  }
}

async function locked(tx: EntityManager, id: string, { personId }: Actor): Promise<Row> {
  const [row] = await tx.query<Row[]>(
    `select r.id, r.version, r.settled_at is not null as settled from retaliation_report r where r.id = $2 and not ${hiddenSql('r', '$1::uuid')} for update of r`,
    [personId, id],
  );
  if (!row) throw findingFault('retaliationNotFound');
  return row;
}

async function refuseUnknownUnit(tx: EntityManager, id: string): Promise<void> {
  const known = await tx.query<unknown[]>('select 1 from unit where id = $1', [id]);
  if (known.length === 0)
    throw findingFault('unknownUnit', {}, [{ path: 'againstUnitId', message: 'is not known', constraint: 'known' }]);
}
