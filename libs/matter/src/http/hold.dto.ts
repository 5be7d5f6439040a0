import { IsSaid } from '@ducha/http';
import { IsIn, IsString, MaxLength } from 'class-validator';
import { type HoldBasis, holdBases } from '../domain/hold-bases.js';

/** Why nothing of a matter may be purged. */
export class HoldBody {
  @IsIn(holdBases)
  basis: HoldBasis;

  @IsString()
  @IsSaid()
  @MaxLength(500)
  reason: string;
}
