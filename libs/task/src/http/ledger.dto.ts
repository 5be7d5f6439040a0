import { IsId, IsInstant, PageQuery } from '@ducha/http';
import { Transform } from 'class-transformer';
import { IsIn, IsOptional, IsString, MaxLength, MinLength } from 'class-validator';
import { taskStates, type TaskState } from '../domain/task-lifecycle.js';

const switches = ['true', 'false'] as const;
type Switch = (typeof switches)[number];

/** Filters of the ledger; all that are given must hold. */
export class LedgerFilter extends PageQuery {
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

  /** Two characters or more of the number or the title. */
  @IsOptional()
  @IsString()
  @MinLength(2)
  @MaxLength(100)
  q?: string;
}

/** Filters and order of the ledger. */
export class LedgerQuery extends LedgerFilter {
  /** `recent` (default): newest first; `due`: earliest date first, tasks without a date left out. */
  @IsOptional()
  @IsIn(['recent', 'due'])
  sort?: 'recent' | 'due';
}

/** What is exported, and how. */
export class LedgerExportQuery extends LedgerFilter {
  @IsIn(['xlsx', 'csv'])
  format: 'xlsx' | 'csv';
}
