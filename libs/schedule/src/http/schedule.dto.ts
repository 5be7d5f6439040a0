import { IsDay, IsId, IsSaid, MayBeAbsent } from '@ducha/http';
import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  ArrayMinSize,
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
import { stepUnits } from '../domain/step.js';

/** One step of a plan. */
export class StepBody {
  /** Its name among the steps: letters, digits, `-`, `_`. */
  @Matches(/^[\w-]{1,40}$/)
  key: string;

  @IsString()
  @MaxLength(200)
  @IsSaid()
  title: string;

  /** Whole days that it takes. */
  @IsInt()
  @Min(1)
  @Max(3_650)
  days: number;

  /** working_day, natural_day */
  @IsIn(stepUnits)
  unit: (typeof stepUnits)[number];

  /** Keys of the steps that must be over the day before. */
  @IsArray()
  @ArrayMaxSize(100)
  @IsString({ each: true })
  @MaxLength(40, { each: true })
  after: string[];

  /** The day on which somebody put it; else it starts as late as it can. */
  @MayBeAbsent()
  @IsDay()
  startsOn?: string;

  /** The unit that does it, for its sub-task. */
  @MayBeAbsent()
  @IsId()
  leadUnitId?: string;
}

/** A plan: steps and their fixed end. */
export class PlanBody {
  /** The fixed end, its last day of work. */
  @IsDay()
  endDay: string;

  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(1_000)
  @IsObject({ each: true })
  @ValidateNested({ each: true })
  @Type(() => StepBody)
  steps: StepBody[];
}

/** A plan to be reckoned, and the one it would take the place of. */
export class PlanPreviewBody extends PlanBody {
  /** First day on which anything can begin; today when absent. */
  @MayBeAbsent()
  @IsDay()
  from?: string;

  /** As it was before the change: the answer then says what moves. */
  @MayBeAbsent()
  @IsObject()
  @ValidateNested()
  @Type(() => PlanBody)
  before?: PlanBody;
}

/** The steps become sub-tasks. */
export class SubTasksBody {
  /** The version of the task that is split. */
  @IsInt()
  @Min(1)
  @Max(2_147_483_647)
  taskVersion: number;

  /** Sends them out in the same act. */
  @MayBeAbsent()
  @IsBoolean()
  dispatch?: boolean;
}
