import { Injectable } from '@nestjs/common';
import { Store } from '@ducha/store';
import type { HistorySourceView } from '../http/report.view.js';

/** The ledgers that were imported. */
@Injectable()
export class HistorySources {
  constructor(private readonly store: Store) {}

  list(): Promise<HistorySourceView[]> {
    return this.store.query<HistorySourceView>(
      `select i.source, (select count(*)::int from closed_case c where c.source = i.source) as cases, max(i.imported_at) as "importedAt"
       from history_import i group by i.source order by i.source limit 200`,
    );
  }
}
