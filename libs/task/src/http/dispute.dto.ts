import { IsDay, IsId, IsInstant, IsSaid, MayBeAbsent, PageQuery } from '@ducha/http';
import { ArrayMaxSize, ArrayUnique, IsArray, IsIn, IsOptional, IsString, MaxLength } from 'class-validator';
import { type Ruling, rulings } from '../domain/dispute-lifecycle.js';

/** Not ours: why, by which rule, and whose it is. */
export class DisputeBody {
  @IsString()
  @IsSaid()
  @MaxLength(2000)
  ground: string;

  /** The law, the rule or the line of a duty list, with its article. */
  @IsString()
  @IsSaid()
  @MaxLength(500)
  legalBasis: string;

  /** The unit believed responsible. */
  @IsId()
  responsibleUnitId: string;
}

/** What is ruled. */
export class RulingBody {
  @IsIn(rulings)
  ruling: Ruling;

  /** Whose it is: none to stay, one to move or swap, two to ten to split; the first takes the share over. */
  @MayBeAbsent()
  @IsArray()
  @ArrayMaxSize(10)
  @ArrayUnique()
  @IsId({ each: true })
  toUnitIds?: string[];

  /** The date of the unit that takes over; left out: by law, else what was left. */
  @MayBeAbsent()
  @IsInstant()
  dueAt?: string;

  @IsString()
  @IsSaid()
  @MaxLength(2000)
  reasons: string;
}

/** The word of the unit believed responsible. */
export class StatementBody {
  @IsString()
  @IsSaid()
  @MaxLength(2000)
  words: string;
}

/** The list of disputes. */
export class DisputeQuery extends PageQuery {
  /** `true`: only those that wait for a ruling, the oldest first. */
  @IsOptional()
  @IsIn(['true', 'false'])
  waiting?: 'true' | 'false';
}

/** Of which days the measures are. */
export class DisputeMeasuresQuery {
  /** First day, in the county’s zone; left out: all. */
  @MayBeAbsent()
  @IsDay()
  from?: string;

  /** Last day. */
  @MayBeAbsent()
  @IsDay()
  to?: string;
}
