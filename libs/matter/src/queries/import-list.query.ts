import { Injectable } from '@nestjs/common';
import { type Language, type Page, pageOf, pageSize } from '@ducha/http';
import { Store } from '@ducha/store';
import { type MatterKind, matterKinds } from '../domain/matter-kind.js';
import type { ImportListQuery } from '../http/import.dto.js';
import type { ImportBriefView, ImportView } from '../http/import.view.js';
import { cellFaultMessage } from '../import/cell-fault-messages.js';
import { importLockIsTaken } from '../import/import-lock.js';
import { fieldOfColumn } from '../import/matter-columns.js';
import type { CellFault, MappedHeader, RejectedRow } from '../import/import-report.js';
import { matterFault } from '../matter-faults.js';
import { idCursor } from './id-cursor.js';

interface ImportFacts extends Omit<ImportView, 'rejected' | 'actions' | 'columns'> {
  columns: MappedHeader[];
  rejected: (RejectedRow & { code: CellFault })[];
}

const briefColumns = `i.id, i.version, i.source_kind as "sourceKind", i.file_name as "fileName", i.state, i.mode, i.counts,
  case when i.state = 'committed' or ${importLockIsTaken} then i.rows_done else 0 end as "rowsDone",
  case when p.id is not null then jsonb_build_object('id', p.id, 'name', p.name) end as by, i.created_at as "createdAt", i.committed_at as "committedAt"`;

/** Reads imports: previews and what was taken in. */
@Injectable()
export class ImportList {
  constructor(private readonly store: Store) {}

  /** Newest first. */
  async page(query: ImportListQuery): Promise<Page<ImportBriefView>> {
    const after = idCursor(query.cursor);
    const limit = pageSize(query);
    const rows = await this.store.query<ImportBriefView>(
      `select ${briefColumns} from matter_import i left join person p on p.id = i.by_person_id
       where ($1::uuid is null or i.id < $1::uuid) order by i.id desc limit $2`,
      [after, limit + 1],
    );
    return pageOf(
      rows,
      limit,
      (row) => row,
      ({ id }) => [id],
    );
  }

  /** @throws Fault `matter.importNotFound` */
  async read(id: string, language: Language): Promise<ImportView> {
    const facts = await this.store.queryOne<ImportFacts>(
      `select ${briefColumns}, i.rejected, i.columns, i.sample from matter_import i left join person p on p.id = i.by_person_id where i.id = $1`,
      [id],
    );
    if (!facts) throw matterFault('importNotFound');
    const rejected = facts.rejected.map((row) => ({ ...row, message: cellFaultMessage(row.code, language) }));
    const columns = facts.columns.map((one) => ({ ...one, label: labelOf(facts.sourceKind, one.field, language) }));
    return { ...facts, rejected, columns, actions: facts.state === 'previewed' ? ['commit', 'discard'] : [] };
  }
}

function labelOf(kind: MatterKind, column: string, language: Language): string | null {
  const name = fieldOfColumn(column);
  return name === null ? null : (matterKinds[kind].fields[name]?.label[language] ?? name);
}
