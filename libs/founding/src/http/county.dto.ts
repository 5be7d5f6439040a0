import { IsSaid, MayBeAbsent } from '@ducha/http';
import { ArrayMaxSize, IsArray, IsString, Length, Matches, MaxLength } from 'class-validator';

/** Names of the county and the bureau. */
export class CountyBody {
  @IsSaid()
  @IsString()
  @MaxLength(30)
  name: string;

  @IsSaid()
  @IsString()
  @MaxLength(30)
  bureauName: string;

  /** What task numbers begin with, e.g. 兰督. */
  @MayBeAbsent()
  @IsString()
  @Length(1, 10)
  @Matches(/^[\p{L}\p{N}]+$/u, { message: 'holds letters and digits only' })
  taskNumberPrefix?: string;
}

/** Marks of papers that are kept out. */
export class SecrecyWordsBody {
  @IsArray()
  @ArrayMaxSize(50)
  @IsString({ each: true })
  @Length(2, 30, { each: true })
  @Matches(/^\s*\S.*\S\s*$/u, { each: true, message: 'is required' })
  words: string[];
}
