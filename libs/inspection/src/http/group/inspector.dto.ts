import { IsDay, IsId, IsSaid, MayBeAbsent, PageQuery } from '@ducha/http';
import { Transform } from 'class-transformer';
import { ArrayMaxSize, ArrayMinSize, ArrayUnique, IsArray, IsIn, IsString, MaxLength } from 'class-validator';

/** Who could go. */
export class InspectorListQuery extends PageQuery {
  @MayBeAbsent()
  @IsSaid()
  @IsString()
  @MaxLength(60)
  q?: string;

  /** Only these, with commas between. */
  @MayBeAbsent()
  @Transform(({ value }: { value: unknown }) => (typeof value === 'string' ? value.split(',') : value))
  @IsArray()
  @ArrayMaxSize(100)
  @IsId({ each: true })
  ids?: string[];

  /** known: was trained or acknowledged secrecy once; of these fit: may go out today; lacking: lacks something today */
  @MayBeAbsent()
  @IsIn(['known', 'fit', 'lacking'])
  standing?: 'known' | 'fit' | 'lacking';
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

/** A course that several people went through. */
export class TrainingBody {
  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(200)
  @ArrayUnique()
  @IsId({ each: true })
  personIds: string[];

  /** training; leading: in leading a group */
  @IsIn(['training', 'leading'])
  kind: 'training' | 'leading';

  @IsDay()
  fromOn: string;

  @IsDay()
  toOn: string;
}

/** Why somebody need not stay away any longer. */
export class EndDeclarationBody {
  @IsSaid()
  @IsString()
  @MaxLength(500)
  reason: string;
}
