import { IsInstant, IsSaid, MayBeAbsent, PageQuery } from '@ducha/http';
import { IsIn, IsOptional, IsString, MaxLength } from 'class-validator';

/** A unit’s request for more time. */
export class ExtensionBody {
  @IsString()
  @IsSaid()
  @MaxLength(1000)
  reason: string;

  /** What was done so far. */
  @IsString()
  @IsSaid()
  @MaxLength(2000)
  progress: string;

  /** Until when it is wanted. */
  @IsInstant()
  dueAt: string;
}

/** What becomes of a request for more time. */
export class ExtensionDecisionBody {
  @IsIn(['grant', 'refuse'])
  decision: 'grant' | 'refuse';

  /** With `grant`: another date than was asked for. */
  @MayBeAbsent()
  @IsInstant()
  dueAt?: string;

  /** Needed with a refusal and with another date. */
  @MayBeAbsent()
  @IsString()
  @IsSaid()
  @MaxLength(1000)
  words?: string;
}

/** The list of requests. */
export class ExtensionQuery extends PageQuery {
  /** `true`: only those that wait for a decision, the oldest first. */
  @IsOptional()
  @IsIn(['true', 'false'])
  waiting?: 'true' | 'false';
}
