import { IsId, IsSaid, MayBeAbsent, PageQuery } from '@ducha/http';
import { Type } from 'class-transformer';
import {
  IsIn,
  IsObject,
  IsOptional,
  IsString,
  Length,
  Matches,
  MaxLength,
  ValidateIf,
  ValidateNested,
} from 'class-validator';
import { type Role, roles } from '../roles.js';
import { IsLogin, IsPhone } from './person-fields.js';
import { type RequestKind, requestKinds, type RequestState } from '../requests/request-lifecycle.js';

/** Filter of the list of requests. */
export class RequestListQuery extends PageQuery {
  @IsOptional()
  @IsIn(['requested', 'granted', 'refused', 'withdrawn'])
  state?: RequestState;
}

/** A person who is entered together with the request for their post. */
export class NewOfficeholderBody {
  @IsSaid()
  @IsString()
  @MaxLength(50)
  name: string;

  @IsLogin()
  login: string;

  @MayBeAbsent()
  @IsPhone()
  phone?: string;
}

/** What one administrator asks another for. */
export class AskBody {
  @IsIn(requestKinds)
  kind: RequestKind;

  /** Whom it is about; absent only with `newcomer`. */
  @ValidateIf(({ newcomer }: AskBody) => newcomer === undefined)
  @IsId()
  personId?: string;

  /** For a post to be given to somebody who is not entered yet. */
  @MayBeAbsent()
  @IsObject()
  @ValidateNested()
  @Type(() => NewOfficeholderBody)
  newcomer?: NewOfficeholderBody;

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
