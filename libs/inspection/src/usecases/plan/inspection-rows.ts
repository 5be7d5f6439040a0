import { refuseStale } from '@ducha/http';
import { nextState } from '@ducha/kernel';
import type { EntityManager } from 'typeorm';
import { inspectionFault } from '../../inspection-faults.js';
import {
  type InspectionEvent,
  inspectionLifecycle,
  type InspectionState,
} from '../../domain/plan/inspection-lifecycle.js';
import { planFault } from '../../plan-faults.js';

/** An inspection as it is stored, without its plan. */
export interface InspectionRow {
  readonly id: string;
  readonly version: number;
  readonly state: InspectionState;
  readonly number: string | null;
  readonly proposedBy: string | null;
  readonly today: string;
  readonly fromOn: string | null;
  readonly toOn: string | null;
  readonly standing: boolean;
}

/** The row, locked. @throws Fault `inspection.inspectionNotFound` */
export async function lockInspection(tx: EntityManager, id: string): Promise<InspectionRow> {
  const [row] = await tx.query<InspectionRow[]>(
    `select id, version, state, number, proposed_by as "proposedBy", from_on::text as "fromOn", to_on::text as "toOn", standing,
       (now() at time zone 'Asia/Shanghai')::date::text as today
     from inspection where id = $1 for update`,
    [id],
  );
  if (!row) throw planFault('inspectionNotFound');
  return row;
}

/**
 * An inspection that is about to move, locked. @param version null: the move follows from another act
 * @throws Fault `inspection.inspectionNotFound`, `http.preconditionFailed`, `inspection.moveRefused`
 */
export async function inspectionToMove(
  tx: EntityManager,
  { id, version, on }: { readonly id: string; readonly version: number | null; readonly on: InspectionEvent },
): Promise<{ readonly row: InspectionRow; readonly to: InspectionState }> {
  const row = await lockInspection(tx, id);
  if (version !== null) refuseStale(row, version);
  const to = nextState(inspectionLifecycle, row.state, on);
  if (to === undefined) throw inspectionFault('moveRefused', { from: row.state, on });
  return { row, to };
}

/** Writes where a locked inspection stands now. */
export async function moveInspection(tx: EntityManager, id: string, to: InspectionState): Promise<void> {
  await tx.query('update inspection set state = $2, version = version + 1 where id = $1', [id, to]);
}
