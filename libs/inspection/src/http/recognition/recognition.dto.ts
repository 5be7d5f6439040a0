import { IsInstant, IsSaid, MayBeAbsent } from '@ducha/http';
import {
  ArrayMaxSize,
  ArrayUnique,
  IsArray,
  IsBoolean,
  IsIn,
  IsInt,
  IsString,
  Matches,
  Max,
  MaxLength,
  Min,
} from 'class-validator';
import { type HouseholdPolicy, type Income, incomes, policies } from '../../domain/recognition/recognition.js';

/** What somebody at a household said when asked. */
export class RecognitionBody {
  /** False: says not to know. */
  @IsBoolean()
  knows: boolean;

  /** Of a household: whoever it names as its helpers. Of a team member: the own name. */
  @MayBeAbsent()
  @IsArray()
  @ArrayMaxSize(8)
  @IsString({ each: true })
  @IsSaid({ each: true })
  @MaxLength(40, { each: true })
  named?: string[];

  @MayBeAbsent()
  @IsInt()
  @Min(0)
  @Max(30)
  members?: number;

  @MayBeAbsent()
  @IsArray()
  @ArrayUnique()
  @IsIn(incomes, { each: true })
  incomes?: Income[];

  @MayBeAbsent()
  @IsArray()
  @ArrayUnique()
  @IsIn(policies, { each: true })
  policies?: HouseholdPolicy[];

  /** The clause under which it is asked. */
  @MayBeAbsent()
  @Matches(/^[\w-]{1,40}$/)
  clause?: string;

  @MayBeAbsent()
  @IsInstant()
  capturedAt?: string;
}
