import { IsId, IsInstant, IsSaid, MayBeAbsent, PageQuery } from '@ducha/http';
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

const phonePattern = /^\+?[0-9][0-9 -]{4,19}$/;

/** Filters of the register of people. */
export class PeopleQuery extends PageQuery {
  /** Part of the name. */
  @IsOptional()
  @IsString()
  @MaxLength(50)
  q?: string;

  /** Only who holds a post there or below. */
  @IsOptional()
  @IsId()
  unitId?: string;

  /** `false`: only who holds no post today. */
  @IsOptional()
  @IsIn(['true', 'false'])
  inPost?: 'true' | 'false';
}

/** A post to be given. */
export class PostBody {
  @IsIn(roles)
  role: Role;

  @IsId()
  unitId: string;

  @IsSaid()
  @IsString()
  @MaxLength(60)
  title: string;

  /** Exclusive; a secondment has one. */
  @IsOptional()
  @IsInstant()
  to?: string;

  /** For a secondment: the unit that the person comes from and goes back to. */
  @IsOptional()
  @IsId()
  homeUnitId?: string;
}

/** A person to be entered, with the first post and, where they sign in, an account. */
export class PersonBody {
  @IsSaid()
  @IsString()
  @MaxLength(50)
  name: string;

  @IsOptional()
  @Matches(phonePattern, { message: 'is no telephone number' })
  phone?: string;

  /** Account name; without one the person does not sign in. */
  @MayBeAbsent()
  @IsString()
  @Length(2, 60)
  @Matches(/^[\p{L}\p{N}._@-]+$/u, { message: 'holds letters, digits and . _ @ - only' })
  login?: string;

  @IsObject()
  @ValidateNested()
  @Type(() => PostBody)
  post: PostBody;
}

/** What changes about a person. */
export class PersonChangeBody {
  @IsOptional()
  @IsSaid()
  @IsString()
  @MaxLength(50)
  name?: string;

  /** Null takes it away. */
  @IsOptional()
  @ValidateIf(({ phone }: PersonChangeBody) => phone !== null)
  @Matches(phonePattern, { message: 'is no telephone number' })
  phone?: string | null;
}

/** The end of a post. */
export class PostEndBody {
  /** Who takes the post and what its holder held by name; without one that stays visible as not taken over. */
  @IsOptional()
  @IsId()
  successorId?: string;
}
