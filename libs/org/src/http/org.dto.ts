import { IsId, PageQuery } from '@ducha/http';
import { IsIn, IsOptional, IsString, MaxLength } from 'class-validator';

/** Filters of the list of units. */
export class UnitListQuery extends PageQuery {
  /** Part of a name. */
  @IsOptional()
  @IsString()
  @MaxLength(50)
  q?: string;

  @IsOptional()
  @IsString()
  @MaxLength(30)
  kind?: string;

  @IsOptional()
  @IsId()
  parentId?: string;

  /** `true`: the whole tree in one page (at most 2,000 units), in the order in which it is read. */
  @IsOptional()
  @IsIn(['true', 'false'])
  all?: 'true' | 'false';
}
