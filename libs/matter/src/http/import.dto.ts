import { PageQuery } from '@ducha/http';
import { IsIn } from 'class-validator';
import { kindsByImport, type MatterKind } from '../domain/matter-kind.js';
import { type ImportMode, importModes } from '../import/import-report.js';

/** What a sheet holds. */
export class ImportBody {
  @IsIn(kindsByImport)
  sourceKind: MatterKind;
}

/** How a previewed sheet is taken in. */
export class CommitBody {
  @IsIn(importModes)
  mode: ImportMode;
}

/** Pages of the list of imports. */
export class ImportListQuery extends PageQuery {}
