import { Inject, Injectable } from '@nestjs/common';
import { Audit, type Doer } from '@ducha/audit';
import { IDS, type Ids } from '@ducha/kernel';
import { Store } from '@ducha/store';
import type { EntityManager } from 'typeorm';
import { type DutyLine, itemPath, sameLine } from '../domain/duty-line.js';
import { orgFault } from '../org-faults.js';
import {
  type DutyRow,
  endLines,
  insertLines,
  lineInstant,
  linesInForce,
  linesOfUnit,
  lineToChange,
  refuseWrongLine,
} from './duty-rows.js';

/** From when a change counts; now when absent, never ahead. The reason stands in the audit. */
export interface DutyDated {
  readonly at?: string;
  readonly reason: string | null;
}

/** Keeps the duty register. A line is never overwritten: a change ends it and begins another one from that instant. */
@Injectable()
export class KeepDuties {
  constructor(
    private readonly store: Store,
    private readonly audit: Audit,
    @Inject(IDS) private readonly ids: Ids,
  ) {}

  /** Answers the id of the line. @throws Fault `org.dutyTaken`, `org.dutyDates`, `org.unknownUnit`, `org.townshipOnWithdrawn`, … */
  async create(by: Doer, line: DutyLine, { at, reason }: DutyDated): Promise<string> {
    return this.store.transaction(async (tx) => {
      const category = itemPath(line.category);
      if (category === null)
        throw orgFault('dutyUnnamed', {}, [{ path: 'category', message: 'is required', constraint: 'isNotEmpty' }]);
      if ((await linesInForce(tx, [category])).length > 0)
        throw orgFault('dutyTaken', {}, [{ path: 'category', message: 'stands there already', constraint: 'unique' }]);
      await refuseWrongLine(tx, line);
      const from = await lineInstant(tx, category, at);
      return this.begin(tx, by, { ...line, category }, { from, reason, was: null });
    });
  }

  /** The item stays, all else may change from the day on. Answers the id of the new line. */
  async change(
    by: Doer,
    id: string,
    version: number,
    change: Omit<DutyLine, 'category'>,
    dated: DutyDated,
  ): Promise<string> {
    return this.store.transaction(async (tx) => {
      const seen = await lineToChange(tx, id, version);
      const line = { ...change, category: seen.category };
      if (sameLine(seen, line)) throw orgFault('dutySame');
      await refuseWrongLine(tx, line);
      return this.replace(tx, by, seen, line, await this.later(tx, seen, dated));
    });
  }

  /** From the day on nobody is in charge by this line; what was dispatched by it stays. */
  async end(by: Doer, id: string, version: number, { at, reason }: DutyDated): Promise<void> {
    await this.store.transaction(async (tx) => {
      const seen = await lineToChange(tx, id, version);
      const instant = await lineInstant(tx, seen.category, at);
      await endLines(tx, [{ id, at: instant }]);
      await this.audit.record(tx, {
        act: 'duty.end',
        subject: { type: 'duty', id },
        by,
        facts: { at: instant.toISOString() },
        words: reason,
      });
    });
  }

  /**
   * Takes whole lines over, in one act: what stands there already as it is stays, what differs is changed, what is new begins.
   * The caller has checked their units and dates.
   */
  async take(
    tx: EntityManager,
    by: Doer | null,
    lines: readonly (DutyLine & { readonly from: Date })[],
  ): Promise<{ readonly begun: number; readonly changed: number }> {
    const standing = new Map(
      (
        await linesInForce(
          tx,
          lines.map(({ category }) => category),
        )
      ).map((row) => [row.category, row]),
    );
    const written = lines
      .filter((line) => {
        const row = standing.get(line.category);
        return !row || !sameLine(row, line);
      })
      .map((line) => ({ ...line, id: this.ids.next() }));
    const replaced = written.flatMap(({ category, from }) => {
      const row = standing.get(category);
      return row ? [{ id: row.id, at: from }] : [];
    });
    await endLines(tx, replaced);
    await insertLines(tx, written, by?.personId ?? null);
    await this.audit.record(
      tx,
      ...written.map(({ id, category, from }) => ({
        act: standing.has(category) ? 'duty.change' : 'duty.begin',
        subject: { type: 'duty', id },
        by,
        facts: { was: standing.get(category)?.id ?? null, at: from.toISOString() },
      })),
    );
    return { begun: written.length - replaced.length, changed: replaced.length };
  }

  /** A unit ended and another one takes over: from the day on the lines name that one. Lines that began later are theirs from their beginning. */
  async passOn(tx: EntityManager, by: Doer, unitId: string, successorId: string, at: Date): Promise<void> {
    for (const seen of await linesOfUnit(tx, unitId)) {
      const lead = seen.leadUnitId === unitId ? successorId : seen.leadUnitId;
      const assists = new Set(seen.assistUnitIds.map((id) => (id === unitId ? successorId : id)));
      assists.delete(lead);
      const line: DutyLine = { ...seen, leadUnitId: lead, assistUnitIds: [...assists] };
      if (seen.from < at) await this.replace(tx, by, seen, line, { from: at, reason: null });
      else
        await tx.query('update duty set lead_unit_id = $2, assist_unit_ids = $3, version = version + 1 where id = $1', [
          seen.id,
          lead,
          line.assistUnitIds,
        ]);
    }
  }

  private async later(tx: EntityManager, seen: DutyRow, { at, reason }: DutyDated) {
    return { from: await lineInstant(tx, seen.category, at), reason };
  }

  private async replace(
    tx: EntityManager,
    by: Doer,
    seen: DutyRow,
    { category, leadUnitId, assistUnitIds, townshipList, basis }: DutyLine,
    { from, reason }: { readonly from: Date; readonly reason: string | null },
  ): Promise<string> {
    await endLines(tx, [{ id: seen.id, at: from }]);
    const line = { category, leadUnitId, assistUnitIds, townshipList, basis };
    return this.begin(tx, by, line, { from, reason, was: seen.id });
  }

  private async begin(
    tx: EntityManager,
    by: Doer,
    line: DutyLine,
    { from, reason, was }: { readonly from: Date; readonly reason: string | null; readonly was: string | null },
  ): Promise<string> {
    const id = this.ids.next();
    await insertLines(tx, [{ ...line, id, from }], by.personId);
    await this.audit.record(tx, {
      act: was === null ? 'duty.begin' : 'duty.change',
      subject: { type: 'duty', id },
      by,
      facts: { was, at: from.toISOString(), leadUnitId: line.leadUnitId, townshipList: line.townshipList },
      words: reason,
    });
    return id;
  }
}
