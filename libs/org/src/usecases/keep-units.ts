import { Inject, Injectable } from '@nestjs/common';
import { Audit, type Doer } from '@ducha/audit';
import { IDS, type Ids } from '@ducha/kernel';
import { Store } from '@ducha/store';
import type { EntityManager } from 'typeorm';
import { orgFault } from '../org-faults.js';
import type { UnitKind } from '../unit-kinds.js';
import { UnitHistory } from './unit-history.js';
import { effectiveAt, lockTree, refuseTakenName, rehang, unitOfToday, unitToChange } from './unit-row.js';

/** A unit to be created from now on. */
export interface UnitWanted {
  readonly name: string;
  readonly shortName: string;
  readonly kind: UnitKind;
  readonly parentId: string;
  /** Behind its siblings when absent. */
  readonly sort?: number;
  readonly divisionCode?: string | null;
}

/** A dated change with the reason that the audit keeps. */
export interface Dated {
  readonly at?: string;
  readonly reason: string;
}

/** Creates units, keeps what has no history, and renames and moves them with a date. */
@Injectable()
export class KeepUnits {
  constructor(
    private readonly store: Store,
    private readonly audit: Audit,
    private readonly history: UnitHistory,
    @Inject(IDS) private readonly ids: Ids,
  ) {}

  /** @throws Fault `org.unknownUnit`, `org.nameTaken` */
  async create(by: Doer, wanted: UnitWanted): Promise<string> {
    return this.store.transaction(async (tx) => {
      await lockTree(tx);
      return this.createIn(tx, by, wanted, null);
    });
  }

  /** The same inside another deed. @param from what it was split from, and when */
  async createIn(
    tx: EntityManager,
    by: Doer,
    wanted: UnitWanted,
    from: { unitId: string; at: Date; path: string } | null,
  ): Promise<string> {
    const id = this.ids.next();
    const prefix = from?.path ?? '';
    const parent = await unitOfToday(tx, wanted.parentId, `${prefix}parentId`);
    await refuseTakenName(tx, wanted.name, `${prefix}name`);
    const [row] = await tx.query<{ from_at: Date }[]>(
      `insert into unit (id, parent_id, path, name, short_name, kind, division_code, sort, from_at, version)
       values ($1, $2, $3, $4, $5, $6, $7, coalesce($8, (select max(sort) + 1 from unit), 0), coalesce($9::timestamptz, now()), 1) returning from_at`,
      [
        id,
        parent.id,
        `${parent.path}${id}/`,
        wanted.name,
        wanted.shortName,
        wanted.kind,
        wanted.divisionCode ?? null,
        wanted.sort ?? null,
        from?.at ?? null,
      ],
    );
    if (!row) throw orgFault('unitNotFound');
    const fact = { unitId: id, kind: 'founded', at: row.from_at, otherUnitId: from?.unitId ?? null } as const;
    await this.history.write(tx, by, fact, null, { kind: wanted.kind });
    return id;
  }

  /** What has no history: kind, place among siblings, division code. */
  async change(
    by: Doer,
    id: string,
    version: number,
    change: { kind?: UnitKind; sort?: number; divisionCode?: string | null },
  ): Promise<void> {
    await this.store.transaction(async (tx) => {
      const unit = await unitToChange(tx, id, version);
      await tx.query(
        `update unit set kind = coalesce($2, kind), sort = coalesce($3, sort), division_code = case when $4 then $5 else division_code end, version = version + 1 where id = $1`,
        [
          unit.id,
          change.kind ?? null,
          change.sort ?? null,
          change.divisionCode !== undefined,
          change.divisionCode ?? null,
        ],
      );
      const fields = (['kind', 'sort', 'divisionCode'] as const).filter((field) => change[field] !== undefined);
      await this.audit.record(tx, { act: 'unit.change', subject: { type: 'unit', id }, by, facts: { fields } });
    });
  }

  /** From the day on it is called otherwise; what was done before keeps the name of its day. @throws Fault `org.nameTaken`, `org.overlappingDates` */
  async rename(
    by: Doer,
    id: string,
    version: number,
    { name, shortName, at, reason }: { name: string; shortName: string } & Dated,
  ): Promise<void> {
    await this.store.transaction(async (tx) => {
      const unit = await unitToChange(tx, id, version);
      await refuseTakenName(tx, name, 'name', id);
      const from = await effectiveAt(tx, id, at);
      await tx.query('update unit set name = $2, short_name = $3, version = version + 1 where id = $1', [
        id,
        name,
        shortName,
      ]);
      const former = { name: unit.name, shortName: unit.short_name };
      await this.history.write(tx, by, { unitId: id, kind: 'renamed', at: from, former }, reason);
    });
  }

  /** Hangs it, with all below, under another unit. @throws Fault `org.circularTree`, `org.rootStays`, `org.unknownUnit` */
  async move(
    by: Doer,
    id: string,
    version: number,
    { parentId, at, reason }: { parentId: string } & Dated,
  ): Promise<void> {
    await this.store.transaction(async (tx) => {
      await lockTree(tx);
      const unit = await unitToChange(tx, id, version);
      if (unit.parent_id === null) throw orgFault('rootStays');
      const parent = await unitOfToday(tx, parentId, 'parentId');
      if (parent.path.startsWith(unit.path))
        throw orgFault('circularTree', {}, [{ path: 'parentId', message: 'lies below', constraint: 'tree' }]);
      const from = await effectiveAt(tx, id, at);
      await tx.query('update unit set parent_id = $2 where id = $1', [id, parentId]);
      await rehang(tx, unit.path, `${parent.path}${id}/`);
      const fact = { unitId: id, kind: 'moved', at: from, formerParentId: unit.parent_id } as const;
      await this.history.write(tx, by, fact, reason, { parentId });
    });
  }
}
