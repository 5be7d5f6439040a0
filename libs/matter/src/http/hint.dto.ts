import { IsId, IsSaid } from '@ducha/http';
import { ArrayMaxSize, IsArray, IsIn, IsOptional, IsString, MaxLength } from 'class-validator';
import { type MatterKind, matterKindNames } from '../domain/matter-kind.js';
import { textLimits } from '../import/matter-columns.js';

/** What has been written so far. */
export class HintBody {
  @IsString()
  @IsSaid()
  @MaxLength(textLimits.title)
  title: string;

  @IsOptional()
  @IsString()
  @MaxLength(textLimits.body)
  body?: string;

  @IsOptional()
  @IsIn(matterKindNames)
  kind?: MatterKind;

  @IsOptional()
  @IsString()
  @MaxLength(textLimits.foreignId)
  foreignId?: string;

  @IsOptional()
  @IsArray()
  @ArrayMaxSize(20)
  @IsString({ each: true })
  @MaxLength(textLimits.asker, { each: true })
  askers?: string[];

  /** Chosen already; the units are then proposed for it. */
  @IsOptional()
  @IsString()
  @MaxLength(200)
  category?: string;

  /** The matter in hand, when it is in the register already. */
  @IsOptional()
  @IsId()
  matterId?: string;
}
