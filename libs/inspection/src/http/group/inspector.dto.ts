import { IsDay, IsId, IsSaid, MayBeAbsent, PageQuery } from '@ducha/http';
import { ArrayMaxSize, IsArray, IsIn, IsString, MaxLength } from 'class-validator';

/** Who could go. */
export class InspectorListQuery extends PageQuery {
  @MayBeAbsent()
  @IsSaid()
  @IsString()
  @MaxLength(60)
  q?: string;
}

/** Who must stay away from what. */
export class RecusalQueryBody {
  @IsArray()
  @ArrayMaxSize(500)
  @IsId({ each: true })
  personIds: string[];

  @IsArray()
  @ArrayMaxSize(300)
  @IsId({ each: true })
  unitIds: string[];
}

/** A declaration of home township, kin or another interest. */
export class RecusalBody {
  /** The declarer when absent. */
  @MayBeAbsent()
  @IsId()
  personId?: string;

  @IsId()
  unitId: string;

  @IsIn(['home', 'kin', 'interest'])
  ground: 'home' | 'kin' | 'interest';
}

/** A training somebody went through. */
export class CompetenceBody {
  @IsId()
  personId: string;

  /** training; leading: in leading a group */
  @IsIn(['training', 'leading'])
  kind: 'training' | 'leading';

  @IsDay()
  fromOn: string;

  @IsDay()
  toOn: string;
}
