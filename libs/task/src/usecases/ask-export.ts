import { Inject, Injectable } from '@nestjs/common';
import type { Actor } from '@ducha/access';
import { Audit } from '@ducha/audit';
import { COUNT_CAP, cappedCount } from '@ducha/http';
import { IDS, type Ids } from '@ducha/kernel';
import { Store } from '@ducha/store';
import type { ExportFormat } from '../domain/export-format.js';
import { exportWaitHours } from '../domain/export-lifecycle.js';
import { filterOf } from '../http/kept-filters.js';
import type { KeptFilters } from '../domain/ledger-settings.js';
import { Ledger } from '../queries/ledger.query.js';

/** A file that is wanted. */
export interface AskExportCommand {
  readonly format: ExportFormat;
  readonly filters: KeptFilters;
  readonly reason: string;
  /** With personal numbers as they are; the second person is told so. */
  readonly unmasked: boolean;
  readonly by: Actor;
}

/** Asks for an export that needs a second person; how many rows it would have stands in the request. */
@Injectable()
export class AskExport {
  constructor(
    private readonly store: Store,
    private readonly ledger: Ledger,
    private readonly audit: Audit,
    @Inject(IDS) private readonly ids: Ids,
  ) {}

  /** Answers the request's id. */
  run({ format, filters, reason, unmasked, by }: AskExportCommand): Promise<string> {
    return this.store.transaction(async (tx) => {
      const counted = await this.ledger.countUpTo(COUNT_CAP + 1, filterOf(filters), 'task.export', by);
      const { value, capped } = cappedCount(counted);
      const id = this.ids.next();
      await tx.query(
        `insert into export_request (id, asked_by, format, filters, rows, rows_capped, reason, unmasked, state, asked_at, lapses_at, version)
         values ($1, $2, $3, $4, $5, $6, $7, $8, 'requested', now(), now() + interval '${exportWaitHours} hours', 1)`,
        [id, by.personId, format, JSON.stringify(filters), value, capped, reason, unmasked],
      );
      await this.audit.record(tx, {
        act: 'export.ask',
        subject: { type: 'export_request', id },
        by,
        to: 'requested',
        facts: { format, rows: value, capped, unmasked },
        words: reason,
      });
      return id;
    });
  }
}
