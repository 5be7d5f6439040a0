import { IsInstant, IsSaid, PageQuery } from '@ducha/http';
import { IsIn, IsOptional, IsString, MaxLength } from 'class-validator';
import { type MandateKind, mandateKinds } from '../domain/standing-mandate.js';

/** Filters of the list of mandates. */
export class MandateListQuery extends PageQuery {
  @IsOptional()
  @IsIn(mandateKinds)
  sourceKind?: MandateKind;

  /** Only those that may be used now. */
  @IsOptional()
  @IsIn(['true', 'false'])
  inForce?: 'true' | 'false';
}

/** A standing mandate as it is asked for. */
export class MandateBody {
  @IsIn(mandateKinds)
  sourceKind: MandateKind;

  /** Slash path; empty: every category of the kind. */
  @IsString()
  @MaxLength(200)
  categoryPrefix: string;

  @IsInstant()
  from: string;

  /** Exclusive. */
  @IsInstant()
  to: string;

  @IsString()
  @IsSaid()
  @MaxLength(1_000)
  reason: string;
}
