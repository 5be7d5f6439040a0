import { IsId, IsSaid, MayBeAbsent, PageQuery } from '@ducha/http';
import { Type } from 'class-transformer';
import { IsIn, IsInt, IsString, Max, MaxLength, Min } from 'class-validator';

/** States of slips as a list is narrowed by them; `open`: what waits for a reply or a judgement. */
export const slipFilters = ['open', 'served', 'replied', 'stands', 'withdrawn'] as const;

/** Filters of the list of slips. */
export class SlipListQuery extends PageQuery {
  @MayBeAbsent()
  @IsIn(slipFilters)
  state?: (typeof slipFilters)[number];

  @MayBeAbsent()
  @IsId()
  taskId?: string;

  @MayBeAbsent()
  @IsId()
  unitId?: string;

  @MayBeAbsent()
  @Type(() => Number)
  @IsInt()
  @Min(1)
  @Max(9)
  level?: number;
}

/** Filters of the list of objections. */
export class ObjectionListQuery extends PageQuery {
  @MayBeAbsent()
  @IsIn(['raised', 'decided'])
  state?: 'raised' | 'decided';

  @MayBeAbsent()
  @IsId()
  taskId?: string;
}

/** Of which unit late answers are listed. */
export class LateCasesQuery extends PageQuery {
  @MayBeAbsent()
  @IsId()
  unitId?: string;
}

/** The unit’s reason. */
export class SlipReplyBody {
  @IsString()
  @IsSaid()
  @MaxLength(2_000)
  words: string;
}

/** Why a reason is accepted or not. */
export class SlipJudgementBody {
  @IsString()
  @IsSaid()
  @MaxLength(1_000)
  words: string;
}

/** What is wrong with a slip, or with a figure where none is named. */
export class ObjectionBody {
  @MayBeAbsent()
  @IsId()
  slipId?: string;

  @IsString()
  @IsSaid()
  @MaxLength(2_000)
  words: string;
}

/** What is wrong with a whole row of figures. */
export class ObjectToAllBody {
  @IsString()
  @IsSaid()
  @MaxLength(2_000)
  words: string;
}

/** A decision on an objection. */
export class ObjectionDecisionBody {
  @IsIn(['uphold', 'reject'])
  verdict: 'uphold' | 'reject';

  @IsString()
  @IsSaid()
  @MaxLength(1_000)
  reason: string;
}
