import { IsId, IsInstant, IsSaid, MayBeAbsent, PageQuery } from '@ducha/http';
import {
  ArrayMaxSize,
  ArrayMinSize,
  IsArray,
  IsBoolean,
  IsIn,
  IsNumber,
  IsString,
  Matches,
  Max,
  MaxLength,
  Min,
} from 'class-validator';
import {
  type Conduct,
  conducts,
  type Encounter,
  encounters,
  type Organ,
  organs,
  type ResultClass,
  results,
  severities,
  type Severity,
} from '../../domain/finding/finding-codes.js';
import { type Standing, standings } from '../../domain/finding/standing.js';

/** The answer to one clause. */
export class ClauseAnswerBody {
  /** Made by the device (UUID v7): the same answer may be sent again. */
  @MayBeAbsent()
  @IsId()
  id?: string;

  /** For yes_no. */
  @MayBeAbsent()
  @IsBoolean()
  met?: boolean;

  /** For at_least and at_most. */
  @MayBeAbsent()
  @IsNumber({ allowNaN: false, allowInfinity: false })
  @Min(-1_000_000_000)
  @Max(1_000_000_000)
  value?: number;

  /** When it was seen, by the device’s clock. */
  @MayBeAbsent()
  @IsInstant()
  capturedAt?: string;
}

/** A finding as a device sends it. */
export class NewFindingBody {
  /** Made by the device (UUID v7): the same finding may be sent again. */
  @IsId()
  id: string;

  /** Of the standard that the plan names. */
  @MayBeAbsent()
  @Matches(/^[\w-]{1,40}$/)
  clause?: string;

  /** The answerable unit; the visited one when absent. */
  @MayBeAbsent()
  @IsId()
  unitId?: string;

  @IsSaid()
  @IsString()
  @MaxLength(2_000)
  words: string;

  /** minor, ordinary, serious */
  @IsIn(severities)
  severity: Severity;

  /** inaction, delay, misuse, pretence */
  @MayBeAbsent()
  @IsIn(conducts)
  conduct?: Conduct;

  /** undone, partly_done, poorly_done, falsified */
  @MayBeAbsent()
  @IsIn(results)
  result?: ResultClass;

  /** found, absent, refused, moved */
  @MayBeAbsent()
  @IsIn(encounters)
  encounter?: Encounter;

  @MayBeAbsent()
  @IsInstant()
  happenedAt?: string;

  @MayBeAbsent()
  @IsInstant()
  capturedAt?: string;

  /** What the device's clock says while it sends: it tells how far that clock is off. */
  @MayBeAbsent()
  @IsInstant()
  sentAt?: string;

  @MayBeAbsent()
  @IsArray()
  @ArrayMaxSize(20)
  @IsId({ each: true })
  evidenceIds?: string[];
}

/** Filters of the findings. */
export class FindingListQuery extends PageQuery {
  @MayBeAbsent()
  @IsId()
  inspectionId?: string;

  @MayBeAbsent()
  @IsId()
  unitId?: string;

  @MayBeAbsent()
  @IsId()
  visitId?: string;

  /** The finding that this rectification puts right. */
  @MayBeAbsent()
  @IsId()
  taskId?: string;

  /** As it is shown: its own state, or what its rectification has come to. */
  @MayBeAbsent()
  @IsIn(standings)
  standing?: Standing;

  @MayBeAbsent()
  @IsIn(severities)
  severity?: Severity;

  @MayBeAbsent()
  @Matches(/^[\w-]{1,40}$/)
  clause?: string;
}

/** Why. */
export class FindingReasonBody {
  @IsSaid()
  @IsString()
  @MaxLength(1_000)
  reason: string;
}

/** Into which finding. */
export class MergeFindingBody {
  @IsId()
  intoId: string;
}

/** Words, with what shows them. */
export class ShownBody {
  @IsSaid()
  @IsString()
  @MaxLength(2_000)
  words: string;

  @MayBeAbsent()
  @IsArray()
  @ArrayMaxSize(20)
  @IsId({ each: true })
  evidenceIds?: string[];
}

/** Whether what was fixed on the spot holds. */
export class FixCheckBody extends ShownBody {
  /** verify, redo */
  @IsIn(['verify', 'redo'])
  verdict: 'verify' | 'redo';
}

/** To whom a clue goes. */
export class FindingHandOverBody extends FindingReasonBody {
  /** supervisory: duty crime; judicial: other crime */
  @IsIn(organs)
  organ: Organ;

  @IsSaid()
  @IsString()
  @MaxLength(200)
  toOrgan: string;
}

/** That the organ has it. */
export class HandOverReceiptBody {
  @IsSaid()
  @IsString()
  @MaxLength(100)
  receiptNo: string;

  @IsSaid()
  @IsString()
  @MaxLength(100)
  receivedBy: string;
}

/** What shall be put right by when. */
export class RectificationBody {
  @IsSaid()
  @IsString()
  @MaxLength(4_000)
  demand: string;

  @IsInstant()
  dueAt: string;
}

/** A common problem. */
export class SharedProblemBody {
  @IsSaid()
  @IsString()
  @MaxLength(200)
  name: string;

  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(500)
  @IsId({ each: true })
  findingIds: string[];

  /** Wanted where the spread suggests otherwise. */
  @MayBeAbsent()
  @IsString()
  @MaxLength(2_000)
  cause?: string;

  @MayBeAbsent()
  @IsId()
  ownerUnitId?: string;

  @MayBeAbsent()
  @IsString()
  @MaxLength(2_000)
  measure?: string;

  /** The policy document that shall cure it. */
  @MayBeAbsent()
  @IsString()
  @MaxLength(200)
  document?: string;
}

/** Which units look for it at home, by when. */
export class SelfCheckBody extends RectificationBody {
  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(500)
  @IsId({ each: true })
  unitIds: string[];
}
