import { IsId, IsSaid, MayBeAbsent, PageQuery } from '@ducha/http';
import { IsIn, IsOptional, IsString, Length, Matches, MaxLength } from 'class-validator';
import { type Role, roles } from '../roles.js';
import { type RequestKind, requestKinds, type RequestState } from '../requests/request-lifecycle.js';

/** Filter of the list of requests. */
export class RequestListQuery extends PageQuery {
  @IsOptional()
  @IsIn(['requested', 'granted', 'refused', 'withdrawn'])
  state?: RequestState;
}

/** What one administrator asks another for. */
export class AskBody {
  @IsIn(requestKinds)
  kind: RequestKind;

  /** Whom it is about. */
  @IsId()
  personId: string;

  /** For a post to be given. */
  @MayBeAbsent()
  @IsIn(roles)
  role?: Role;

  @MayBeAbsent()
  @IsId()
  unitId?: string;

  @MayBeAbsent()
  @IsString()
  @Length(1, 60)
  @Matches(/\S/, { message: 'is required' })
  title?: string;

  /** For a leader's office: the leader. */
  @MayBeAbsent()
  @IsId()
  servesPersonId?: string;

  /** For a post to be ended. */
  @MayBeAbsent()
  @IsId()
  postId?: string;

  @IsSaid()
  @IsString()
  @MaxLength(500)
  reason: string;
}

/** What is said to a decision. */
export class DecisionBody {
  @IsOptional()
  @IsString()
  @MaxLength(500)
  words?: string;
}
