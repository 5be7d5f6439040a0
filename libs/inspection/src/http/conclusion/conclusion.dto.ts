import { IsId, IsSaid, MayBeAbsent, PageQuery } from '@ducha/http';
import { Type } from 'class-transformer';
import { ArrayMaxSize, IsArray, IsBoolean, IsIn, IsObject, IsString, MaxLength, ValidateNested } from 'class-validator';
import { type ConclusionState, conclusionStates } from '../../domain/conclusion/conclusion-lifecycle.js';
import {
  type OutcomeKind,
  outcomeKinds,
  type OutcomeState,
  outcomeStates,
} from '../../domain/conclusion/outcome-lifecycle.js';
import { type ReviewState, reviewStates, type Verdict, verdicts } from '../../domain/review/review-lifecycle.js';

/** Filters of the conclusions. */
export class ConclusionListQuery extends PageQuery {
  @MayBeAbsent()
  @IsId()
  inspectionId?: string;

  @MayBeAbsent()
  @IsId()
  unitId?: string;

  @MayBeAbsent()
  @IsIn(conclusionStates)
  state?: ConclusionState;
}

/** What a conclusion says. */
export class ConclusionDraftBody {
  @IsSaid()
  @IsString()
  @MaxLength(20_000)
  words: string;

  @IsArray()
  @ArrayMaxSize(500)
  @IsId({ each: true })
  findingIds: string[];

  /** Nothing was found, and the conclusion says so. */
  @MayBeAbsent()
  @IsBoolean()
  cleared?: boolean;
}

/** A new conclusion about one object. */
export class NewConclusionBody extends ConclusionDraftBody {
  @IsId()
  unitId: string;
}

/** What the object says against one finding. */
export class PointBody {
  @IsId()
  findingId: string;

  @IsSaid()
  @IsString()
  @MaxLength(4_000)
  words: string;
}

/** What the object says to the facts; no points is no objection. */
export class FactStatementBody {
  @MayBeAbsent()
  @IsString()
  @MaxLength(4_000)
  words?: string;

  /** What proves it; one’s own uploads. */
  @MayBeAbsent()
  @IsArray()
  @ArrayMaxSize(20)
  @IsId({ each: true })
  evidenceIds?: string[];

  @IsArray()
  @ArrayMaxSize(500)
  @IsObject({ each: true })
  @ValidateNested({ each: true })
  @Type(() => PointBody)
  points: PointBody[];
}

/** What is made of a point. */
export class PointDecisionBody {
  /** stands, amended, struck */
  @IsIn(['stands', 'amended', 'struck'])
  outcome: 'stands' | 'amended' | 'struck';

  /** The finding’s new words, for `amended`. */
  @MayBeAbsent()
  @IsSaid()
  @IsString()
  @MaxLength(2_000)
  words?: string;

  @IsSaid()
  @IsString()
  @MaxLength(2_000)
  reason: string;
}

/** How it was left, and who saw it. */
export class LeaveBody {
  @IsSaid()
  @IsString()
  @MaxLength(1_000)
  words: string;
}

/** Why the object applies for review. */
export class ApplicationBody {
  @IsSaid()
  @IsString()
  @MaxLength(10_000)
  grounds: string;

  @MayBeAbsent()
  @IsArray()
  @ArrayMaxSize(20)
  @IsId({ each: true })
  evidenceIds?: string[];
}

/** Filters of the reviews. */
export class ReviewListQuery extends PageQuery {
  @MayBeAbsent()
  @IsIn(reviewStates)
  state?: ReviewState;
}

/** Who reviews. */
export class AdmitBody {
  @IsId()
  reviewerId: string;
}

/** Why an application is none. */
export class RefuseReviewBody {
  @IsSaid()
  @IsString()
  @MaxLength(2_000)
  reason: string;
}

/** What a review changes about one finding. */
export class FindingChangeBody {
  @IsId()
  findingId: string;

  /** revoke, amend */
  @IsIn(['revoke', 'amend'])
  to: 'revoke' | 'amend';

  @MayBeAbsent()
  @IsSaid()
  @IsString()
  @MaxLength(2_000)
  words?: string;
}

/** The reviewer’s word. */
export class OpinionBody {
  /** uphold, change, revoke */
  @IsIn(verdicts)
  verdict: Verdict;

  @IsSaid()
  @IsString()
  @MaxLength(10_000)
  words: string;

  /** For `change`: what becomes of which findings. */
  @MayBeAbsent()
  @IsArray()
  @ArrayMaxSize(500)
  @IsObject({ each: true })
  @ValidateNested({ each: true })
  @Type(() => FindingChangeBody)
  changes?: FindingChangeBody[];
}

/** A principal’s decision. */
export class ReviewDecisionBody extends OpinionBody {
  /** For a principal who signed the conclusion: why no other decides. */
  @MayBeAbsent()
  @IsSaid()
  @IsString()
  @MaxLength(1_000)
  whySigner?: string;
}

/** How reviews go in this county. */
export class ReviewRuleBody {
  @IsBoolean()
  rectificationWaits: boolean;
}

/** A proposal of praise, criticism or accountability. */
export class OutcomeBody {
  @IsId()
  unitId: string;

  @MayBeAbsent()
  @IsId()
  conclusionId?: string;

  /** praise, criticism, accountability */
  @IsIn(outcomeKinds)
  kind: OutcomeKind;

  @IsSaid()
  @IsString()
  @MaxLength(4_000)
  words: string;
}

/** Filters of the proposals. */
export class OutcomeListQuery extends PageQuery {
  @MayBeAbsent()
  @IsId()
  inspectionId?: string;

  @MayBeAbsent()
  @IsIn(outcomeStates)
  state?: OutcomeState;
}

/** A principal’s word on a proposal. */
export class OutcomeDecisionBody {
  /** approve, refuse */
  @IsIn(['approve', 'refuse'])
  decision: 'approve' | 'refuse';

  @MayBeAbsent()
  @IsString()
  @MaxLength(2_000)
  words?: string;
}

/** To which organ accountability goes. */
export class OutcomeHandOverBody {
  @IsSaid()
  @IsString()
  @MaxLength(200)
  toOrgan: string;

  @MayBeAbsent()
  @IsString()
  @MaxLength(100)
  receiptNo?: string;
}
