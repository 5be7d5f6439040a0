import { IsSaid } from '@ducha/http';
import { Type } from 'class-transformer';
import { IsIn, IsInt, IsString, Max, MaxLength, Min } from 'class-validator';
import { allSeries } from '../domain/matter-number.js';

/** How the numbers of a series are to be written. */
export class NumberPatternBody {
  @IsIn(allSeries)
  series: string;

  @IsString()
  @IsSaid()
  @MaxLength(60)
  pattern: string;

  /** A year in which the series has given no number yet. */
  @IsInt()
  @Min(2_000)
  @Max(2_200)
  fromYear: number;
}

/** Which numbers are asked for. */
export class VoidNumbersQuery {
  @IsIn(allSeries)
  series: string;

  @Type(() => Number)
  @IsInt()
  @Min(2_000)
  @Max(2_200)
  year: number;
}
