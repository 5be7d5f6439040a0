import { IsId, IsInstant, IsSaid } from '@ducha/http';
import { ArrayMaxSize, ArrayMinSize, IsArray, IsOptional, IsString, MaxLength } from 'class-validator';

/** What is lent, to whom and for how long. */
export class DelegationBody {
  @IsId()
  takerPostId: string;

  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(80)
  @IsString({ each: true })
  @MaxLength(60, { each: true })
  acts: string[];

  /** From now on when absent. */
  @IsOptional()
  @IsInstant()
  from?: string;

  /** Exclusive; within a year. */
  @IsInstant()
  to: string;

  @IsSaid()
  @IsString()
  @MaxLength(500)
  reason: string;
}
