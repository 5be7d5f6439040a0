import { Inject, Injectable } from '@nestjs/common';
import type { Actor } from '@ducha/access';
import { Audit } from '@ducha/audit';
import { COUNT_CAP, cappedCount } from '@ducha/http';
import { IDS, type Ids } from '@ducha/kernel';
import { Store } from '@ducha/store';
import { exportWaitHours } from '../domain/export-lifecycle.js';
import { ExportRegisters, type WantedFile } from './export-registers.js';

/** A file that is wanted, and what for. */
export interface AskExportCommand extends WantedFile {
  readonly reason: string;
  readonly by: Actor;
}

/** Asks for an export that needs a second person; how many rows it would have stands in the request. */
@Injectable()
export class AskExport {
  constructor(
    private readonly store: Store,
    private readonly registers: ExportRegisters,
    private readonly audit: Audit,
    @Inject(IDS) private readonly ids: Ids,
  ) {}

  /** Answers the request's id. @throws Fault `http.forbidden` */
  run(command: AskExportCommand): Promise<string> {
    const { register, format, filters, reason, unmasked, by } = command;
    this.registers.refuseStranger(command, by);
    return this.store.transaction(async (tx) => {
      const counted = await this.registers.countUpTo(COUNT_CAP + 1, command, by);
      const { value, capped } = cappedCount(counted);
      const id = this.ids.next();
      await tx.query(
        `insert into export_request (id, asked_by, register, format, filters, rows, rows_capped, reason, unmasked, state, asked_at, lapses_at, version)
         values ($1, $2, $3, $4, $5, $6, $7, $8, $9, 'requested', now(), now() + interval '${exportWaitHours} hours', 1)`,
        [id, by.personId, register, format, JSON.stringify(filters), value, capped, reason, unmasked],
      );
      await this.audit.record(tx, {
        act: 'export.ask',
        subject: { type: 'export_request', id },
        by,
        to: 'requested',
        facts: { register, format, rows: value, capped, unmasked },
        words: reason,
      });
      return id;
    });
  }
}
