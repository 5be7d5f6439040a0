import { IsDay, IsId, IsSaid, MayBeAbsent, PageQuery } from '@ducha/http';
import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  ArrayMinSize,
  IsArray,
  IsBoolean,
  IsIn,
  IsInt,
  IsNumber,
  IsObject,
  IsString,
  Matches,
  Max,
  MaxLength,
  Min,
  ValidateNested,
} from 'class-validator';
import { type ClauseRule, clauseRules } from '../domain/standard/clause.js';

/** A new standard. */
export class StandardBody {
  /** Its permanent short name: letters, digits, `-`, `_`, `.`. */
  @Matches(/^[\w.-]{1,60}$/)
  code: string;

  @IsSaid()
  @IsString()
  @MaxLength(200)
  name: string;
}

/** One clause of a draft. */
export class ClauseBody {
  /** Its name in every version: letters, digits, `-`, `_`. */
  @Matches(/^[\w-]{1,40}$/)
  key: string;

  @IsSaid()
  @IsString()
  @MaxLength(1_000)
  text: string;

  /** yes_no, at_least, at_most */
  @IsIn(clauseRules)
  rule: ClauseRule;

  /** For at_least and at_most. */
  @MayBeAbsent()
  @IsNumber({ allowNaN: false, allowInfinity: false })
  @Min(-1_000_000_000)
  @Max(1_000_000_000)
  limit?: number;

  @IsInt()
  @Min(0)
  @Max(1_000)
  points: number;

  @IsBoolean()
  redLine: boolean;
}

/** A draft of the next version. */
export class DraftBody {
  /** The first day on which it is in force. */
  @IsDay()
  effectiveFrom: string;

  @IsInt()
  @Min(0)
  @Max(1_000_000)
  passMark: number;

  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(500)
  @IsObject({ each: true })
  @ValidateNested({ each: true })
  @Type(() => ClauseBody)
  clauses: ClauseBody[];
}

/** One answer: yes or no, or a number. */
export class FindingBody {
  @Matches(/^[\w-]{1,40}$/)
  key: string;

  /** For yes_no. */
  @MayBeAbsent()
  @IsBoolean()
  met?: boolean;

  /** For at_least and at_most. */
  @MayBeAbsent()
  @IsNumber({ allowNaN: false, allowInfinity: false })
  @Min(-1_000_000_000)
  @Max(1_000_000_000)
  value?: number;
}

/** What was found at a site, clause by clause; what nobody looked at is left out. */
export class ResultBody {
  /** The unit that answers for the site. */
  @IsId()
  unitId: string;

  /** The site by its number or place, never by a person's name. */
  @IsSaid()
  @IsString()
  @MaxLength(100)
  site: string;

  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(500)
  @IsObject({ each: true })
  @ValidateNested({ each: true })
  @Type(() => FindingBody)
  findings: FindingBody[];
}

/** Filters of the results. */
export class ResultListQuery extends PageQuery {
  @MayBeAbsent()
  @IsId()
  unitId?: string;
}

/** Whose results are evaluated again. */
export class ReevaluationQuery {
  @MayBeAbsent()
  @IsId()
  unitId?: string;
}
