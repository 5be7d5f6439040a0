import { IsDay, IsId, IsSaid, MayBeAbsent, PageQuery } from '@ducha/http';
import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  ArrayUnique,
  IsArray,
  IsBoolean,
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
import { type InspectionState, inspectionStates } from '../../domain/plan/inspection-lifecycle.js';
import {
  type ContentClass,
  contentClasses,
  type InspectionMethod,
  inspectionMethods,
  type InspectionType,
  inspectionTypes,
} from '../../domain/plan/plan.js';

/** Filters of the inspections. */
export class InspectionListQuery extends PageQuery {
  @MayBeAbsent()
  @IsIn(inspectionStates)
  state?: InspectionState;
}

/** A new inspection. */
export class StartBody {
  @IsSaid()
  @IsString()
  @MaxLength(200)
  name: string;

  /** A standing patrol. */
  @MayBeAbsent()
  @IsBoolean()
  standing?: boolean;
}

/** A unit to be inspected. */
export class ObjectBody {
  @IsId()
  unitId: string;

  /** Why a level is skipped. */
  @MayBeAbsent()
  @IsSaid()
  @IsString()
  @MaxLength(1_000)
  necessity?: string;
}

/** A site that was chosen. */
export class SiteBody {
  @IsId()
  siteId: string;

  /** Place of its group in `groups`, from 1. */
  @MayBeAbsent()
  @IsInt()
  @Min(1)
  @Max(100)
  group?: number;
}

/** A group. */
export class GroupBody {
  @IsSaid()
  @IsString()
  @MaxLength(60)
  name: string;

  /** What it is sent out to do. */
  @IsString()
  @MaxLength(2_000)
  charter: string;

  @MayBeAbsent()
  @IsId()
  leaderId?: string;

  @IsArray()
  @ArrayMaxSize(50)
  @ArrayUnique()
  @IsId({ each: true })
  memberIds: string[];

  @MayBeAbsent()
  @IsArray()
  @ArrayMaxSize(20)
  @ArrayUnique()
  @IsId({ each: true })
  invitedIds?: string[];

  /** Objects that it visits themselves, beside sites. */
  @MayBeAbsent()
  @IsArray()
  @ArrayMaxSize(100)
  @ArrayUnique()
  @IsId({ each: true })
  unitIds?: string[];
}

/** A department that runs the inspection in the government's name. */
export class DesignationBody {
  @IsId()
  unitId: string;

  @IsSaid()
  @IsString()
  @MaxLength(500)
  matter: string;

  @IsSaid()
  @IsString()
  @MaxLength(500)
  scope: string;

  @IsSaid()
  @IsString()
  @MaxLength(500)
  duty: string;

  @IsDay()
  fromOn: string;

  @IsDay()
  toOn: string;
}

/** A version of a standard. */
export class StandardOfPlan {
  @IsId()
  id: string;

  @IsInt()
  @Min(1)
  @Max(1_000_000)
  number: number;
}

/** The plan, whole; what is left out is not decided yet. */
export class PlanBody {
  @IsSaid()
  @IsString()
  @MaxLength(200)
  name: string;

  /** superior_decisions, key_deployments, statutory_duties, administrative_effectiveness */
  @MayBeAbsent()
  @IsIn(contentClasses)
  contentClass?: ContentClass;

  /** comprehensive, special, incident, daily, clue_verification */
  @MayBeAbsent()
  @IsIn(inspectionTypes)
  type?: InspectionType;

  @IsArray()
  @ArrayMaxSize(9)
  @ArrayUnique()
  @IsIn(inspectionMethods, { each: true })
  methods: InspectionMethod[];

  @MayBeAbsent()
  @IsString()
  @MaxLength(2_000)
  purpose?: string;

  @MayBeAbsent()
  @IsString()
  @MaxLength(2_000)
  scope?: string;

  @MayBeAbsent()
  @IsString()
  @MaxLength(1_000)
  frequencyWords?: string;

  @MayBeAbsent()
  @IsObject()
  @ValidateNested()
  @Type(() => StandardOfPlan)
  standard?: StandardOfPlan;

  @MayBeAbsent()
  @IsDay()
  fromOn?: string;

  @MayBeAbsent()
  @IsDay()
  toOn?: string;

  @IsArray()
  @ArrayMaxSize(300)
  @IsObject({ each: true })
  @ValidateNested({ each: true })
  @Type(() => ObjectBody)
  objects: ObjectBody[];

  @IsArray()
  @ArrayMaxSize(2_000)
  @IsObject({ each: true })
  @ValidateNested({ each: true })
  @Type(() => SiteBody)
  sites: SiteBody[];

  /** Villages drawn from each object. */
  @MayBeAbsent()
  @IsInt()
  @Min(1)
  @Max(100)
  villagesPerUnit?: number;

  /** Households drawn from each village on the ground. */
  @MayBeAbsent()
  @IsInt()
  @Min(1)
  @Max(1_000)
  householdsPerVillage?: number;

  @MayBeAbsent()
  @IsObject()
  @ValidateNested()
  @Type(() => DesignationBody)
  designation?: DesignationBody;

  @IsArray()
  @ArrayMaxSize(100)
  @IsObject({ each: true })
  @ValidateNested({ each: true })
  @Type(() => GroupBody)
  groups: GroupBody[];

  /** Roving supervisors. */
  @MayBeAbsent()
  @IsArray()
  @ArrayMaxSize(50)
  @ArrayUnique()
  @IsId({ each: true })
  supervisorIds?: string[];
}

/** A change of a frozen plan: the whole plan as it would be. */
export class AmendBody {
  @IsObject()
  @ValidateNested()
  @Type(() => PlanBody)
  plan: PlanBody;

  @IsSaid()
  @IsString()
  @MaxLength(1_000)
  reason: string;
}

/** A principal's decision on an amendment. */
export class DecideAmendmentBody {
  @IsIn(['approve', 'decline'])
  decision: 'approve' | 'decline';
}

/** What a principal says while opening an inspection. */
export class OpenBody {
  @MayBeAbsent()
  @IsSaid()
  @IsString()
  @MaxLength(2_000)
  words?: string;
}

/** Why something is given up. */
export class ReasonBody {
  @IsSaid()
  @IsString()
  @MaxLength(1_000)
  reason: string;
}

/** Into which other inspection it goes. */
export class MergeBody {
  @IsId()
  intoId: string;
}

/** What shall be drawn: villages, or the households of one village. */
export class CommitDrawBody {
  @MayBeAbsent()
  @IsId()
  siteId?: string;
}

/** What people present called out. */
export class DrawSitesBody {
  // a control character could forge another line of the record
  @MayBeAbsent()
  @IsString()
  @MaxLength(200)
  @Matches(/^\P{Cc}*$/u)
  contribution?: string;
}

/** A code, as it is read out. */
export class CodeBody {
  @IsSaid()
  @IsString()
  @MaxLength(40)
  code: string;
}

/** The year of a frequency ledger. */
export class FrequencyQuery extends PageQuery {
  @MayBeAbsent()
  @Type(() => Number)
  @IsInt()
  @Min(2000)
  @Max(2200)
  year?: number;
}
