import { Injectable } from '@nestjs/common';
import type { Actor } from '@ducha/access';
import { Store } from '@ducha/store';
import type { ViewedList } from '../domain/ledger-shape.js';
import type { LedgerView } from '../http/ledger-view.view.js';
import { taskFault } from '../task-faults.js';
import { officeOf } from './office.query.js';

const shownMax = 300;

const viewsSql = `
  select v.id, v.list, v.version, v.name, jsonb_build_object('id', p.id, 'name', p.name) as owner, v.owner_id = $1 as own, v.unit_id is not null as shared,
    exists (select 1 from first_ledger_view f where f.person_id = $1 and f.view_id = v.id) as first, v.settings
  from ledger_view v join person p on p.id = v.owner_id
  where (v.owner_id = $1 or v.unit_id = $2) and ($3::uuid is null or v.id = $3) and ($4::text is null or v.list = $4)
  order by v.owner_id <> $1, v.name, v.id limit ${shownMax}`;

/** The views somebody has, own and shared with the office of the acting post. */
@Injectable()
export class LedgerViews {
  constructor(private readonly store: Store) {}

  /** Own first, by name. */
  async of(list: ViewedList, by: Actor): Promise<LedgerView[]> {
    const office = await officeOf(this.store, by.unitId);
    return this.store.query<LedgerView>(viewsSql, [by.personId, office, null, list]);
  }

  /** @throws Fault `task.viewNotFound` */
  async one(id: string, by: Actor): Promise<LedgerView> {
    const [view] = await this.store.query<LedgerView>(viewsSql, [
      by.personId,
      await officeOf(this.store, by.unitId),
      id,
      null,
    ]);
    if (!view) throw taskFault('viewNotFound');
    return view;
  }
}
