import { Inject, Injectable } from '@nestjs/common';
import { type Actor, isAccused } from '@ducha/access';
import { IDS, type FieldError, type Ids } from '@ducha/kernel';
import { Store } from '@ducha/store';
import type { EntityManager } from 'typeorm';
import { matterFault } from '../matter-faults.js';

/** Whom an accusation (检举控告) must never reach, and who beside its enterer handles it. */
export interface NewRestriction {
  readonly accusedUnitIds: readonly string[];
  readonly accusedPersonIds: readonly string[];
  readonly keeperIds: readonly string[];
}

interface Known {
  units: string[];
  persons: string[];
  keepers: string[];
  accused: string[];
}

const knownSql = `
  select (select coalesce(array_agg(id), '{}') from unit where id = any($1::uuid[])) as units,
    (select coalesce(array_agg(id), '{}') from person where id = any($2::uuid[])) as persons,
    (select coalesce(array_agg(distinct p.person_id), '{}') from post p where p.person_id = any($3::uuid[])
       and p.role in ('bureau_head', 'bureau_officer', 'bureau_clerk') and p.from_at <= now() and (p.to_at is null or p.to_at > now())) as keepers`;

/** Writes the restriction of a matter: from then on only its keepers, leaders and auditors read it, and never the accused. */
@Injectable()
export class Restriction {
  constructor(
    private readonly store: Store,
    @Inject(IDS) private readonly ids: Ids,
  ) {}

  /**
   * @param prefix  path of the restriction in the request
   * @throws Fault `matter.accusedUnknown`, `matter.keeperUnfit` naming the field; `matter.accusedEnters` to an accused
   */
  async put(
    tx: EntityManager,
    matterId: string,
    restriction: NewRestriction,
    by: Actor,
    prefix: string,
  ): Promise<void> {
    await this.refuseUnknown(restriction, prefix);
    const { accusedUnitIds, accusedPersonIds, keeperIds } = restriction;
    const accused = [
      ...[...new Set(accusedUnitIds)].map((unitId) => ({ id: this.ids.next(), unitId, personId: null })),
      ...[...new Set(accusedPersonIds)].map((personId) => ({ id: this.ids.next(), unitId: null, personId })),
    ];
    await tx.query(
      `insert into matter_accused (id, matter_id, unit_id, person_id)
       select g.id, $1, g."unitId", g."personId" from jsonb_to_recordset($2::jsonb) as g(id uuid, "unitId" uuid, "personId" uuid)`,
      [matterId, JSON.stringify(accused)],
    );
    const keepers = [...new Set([...keeperIds, by.personId])];
    await this.refuseAccused(tx, matterId, restriction, by, prefix);
    await tx.query('insert into matter_keeper (matter_id, person_id) select $1, unnest($2::uuid[])', [
      matterId,
      keepers,
    ]);
  }

  private async refuseUnknown(
    { accusedUnitIds, accusedPersonIds, keeperIds }: NewRestriction,
    prefix: string,
  ): Promise<void> {
    const known = await this.store.queryOne<Known>(knownSql, [accusedUnitIds, accusedPersonIds, keeperIds]);
    const strange = (
      ids: readonly string[],
      list: readonly string[] = [],
      field: string,
      constraint: string,
    ): FieldError[] =>
      ids.flatMap((id, at) =>
        list.includes(id) ? [] : [{ path: `${prefix}${field}[${at}]`, message: 'does not exist', constraint }],
      );
    const unknown = [
      ...strange(accusedUnitIds, known?.units, 'accusedUnitIds', 'known'),
      ...strange(accusedPersonIds, known?.persons, 'accusedPersonIds', 'known'),
    ];
    if (accusedUnitIds.length + accusedPersonIds.length === 0)
      unknown.push({ path: `${prefix}accusedUnitIds`, message: 'name who is accused', constraint: 'arrayNotEmpty' });
    if (unknown.length > 0) throw matterFault('accusedUnknown', {}, unknown);
    const unfit = strange(keeperIds, known?.keepers, 'keeperIds', 'postHeld');
    if (unfit.length > 0) throw matterFault('keeperUnfit', {}, unfit);
  }

  /** Nobody handles an accusation against himself or his own unit. */
  private async refuseAccused(
    tx: EntityManager,
    matterId: string,
    { keeperIds }: NewRestriction,
    by: Actor,
    prefix: string,
  ): Promise<void> {
    const rows = await tx.query<{ id: string }[]>(
      `select k.id from unnest($2::uuid[]) as k(id) where ${isAccused('$1::uuid', 'array[k.id]')}`,
      [matterId, [...keeperIds, by.personId]],
    );
    const accused = new Set(rows.map(({ id }) => id));
    const errors = keeperIds.flatMap((id, at) =>
      accused.has(id) ? [{ path: `${prefix}keeperIds[${at}]`, message: 'is accused', constraint: 'notAccused' }] : [],
    );
    if (errors.length > 0) throw matterFault('keeperUnfit', {}, errors);
    if (accused.has(by.personId)) throw matterFault('accusedEnters');
  }
}
