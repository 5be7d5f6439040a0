import { type ImportanceDegree, importanceDegrees } from '@ducha/deadline';
import { IsId, IsInstant, IsSaid, MayBeAbsent } from '@ducha/http';
import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  ArrayMinSize,
  ArrayUnique,
  IsArray,
  IsBoolean,
  IsIn,
  IsNumber,
  IsObject,
  IsOptional,
  IsString,
  Max,
  MaxLength,
  Min,
  ValidateNested,
} from 'class-validator';
import { type ReportEvery, reportEveries } from '../domain/routine-report.js';
import { type TaskKind, taskKinds } from '../domain/task-kind.js';

const doors = ['draft', 'instruct', 'mandate'] as const;
const instructionKinds = ['order', 'guidance', 'reference'] as const;

/** A leader's words with a new task. */
export class OpeningWords {
  @IsIn(instructionKinds)
  kind: (typeof instructionKinds)[number];

  @IsString()
  @MaxLength(4000)
  @IsSaid()
  words: string;
}

/** What a task demands, and how it comes in. */
export class DemandBody {
  @IsOptional()
  @IsString()
  @MaxLength(200)
  title?: string | null;

  @IsOptional()
  @IsString()
  @MaxLength(10_000)
  demand?: string | null;

  @IsOptional()
  @IsIn(taskKinds)
  kind?: TaskKind | null;

  /** Slash path. */
  @IsOptional()
  @IsString()
  @MaxLength(200)
  category?: string | null;

  @IsOptional()
  @IsId()
  matterId?: string | null;

  @IsOptional()
  @IsArray()
  @ArrayMaxSize(50)
  @IsId({ each: true })
  assistUnitIds?: string[];

  @IsOptional()
  @IsId()
  leadLeaderId?: string | null;

  /** The principal who wants the result; set by itself when a principal or his office instructs. */
  @IsOptional()
  @IsId()
  principalId?: string | null;

  @IsOptional()
  @IsId()
  caseOfficerId?: string | null;

  @IsOptional()
  @IsInstant()
  dueAt?: string | null;

  @IsOptional()
  @IsNumber({ allowInfinity: false, allowNaN: false })
  @Min(-1e12)
  @Max(1e12)
  targetValue?: number | null;

  @IsOptional()
  @IsString()
  @MaxLength(20)
  @IsSaid()
  targetUnit?: string | null;

  /** What weighs more may start higher on its ladder; `ordinary` when absent. */
  @MayBeAbsent()
  @IsIn(importanceDegrees)
  importance?: ImportanceDegree;

  /** How often the units report by themselves; more often than monthly needs a principal's order that says so. */
  @IsOptional()
  @IsIn(reportEveries)
  reportEvery?: ReportEvery | null;

  /** Why so; the units read it. */
  @IsOptional()
  @IsString()
  @MaxLength(500)
  @IsSaid()
  reportWhy?: string | null;

  /** `draft` when absent. `instruct`: by a principal or his office. `mandate`: under a standing mandate. */
  @IsOptional()
  @IsIn(doors)
  door?: (typeof doors)[number];

  @IsOptional()
  @IsId()
  mandateId?: string | null;

  @IsOptional()
  @IsObject()
  @ValidateNested()
  @Type(() => OpeningWords)
  instruction?: OpeningWords | null;

  /** Sends it to its units in the same act. */
  @IsOptional()
  @IsBoolean()
  dispatch?: boolean;
}

/** One new task. */
export class OpenTaskBody extends DemandBody {
  @IsOptional()
  @IsId()
  leadUnitId?: string | null;

  /** Makes it a sub-task of this one. */
  @IsOptional()
  @IsId()
  parentId?: string | null;
}

/** One task for many units that answer separately (分办). */
export class FanOutBody extends DemandBody {
  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(100)
  @IsId({ each: true })
  unitIds: string[];

  /** Says what would happen by the same rules; nothing is written. */
  @IsOptional()
  @IsBoolean()
  dryRun?: boolean;
}

/** Which registered tasks; absent fields do not narrow. */
export class DispatchFilterBody {
  @IsOptional()
  @IsIn(taskKinds)
  kind?: TaskKind;

  /** This category and those below it. */
  @IsOptional()
  @IsString()
  @MaxLength(200)
  category?: string;

  @IsOptional()
  @IsId()
  caseOfficerId?: string;

  @IsOptional()
  @IsId()
  leadUnitId?: string;
}

/** Tasks to be sent out in one act: named, or all registered ones that a filter finds. */
export class DispatchManyBody {
  @IsOptional()
  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(5_000)
  @ArrayUnique()
  @IsId({ each: true })
  taskIds?: string[];

  @IsOptional()
  @IsObject()
  @ValidateNested()
  @Type(() => DispatchFilterBody)
  filter?: DispatchFilterBody;

  /** Says what would happen by the same rules; nothing is written. */
  @IsOptional()
  @IsBoolean()
  dryRun?: boolean;
}

/** Tasks that go to another officer. */
export class OfficerOfManyBody {
  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(5_000)
  @ArrayUnique()
  @IsId({ each: true })
  taskIds: string[];

  @IsId()
  caseOfficerId: string;

  /** Says what would happen by the same rules; nothing is written. */
  @IsOptional()
  @IsBoolean()
  dryRun?: boolean;
}
