import { Inject, Injectable } from '@nestjs/common';
import { Audit, type Doer } from '@ducha/audit';
import { IDS, type Ids } from '@ducha/kernel';
import type { EntityManager } from 'typeorm';
import type { DutyLine } from '../domain/duty-line.js';
import type { UnitKind } from '../unit-kinds.js';
import { KeepDuties } from './keep-duties.js';

/** A unit to be founded. `parentKey` names one founded before it. */
export interface NewUnit {
  readonly key: string;
  readonly name: string;
  readonly shortName: string;
  readonly kind: UnitKind;
  readonly parentKey: string | null;
  readonly divisionCode?: string | null;
  readonly sort: number;
  /** Day or instant from which it exists. */
  readonly from: string;
}

/** A line for the duty register. */
export interface NewDuty extends Omit<DutyLine, 'townshipList' | 'basis'> {
  readonly townshipList?: DutyLine['townshipList'];
  readonly basis?: string;
  /** Instant from which it is in force; now when absent. */
  readonly from?: string;
}

/** Founds units and writes the duty register. */
@Injectable()
export class FoundUnits {
  constructor(
    private readonly audit: Audit,
    private readonly duties: KeepDuties,
    @Inject(IDS) private readonly ids: Ids,
  ) {}

  /** Founds units, parents before children, and answers their ids by key. */
  async run(tx: EntityManager, units: readonly NewUnit[], by: Doer | null): Promise<Map<string, string>> {
    const idOf = new Map<string, string>();
    const pathOf = new Map<string, string>();
    const rows = units.map((unit) => {
      const id = this.ids.next();
      const path = `${unit.parentKey === null ? '/' : required(pathOf, unit.parentKey)}${id}/`;
      idOf.set(unit.key, id);
      pathOf.set(unit.key, path);
      return { ...unit, id, path, parent_id: unit.parentKey === null ? null : required(idOf, unit.parentKey) };
    });
    await tx.query(
      `insert into unit (id, key, parent_id, path, name, short_name, kind, division_code, sort, from_at, version)
       select id, key, parent_id, path, name, "shortName", kind, "divisionCode", sort, "from", 1
       from jsonb_to_recordset($1::jsonb) as u(id uuid, key text, parent_id uuid, path text, name text, "shortName" text, kind text, "divisionCode" text, sort int, "from" timestamptz)`,
      [JSON.stringify(rows)],
    );
    await this.audit.record(
      tx,
      ...rows.map(({ id, kind }) => ({ act: 'unit.found', subject: { type: 'unit', id }, by, facts: { kind } })),
    );
    return idOf;
  }

  /** Writes lines of the duty register; what stands there already is changed from the line's instant on. */
  async assignDuties(tx: EntityManager, duties: readonly NewDuty[], by: Doer | null): Promise<void> {
    const [clock] = await tx.query<{ now: Date }[]>('select now() as now');
    const lines = duties.map(({ townshipList = null, basis = null, from, ...line }) => ({
      ...line,
      townshipList,
      basis,
      from: from === undefined ? (clock?.now ?? new Date(0)) : new Date(from),
    }));
    await this.duties.take(tx, by, lines);
  }
}

function required(map: ReadonlyMap<string, string>, key: string): string {
  const value = map.get(key);
  if (value === undefined) throw new Error(`unit ${key} is not founded before its children`);
  return value;
}
