import { signOutIssued } from '@ducha/access';
import { httpFault } from '@ducha/http';
import type { EntityManager } from 'typeorm';
import { callUpFault } from '../../call-up-faults.js';
import { type CallUpNotes, noNotes } from '../../domain/call-up/call-up.js';
import type { OpenedPlan } from '../sealed/custody/opened-plan.js';
import type { SealedKey } from '../sealed/custody/sealed-key.js';

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

/** Notes under another key, once the plan has one. */
export async function rekeyNotes({ tx, id, key }: OpenedPlan, next: SealedKey): Promise<void> {
  const rows = await tx.query<{ id: string; box: Buffer }[]>(
    'select id, box from call_up where sealed_id = $1 and box is not null for update',
    [id],
  );
  for (const row of rows) {
    const notes = key.open(row.box, aboutNotes(row.id));
    if (!notes) throw new Error('the notes of a call-up do not open');
    await tx.query('update call_up set box = $2 where id = $1', [row.id, next.seal(notes, aboutNotes(row.id))]);
    notes.fill(0);
  }
}

/** Takes every call-up of a plan back that was given up, and signs its devices out. */
export async function withdrawAll(tx: EntityManager, sealedId: string): Promise<void> {
  await tx.query(
    'update call_up set withdrawn_at = now(), link_hash = null where sealed_id = $1 and withdrawn_at is null',
    [sealedId],
  );
  await signOutIssued(tx, sealedId);
}
