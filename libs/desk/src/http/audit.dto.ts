import { IsId, PageQuery } from '@ducha/http';
import { IsOptional, IsString, MaxLength } from 'class-validator';

/** Filters of the audit record. */
export class AuditQuery extends PageQuery {
  /** Permanent word of an act, e.g. `task.verify`. */
  @IsOptional()
  @IsString()
  @MaxLength(100)
  act?: string;

  @IsOptional()
  @IsId()
  personId?: string;

  /** The record it is about. */
  @IsOptional()
  @IsId()
  about?: string;
}
