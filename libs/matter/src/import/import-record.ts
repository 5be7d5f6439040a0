import type { EntityManager } from 'typeorm';
import type { MatterKind } from '../domain/matter-kind.js';
import type { ImportMode, SheetReport } from './import-report.js';

/** Most rejected cells that are kept with an import; the counts say how many rows there were. */
export const rejectedKept = 1_000;

/** An import on its way into the database. */
export interface NewImport {
  readonly id: string;
  readonly kind: MatterKind;
  readonly fileName: string;
  /** Hex. */
  readonly fileSha256: string;
  readonly personId: string | null;
}

const insertSql = `
  insert into matter_import (id, source_kind, file_name, file_sha256, state, counts, rejected, columns, sample, mode, rows_done, by_person_id, created_at,
    committed_at, committed_by, version)
  values ($1, $2, $3, decode($4, 'hex'), $5, $6, $7, $8, $9, $10, 0, $11::uuid, now(), case when $5 = 'committed' then now() end, case when $5 = 'committed' then $11::uuid end, 1)`;

/** Writes the record of an import: a preview, or, with a mode, one that is committed at once. */
export async function recordImport(
  tx: EntityManager,
  import_: NewImport,
  report: SheetReport,
  mode: ImportMode | null,
): Promise<void> {
  const { id, kind, fileName, fileSha256, personId } = import_;
  const sample = mode === null ? report.sample : [];
  await tx.query(insertSql, [
    ...[id, kind, fileName, fileSha256, mode === null ? 'previewed' : 'committed'],
    ...[report.counts, report.rejected.slice(0, rejectedKept), report.columns, sample].map((part) =>
      JSON.stringify(part),
    ),
    ...[mode, personId],
  ]);
}
