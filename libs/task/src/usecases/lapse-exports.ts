import { Injectable } from '@nestjs/common';
import { Audit } from '@ducha/audit';
import { Store } from '@ducha/store';

const perTurn = 100;

/** Ends requests that nobody decided or took in time. */
@Injectable()
export class LapseExports {
  constructor(
    private readonly store: Store,
    private readonly audit: Audit,
  ) {}

  /** One turn; true when it left work behind. Safe in several processes at once. */
  run(): Promise<boolean> {
    return this.store.transaction(async (tx) => {
      const due = await tx.query<{ id: string; state: string }[]>(
        `select id, state from export_request where state in ('requested', 'approved') and lapses_at <= now() order by id limit ${perTurn} for update skip locked`,
      );
      if (due.length === 0) return false;
      await tx.query(`update export_request set state = 'lapsed', version = version + 1 where id = any($1)`, [
        due.map(({ id }) => id),
      ]);
      await this.audit.record(
        tx,
        ...due.map(({ id, state }) => ({
          act: 'export.lapse',
          subject: { type: 'export_request', id },
          by: null,
          from: state,
          to: 'lapsed',
        })),
      );
      return due.length === perTurn;
    });
  }
}
