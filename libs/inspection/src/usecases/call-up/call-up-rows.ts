import { httpFault } from '@ducha/http';
import { callUpFault } from '../../call-up-faults.js';
import { type CallUpNotes, noNotes } from '../../domain/call-up/call-up.js';
import type { OpenedPlan } from '../sealed/custody/opened-plan.js';

/** One called person as stored. */
export interface CallUpRow {
  readonly id: string;
  readonly personId: string;
  readonly endsAt: Date;
  readonly acknowledgedAt: Date | null;
  readonly arrivedAt: Date | null;
  readonly withdrawnAt: Date | null;
  readonly deviceEnrolledAt: Date | null;
  readonly box: Buffer | null;
}

const rowSql = `
  select c.id, c.person_id as "personId", o.ends_at as "endsAt", c.acknowledged_at as "acknowledgedAt", c.arrived_at as "arrivedAt",
    c.withdrawn_at as "withdrawnAt", c.device_enrolled_at as "deviceEnrolledAt", c.box
  from call_up c join call_up_order o on o.id = c.order_id where c.id = $1 and c.sealed_id = $2 for update of c`;

const aboutNotes = (callUpId: string): string => `call_up|${callUpId}`;

/** What an order's box belongs to. */
export const aboutOrder = (orderId: string): string => `call_up_order|${orderId}`;

/** A call-up of this plan that was not taken back, locked. @throws Fault `http.notFound`, `call_up.withdrawn` */
export async function openCallUp({ tx, id }: OpenedPlan, callUpId: string): Promise<CallUpRow> {
  const [row] = await tx.query<CallUpRow[]>(rowSql, [callUpId, id]);
  if (!row) throw httpFault('notFound');
  if (row.withdrawnAt !== null) throw callUpFault('withdrawn');
  return row;
}

/** What was noted of a called person. */
export function notesIn({ key }: Pick<OpenedPlan, 'key'>, { id, box }: Pick<CallUpRow, 'id' | 'box'>): CallUpNotes {
  const text = box && key.open(box, aboutNotes(id));
  // boundary: the box was written by `keepNotes` alone
  return text ? (JSON.parse(text.toString('utf8')) as CallUpNotes) : noNotes;
}

/** Puts notes in the place of those before. */
export async function keepNotes({ tx, key }: OpenedPlan, callUpId: string, notes: CallUpNotes): Promise<void> {
  const box = key.seal(Buffer.from(JSON.stringify(notes)), aboutNotes(callUpId));
  await tx.query('update call_up set box = $2 where id = $1', [callUpId, box]);
}
