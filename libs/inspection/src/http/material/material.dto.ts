import { IsSaid, MayBeAbsent } from '@ducha/http';
import { IsString, MaxLength } from 'class-validator';

/** Material that is wanted of a unit. */
export class MaterialRequestBody {
  @IsString()
  @IsSaid()
  @MaxLength(500)
  what: string;

  /** Wanted where the unit gave material within a year: why that does not do. */
  @MayBeAbsent()
  @IsString()
  @IsSaid()
  @MaxLength(500)
  reason?: string;
}
