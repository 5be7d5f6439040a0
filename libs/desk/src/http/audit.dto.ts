import { IsId, IsInstant, PageQuery } from '@ducha/http';
import {
  ArrayMaxSize,
  IsArray,
  IsIn,
  IsInt,
  IsObject,
  IsOptional,
  IsString,
  Matches,
  Max,
  MaxLength,
  Min,
  ValidateNested,
} from 'class-validator';
import { Type } from 'class-transformer';

/** Filters of the audit record. */
export class AuditQuery extends PageQuery {
  /** Permanent word of an act, e.g. `task.verify`. */
  @IsOptional()
  @IsString()
  @MaxLength(100)
  act?: string;

  @IsOptional()
  @IsId()
  personId?: string;

  /** From this instant on. */
  @IsOptional()
  @IsInstant()
  from?: string;

  /** Before this instant. */
  @IsOptional()
  @IsInstant()
  to?: string;

  /** Only what was refused. */
  @IsOptional()
  @IsIn(['true'])
  refused?: 'true';

  /** The record it is about, or that it changed. */
  @IsOptional()
  @IsId()
  about?: string;
}

/** A link of the chain as it was exported once. */
export class AnchorBody {
  @IsInt()
  @Min(1)
  @Max(Number.MAX_SAFE_INTEGER)
  seq: number;

  @IsString()
  @Matches(/^[0-9a-f]{64}$/, { message: 'is no hash' })
  hash: string;
}

/** A piece of the chain to be verified. */
export class VerifyChainBody {
  /** The last place that was verified before; 0 begins. */
  @IsInt()
  @Min(0)
  @Max(Number.MAX_SAFE_INTEGER)
  after: number;

  /** Anchors kept outside, to be compared where they lie in the piece. */
  @IsArray()
  @ArrayMaxSize(1_000)
  @IsObject({ each: true })
  @ValidateNested({ each: true })
  @Type(() => AnchorBody)
  anchors: AnchorBody[];
}
