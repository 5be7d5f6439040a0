import { IsId, IsInstant, IsSaid, MayBeAbsent } from '@ducha/http';
import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  IsArray,
  IsIn,
  IsInt,
  IsObject,
  IsString,
  Matches,
  Max,
  MaxLength,
  Min,
  ValidateNested,
} from 'class-validator';
import {
  type ClockClass,
  clockClasses,
  type ImportanceDegree,
  importanceDegrees,
  type RungAction,
  rungActions,
  type RungUnit,
  rungUnits,
} from '../domain/ladders/ladder.js';

/** A point of a ladder. */
export class RungBody {
  /** Of a rung that stood there already; left out, it is a new one. */
  @MayBeAbsent()
  @IsInt()
  @Min(0)
  @Max(100_000)
  id?: number;

  /** Before the end when negative, after it when positive. */
  @IsInt()
  @Min(-100_000)
  @Max(100_000)
  offset: number;

  /** `clock`: in what the time limit is counted in. */
  @IsIn(rungUnits)
  unit: RungUnit;

  @IsIn(rungActions)
  action: RungAction;

  /** Which slip, 1 the mildest; for slips alone. */
  @MayBeAbsent()
  @IsInt()
  @Min(1)
  @Max(9)
  level?: number;

  /** liaison, unit_head, case_officer, bureau_head, lead_leader, principal */
  @IsArray()
  @ArrayMaxSize(6)
  @IsString({ each: true })
  @MaxLength(40, { each: true })
  audience: string[];

  /** Kinds of channels beside the house itself; left out: every one the county has settled, empty: none. */
  @MayBeAbsent()
  @IsArray()
  @ArrayMaxSize(10)
  @IsString({ each: true })
  @MaxLength(40, { each: true })
  channels?: string[];

  /** Topic of the county’s wording that goes outside; left out: that of time limits, of slips for slips. */
  @MayBeAbsent()
  @IsString()
  @MaxLength(40)
  template?: string;
}

/** The text of a ladder. */
export class LadderTextBody {
  @IsString()
  @IsSaid()
  @MaxLength(120)
  title: string;

  @IsString()
  @IsSaid()
  @MaxLength(120)
  titleZh: string;

  /** For which time limits it is: signatures, answers, replies to slips, the supervisors’ own, a principal’s word. */
  @IsIn(clockClasses)
  clock: ClockClass;

  /** Kinds of matters; empty: all for which no other ladder is meant. */
  @IsArray()
  @ArrayMaxSize(20)
  @IsString({ each: true })
  @MaxLength(40, { each: true })
  kinds: string[];

  /** For matters of this importance alone. */
  @MayBeAbsent()
  @IsIn(importanceDegrees)
  importance?: ImportanceDegree;

  @IsArray()
  @ArrayMaxSize(30)
  @IsObject({ each: true })
  @Type(() => RungBody)
  @ValidateNested({ each: true })
  rungs: RungBody[];

  /** From when on it holds; left out: at once. */
  @MayBeAbsent()
  @IsInstant()
  effectiveAt?: string;
}

/** A ladder of the county’s own. */
export class NewLadderBody extends LadderTextBody {
  /** Permanent: `petition_urgent`. */
  @Matches(/^[a-z][a-z0-9_]{0,39}$/)
  code: string;
}

/** A template task on which a ladder is rehearsed. */
export class LadderRehearsalBody {
  @IsObject()
  @Type(() => LadderTextBody)
  @ValidateNested()
  ladder: LadderTextBody;

  /** When the time limit is over. */
  @IsInstant()
  dueAt: string;

  /** Whose time it is; left out, nobody’s in particular. */
  @MayBeAbsent()
  @IsId()
  unitId?: string;

  @MayBeAbsent()
  @IsId()
  leadLeaderId?: string;

  @MayBeAbsent()
  @IsId()
  principalId?: string;

  @MayBeAbsent()
  @IsId()
  caseOfficerId?: string;
}

/** One colour of slips. */
export class SlipLevelBody {
  @IsInt()
  @Min(1)
  @Max(9)
  level: number;

  @IsString()
  @IsSaid()
  @MaxLength(40)
  name: string;

  @IsString()
  @IsSaid()
  @MaxLength(20)
  nameZh: string;

  @Matches(/^#[0-9a-f]{6}$/)
  colour: string;

  /** Working days until the reply is due. */
  @IsInt()
  @Min(1)
  @Max(30)
  replyDays: number;
}

/** The slips of the county, the mildest first. */
export class SlipLevelsBody {
  @IsArray()
  @ArrayMaxSize(6)
  @IsObject({ each: true })
  @Type(() => SlipLevelBody)
  @ValidateNested({ each: true })
  levels: SlipLevelBody[];
}
