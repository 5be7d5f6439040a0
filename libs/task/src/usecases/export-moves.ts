import { nextState } from '@ducha/kernel';
import type { EntityManager } from 'typeorm';
import { type ExportEvent, exportLifecycle, type ExportState } from '../domain/export-lifecycle.js';
import { ExportRequestRow } from '../rows/export-request.row.js';
import { taskFault } from '../task-faults.js';

/** A request as it stands now: past its time it is over, whether or not the sweep came by. */
export async function readExport(tx: EntityManager, id: string): Promise<ExportRequestRow> {
  const seen = await tx.findOneBy(ExportRequestRow, { id });
  if (!seen) throw taskFault('exportRequestNotFound');
  const [over] = await tx.query<unknown[]>(
    `select 1 from export_request where id = $1 and state in ('requested', 'approved') and lapses_at <= now()`,
    [id],
  );
  return over ? Object.assign(seen, { state: 'lapsed' as const }) : seen;
}

/** @throws Fault `task.exportMoveRefused` */
export function moveExport({ state }: ExportRequestRow, on: ExportEvent): ExportState {
  const to = nextState(exportLifecycle, state, on);
  if (to === undefined) throw taskFault('exportMoveRefused', { from: state, on });
  return to;
}
