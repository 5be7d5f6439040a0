import { type ImportanceDegree, importanceDegrees } from '@ducha/deadline';
import { IsId, IsInstant, IsSaid, MayBeAbsent } from '@ducha/http';
import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  ArrayMinSize,
  IsArray,
  IsBoolean,
  IsIn,
  IsInt,
  IsObject,
  IsOptional,
  IsString,
  Max,
  MaxLength,
  Min,
  ValidateIf,
  ValidateNested,
} from 'class-validator';
import { textLimits } from '../import/matter-columns.js';
import { MOST_AT_ONCE } from '../usecases/chosen-matters.js';
import { MOST_MERGED_AT_ONCE } from '../usecases/merge-matters.js';
import { MatterFilter } from './matter-filter.dto.js';

/** What triage sets right; absent fields stay. */
export class TriageBody {
  @IsOptional()
  @IsString()
  @IsSaid()
  @MaxLength(textLimits.title)
  title?: string;

  @IsOptional()
  @IsString()
  @IsSaid()
  @MaxLength(textLimits.body)
  body?: string;

  @IsOptional()
  @IsString()
  @IsSaid()
  @MaxLength(200)
  category?: string;

  @IsOptional()
  @IsArray()
  @ArrayMaxSize(10)
  @IsString({ each: true })
  @MaxLength(200, { each: true })
  categories?: string[];

  @IsOptional()
  @IsBoolean()
  needsTriage?: boolean;

  /** The own fields of the kind; those that are not named lose their value. */
  @IsOptional()
  @IsObject()
  fields?: Record<string, unknown>;
}

/** What the act says of the task; the rest comes from the matter and the duty register. */
export class TaskDraftBody {
  /** What weighs more may start higher on its ladder; `ordinary` when absent. */
  @MayBeAbsent()
  @IsIn(importanceDegrees)
  importance?: ImportanceDegree;

  @IsOptional()
  @IsString()
  @IsSaid()
  @MaxLength(200)
  title?: string;

  @IsOptional()
  @IsString()
  @IsSaid()
  @MaxLength(textLimits.body)
  demand?: string;

  /** Null: no unit yet. Absent: whom the duty register names. */
  @IsOptional()
  @IsId()
  leadUnitId?: string | null;

  @IsOptional()
  @IsArray()
  @ArrayMaxSize(50)
  @IsId({ each: true })
  assistUnitIds?: string[];

  @IsOptional()
  @IsInstant()
  dueAt?: string | null;

  @IsOptional()
  @IsId()
  leadLeaderId?: string | null;
}

/** The door through which one matter is registered. */
export class RegisterMatterBody {
  @IsIn(['mandate', 'instruction', 'approved_proposal'])
  by: 'mandate' | 'instruction' | 'approved_proposal';

  @ValidateIf((body: RegisterMatterBody) => body.by === 'mandate')
  @IsId()
  mandateId?: string;

  /** Not needed for a matter of the kind `instruction`: it is one. */
  @IsOptional()
  @IsId()
  instructionId?: string;

  @ValidateIf((body: RegisterMatterBody) => body.by === 'approved_proposal')
  @IsId()
  proposalId?: string;

  @IsOptional()
  @IsObject()
  @ValidateNested()
  @Type(() => TaskDraftBody)
  task?: TaskDraftBody;

  /** Sends it out in the same act; a lead and a date are then needed. */
  @IsOptional()
  @IsBoolean()
  dispatch?: boolean;
}

/** Which matters an act on many means: named, or found by a filter. */
export class ManyMattersBody {
  @ValidateIf((body: ManyMattersBody) => body.filter === undefined)
  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(MOST_AT_ONCE)
  @IsId({ each: true })
  matterIds?: string[];

  @IsOptional()
  @IsObject()
  @ValidateNested()
  @Type(() => MatterFilter)
  filter?: MatterFilter;
}

/** Registers many under a standing mandate. */
export class RegisterManyBody extends ManyMattersBody {
  @IsId()
  mandateId: string;

  /** Natural days from today, to the end of the day. */
  @IsOptional()
  @IsInt()
  @Min(1)
  @Max(3_650)
  dueInDays?: number;

  @IsOptional()
  @IsBoolean()
  dispatch?: boolean;

  /** Says what would be, writes nothing. */
  @MayBeAbsent()
  @IsBoolean()
  dryRun?: boolean;
}

/** Why a matter is put aside or taken up again. */
export class MatterReasonBody {
  @IsString()
  @IsSaid()
  @MaxLength(1_000)
  reason: string;
}

/** That the other organ has taken it over. */
export class ReceiptBody {
  @IsString()
  @IsSaid()
  @MaxLength(100)
  receivedBy: string;

  /** Number of the receipt, where there is one. */
  @IsOptional()
  @IsString()
  @MaxLength(100)
  receiptNo?: string | null;

  @IsInstant()
  receivedAt: string;
}

/** Where a matter belongs, and why. */
export class HandOverBody extends MatterReasonBody {
  @IsString()
  @IsSaid()
  @MaxLength(200)
  to: string;
}

/** The matter into which this one goes. */
export class MergeBody {
  @IsId()
  intoId: string;
}

/** Several matters that go into one. */
export class MergeManyBody extends MergeBody {
  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(MOST_MERGED_AT_ONCE)
  @IsId({ each: true })
  matterIds: string[];

  /** Says what would be, writes nothing. */
  @MayBeAbsent()
  @IsBoolean()
  dryRun?: boolean;
}
