import { Inject, Injectable } from '@nestjs/common';
import { Audit, type Doer } from '@ducha/audit';
import { IDS, type Ids } from '@ducha/kernel';
import type { EntityManager } from 'typeorm';

/** A unit to be founded. `parentKey` names one founded before it. */
export interface NewUnit {
  readonly key: string;
  readonly name: string;
  readonly shortName: string;
  readonly kind: string;
  readonly parentKey: string | null;
  readonly divisionCode?: string | null;
  readonly sort: number;
  /** Day or instant from which it exists. */
  readonly from: string;
}

/** A line for the duty register; keys name units. */
export interface NewDuty {
  readonly category: string;
  readonly leadUnitId: string;
  readonly assistUnitIds: readonly string[];
}

/** Founds units and writes the duty register. */
@Injectable()
export class FoundUnits {
  constructor(
    private readonly audit: Audit,
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

  /** Writes lines of the duty register; a category that stands there already is replaced. */
  async assignDuties(tx: EntityManager, duties: readonly NewDuty[], by: Doer | null): Promise<void> {
    const rows = duties.map((duty) => ({
      id: this.ids.next(),
      category: duty.category,
      lead: duty.leadUnitId,
      assist: duty.assistUnitIds,
    }));
    await tx.query(
      `insert into duty (id, category, lead_unit_id, assist_unit_ids, version)
       select id, category, lead, (select coalesce(array_agg(e::uuid), '{}') from jsonb_array_elements_text(assist) e), 1
       from jsonb_to_recordset($1::jsonb) as d(id uuid, category text, lead uuid, assist jsonb)
       on conflict on constraint duty_category_once do update
         set lead_unit_id = excluded.lead_unit_id, assist_unit_ids = excluded.assist_unit_ids, version = duty.version + 1`,
      [JSON.stringify(rows)],
    );
    await this.audit.record(tx, {
      act: 'duty.assign',
      subject: { type: 'duty', id: null },
      by,
      facts: { lines: duties.length },
    });
  }
}

function required(map: ReadonlyMap<string, string>, key: string): string {
  const value = map.get(key);
  if (value === undefined) throw new Error(`unit ${key} is not founded before its children`);
  return value;
}
