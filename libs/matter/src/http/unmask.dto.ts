import { IsId, IsSaid } from '@ducha/http';
import { IsIn, IsOptional, IsString, MaxLength } from 'class-validator';
import { type UnmaskReason, unmaskReasons } from '../domain/unmask-reasons.js';

/** What is to be shown, and why. */
export class UnmaskBody {
  /** Whose contact; absent: the texts of the matter. */
  @IsOptional()
  @IsId()
  signatoryId?: string | null;

  @IsIn(unmaskReasons)
  reason: UnmaskReason;

  @IsString()
  @IsSaid()
  @MaxLength(500)
  words: string;
}
