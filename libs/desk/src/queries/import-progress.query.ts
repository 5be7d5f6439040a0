import { Injectable } from '@nestjs/common';
import { importLockIsTaken } from '@ducha/matter';
import { Store } from '@ducha/store';

/** How far a running import has come. */
export interface ImportProgressFacts {
  readonly id: string;
  readonly rowsDone: number;
  /** Who runs it. */
  readonly personId: string;
}

/** Imports that are being written, and those that have just been: whoever hears of the end hears it whole. */
@Injectable()
export class ImportProgressQuery {
  constructor(private readonly store: Store) {}

  of(personIds: readonly string[]): Promise<ImportProgressFacts[]> {
    return this.store.query<ImportProgressFacts>(
      `select id, rows_done as "rowsDone", committed_by as "personId" from matter_import
       where committed_by = any($1) and (committed_at > now() - interval '1 minute' or (state = 'previewed' and rows_done > 0 and ${importLockIsTaken}))
       order by id desc limit 50`,
      [[...new Set(personIds)]],
    );
  }
}
