import { Inject, Injectable } from '@nestjs/common';
import { type ActRecord, Audit, type Doer } from '@ducha/audit';
import { IDS, type Ids } from '@ducha/kernel';
import type { EntityManager } from 'typeorm';
import { UnitHistory } from './unit-history.js';
import { lockTree, rehang } from './unit-row.js';

/** A unit to be founded; parents stand before their children. `key` is what others of the same act call it. */
export interface UnitToSettle {
  readonly key: string;
  readonly name: string;
  readonly shortName: string;
  readonly kind: string;
  /** A unit of today, or one founded before it in this act; null: the county itself. */
  readonly parent: { readonly id: string } | { readonly key: string } | null;
  /** Behind all others when null. */
  readonly sort: number | null;
  readonly divisionCode: string | null;
  /** Null: from now on. */
  readonly from: Date | null;
}

/** What changes about a unit of today; those that move stand after the ones they move under. */
export interface UnitToResettle {
  readonly id: string;
  readonly shortName?: string;
  readonly kind?: string;
  readonly sort?: number;
  readonly divisionCode?: string;
  readonly parent?: { readonly id: string } | { readonly key: string };
}

const foundSql = `
  insert into unit (id, parent_id, path, name, short_name, kind, division_code, sort, from_at, version)
  select id, "parentId", path, name, "shortName", kind, "divisionCode",
    coalesce(sort, (select coalesce(max(sort), -1) from unit) + place), coalesce("from", now()), 1
  from jsonb_to_recordset($1::jsonb) as u(id uuid, "parentId" uuid, path text, name text, "shortName" text, kind text, "divisionCode" text,
    sort int, place int, "from" timestamptz)
  returning id, from_at as at`;

const changeSql = `
  update unit u set kind = coalesce(c.kind, u.kind), sort = coalesce(c.sort, u.sort), division_code = coalesce(c."divisionCode", u.division_code),
    version = u.version + 1
  from jsonb_to_recordset($1::jsonb) as c(id uuid, kind text, sort int, "divisionCode" text) where u.id = c.id`;

const plain = ['kind', 'sort', 'divisionCode'] as const;

interface Before {
  readonly id: string;
  readonly name: string;
  readonly shortName: string;
  readonly parentId: string | null;
  readonly path: string;
  readonly now: Date;
}

/** Founds and changes hundreds of units in one act. That names are free and no circle closes was looked at before, under the lock. */
@Injectable()
export class SettleUnits {
  constructor(
    private readonly audit: Audit,
    private readonly history: UnitHistory,
    @Inject(IDS) private readonly ids: Ids,
  ) {}

  /** One at a time changes the tree, also while a sheet is compared with it. */
  lock(tx: EntityManager): Promise<void> {
    return lockTree(tx);
  }

  /** @param words why moved and renamed units changed */
  async run(
    tx: EntityManager,
    by: Doer | null,
    { found, change }: { found: readonly UnitToSettle[]; change: readonly UnitToResettle[] },
    words: string,
  ): Promise<void> {
    const idOf = await this.found(tx, by, found);
    await this.changePlain(tx, by, change);
    for (const one of change) if (one.shortName !== undefined) await this.shorten(tx, by, one.id, one.shortName, words);
    for (const { id, parent } of change) {
      if (parent === undefined) continue;
      await this.move(tx, by, id, 'id' in parent ? parent.id : required(idOf, parent.key), words);
    }
  }

  private async found(
    tx: EntityManager,
    by: Doer | null,
    units: readonly UnitToSettle[],
  ): Promise<Map<string, string>> {
    const idOf = new Map<string, string>();
    if (units.length === 0) return idOf;
    const pathOf = await pathsOf(
      tx,
      units.flatMap(({ parent }) => (parent && 'id' in parent ? [parent.id] : [])),
    );
    const rows = units.map(({ key, parent, ...unit }, at) => {
      const id = this.ids.next();
      const parentId = parent === null ? null : 'id' in parent ? parent.id : required(idOf, parent.key);
      idOf.set(key, id);
      pathOf.set(id, `${parentId === null ? '/' : required(pathOf, parentId)}${id}/`);
      return { ...unit, id, parentId, path: pathOf.get(id), place: at + 1 };
    });
    const founded = await tx.query<{ id: string; at: Date }[]>(foundSql, [JSON.stringify(rows)]);
    const kinds = new Map(rows.map(({ id, kind }) => [id, kind]));
    await this.history.founded(
      tx,
      by,
      founded.map(({ id, at }) => ({ id, at, kind: kinds.get(id) ?? '' })),
    );
    return idOf;
  }

  private async changePlain(tx: EntityManager, by: Doer | null, changes: readonly UnitToResettle[]): Promise<void> {
    const rows = changes.filter((change) => plain.some((field) => change[field] !== undefined));
    if (rows.length === 0) return;
    await tx.query(changeSql, [JSON.stringify(rows)]);
    const acts = rows.map((change): ActRecord => {
      const fields = plain.filter((field) => change[field] !== undefined);
      return { act: 'unit.change', subject: { type: 'unit', id: change.id }, by, facts: { fields } };
    });
    await this.audit.record(tx, ...acts);
  }

  private async shorten(
    tx: EntityManager,
    by: Doer | null,
    id: string,
    shortName: string,
    words: string,
  ): Promise<void> {
    const { now, ...former } = await before(tx, id);
    await tx.query('update unit set short_name = $2, version = version + 1 where id = $1', [id, shortName]);
    await this.history.write(tx, by, { unitId: id, kind: 'renamed', at: now, former }, words);
  }

  private async move(tx: EntityManager, by: Doer | null, id: string, parentId: string, words: string): Promise<void> {
    const { now, path, parentId: formerParentId } = await before(tx, id);
    const above = await before(tx, parentId);
    await tx.query('update unit set parent_id = $2 where id = $1', [id, parentId]);
    await rehang(tx, path, `${above.path}${id}/`);
    await this.history.write(tx, by, { unitId: id, kind: 'moved', at: now, formerParentId }, words, { parentId });
  }
}

async function pathsOf(tx: EntityManager, ids: readonly string[]): Promise<Map<string, string>> {
  const rows = await tx.query<{ id: string; path: string }[]>('select id, path from unit where id = any($1)', [ids]);
  return new Map(rows.map(({ id, path }) => [id, path]));
}

async function before(tx: EntityManager, id: string): Promise<Before> {
  const [unit] = await tx.query<Before[]>(
    'select id, name, short_name as "shortName", parent_id as "parentId", path, now() as now from unit where id = $1 for update',
    [id],
  );
  if (!unit) throw new Error(`unit ${id} went away under the lock`);
  return unit;
}

function required(map: ReadonlyMap<string, string>, key: string): string {
  const value = map.get(key);
  if (value === undefined) throw new Error(`unit ${key} is not founded before what lies below`);
  return value;
}
