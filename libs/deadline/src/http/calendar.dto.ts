import { IsDay, IsId, IsSaid, MayBeAbsent } from '@ducha/http';
import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  ArrayMinSize,
  IsArray,
  IsBoolean,
  IsIn,
  IsString,
  IsUrl,
  Matches,
  MaxLength,
  ValidateIf,
  ValidateNested,
} from 'class-validator';
import { mostSetDays } from '../domain/calendars/year-rules.js';
import { timeOfDay } from './time-of-day.js';

/** The value may be null, and then means that the unit keeps to the county's. */
const OrNull = (): PropertyDecorator => ValidateIf((_body, value: unknown) => value !== null);

/** A day that a year sets apart. */
export class SetDayBody {
  @IsDay()
  day: string;

  /** The festival, 国庆节. */
  @IsString()
  @IsSaid()
  @MaxLength(40)
  name: string;

  /** A make-up working day (调休); else a day off. */
  @IsBoolean()
  working: boolean;
}

/** The days of a year. */
export class YearDaysBody {
  @IsArray()
  @ArrayMaxSize(mostSetDays)
  @Type(() => SetDayBody)
  @ValidateNested({ each: true })
  days: SetDayBody[];
}

/** The days of a year, to be published. */
export class PublishYearBody extends YearDaysBody {
  /** Where the notice can be read. */
  @IsArray()
  @ArrayMaxSize(10)
  @IsUrl({ protocols: ['http', 'https'], require_protocol: true, require_valid_protocol: true }, { each: true })
  @MaxLength(400, { each: true })
  addresses: string[];

  /** What the days were read from. */
  @IsIn(['form', 'json', 'ical', 'sheet'])
  origin: 'form' | 'json' | 'ical' | 'sheet';
}

/** A stretch of office hours. */
export class OfficeSpanBody {
  @Matches(timeOfDay)
  from: string;

  @Matches(timeOfDay)
  to: string;
}

/** Which days of the week are worked, and when. */
export class CalendarWeekBody {
  /** Monday to Sunday; null: as the county. */
  @OrNull()
  @IsArray()
  @ArrayMinSize(7)
  @ArrayMaxSize(7)
  @IsBoolean({ each: true })
  week: boolean[] | null;

  /** In order, with lunch between; null: as the county. */
  @OrNull()
  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(4)
  @Type(() => OfficeSpanBody)
  @ValidateNested({ each: true })
  officeHours: OfficeSpanBody[] | null;
}

/** Which unit gets a calendar of its own. */
export class NewCalendarBody {
  @IsId()
  unitId: string;
}

/** By whose calendar a unit works. */
export class CalendarOfUnitQuery {
  /** Left out: the county. */
  @MayBeAbsent()
  @IsId()
  unitId?: string;
}
