import { IsIn, IsOptional, Matches } from 'class-validator';
import { type ExportFormat, exportFormats } from '../queries/unit-export.query.js';

/** What was agreed to in the preview. */
export class RosterCommitBody {
  /** The preview's digest; a register that has changed since gives another one. */
  @Matches(/^[0-9a-f]{64}$/, { message: 'is the digest of a preview' })
  digest: string;
}

/** Beside the file nothing is said. */
export class RosterPreviewBody {}

/** The kind of file that is wanted. */
export class RosterExportQuery {
  @IsOptional()
  @IsIn(exportFormats)
  format?: ExportFormat;
}
