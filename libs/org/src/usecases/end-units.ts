import { Injectable } from '@nestjs/common';
import { unitsOfLine } from '@ducha/access';
import type { Doer } from '@ducha/audit';
import { Store } from '@ducha/store';
import type { EntityManager } from 'typeorm';
import { orgFault } from '../org-faults.js';
import type { UnitKind } from '../unit-kinds.js';
import { KeepDuties } from './keep-duties.js';
import { type Dated, KeepUnits } from './keep-units.js';
import { refuseOpenDuties, refusePrivilegedPosts, takeOver } from './left-behind.js';
import { MovePosts } from './move-posts.js';
import { UnitHistory } from './unit-history.js';
import { effectiveAt, lockTree, rehang, type UnitRow, unitOfToday, unitToChange } from './unit-row.js';

/** A unit that comes out of a split, beside its siblings. */
export interface SplitPart {
  readonly name: string;
  readonly shortName: string;
  readonly kind: UnitKind;
}

/** Ends units: alone, merged into another one, or split into several. */
@Injectable()
export class EndUnits {
  constructor(
    private readonly store: Store,
    private readonly units: KeepUnits,
    private readonly history: UnitHistory,
    private readonly posts: MovePosts,
    private readonly duties: KeepDuties,
  ) {}

  /**
   * Ends a unit. With a successor it is merged into it: open assignments, what lies below, people and duties go there.
   * @throws Fault `org.openDuties`, `org.privilegedPosts`, `org.unknownUnit`, `org.circularTree`, `org.overlappingDates`
   */
  async end(
    by: Doer,
    id: string,
    version: number,
    { successorId, at, reason }: { successorId?: string } & Dated,
  ): Promise<void> {
    await this.store.transaction(async (tx) => {
      await lockTree(tx);
      const unit = await this.endable(tx, id, version);
      const successor = successorId === undefined ? null : await unitOfToday(tx, successorId, 'successorId');
      if (successor?.path.startsWith(unit.path))
        throw orgFault('circularTree', {}, [{ path: 'successorId', message: 'lies below', constraint: 'tree' }]);
      const from = await effectiveAt(tx, id, at);
      await this.endIn(tx, by, unit, { successor, at: from, reason });
    });
  }

  /**
   * Splits a unit. The parts stand beside it.
   * @param successorPart which part takes over what is open, when the unit ends with the split; null: the unit goes on
   * @returns ids of the parts, in their order
   */
  async split(
    by: Doer,
    id: string,
    version: number,
    { parts, successorPart, at, reason }: { parts: readonly SplitPart[]; successorPart: number | null } & Dated,
  ): Promise<string[]> {
    return this.store.transaction(async (tx) => {
      await lockTree(tx);
      const unit = await this.endable(tx, id, version);
      const from = await effectiveAt(tx, id, at);
      if (successorPart !== null && successorPart >= parts.length)
        throw orgFault('unknownUnit', {}, [{ path: 'successorPart', message: 'names no part', constraint: 'known' }]);
      const ids: string[] = [];
      for (const [place, part] of parts.entries()) {
        const wanted = { ...part, parentId: unit.parent_id ?? '', sort: unit.sort };
        ids.push(await this.units.createIn(tx, by, wanted, { unitId: id, at: from, path: `parts[${place}].` }));
      }
      const heir = successorPart === null ? undefined : ids[successorPart];
      if (heir === undefined) {
        await tx.query('update unit set version = version + 1 where id = $1', [id]);
        await this.history.write(tx, by, { unitId: id, kind: 'split', at: from }, reason, { parts: ids });
        return ids;
      }
      await this.endIn(tx, by, unit, { successor: await unitOfToday(tx, heir, 'parts'), at: from, reason, parts: ids });
      return ids;
    });
  }

  private async endable(tx: EntityManager, id: string, version: number): Promise<UnitRow> {
    const unit = await unitToChange(tx, id, version);
    if (unit.parent_id === null) throw orgFault('rootStays');
    return unit;
  }

  private async endIn(
    tx: EntityManager,
    by: Doer,
    unit: UnitRow,
    ending: { successor: UnitRow | null; at: Date; reason: string; parts?: readonly string[] },
  ): Promise<void> {
    const { successor, at, reason, parts } = ending;
    await refusePrivilegedPosts(tx, unit.id);
    const [line] = await tx.query<{ ids: string[] }[]>(`select ${unitsOfLine('$1')} as ids`, [unit.id]);
    if (successor === null) await refuseOpenDuties(tx, line?.ids ?? [unit.id]);
    await tx.query(`update unit set to_at = $2, successor_id = $3, version = version + 1 where id = $1`, [
      unit.id,
      at,
      successor?.id ?? null,
    ]);
    await this.posts.run(tx, by, unit.id, successor?.id ?? null);
    if (successor !== null) {
      await takeOver(tx, unit.id, successor.id);
      await this.duties.passOn(tx, by, unit.id, successor.id, at);
      await tx.query('update unit set parent_id = $2 where parent_id = $1 and to_at is null', [unit.id, successor.id]);
      await tx.query(
        `update unit c set path = $3 || substr(c.path, length($2) + 1), version = c.version + 1 where starts_with(c.path, $2)
           and c.path <> $2 and not exists (select 1 from unit e where e.to_at is not null and e.id <> $1 and starts_with(c.path, e.path))`,
        [unit.id, unit.path, successor.path],
      );
      await rehang(tx, unit.path, `${successor.path}${unit.id}/`);
    }
    const kind = parts ? 'split' : successor === null ? 'ended' : 'merged';
    const fact = { unitId: unit.id, kind, at, otherUnitId: successor?.id ?? null } as const;
    await this.history.write(tx, by, fact, reason, parts ? { parts } : {});
  }
}
