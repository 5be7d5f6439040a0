import { IsId, IsInstant, IsSaid, MayBeAbsent, PageQuery } from '@ducha/http';
import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  ArrayMinSize,
  IsArray,
  IsIn,
  IsInt,
  IsObject,
  IsString,
  Matches,
  Max,
  MaxLength,
  Min,
  ValidateNested,
} from 'class-validator';
import {
  checkStates,
  type CheckState,
  type ReplaceReason,
  replaceReasons,
} from '../domain/look-back/look-back-lifecycle.js';

/** Whose claims are drawn from: closed in this period. */
export class SampleQuery {
  @IsInstant()
  from: string;

  /** Exclusive. */
  @IsInstant()
  to: string;

  /** The least percentage of a unit's claims. */
  @Type(() => Number)
  @IsInt()
  @Min(1)
  @Max(100)
  leastPercent: number;

  /** The percentage of who was never checked. */
  @Type(() => Number)
  @IsInt()
  @Min(1)
  @Max(100)
  mostPercent: number;
}

/** Somebody who may not check a unit, as declared. */
export class DeclaredRecusalBody {
  @IsId()
  personId: string;

  @IsId()
  unitId: string;

  /** home_township, kin, other */
  @IsIn(['home_township', 'kin', 'other'])
  reason: 'home_township' | 'kin' | 'other';
}

/** The draw of a round. */
export class DrawBody {
  /** Figures or words that people present called out; they enter the draw. */
  @MayBeAbsent()
  @IsString()
  @MaxLength(200)
  @Matches(/^\P{Cc}*$/u)
  contribution?: string;

  /** Who may be drawn as checkers; everybody who may check when absent. */
  @MayBeAbsent()
  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(200)
  @IsId({ each: true })
  checkerIds?: string[];

  @MayBeAbsent()
  @IsArray()
  @ArrayMaxSize(1_000)
  @IsObject({ each: true })
  @ValidateNested({ each: true })
  @Type(() => DeclaredRecusalBody)
  recusals?: DeclaredRecusalBody[];
}

/** What a checker found. */
export class SettleBody {
  /** confirm 见效, relapse 反弹 */
  @IsIn(['confirm', 'relapse'])
  outcome: 'confirm' | 'relapse';

  @IsSaid()
  @IsString()
  @MaxLength(2_000)
  words: string;

  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(20)
  @IsId({ each: true })
  evidenceIds: string[];
}

/** Why a check cannot be made. */
export class ReplaceBody {
  /** moved_on, absent, refused, checker */
  @IsIn(replaceReasons)
  reason: ReplaceReason;

  @IsSaid()
  @IsString()
  @MaxLength(1_000)
  words: string;
}

/** Filters of the list of checks. */
export class CheckListQuery extends PageQuery {
  @MayBeAbsent()
  @IsId()
  lookBackId?: string;

  @MayBeAbsent()
  @IsId()
  unitId?: string;

  @MayBeAbsent()
  @IsIn(checkStates)
  state?: CheckState;

  /** Only those that the asker was drawn for. */
  @MayBeAbsent()
  @IsIn(['true', 'false'])
  mine?: 'true' | 'false';
}
