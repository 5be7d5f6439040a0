import { IsSaid } from '@ducha/http';
import { IsOptional, IsString, MaxLength } from 'class-validator';

/** What is said to the unit. */
export class UrgeBody {
  @IsString()
  @IsSaid()
  @MaxLength(500)
  words: string;

  /** Set: a telephone call, and with whom; nothing is sent then. */
  @IsOptional()
  @IsString()
  @IsSaid()
  @MaxLength(60)
  spokeWith?: string | null;
}

/** What the unit answers. */
export class UrgingReplyBody {
  @IsString()
  @IsSaid()
  @MaxLength(500)
  words: string;
}
