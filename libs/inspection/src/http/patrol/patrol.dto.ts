import { IsDay, IsId, IsSaid, MayBeAbsent } from '@ducha/http';
import { IsBoolean, IsInt, IsString, Max, MaxLength, Min } from 'class-validator';

/** Which days of a roster are read; this week when absent. */
export class PatrolSpanQuery {
  @MayBeAbsent()
  @IsDay()
  from?: string;

  @MayBeAbsent()
  @IsDay()
  to?: string;
}

/** For which days a roster is made. */
export class RosterBody {
  @IsDay()
  fromOn: string;

  @IsDay()
  toOn: string;

  /** Days off, too. */
  @MayBeAbsent()
  @IsBoolean()
  everyDay?: boolean;
}

/** A group's words on its day. */
export class PatrolLogBody {
  @IsString()
  @IsSaid()
  @MaxLength(4000)
  words: string;
}

/** How often patrols may come. */
export class PatrolRuleBody {
  @IsInt()
  @Min(1)
  @Max(31)
  perMonth: number;
}

/** Where one person goes unannounced: a site, or an object itself. */
export class LightVisitBody {
  @MayBeAbsent()
  @IsId()
  siteId?: string;

  @MayBeAbsent()
  @IsId()
  unitId?: string;
}
