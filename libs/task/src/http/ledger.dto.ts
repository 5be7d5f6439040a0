import { IsId, IsInstant } from '@ducha/http';
import { Transform, Type } from 'class-transformer';
import { IsIn, IsInt, IsOptional, IsString, Max, MaxLength, Min, MinLength } from 'class-validator';
import { type Grouping, groupings, type LedgerSort, ledgerSorts } from '../domain/ledger-shape.js';
import { type ExportFormat, exportFormats } from '../domain/export-format.js';
import { taskStates, type TaskState } from '../domain/task-lifecycle.js';

const switches = ['true', 'false'] as const;
type Switch = (typeof switches)[number];

/** Filters of the ledger; all that are given must hold. */
export class LedgerFilter {
  /** One state, or several with commas between. */
  @IsOptional()
  @Transform(({ value }: { value: unknown }) => (typeof value === 'string' ? value.split(',') : value))
  @IsIn(taskStates, { each: true })
  state?: TaskState[];

  @IsOptional()
  @IsString()
  @MaxLength(50)
  kind?: string;

  /** A category and everything below it. */
  @IsOptional()
  @IsString()
  @MaxLength(200)
  category?: string;

  /** A unit that leads or assists. */
  @IsOptional()
  @IsId()
  unitId?: string;

  @IsOptional()
  @IsId()
  leadUnitId?: string;

  @IsOptional()
  @IsId()
  officerId?: string;

  /** `true`: those whose case officer or cover I am. */
  @IsOptional()
  @IsIn(switches)
  mine?: Switch;

  @IsOptional()
  @IsId()
  leaderId?: string;

  @IsOptional()
  @IsId()
  principalId?: string;

  @IsOptional()
  @IsId()
  matterId?: string;

  @IsOptional()
  @IsId()
  parentId?: string;

  @IsOptional()
  @IsInstant()
  dueFrom?: string;

  /** Exclusive. */
  @IsOptional()
  @IsInstant()
  dueTo?: string;

  @IsOptional()
  @IsIn(switches)
  overdue?: Switch;

  @IsOptional()
  @IsIn(switches)
  suspended?: Switch;

  /** `true`: a unit is late with its routine report. */
  @IsOptional()
  @IsIn(switches)
  reportOverdue?: Switch;

  /** Two characters or more of the number, the title, or the name or pinyin initials of a unit or a person. */
  @IsOptional()
  @IsString()
  @MinLength(2)
  @MaxLength(100)
  q?: string;
}

/** Filters, order and page of the ledger. */
export class LedgerQuery extends LedgerFilter {
  /** Opaque: what the former page gave as `next`. */
  @IsOptional()
  @IsString()
  @MaxLength(400)
  cursor?: string;

  /** At most 200; 50 when absent. */
  @IsOptional()
  @Type(() => Number)
  @IsInt()
  @Min(1)
  @Max(200)
  limit?: number;

  /** `recent` (default): newest first; `due`: earliest date first, tasks without a date left out. */
  @IsOptional()
  @IsIn(ledgerSorts)
  sort?: LedgerSort;
}

/** What is exported, and how. */
export class LedgerExportQuery extends LedgerFilter {
  @IsIn(exportFormats)
  format: ExportFormat;
}

/** What the ledger is grouped by. */
export class LedgerGroupsQuery extends LedgerFilter {
  /** `state` when absent. */
  @IsOptional()
  @IsIn(groupings)
  by?: Grouping;
}
