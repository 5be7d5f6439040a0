import { Inject, Injectable } from '@nestjs/common';
import type { Actor } from '@ducha/access';
import { Audit } from '@ducha/audit';
import { refuseStale } from '@ducha/http';
import { IDS, type Ids } from '@ducha/kernel';
import { compareAndSet, Store } from '@ducha/store';
import type { EntityManager } from 'typeorm';
import type { LedgerViewSettings } from '../domain/ledger-settings.js';
import type { ViewedList } from '../domain/ledger-shape.js';
import { officeOf } from '../queries/office.query.js';
import { LedgerViewRow } from '../rows/ledger-view.row.js';
import { taskFault } from '../task-faults.js';

/** Views one person may keep. */
const viewsMax = 100;

/** What a view is, as its owner says it. */
export interface ViewWords {
  readonly name: string;
  readonly settings: LedgerViewSettings;
  readonly shared: boolean;
}

/** What changes about it; the rest stays. */
export type ChangedWords = { readonly [K in keyof ViewWords]?: ViewWords[K] | undefined };

/** Saves, changes and removes views of lists, and chooses the one a list opens with. Shared ones are read by the unit, changed by their owner. */
@Injectable()
export class KeepLedgerViews {
  constructor(
    private readonly store: Store,
    private readonly audit: Audit,
    @Inject(IDS) private readonly ids: Ids,
  ) {}

  /** Answers the new view's id. @throws Fault `task.tooManyViews` */
  save(list: ViewedList, { name, settings, shared }: ViewWords, by: Actor): Promise<string> {
    return this.store.transaction(async (tx) => {
      const [kept] = await tx.query<{ n: number }[]>('select count(*)::int as n from ledger_view where owner_id = $1', [
        by.personId,
      ]);
      if ((kept?.n ?? 0) >= viewsMax) throw taskFault('tooManyViews', { most: viewsMax });
      const id = this.ids.next();
      await tx.query(
        `insert into ledger_view (id, owner_id, unit_id, list, name, settings, created_at, version) values ($1, $2, $3, $4, $5, $6, now(), 1)`,
        [id, by.personId, shared ? await officeOf(this.store, by.unitId) : null, list, name, JSON.stringify(settings)],
      );
      await this.record(tx, 'ledger_view.save', id, by, { shared });
      return id;
    });
  }

  /**
   * @param list  whose settings are said; names and sharing are alike for all lists
   * @throws Fault `task.viewNotFound` also for settings of another list; `task.viewNotYours`, `http.preconditionFailed`
   */
  change(
    list: ViewedList,
    { id, version }: { readonly id: string; readonly version: number },
    { name, settings, shared }: ChangedWords,
    by: Actor,
  ): Promise<void> {
    return this.store.transaction(async (tx) => {
      const seen = await this.ownView(tx, id, by);
      if (settings !== undefined && seen.list !== list) throw taskFault('viewNotFound');
      refuseStale(seen, version);
      await compareAndSet(tx, LedgerViewRow, seen, {
        ...(name !== undefined && { name }),
        ...(settings !== undefined && { settings }),
        ...(shared !== undefined && { unitId: shared ? await officeOf(this.store, by.unitId) : null }),
      });
      await this.record(tx, 'ledger_view.change', id, by, { shared: shared ?? seen.unitId !== null });
    });
  }

  /** For everybody who saw it; whoever opened the list with it finds the plain one again. */
  remove(id: string, by: Actor): Promise<void> {
    return this.store.transaction(async (tx) => {
      await this.ownView(tx, id, by);
      await tx.query('delete from ledger_view where id = $1', [id]);
      await this.record(tx, 'ledger_view.remove', id, by, {});
    });
  }

  /** @param id  a view of the list that the person may see; null: the plain list */
  openWith(list: ViewedList, id: string | null, by: Actor): Promise<void> {
    return this.store.transaction(async (tx) => {
      if (id === null)
        await tx.query('delete from first_ledger_view where person_id = $1 and list = $2', [by.personId, list]);
      else {
        const { list: own } = await this.visibleView(tx, id, by);
        if (own !== list) throw taskFault('viewNotFound');
        await tx.query(
          `insert into first_ledger_view (person_id, list, view_id) values ($1, $2, $3) on conflict on constraint first_ledger_view_pk do update set view_id = excluded.view_id`,
          [by.personId, list, id],
        );
      }
      await this.record(tx, 'ledger_view.first', id, by, {});
    });
  }

  private record(tx: EntityManager, act: string, id: string | null, by: Actor, facts: Record<string, boolean>) {
    return this.audit.record(tx, { act, subject: { type: 'ledger_view', id }, by, facts });
  }

  private async visibleView(tx: EntityManager, id: string, by: Actor): Promise<LedgerViewRow> {
    const seen = await tx.findOneBy(LedgerViewRow, { id });
    const isOwn = seen?.ownerId === by.personId;
    if (!seen || (!isOwn && seen.unitId !== (await officeOf(this.store, by.unitId)))) throw taskFault('viewNotFound');
    return seen;
  }

  private async ownView(tx: EntityManager, id: string, by: Actor): Promise<LedgerViewRow> {
    const seen = await this.visibleView(tx, id, by);
    if (seen.ownerId !== by.personId) throw taskFault('viewNotYours');
    return seen;
  }
}
