import { Inject, Injectable } from '@nestjs/common';
import { Audit, type ActFacts, type Doer } from '@ducha/audit';
import { IDS, type Ids } from '@ducha/kernel';
import type { EntityManager } from 'typeorm';

/** A dated fact about a unit, to be written beside its change. */
export interface UnitFact {
  readonly unitId: string;
  readonly kind: 'founded' | 'renamed' | 'moved' | 'split' | 'merged' | 'ended';
  readonly at: Date;
  readonly former?: { readonly name: string; readonly shortName: string };
  readonly formerParentId?: string | null;
  readonly otherUnitId?: string | null;
}

/** Writes what became of units: the dated fact that names are read from, and the audit row. */
@Injectable()
export class UnitHistory {
  constructor(
    private readonly audit: Audit,
    @Inject(IDS) private readonly ids: Ids,
  ) {}

  /** Units that a sheet founded, set-wise. */
  async founded(
    tx: EntityManager,
    by: Doer | null,
    units: readonly { id: string; at: Date; kind: string }[],
  ): Promise<void> {
    const rows = units.map(({ id: unitId, at }) => ({ id: this.ids.next(), unitId, at }));
    await tx.query(
      `insert into unit_change (id, unit_id, kind, at, recorded_by, recorded_at)
       select id, "unitId", 'founded', at, $2, now() from jsonb_to_recordset($1::jsonb) as c(id uuid, "unitId" uuid, at timestamptz)`,
      [JSON.stringify(rows), by?.personId ?? null],
    );
    const acts = units.map(({ id, at, kind }) => ({
      act: 'unit.founded',
      subject: { type: 'unit', id },
      by,
      facts: { kind, at: at.toISOString() },
    }));
    await this.audit.record(tx, ...acts);
  }

  /** @param words why, as the person said it */
  async write(
    tx: EntityManager,
    by: Doer | null,
    { unitId, kind, at, former, formerParentId = null, otherUnitId = null }: UnitFact,
    words: string | null,
    also: ActFacts = {},
  ): Promise<void> {
    await tx.query(
      `insert into unit_change (id, unit_id, kind, at, former_name, former_short_name, former_parent_id, other_unit_id, recorded_by, recorded_at)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9, now())`,
      [
        this.ids.next(),
        unitId,
        kind,
        at,
        former?.name ?? null,
        former?.shortName ?? null,
        formerParentId,
        otherUnitId,
        by?.personId ?? null,
      ],
    );
    const facts = {
      ...also,
      at: at.toISOString(),
      ...(formerParentId !== null && { formerParentId }),
      ...(otherUnitId !== null && { otherUnitId }),
    };
    await this.audit.record(tx, { act: `unit.${kind}`, subject: { type: 'unit', id: unitId }, by, facts, words });
  }
}
