import { IsId } from '@ducha/http';
import { ArrayMaxSize, IsArray, IsOptional } from 'class-validator';

/** An accusation (检举控告): whom it must never reach, and who handles it. At least one accused. */
export class RestrictionBody {
  @IsOptional()
  @IsArray()
  @ArrayMaxSize(20)
  @IsId({ each: true })
  accusedUnitIds?: string[];

  @IsOptional()
  @IsArray()
  @ArrayMaxSize(20)
  @IsId({ each: true })
  accusedPersonIds?: string[];

  /** Officers of the bureau who may read it beside who enters it, its head, leaders and auditors. */
  @IsOptional()
  @IsArray()
  @ArrayMaxSize(5)
  @IsId({ each: true })
  keeperIds?: string[];
}
