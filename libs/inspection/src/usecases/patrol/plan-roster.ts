import { Injectable } from '@nestjs/common';
import type { Actor } from '@ducha/access';
import { Audit } from '@ducha/audit';
import { Clocks } from '@ducha/deadline';
import { dayOf, numberOf } from '@ducha/kernel';
import { Store } from '@ducha/store';
import type { EntityManager } from 'typeorm';
import { rotated, type Turn } from '../../domain/patrol/rotation.js';
import { planFault } from '../../plan-faults.js';
import { recusalsOf } from '../../queries/group/recusals.js';
import { lockInspection, type InspectionRow } from '../plan/inspection-rows.js';

/** The days that a roster is made for, `YYYY-MM-DD`, both included. */
export interface RosterSpan {
  readonly inspectionId: string;
  readonly fromOn: string;
  readonly toOn: string;
  /** Days off, too. */
  readonly everyDay: boolean;
}

/** Days of one roster at most. */
const most = 62;
const taking: readonly string[] = ['planned', 'released', 'on_site'];

/** Rosters of a standing patrol (S34): who goes where on which day, with rotation and recusal; days that have been stay as they were. */
@Injectable()
export class PlanRoster {
  constructor(
    private readonly store: Store,
    private readonly clocks: Clocks,
    private readonly audit: Audit,
  ) {}

  /** Answers how many turns nobody could take. @throws Fault `inspection.notStanding`, `notTaking`, `faultySpan` naming its field */
  run(span: RosterSpan, by: Actor): Promise<number> {
    return this.store.transaction(async (tx) => {
      const row = await lockInspection(tx, span.inspectionId);
      refuseSpan(row, span);
      const turns = await this.turnsOf(tx, row, span);
      const { inspectionId, fromOn, toOn, everyDay } = span;
      await tx.query('delete from patrol_turn where inspection_id = $1 and on_day between $2 and $3', [
        ...[inspectionId, fromOn, toOn],
      ]);
      await tx.query(
        `insert into patrol_turn (inspection_id, on_day, unit_id, group_id) select $1, t.on, t."unitId", t."groupId"
         from jsonb_to_recordset($2::jsonb) as t("on" date, "unitId" uuid, "groupId" uuid)`,
        [inspectionId, JSON.stringify(turns)],
      );
      const untaken = turns.filter(({ groupId }) => groupId === null).length;
      const subject = { type: 'inspection', id: inspectionId };
      const facts = { fromOn, toOn, everyDay, turns: turns.length, untaken };
      await this.audit.record(tx, { act: 'inspection.roster', subject, by, facts });
      return untaken;
    });
  }

  private async turnsOf(
    tx: EntityManager,
    row: InspectionRow,
    { fromOn, toOn, everyDay }: RosterSpan,
  ): Promise<Turn[]> {
    const calendar = (await this.clocks.rules()).daysOf(null);
    const first = numberOf(row.fromOn ?? fromOn);
    const all = Array.from({ length: numberOf(toOn) - first + 1 }, (_, n) => first + n);
    const days = all
      .filter((day) => everyDay || calendar.isWorking(day))
      .map((day, n) => ({ on: dayOf(day), n }))
      .filter(({ on }) => on >= fromOn);
    const groups = await tx.query<{ id: string; number: number; people: string[] }[]>(
      `select g.id, g.number, array(select m.person_id from inspection_member m where m.group_id = g.id and m.duty in ('leader', 'member')) as people
       from inspection_group g where g.inspection_id = $1 and g.state not in ('returned', 'aborted') order by g.number`,
      [row.id],
    );
    const units = await tx.query<{ id: string }[]>(
      'select u.id from inspection_object o join unit u on u.id = o.unit_id where o.inspection_id = $1 order by u.sort, u.id',
      [row.id],
    );
    const unitIds = units.map(({ id }) => id);
    const barred = await recusalsOf(
      tx,
      groups.flatMap(({ people }) => people),
      unitIds,
    );
    const isBarred = (groupId: string, unitId: string): boolean => {
      const people = groups.find(({ id }) => id === groupId)?.people ?? [];
      return barred.some((one) => one.unitId === unitId && people.includes(one.personId));
    };
    return rotated({ days, groups, unitIds, isBarred });
  }
}

function refuseSpan(row: InspectionRow, { fromOn, toOn }: RosterSpan): void {
  if (!row.standing) throw planFault('notStanding');
  if (!taking.includes(row.state)) throw planFault('notTaking');
  const fault = (path: string, constraint: string): void => {
    throw planFault('faultySpan', {}, [{ path, message: constraint, constraint }]);
  };
  if (fromOn < row.today) fault('fromOn', 'behind');
  if (row.fromOn === null || fromOn < row.fromOn) fault('fromOn', 'beforePlan');
  if (toOn < fromOn) fault('toOn', 'order');
  if (row.toOn === null || toOn > row.toOn) fault('toOn', 'afterPlan');
  if (numberOf(toOn) - numberOf(fromOn) >= most) fault('toOn', 'tooLong');
}
