import { IsSaid } from '@ducha/http';
import { Type } from 'class-transformer';
import { IsDefined, IsInt, IsObject, IsOptional, IsString, Max, MaxLength, Min, ValidateNested } from 'class-validator';

/** Months after closing by part; the floors are the server's. */
export class RetentionMonthsBody {
  @IsInt()
  @Min(1)
  @Max(600)
  contacts: number;

  @IsInt()
  @Min(1)
  @Max(600)
  numbers: number;

  @IsInt()
  @Min(1)
  @Max(600)
  names: number;
}

/** What the county settles on personal data. */
export class PrivacyRulesBody {
  @IsInt()
  @Min(1)
  @Max(200)
  unmaskDailyCap: number;

  @IsDefined()
  @IsObject()
  @ValidateNested()
  @Type(() => RetentionMonthsBody)
  months: RetentionMonthsBody;
}

/** Words with an approval. */
export class PurgeApprovalBody {
  @IsOptional()
  @IsString()
  @MaxLength(500)
  words?: string | null;
}

/** Why a purge is refused. */
export class PurgeRefusalBody {
  @IsString()
  @IsSaid()
  @MaxLength(500)
  words: string;
}
