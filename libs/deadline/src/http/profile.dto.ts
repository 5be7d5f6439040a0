import { IsDay, IsSaid, MayBeAbsent } from '@ducha/http';
import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  ArrayMinSize,
  IsArray,
  IsBoolean,
  IsIn,
  IsInt,
  IsString,
  Matches,
  Max,
  MaxLength,
  Min,
  ValidateNested,
} from 'class-validator';
import {
  type Holder,
  holders,
  type Importance,
  importances,
  type StartEvent,
  startEvents,
} from '../domain/profiles/law-profile.js';
import { TermBody } from './deadline.dto.js';
import { timeOfDay } from './time-of-day.js';

/** One time limit of a law. */
export class ClockRuleBody {
  /** Permanent within the profile, `answer`. */
  @Matches(/^[a-z][a-z0-9_]{0,39}$/)
  code: string;

  @IsString()
  @IsSaid()
  @MaxLength(120)
  title: string;

  @IsString()
  @IsSaid()
  @MaxLength(120)
  titleZh: string;

  /** As the law is quoted: 第20条. */
  @IsString()
  @IsSaid()
  @MaxLength(80)
  article: string;

  /** What sets it running. */
  @IsIn(startEvents)
  startsAt: StartEvent;

  /** Whose time it counts. */
  @IsIn(holders)
  holder: Holder;

  /** Exactly one of `term` and `yearly`. */
  @MayBeAbsent()
  @Type(() => TermBody)
  @ValidateNested()
  term?: TermBody;

  /** A day of every year, `MM-DD`. */
  @MayBeAbsent()
  @Matches(/^\d{2}-\d{2}$/)
  yearly?: string;

  /** The whole term after an extension, in the unit of the term. */
  @MayBeAbsent()
  @Type(() => TermBody)
  @ValidateNested()
  extendedTo?: TermBody;

  /** How often it may be extended. */
  @MayBeAbsent()
  @IsInt()
  @Min(1)
  @Max(9)
  extensions?: number;

  /** Where the term hangs on the haste that was asked for. */
  @MayBeAbsent()
  @IsIn(importances)
  importance?: Importance;

  /** What stops the count while it lasts, 听证. */
  @MayBeAbsent()
  @IsArray()
  @ArrayMaxSize(10)
  @IsString({ each: true })
  @IsSaid({ each: true })
  @MaxLength(40, { each: true })
  notCounted?: string[];
}

/** The text of a law profile. */
export class ProfileTextBody {
  @IsString()
  @IsSaid()
  @MaxLength(120)
  title: string;

  @IsString()
  @IsSaid()
  @MaxLength(120)
  titleZh: string;

  /** The law by its name and date. */
  @IsString()
  @IsSaid()
  @MaxLength(300)
  source: string;

  /** Beginning of the division codes where it holds; empty for the whole country. */
  @Matches(/^\d{0,12}$/)
  place: string;

  @IsArray()
  @ArrayMaxSize(20)
  @IsString({ each: true })
  @MaxLength(40, { each: true })
  kinds: string[];

  /** First day on which it holds. */
  @IsDay()
  from: string;

  /** Last day on which it holds; left out: until further notice. */
  @MayBeAbsent()
  @IsDay()
  to?: string;

  /** Whether the day on which a term starts is its first one. */
  @IsBoolean()
  countsFirstDay: boolean;

  /** Whether a last day off passes the end on to the next working day. */
  @IsBoolean()
  rolls: boolean;

  /** When a day ends, `HH:MM` up to 24:00. */
  @Matches(timeOfDay)
  dayEndsAt: string;

  /** Working hours after which what was delivered counts as received; left out: only signing counts. */
  @MayBeAbsent()
  @IsInt()
  @Min(1)
  @Max(400)
  receiptAfterHours?: number;

  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(30)
  @Type(() => ClockRuleBody)
  @ValidateNested({ each: true })
  clocks: ClockRuleBody[];
}

/** A law profile of the county's own. */
export class NewProfileBody extends ProfileTextBody {
  /** Permanent: `lankao.hotline`. */
  @Matches(/^[a-z][a-z0-9_]{0,29}\.[a-z][a-z0-9_]{0,39}$/)
  code: string;
}
