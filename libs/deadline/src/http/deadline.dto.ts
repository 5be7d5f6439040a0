import { IsDay, IsId, IsInstant, MayBeAbsent } from '@ducha/http';
import { type TermUnit, termUnits } from '@ducha/kernel';
import { Type } from 'class-transformer';
import { IsBoolean, IsIn, IsInt, IsString, Matches, Max, MaxLength, Min, ValidateNested } from 'class-validator';
import { timeOfDay } from './time-of-day.js';

/** So many units of time. */
export class TermBody {
  @IsInt()
  @Min(1)
  @Max(36_600)
  n: number;

  /** natural_day, working_day, working_hour (office hours with lunch), month (calendar months, clamped) */
  @IsIn(termUnits)
  unit: TermUnit;
}

/** What is to be computed: a clock of a law profile, or a term of one’s own with the way it is counted. */
export class DeadlinePreviewBody {
  /** When the count starts. */
  @IsInstant()
  from: string;

  /** A clock of a law profile, `henan.deputy_suggestion/answer`. */
  @MayBeAbsent()
  @IsString()
  @MaxLength(80)
  clock?: string;

  @MayBeAbsent()
  @Type(() => TermBody)
  @ValidateNested()
  term?: TermBody;

  /** Whether the day on which it starts is its first one; left out, as the law profile says, else no. */
  @MayBeAbsent()
  @IsBoolean()
  countsFirstDay?: boolean;

  /** Whether a last day off passes the end on to the next working day. */
  @MayBeAbsent()
  @IsBoolean()
  rolls?: boolean;

  /** When a day ends, `HH:MM` up to 24:00. */
  @MayBeAbsent()
  @Matches(timeOfDay)
  dayEndsAt?: string;

  /** By whose calendar it is counted; left out, the county’s. */
  @MayBeAbsent()
  @IsId()
  unitId?: string;

  /** Whether a year that is not published yet may be counted by the week alone; the answer then says `provisional`. */
  @MayBeAbsent()
  @IsBoolean()
  guess?: boolean;
}

/** Which law profiles are asked for. */
export class LawProfileQuery {
  @MayBeAbsent()
  @IsString()
  @MaxLength(40)
  kind?: string;
}

/** For what a law profile is looked for. */
export class LawProfileInForceQuery {
  @IsString()
  @MaxLength(40)
  kind: string;

  /** Division code, `410225`. */
  @Matches(/^\d{2,12}$/)
  place: string;

  /** YYYY-MM-DD */
  @IsDay()
  on: string;
}
