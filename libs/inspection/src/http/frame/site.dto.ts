import { IsId, IsSaid, MayBeAbsent, PageQuery } from '@ducha/http';
import { IsIn, IsString, MaxLength } from 'class-validator';

/** Filters of the frame. */
export class SiteListQuery extends PageQuery {
  /** village, household, project */
  @MayBeAbsent()
  @IsIn(['village', 'household', 'project'])
  kind?: 'village' | 'household' | 'project';

  @MayBeAbsent()
  @IsId()
  unitId?: string;

  /** The village whose households are asked for. */
  @MayBeAbsent()
  @IsId()
  parentId?: string;

  @MayBeAbsent()
  @IsSaid()
  @IsString()
  @MaxLength(60)
  q?: string;
}

/** Filters of the postings. */
export class PostingListQuery extends PageQuery {
  @MayBeAbsent()
  @IsId()
  siteId?: string;
}
