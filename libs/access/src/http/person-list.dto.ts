import { IsId, PageQuery } from '@ducha/http';
import { IsIn, IsOptional, IsString, MaxLength } from 'class-validator';
import { type Role, roles } from '../roles.js';

/** Filters of the list of persons. */
export class PersonListQuery extends PageQuery {
  @IsOptional()
  @IsIn(roles)
  role?: Role;

  @IsOptional()
  @IsId()
  unitId?: string;

  /** Part of the name. */
  @IsOptional()
  @IsString()
  @MaxLength(50)
  q?: string;
}
