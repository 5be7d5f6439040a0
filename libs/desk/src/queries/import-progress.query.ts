import { Injectable } from '@nestjs/common';
import { Store } from '@ducha/store';

/** How far a running import has come. */
export interface ImportProgressFacts {
  readonly id: string;
  readonly rowsDone: number;
  /** Who runs it. */
  readonly personId: string;
}

/** Imports that are being written, by who runs them. */
@Injectable()
export class ImportProgressQuery {
  constructor(private readonly store: Store) {}

  of(personIds: readonly string[]): Promise<ImportProgressFacts[]> {
    return this.store.query<ImportProgressFacts>(
      `select id, rows_done as "rowsDone", by_person_id as "personId" from matter_import
       where by_person_id = any($1) and state = 'previewed' and rows_done > 0 order by id desc limit 50`,
      [[...new Set(personIds)]],
    );
  }
}
